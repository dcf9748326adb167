import { Option, type Command } from 'commander'
import { doorPortOptions, hostOption, languageOption, parseRate, portOption, type DoorPortFlags } from '../options.ts'

export type DemoFlags = DoorPortFlags & { host: string; port: number; data?: string; language?: string; speed: number; browser: boolean }

/** `marsad demo`: the invented match at Lusail, played by a simulator through the real doors. */
export function registerDemo(program: Command): void {
  const command = program
    .command('demo')
    .description('plays an invented match night on the event doha-2022: real doors, real record, simulated sensors')
    .addOption(hostOption())
    .addOption(portOption())
    .option('--data <dir>', 'data folder; without it a new one among the temporary files')
    .addOption(languageOption())
    .addOption(new Option('--speed <factor>', 'how fast the story runs').default(1).argParser(parseRate))
    .option('--no-browser', 'opens no browser')
  for (const option of doorPortOptions()) command.addOption(option)
  command.action(async (flags: DemoFlags) => {
    const { runDemo } = await import('../run-demo.ts')
    await runDemo(flags)
  })
}
