import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, describe, test } from 'node:test'
import { sharedData } from '../../../test/shared-data.ts'

const main = resolve(import.meta.dirname, '..', 'main.ts')
const fixtures = resolve(import.meta.dirname, '..', '..', '..', 'test', 'fixtures')
const scratch = mkdtempSync(join(tmpdir(), 'marsad-decode-'))
after(() => rmSync(scratch, { recursive: true }))

type Run = { readonly code: number | null; readonly lines: string[]; readonly said: string[] }

function marsad(args: readonly string[], input: string | Uint8Array = ''): Run {
  const run = spawnSync(process.execPath, [main, ...args], { input, maxBuffer: 1 << 26, encoding: 'utf8' })
  const split = (text: string): string[] => text.split('\n').filter((line) => line !== '')
  return { code: run.status, lines: split(run.stdout), said: split(run.stderr) }
}

describe('marsad encode and decode', () => {
  test("Dstl's 135 SAPIENT messages: 38 accepted, 97 refused by name; what was encoded decodes", (t) => {
    const folder = sharedData('sapient')
    if (folder === undefined) return t.skip('needs ../shared/data')
    const files = ['valid', 'simulator-defaults', 'invalid'].flatMap((kind) =>
      readdirSync(join(folder, kind))
        .sort()
        .map((file) => join(folder, kind, file)),
    )
    assert.equal(files.length, 135)
    const stream = join(scratch, 'all.bin')
    const encoded = marsad(['encode', ...files, '--format', 'sapient', '-o', stream])
    assert.equal(encoded.code, 1)
    assert.equal(encoded.said.length, 97)
    assert.ok(
      encoded.said.every((line) => /\/invalid\/[^:]+: byte 0: [a-z-]+: /.test(line)),
      encoded.said.join('\n'),
    )
    assert.deepEqual(readFileSync(stream), readFileSync(join(folder, 'framed-valid.bin')))
    const decoded = marsad(['decode', stream, '--format', 'sapient'])
    assert.deepEqual([decoded.code, decoded.lines.length, decoded.said.length], [0, 38, 0])
    const again = marsad(['encode', '-', '--format', 'sapient', '-o', join(scratch, 'again.bin')], decoded.lines.join('\n'))
    assert.equal(again.code, 0)
    assert.deepEqual(readFileSync(join(scratch, 'again.bin')), readFileSync(stream))
  })

  test('frames in hexadecimal, one a line', () => {
    const names = readdirSync(join(fixtures, 'sapient'))
      .filter((name) => name.endsWith('.hex'))
      .sort()
    const run = marsad(
      ['decode', '-', '--hex', '--format', 'sapient'],
      names.map((name) => readFileSync(join(fixtures, 'sapient', name), 'utf8')).join(''),
    )
    assert.deepEqual([run.code, run.said], [0, []])
    assert.deepEqual(
      run.lines.map((line) => JSON.parse(line) as unknown),
      names.map((name) => JSON.parse(readFileSync(join(fixtures, 'sapient', name.replace(/hex$/, 'json')), 'utf8')) as unknown),
    )
  })

  test('what is declined is named with the byte where it begins, and the exit code is 1', () => {
    const file = join(scratch, 'lines.avr')
    writeFileSync(file, '*5DAD57202809F9;\nnonsense\n*8D406B909945DE10000405999BE5;\n')
    const run = marsad(['decode', file, '--format', 'avr'])
    assert.deepEqual([run.code, run.lines.length], [1, 1])
    assert.match(run.said[0] ?? '', /^byte 17: avr-form: /)
    assert.match(run.said[1] ?? '', /^byte 26: mode-s-parity: /)
  })

  test('wrong usage ends with one line and exit code 2', () => {
    for (const [args, words] of [
      [['decode', '/no/such/file', '--format', 'avr'], /cannot read \/no\/such\/file \(ENOENT\): name a file/],
      [['decode', scratch, '--format', 'avr'], /is a folder/],
      [['decode', '-', '--format', 'stix'], /format stix comes with a later version; this one knows sapient/],
      [['encode', '-', '--format', 'morse'], /there is no format morse; use one of/],
    ] as const) {
      const run = marsad(args)
      assert.deepEqual([run.code, run.lines.length, run.said.length], [2, 0, 1])
      assert.match(run.said[0] ?? '', words)
    }
  })
})
