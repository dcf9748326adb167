/**
 * Cursor on Target against programs that we did not write: ATAK's examples read beside Python's expat, events that node-CoT wrote as XML and
 * as protobuf, and `protoc --decode` on what we write. `MARSAD_NODE_COT` names a folder in which `@tak-ps/node-cot` is
 * installed: then it reads our bytes too.
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { isReject } from '../../src/base/reject.ts'
import type { Reject } from '../../src/base/reject.ts'
import { decodeCot, encodeCot } from '../../src/wire/cot/decode.ts'
import type { CotMessage } from '../../src/wire/cot/message.ts'
import { sharedData } from '../shared-data.ts'

const fixtures = resolve(import.meta.dirname, '..', 'fixtures', 'cot')
const proto = resolve(import.meta.dirname, '..', '..', 'src', 'wire', 'cot')
const sound = <T>(value: T | Reject | undefined): T => {
  assert.ok(value !== undefined && !isReject(value), JSON.stringify(value))
  return value
}
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
/** It does not escape the callsign `< Basic & Test >` in XML: what it writes there is no XML. Its protobuf is sound. */
const MALFORMED = 'xmlescape'
const WRITTEN = JSON.parse(readFileSync(join(fixtures, 'node-cot-14.23.2.json'), 'utf8')) as Record<string, { xml: string; proto: string }>

/** Elements as expat sees them: numbers and times as values, children of detail sorted, blank text left out. */
const EXPAT = `
import sys, json, datetime, xml.etree.ElementTree as E
def value(text):
    for read in (float, lambda t: datetime.datetime.fromisoformat(t.replace('Z', '+00:00')).timestamp()):
        try: return read(text)
        except ValueError: pass
    return text
def node(e, top):
    blank = lambda t: '' if t is None or (not t.strip() and len(e)) else t
    kids = [[node(c, False), '' if c.tail is None or not c.tail.strip() else c.tail] for c in e]
    if e.tag in ('detail', 'event') and top: kids.sort(key=json.dumps)
    return [e.tag, sorted([k, value(v)] for k, v in e.attrib.items()), blank(e.text), kids]
def event(text):
    root = E.fromstring(text)
    return ['event', sorted([k, value(v)] for k, v in root.attrib.items()), sorted((node(c, True) for c in root), key=json.dumps)]
print(json.dumps([event(t) for t in json.load(sys.stdin)]))
`
const python =
  spawnSync('python3', ['-c', 'import xml.etree.ElementTree, datetime; datetime.datetime.fromisoformat("2022-12-18T18:50:00.1+00:00")'])
    .status === 0
function seenByExpat(documents: readonly string[]): unknown[] {
  const run = spawnSync('python3', ['-c', EXPAT], { input: JSON.stringify(documents), encoding: 'utf8', maxBuffer: 1 << 26 })
  assert.equal(run.status, 0, run.stderr)
  return JSON.parse(run.stdout) as unknown[]
}
const rewritten = (text: string): string => Buffer.from(sound(encodeCot(sound(decodeCot(Buffer.from(text)))))).toString()

describe("ATAK's own events", () => {
  const folder = sharedData('cot', 'atak-examples')
  const documents =
    folder === undefined
      ? []
      : readdirSync(folder)
          .sort()
          .map((name) => readFileSync(join(folder, name), 'utf8'))

  test('every one is read, and what is written says the same to expat', (t) => {
    if (folder === undefined) return t.skip('needs ../shared/data')
    if (!python) return t.skip('needs python3 (3.11)')
    assert.equal(documents.length, 6)
    const ours = documents.map((text) => rewritten(text.replace(/^<\?xml[^>]*\?>\s*/, '')))
    assert.deepEqual(seenByExpat(ours), seenByExpat(documents))
  })

  test('the header says what a plain search finds; 9999999 is not known', (t) => {
    if (folder === undefined) return t.skip('needs ../shared/data')
    for (const text of documents) {
      const found = (name: string): string => new RegExp(`\\b${name}='([^']*)'`).exec(text)?.[1] ?? assert.fail(name)
      const { event } = sound(decodeCot(Buffer.from(text)))
      assert.ok(event)
      assert.deepEqual(
        [event.uid, event.type, event.how, event.detail?.contact?.callsign],
        [found('uid'), found('type'), found('how'), found('callsign').replace('&amp;', '&')],
      )
      assert.deepEqual(
        [event.timeMs, event.startMs, event.staleMs],
        ['time', 'start', 'stale'].map((name) => Date.parse(found(name))),
      )
      assert.deepEqual(event.point, { latDeg: Number(found('lat')), lonDeg: Number(found('lon')) })
    }
  })

  test('through protobuf and back they are the same', (t) => {
    if (folder === undefined) return t.skip('needs ../shared/data')
    for (const text of documents) {
      const message = sound(decodeCot(Buffer.from(text)))
      const back = sound(decodeCot(sound(encodeCot({ ...message, wire: 'tak-stream' }))))
      assert.deepEqual(plain({ ...back, wire: 'xml' }), plain(message))
    }
  })
})

