import { createWriteStream } from 'node:fs'
import type { Command } from 'commander'
import type { Codec } from '../codecs.ts'

type Options = { readonly format: string; readonly output?: string }

/** `marsad encode FILES --format …`: the way back from what `decode` prints; exit 1 if anything was declined. */
export function registerEncode(program: Command): void {
  program
    .command('encode')
    .description(
      'encode JSON records, one or many a file, into the bytes of a format; a record that breaks a rule is named on stderr and left out, and the exit code is then 1',
    )
    .argument('<files...>', 'JSON files or lines, - for standard input')
    .requiredOption(
      '--format <format>',
      'sapient (with its 4-byte length), beast, sbs, avr, json, asterix, cot, courageous, remote-id, rid-json, mavlink',
    )
    .option('-o, --output <file>', 'where to write; else standard output')
    .action(async (files: string[], options: Options) => {
      process.exitCode = await encodeFiles(files, options)
    })
}

async function encodeFiles(files: readonly string[], options: Options): Promise<number> {
  const { codecOf } = await import('../codecs.ts')
  const { unreadable } = await import('../byte-source.ts')
  const codec = codecOf(options.format)
  const faults = typeof codec === 'string' ? [codec] : (await Promise.all(files.map(unreadable))).filter((fault) => fault !== undefined)
  if (faults.length > 0 || typeof codec === 'string') {
    process.stderr.write(`marsad encode: ${faults[0]}\n`)
    return 2
  }
  const out = options.output === undefined ? process.stdout : createWriteStream(options.output)
  out.on('error', (error) => {
    process.stderr.write(`marsad encode: cannot write: ${error.message}\n`)
    process.exitCode = 2
  })
  let declined = 0
  for (const file of files) declined += await encodeFile(file, codec, out)
  if (out !== process.stdout) await new Promise<void>((done) => out.end(() => done()))
  return declined > 0 ? 1 : 0
}

/** How many records of one file were declined. */
async function encodeFile(file: string, codec: Codec, out: NodeJS.WritableStream): Promise<number> {
  const { isReject, reject } = await import('../../base/reject.ts')
  const { openBytes, writeOut } = await import('../byte-source.ts')
  const { readRecords } = await import('../read-records.ts')
  let declined = 0
  for await (const { atByte, record } of readRecords(openBytes(file))) {
    const bytes = isReject(record)
      ? record
      : typeof record === 'object' && record !== null
        ? codec.encode(record)
        : reject('not-an-object', 0, 'a record is a JSON object')
    if (isReject(bytes)) {
      declined += 1
      process.stderr.write(`${file}: byte ${atByte}: ${bytes.rejected}${bytes.detail === undefined ? '' : `: ${bytes.detail}`}\n`)
    } else if (!(await writeOut(out, bytes))) break
  }
  return declined
}
