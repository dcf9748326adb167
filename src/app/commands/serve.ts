import type { Command } from 'commander'
import { doorPortOptions, hostOption, languageOption, portOption, type DoorPortFlags } from '../options.ts'

export type ServeFlags = DoorPortFlags & {
  event: string
  data: string
  as: string
  host: string
  port: number
  language?: string
  allowHost: string[]
}

/** `marsad serve`: a real event. */
export function registerServe(program: Command): void {
  const command = program
    .command('serve')
    .description('runs a real event: its doors, its record, its console')
    .requiredOption('--event <dir>', 'folder of the event definition (docs/event.md)')
    .requiredOption('--data <dir>', 'data folder; a journal in it is gone on with')
    .requiredOption('--as <person>', 'id of the person of the event for whom the console on this machine speaks')
    .addOption(hostOption())
    .addOption(portOption())
    .option(
      '--allow-host <name>',
      'a name, beside localhost and addresses, under which the console may be opened; may be repeated',
      (name: string, all: string[]) => [...all, name.toLowerCase()],
      [],
    )
    .addOption(languageOption())
  for (const option of doorPortOptions()) command.addOption(option)
  command.action(async (flags: ServeFlags) => {
    const { runServe } = await import('../run-serve.ts')
    await runServe(flags)
  })
}
