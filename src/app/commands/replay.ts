import { Option, type Command } from 'commander'
import { hostOption, languageOption, parseRate, parseTime, portOption } from '../options.ts'

type Flags = { from?: number; to?: number; speed: number; host: string; port: number; language?: string; json?: boolean }

export function registerReplay(program: Command): void {
  program
    .command('replay')
    .description('plays a record into a console')
    .argument('<DATA>', 'data folder, or a journal folder inside one')
    .addOption(new Option('--from <time>', 'event time to begin at').argParser(parseTime))
    .addOption(new Option('--to <time>', 'event time to end at').argParser(parseTime))
    .addOption(new Option('--speed <rate>', 'event time per wall time').default(1).argParser(parseRate))
    .addOption(hostOption())
    .addOption(portOption())
    .addOption(languageOption())
    .action(async (data: string, flags: Flags) => (await import('../replay-process.ts')).runReplay(data, flags))
}