describe('node-CoT 14.23.2', () => {
  type GeoJson = {
    id: string
    properties: {
      callsign: string
      type: string
      how: string
      time: string
      start: string
      stale: string
      center: number[]
      fileshare?: object
      sensor?: Record<string, unknown>
    }
    geometry: { type: string; coordinates: number[] }
  }

  test('its XML and its protobuf of one event are read as one event, but for what it writes into one alone', () => {
    for (const [name, { xml, proto: hex }] of Object.entries(WRITTEN)) {
      if (name === MALFORMED) continue
      const fromXml = sound(decodeCot(Buffer.from(xml))).event
      const fromProto = sound(decodeCot(Buffer.from(hex, 'hex'))).event
      assert.ok(fromXml && fromProto)
      // It leaves its own bookkeeping in protobuf: elements `metadata` and, archived or not, what came with them.
      const named = (event: typeof fromXml): unknown => ({
        ...event,
        detail: {
          ...event.detail,
          others: event.detail?.others?.filter((each) => typeof each === 'string' || !['_flow-tags_', 'metadata'].includes(each.name)),
        },
      })
      assert.deepEqual(plain(named(fromProto)), plain(named(fromXml)), name)
    }
  })

  test('what it wrote of its GeoJSON is what the GeoJSON says', (t) => {
    const folder = sharedData('cot', 'node-cot-geojson')
    if (folder === undefined) return t.skip('needs ../shared/data')
    const files = readdirSync(folder)
    assert.equal(files.length, 18)
    for (const file of files) {
      const { id, properties, geometry } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as GeoJson
      const { xml = '', proto: hex = '' } = WRITTEN[file.replace('.geojson', '')] ?? {}
      const malformed = file === `${MALFORMED}.geojson`
      if (malformed) assert.ok(isReject(decodeCot(Buffer.from(xml))))
      const { event } = sound(decodeCot(malformed ? Buffer.from(hex, 'hex') : Buffer.from(xml)))
      assert.ok(event)
      assert.deepEqual([event.uid, event.detail?.contact?.callsign], [id, properties.callsign], file)
      assert.deepEqual(
        [event.timeMs, event.startMs, event.staleMs],
        [properties.time, properties.start, properties.stale].map((time) => Date.parse(time)),
        file,
      )
      if (geometry.type === 'Point')
        assert.deepEqual(
          [event.type, event.how, event.point.lonDeg, event.point.latDeg, event.point.haeM],
          [properties.type, properties.how, ...geometry.coordinates],
          file,
        )
    }
    const event = (name: string): CotMessage['event'] => sound(decodeCot(Buffer.from(WRITTEN[name]?.xml ?? ''))).event
    assert.deepEqual(event('fileshare')?.detail?.fileShare, {
      name: '123',
      filename: '123.zip',
      senderCallsign: 'callsign',
      senderUid: 'uid',
      url: 'http:://0.0.0.0/',
      sha256: '321',
      sizeBytes: 123,
    })
    assert.deepEqual(event('sensor')?.detail?.sensor, {
      elevationDeg: 0,
      verticalFovDeg: 41.6,
      northDeg: 320.8000030518,
      rollDeg: 0,
      rangeM: 300,
      azimuthDeg: 140,
      model: 'Mavic 2 Enterprise Dual-Visual',
      fovDeg: 66.9,
      type: 'r-e',
      version: '0.6',
    })
  })

  test('what we write of its events says the same to expat', (t) => {
    if (!python) return t.skip('needs python3 (3.11)')
    const documents = Object.entries(WRITTEN).flatMap(([name, { xml }]) => (name === MALFORMED ? [] : [xml]))
    assert.equal(documents.length, 17)
    assert.deepEqual(seenByExpat(documents.map(rewritten)), seenByExpat(documents))
  })

  test('it reads our XML and our protobuf', async (t) => {
    const at = process.env['MARSAD_NODE_COT']
    if (at === undefined) return t.skip('needs MARSAD_NODE_COT, a folder in which @tak-ps/node-cot is installed')
    type Raw = {
      raw: {
        event: {
          _attributes: Record<string, string>
          point: { _attributes: Record<string, unknown> }
          detail: Record<string, { _attributes: Record<string, unknown> }>
        }
      }
    }
    const entry = join(resolve(at), 'node_modules', '@tak-ps', 'node-cot', 'dist', 'index.js')
    const { CoTParser } = (await import(pathToFileURL(entry).href)) as {
      CoTParser: { from_xml(xml: string): Raw; from_proto(bytes: Uint8Array): Promise<Raw> }
    }
    for (const name of ['position', 'track', 'alert', 'chat', 'data-package']) {
      const message = JSON.parse(readFileSync(join(fixtures, `${name}.cot.json`), 'utf8')) as CotMessage
      const { event } = message
      assert.ok(event)
      const readings = [
        CoTParser.from_xml(Buffer.from(sound(encodeCot(message))).toString()),
        await CoTParser.from_proto(sound(encodeCot({ ...message, wire: 'tak-stream' }))),
      ]
      for (const { raw } of readings) {
        const { _attributes, point, detail } = raw.event
        assert.deepEqual(
          [_attributes['uid'], _attributes['type'], Date.parse(_attributes['stale'] ?? '')],
          [event.uid, event.type, event.staleMs],
        )
        assert.deepEqual(
          [Number(point._attributes['lat']), Number(point._attributes['lon']), Number(point._attributes['hae'])],
          [event.point.latDeg, event.point.lonDeg, event.point.haeM],
        )
        assert.equal(detail['contact']?._attributes['callsign'], event.detail?.contact?.callsign)
        if (name === 'data-package') assert.equal(detail['fileshare']?._attributes['sha256'], event.detail?.fileShare?.sha256)
        if (name === 'chat') assert.equal(detail['__chat']?._attributes['chatroom'], event.detail?.chat?.chatroom)
        if (name === 'track') assert.equal(Number(detail['track']?._attributes['course']), event.detail?.track?.courseDeg)
      }
    }
  })
})

test('protoc reads our protobuf, and what it writes of its own text is ours again', (t) => {
  if (spawnSync('protoc', ['--version']).status !== 0) return t.skip('needs protoc (Debian: protobuf-compiler)')
  const args = [`-I${proto}`, 'tak.proto']
  for (const name of ['mesh-position', 'stream-track', 'mesh-announcement']) {
    const frame = Buffer.from(readFileSync(join(fixtures, `${name}.cot.hex`), 'utf8').trim(), 'hex')
    const bytes = frame[0] === 0xbf ? frame.subarray(3) : frame
    const text = spawnSync('protoc', ['--decode=marsad.wire.tak.v1.TakMessage', ...args], { input: bytes })
    assert.equal(text.status, 0, text.stderr.toString())
    assert.doesNotMatch(text.stdout.toString(), /^\s*\d+:/m, 'no field is unknown to it')
    const back = spawnSync('protoc', ['--encode=marsad.wire.tak.v1.TakMessage', ...args], { input: text.stdout })
    assert.equal(back.stdout.toString('hex'), bytes.toString('hex'))
  }
})
