import type { Command } from 'commander'
import type { Reject } from '../../base/reject.ts'

type Options = { readonly format: string; readonly hex?: boolean; readonly edition?: readonly string[] }

/** `marsad decode FILE --format …`: one JSON object a line on stdout, what was declined on stderr; exit 1 if any was. */
export function registerDecode(program: Command): void {
  program
    .command('decode')
    .description(
      'decode a recording: one JSON object a line on stdout; what is declined goes to stderr with its byte offset, and the exit code is then 1',
    )
    .argument('<file>', 'the recording, or - for standard input')
    .requiredOption(
      '--format <format>',
      'sapient (each message with its 4-byte length), beast, sbs, avr, json, asterix (raw blocks, or UDP in pcap or pcapng), cot (a stream of XML or TAK protocol v1, a mesh datagram, or UDP in pcap or pcapng), courageous (CWA 18150 log), remote-id (messages and packs, or Bluetooth and Wi-Fi in pcap or pcapng), rid-json (receivers, network Remote ID, KML flights), mavlink (a stream, a telemetry log, or UDP in pcap or pcapng)',
    )
    .option('--hex', 'the file is text: one frame in hexadecimal a line')
    .option('--edition <category=edition...>', 'asterix: layouts that share a category number, as 021=0.26')
    .action(async (file: string, options: Options) => {
      process.exitCode = await decodeFile(file, options)
    })
}

/** The exit code: 0, 1 if anything was declined, 2 on wrong usage. */
async function decodeFile(file: string, options: Options): Promise<number> {
  const { codecOf } = await import('../codecs.ts')
  const { openBytes, unreadable, writeOut } = await import('../byte-source.ts')
  const { decodeStream } = await import('../decode-stream.ts')
  const codec = codecOf(options.format, { editions: options.edition })
  const fault = typeof codec === 'string' ? codec : await unreadable(file)
  if (fault !== undefined || typeof codec === 'string') {
    process.stderr.write(`marsad decode: ${fault}\n`)
    return 2
  }
  process.stdout.on('error', () => process.stdout.destroy())
  let declined = 0
  for await (const found of decodeStream(openBytes(file), codec, options.hex === true)) {
    if ('record' in found) {
      if (!(await writeOut(process.stdout, `${JSON.stringify(found.record)}\n`))) break
    } else {
      declined += 1
      process.stderr.write(`${declinedLine(found.atByte, found.declined)}\n`)
    }
  }
  return declined > 0 ? 1 : 0
}

function declinedLine(atByte: number, why: Reject): string {
  return `byte ${atByte}: ${why.rejected}${why.detail === undefined ? '' : `: ${why.detail}`}`
}
