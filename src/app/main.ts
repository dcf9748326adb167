import { Command } from 'commander'
import { endWith } from './cannot-go-on.ts'
import { VERSION } from './version.ts'

type Register = (program: Command) => void

/** Each command loads only when it is asked for, or when all are listed. */
const COMMANDS: Readonly<Record<string, () => Promise<Register>>> = {
  demo: async () => (await import('./commands/demo.ts')).registerDemo,
  serve: async () => (await import('./commands/serve.ts')).registerServe,
  replay: async () => (await import('./commands/replay.ts')).registerReplay,
  verify: async () => (await import('./commands/verify.ts')).registerVerify,
  export: async () => (await import('./commands/export.ts')).registerExport,
  decode: async () => (await import('./commands/decode.ts')).registerDecode,
  encode: async () => (await import('./commands/encode.ts')).registerEncode,
  track: async () => (await import('./commands/track.ts')).registerTrack,
  sim: async () => (await import('./commands/sim.ts')).registerSim,
  bench: async () => (await import('./commands/bench.ts')).registerBench,
}

async function main(args: readonly string[]): Promise<void> {
  const program = new Command('marsad')
    .description('Marsad (مرصد, lookout): one air picture, recorded and provable, for those who protect an event against drones')
    .version(VERSION, '--version')
    .exitOverride()
    .showHelpAfterError('(marsad --help lists the commands; marsad COMMAND --help its options)')
  const asked = args.find((each) => !each.startsWith('-'))
  const names = asked !== undefined && Object.hasOwn(COMMANDS, asked) ? [asked] : Object.keys(COMMANDS)
  for (const name of names) (await (COMMANDS[name] as () => Promise<Register>)())(program)
  await program.parseAsync(args, { from: 'user' })
}

main(process.argv.slice(2)).catch(endWith)
