import type { Command } from 'commander'
import { doorPortOptions, parsePort, portOption, type DoorPortFlags } from '../options.ts'

type SimFlags = DoorPortFlags & { to: string; port: number; event?: string; quiet?: boolean }

/** `marsad sim SCENARIO.yaml --to HOST`: the simulator alone, in this process. */
export function registerSim(program: Command): void {
  const command = program
    .command('sim')
    .description("plays a scenario's sensors into the doors of a running room, paced by its event clock")
    .argument('<scenario>', 'a scenario, e.g. events/doha-2022/scenarios/demo.yaml')
    .requiredOption('--to <host>', 'where the room runs, e.g. localhost')
    .addOption(portOption())
    .option('--event <dir>', "the event's folder; usually the folder above the scenario's")
    .option('--quiet', 'says nothing while all goes well')
  for (const option of doorPortOptions()) if (option.long !== '--sbs-port') command.addOption(option)
  command.action(async (path: string, flags: SimFlags) => {
    const { playInto } = await import('../sim-remote.ts')
    const { complaints } = await import('../sim-player.ts')
    const { host, port } = hostAndPort(flags.to, flags.port)
    const { sapientPort, beastPort } = flags
    const say = (line: string) => {
      if (flags.quiet !== true) process.stderr.write(`marsad sim: ${line}\n`)
    }
    const simulator = playInto(
      { host, httpPort: port, ...(sapientPort !== undefined && { sapientPort }), ...(beastPort !== undefined && { beastPort }) },
      path,
      flags.event,
      say,
    )
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => simulator.stop())
    await simulator.done
    for (const line of complaints(simulator.counts)) say(line)
  })
}

/** `host`, `host:8080` or `[::1]:8080`. */
function hostAndPort(text: string, port: number): { host: string; port: number } {
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([^:]+))(?::(\d+))?$/.exec(text)
  if (!match) return { host: text, port }
  return { host: match[1] ?? match[2]!, port: match[3] === undefined ? port : parsePort(match[3]) }
}
