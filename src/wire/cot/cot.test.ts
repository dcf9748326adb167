import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isReject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import type { Framer } from '../framer.ts'
import { decodeCot, encodeCot } from './decode.ts'
import type { XmlElement } from './element.ts'
import { createCotFramer, frameCot } from './framing.ts'
import { atomOf, kindOfCot } from './kind.ts'
import type { CotMessage } from './message.ts'
import { heard, maySend, negotiationEvent, negotiationOf, newStreamEnd, TAK_ANSWER_WAIT_MS } from './negotiation.ts'
import { MAX_ATTRIBUTES, MAX_DEPTH, MAX_ELEMENTS, parseXml } from './parse-xml.ts'
import { cotFromJson } from './record-shape.ts'
import { readNumber, readTime, writeNumber, writeTime } from './values.ts'
import { unwritable, writeXml } from './write-xml.ts'

const folder = resolve(import.meta.dirname, '..', '..', '..', 'test', 'fixtures', 'cot')
const FIXTURES = globSync('*.cot.hex', { cwd: folder })
  .sort()
  .map((path) => ({
    name: basename(path, '.cot.hex'),
    bytes: Uint8Array.from(Buffer.from(readFileSync(join(folder, path), 'utf8').trim(), 'hex')),
    json: JSON.parse(readFileSync(join(folder, path.replace(/hex$/, 'json')), 'utf8')) as unknown,
  }))
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const sound = <T>(value: T | Reject | undefined): T => {
  assert.ok(value !== undefined && !isReject(value), JSON.stringify(value))
  return value
}
const drain = (framer: Framer, chunks: readonly Uint8Array[]): string[] => {
  const out: string[] = []
  const take = (piece: Uint8Array | Reject): unknown => out.push(isReject(piece) ? piece.rejected : Buffer.from(piece).toString('hex'))
  for (const chunk of chunks) {
    framer.push(chunk)
    for (let piece = framer.next(); piece !== undefined; piece = framer.next()) take(piece)
  }
  for (let piece = framer.end(); piece !== undefined; piece = framer.end()) take(piece)
  return out
}
const POINT = '<point lat="1" lon="2" hae="3" ce="4" le="5"/>'
const eventOf = (inside: string, attributes = ''): string =>
  `<event version="2.0" uid="u" type="a-f-G" how="m-g" time="2022-12-18T18:50:00Z" start="2022-12-18T18:50:00Z" stale="2022-12-18T18:51:00Z"${attributes}>${inside}</event>`

describe('CoT fixtures', () => {
  test('there are some', () => assert.ok(FIXTURES.length >= 12))
  for (const { name, bytes, json } of FIXTURES) {
    test(`${name} says what its JSON says, and back to the byte`, () => {
      assert.deepEqual(plain(decodeCot(bytes)), json)
      assert.equal(Buffer.from(sound(encodeCot(sound(cotFromJson(json))))).toString('hex'), Buffer.from(bytes).toString('hex'))
    })

    test(`${name} survives every cut and every flipped bit; what is still read can be written`, () => {
      let read = 0
      const writable = (frame: Uint8Array): void => {
        const message = decodeCot(frame)
        if (isReject(message)) return assert.ok(message.atByte >= 0 && message.atByte <= frame.length)
        // Most flips only change a letter: every ninth is enough to write.
        if (read++ % 9 === 0) assert.deepEqual(plain(decodeCot(sound(encodeCot(message)))), plain(message))
      }
      for (let length = 0; length < bytes.length; length++) writable(bytes.subarray(0, length))
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        const damaged = bytes.slice()
        damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        writable(damaged)
      }
    })
  }

  test('an XML event goes through protobuf and comes back the same, where protobuf can say it', () => {
    for (const { name, json } of FIXTURES) {
      const message = sound(cotFromJson(json))
      if (message.event === undefined) continue
      for (const wire of ['tak-stream', 'tak-mesh'] as const) {
        const bytes = encodeCot({ ...message, wire })
        if (name === 'unknown-kept') assert.ok(isReject(bytes) && bytes.rejected === 'not-in-protobuf')
        else assert.deepEqual(plain(decodeCot(sound(bytes))), plain({ ...message, wire }))
      }
    }
  })

  test('kinds and atoms', () => {
    const kinds = Object.fromEntries(
      FIXTURES.flatMap(({ name, json }) => {
        const { event } = json as CotMessage
        return event === undefined ? [] : [[name, kindOfCot(event)]]
      }),
    )
    assert.deepEqual(kinds, {
      alert: 'alert',
      chat: 'chat',
      'data-package': 'data-package',
      detection: 'detection',
      'mesh-position': 'position',
      offer: 'protocol',
      position: 'position',
      'stream-track': 'track',
      task: 'task',
      track: 'track',
      'unknown-kept': 'track',
    })
    assert.deepEqual(atomOf('a-s-A-M-H-Q'), { affiliation: 'suspect', dimension: 'air', functionId: 'M-H-Q' })
    assert.deepEqual([atomOf('b-t-f'), atomOf('a-z-A'), atomOf('a-f')?.dimension], [undefined, undefined, undefined])
  })
})

describe('CoT values', () => {
  test('numbers are written without exponent and read back the same', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = writeNumber(value)
        assert.ok(!text.includes('e'))
        assert.ok(readNumber(text) === value)
      }),
    )
    assert.deepEqual(['', ' 1', '1 ', 'NaN', 'Infinity', '0x10', '1e999', '1,5', '--1', '.'].map(readNumber), Array(10).fill(undefined))
  })

  test('times agree with the JavaScript calendar; zones are taken into account; microseconds are kept', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 253_402_300_799_999 }), (atMs) => {
        assert.equal(writeTime(atMs), new Date(atMs).toISOString())
        assert.equal(readTime(writeTime(atMs)), atMs)
      }),
    )
    assert.equal(readTime('2022-12-18T21:50:00+03:00'), Date.UTC(2022, 11, 18, 18, 50))
    assert.equal(writeTime(sound(readTime('2022-12-18T18:50:00.123456Z'))), '2022-12-18T18:50:00.123456Z')
    for (const text of ['2022-12-18T18:50:00', '2022-02-30T00:00:00Z', '1969-12-31T23:59:59Z', '2022-12-18', ''])
      assert.equal(readTime(text), undefined, text)
  })

  test('any element that can be written is read back the same', () => {
    const name = fc.constantFrom('a', 'b', '_flow-tags_', 'x:y', 'contact')
    const string = fc.string({ unit: 'binary', maxLength: 12 })
    const { element } = fc.letrec<{ element: XmlElement }>((tie) => ({
      element: fc.record({
        name,
        attributes: fc.dictionary(name, string, { maxKeys: 3 }),
        children: fc.array(fc.oneof({ depthSize: 'small', withCrossShrink: true }, string, tie('element')), { maxLength: 4 }),
      }),
    }))
    /** The slow twin of what the canonical form keeps. */
    const kept = ({ name: tag, attributes = {}, children = [] }: XmlElement): XmlElement => {
      const joined: (XmlElement | string)[] = []
      for (const child of children) {
        const last = joined.at(-1)
        if (typeof child === 'string' && typeof last === 'string') joined[joined.length - 1] = last + child
        else if (child !== '') joined.push(typeof child === 'string' ? child : kept(child))
      }
      const left =
        joined.length === 1 ? joined : joined.filter((child) => typeof child !== 'string' || child.replaceAll(/[ \t\r\n]/g, '') !== '')
      return { name: tag, ...(Object.keys(attributes).length > 0 && { attributes }), ...(left.length > 0 && { children: left }) }
    }
    let read = 0
    fc.assert(
      fc.property(element, (tree) => {
        if (unwritable(tree) !== undefined) return
        const back = parseXml(writeXml(tree))
        assert.deepEqual(plain(back), plain(kept(tree)))
        read += 1
      }),
    )
    assert.ok(read > 10)
  })
})

describe('hostile CoT', () => {
  const declined = (text: string | Uint8Array): string => {
    const message = decodeCot(typeof text === 'string' ? utf8(text) : text)
    return isReject(message) ? message.rejected : 'read'
  }

  test('a DOCTYPE is refused by its bytes, wherever it stands', () => {
    for (const text of [
      `<!DOCTYPE event>${eventOf(POINT)}`,
      `<!DOCTYPE event [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]>${eventOf(POINT)}`,
      `<?xml version="1.0"?>\n<!DOCTYPE event SYSTEM "file:///etc/passwd">${eventOf(POINT)}`,
      eventOf(`${POINT}<detail><remarks><![CDATA[<!DOCTYPE x>]]></remarks></detail>`),
      `<!doctype event>${eventOf(POINT)}`,
      `<!ELEMENT event ANY>${eventOf(POINT)}`,
    ])
      assert.equal(declined(text), 'doctype', text)
    assert.equal(declined(eventOf(`${POINT}<detail><!-- fine --><a><![CDATA[fine]]></a></detail>`)), 'read')
  })

  test('what is no well-formed event is declined', () => {
    const cases: readonly (readonly [string | Uint8Array, string])[] = [
      [eventOf(`${POINT}<detail>&a;</detail>`), 'xml'],
      [eventOf(`${POINT}<detail><a></b></detail>`), 'xml'],
      [eventOf(`${POINT}<detail a="1" a="2"/>`), 'xml'],
      [eventOf(`${POINT}<detail>&#0;</detail>`), 'xml'],
      [eventOf(POINT) + eventOf(POINT), 'xml'],
      [`<?xml version="1.0" encoding="UTF-16"?>${eventOf(POINT)}`, 'encoding'],
      [Uint8Array.from(Buffer.from(eventOf(POINT), 'utf16le')), 'xml'],
      [Uint8Array.of(...utf8('<event a="'), 0xc0, 0x80, ...utf8('"/>')), 'not-utf-8'],
      [eventOf('<point lat="91" lon="2" hae="3" ce="4" le="5"/>'), 'point-range'],
      [eventOf('<point lat="NaN" lon="2" hae="3" ce="4" le="5"/>'), 'point-number'],
      [eventOf(''), 'missing-element'],
      [eventOf(POINT + POINT), 'duplicate-element'],
      [eventOf(POINT).replace('uid="u"', ''), 'missing-attribute'],
      [eventOf(POINT).replace('18:51:00Z', '18:51:00'), 'event-time'],
      [eventOf(POINT).replace('a-f-G', 'a--G'), 'event-type'],
      ['<auth><cot username="u" password="p"/></auth>', 'not-an-event'],
    ]
    for (const [text, code] of cases) assert.equal(declined(text), code, String(text))
  })

  test('depth, elements and attributes are bounded by their counts', () => {
    const nested = (levels: number): string => eventOf(`${POINT}<detail>${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}</detail>`)
    assert.deepEqual([declined(nested(MAX_DEPTH - 2)), declined(nested(MAX_DEPTH - 1))], ['read', 'too-deep'])
    const wide = (count: number): string => eventOf(`${POINT}<detail>${'<a/>'.repeat(count)}</detail>`)
    assert.deepEqual([declined(wide(MAX_ELEMENTS - 3)), declined(wide(MAX_ELEMENTS - 2))], ['read', 'too-many-elements'])
    const many = (count: number): string =>
      eventOf(`${POINT}<detail><a ${Array.from({ length: count }, (_, i) => `a${i}="1"`).join(' ')}/></detail>`)
    assert.deepEqual([declined(many(MAX_ATTRIBUTES)), declined(many(MAX_ATTRIBUTES + 1))], ['read', 'too-many-attributes'])
    assert.equal(declined(`<event>${'x'.repeat(600_000)}</event>`), 'event-over-limit')
  })

  test('names of JavaScript mean nothing here', () => {
    const text = eventOf(
      `${POINT}<detail><__proto__ toString="1"/><a __proto__="2" constructor="3"/></detail>`,
      ' __proto__="4" valueOf="5"',
    )
    const message = sound(decodeCot(utf8(text)))
    assert.equal(Buffer.from(sound(encodeCot(message))).toString(), text.replaceAll('00Z', '00.000Z'))
  })

  test('XML inside protobuf cannot leave its detail', () => {
    const base = sound(cotFromJson(FIXTURES.find(({ name }) => name === 'stream-track')?.json))
    const good = Buffer.from(sound(encodeCot(base))).toString('latin1')
    const swapped = (inside: string): Uint8Array => {
      // Same length, so that the protobuf lengths around it still hold.
      const from = good.indexOf('<track')
      const length = good.indexOf('</remarks>') + '</remarks>'.length - from
      return Uint8Array.from(Buffer.from(good.slice(0, from) + inside.padEnd(length) + good.slice(from + length), 'latin1'))
    }
    assert.equal(declined(swapped('<a/>')), 'read')
    assert.equal(declined(swapped('</detail><detail>')), 'xml')
    assert.equal(declined(swapped('</detail><!-- -->')), 'xml')
    assert.equal(declined(swapped('<!DOCTYPE a>')), 'doctype')
  })

  test('random bytes, random text and random protobuf end in a message or a reject', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void decodeCot(bytes)))
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void decodeCot(utf8(`<${text}`))))
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void decodeCot(utf8(eventOf(`${POINT}<detail>${text}</detail>`)))))
    fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => void decodeCot(Uint8Array.of(0xbf, 1, 0xbf, ...bytes))))
    fc.assert(fc.property(fc.jsonValue(), (value) => assert.ok(isReject(cotFromJson(value)))))
  })
})

describe('CoT framing', () => {
  const stream = FIXTURES.filter(({ name }) => !name.startsWith('mesh'))
  const expected = stream.map(({ bytes }) => Buffer.from(bytes).toString('hex'))
  const bytes = Buffer.concat([utf8('\ufeff<?xml version="1.0" encoding="UTF-8"?>\n'), ...stream.map((each) => frameCot(each.bytes))])
  const framer = (maxFrameBytes = 10_000): Framer => createCotFramer({ maxFrameBytes })

  test('XML and protobuf mixed come out alike however the stream is cut', () => {
    assert.deepEqual(drain(framer(), [bytes]), expected)
    assert.deepEqual(
      drain(
        framer(),
        Array.from(bytes, (byte) => Uint8Array.of(byte)),
      ),
      expected,
    )
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 30 }), (places) => {
        const at = [0, ...places.sort((a, b) => a - b), bytes.length]
        assert.deepEqual(
          drain(
            framer(),
            at.slice(1).map((end, i) => bytes.subarray(at[i], end)),
          ),
          expected,
        )
      }),
    )
  })

  test('an end tag in quotes, comments, CDATA or of a nested event does not split', () => {
    for (const inside of [
      '<a b="</event>"/>',
      "<a b='</event>'/>",
      '<!-- </event> -->',
      '<![CDATA[ </event> ]]>',
      '<?x </event> ?>',
      '<event a="1"><event/></event>',
      '<pre-event></pre-event><x:event></x:event><eventful></eventful>',
      '&lt;/event&gt;',
    ]) {
      const text = eventOf(POINT + inside)
      assert.deepEqual(
        drain(framer(), [utf8(text + text)]),
        [text, text].map((each) => Buffer.from(each).toString('hex')),
        inside,
      )
    }
  })

  test('damage is named, and what follows is found again where it can be', () => {
    const good = utf8(eventOf(POINT))
    const hex = Buffer.from(good).toString('hex')
    assert.deepEqual(drain(framer(), [utf8('noise'), good, utf8(' '), good]), ['noise', hex, hex])
    assert.deepEqual(drain(framer(), [good.subarray(0, good.length - 8), utf8('<?xml version="1.0"?>'), good]), ['truncated', hex])
    assert.deepEqual(drain(framer(), [good, good.subarray(0, 60)]), [hex, 'truncated'])
    assert.deepEqual(drain(framer(), [utf8('<!DOCTYPE a>'), good]), ['doctype'])
    assert.deepEqual(drain(framer(100), [good.subarray(0, 150)]), ['event-over-limit'])
    assert.deepEqual(drain(framer(), [Uint8Array.of(0xbf, 0xff, 0xff, 0xff, 0xff, 0x7f), good]), ['length-over-limit'])
    assert.deepEqual(drain(framer(), [Uint8Array.of(0xbf, 0), good]), ['empty-message', hex])
    assert.deepEqual(drain(framer(), [Uint8Array.of(0xbf, 5, 1)]), ['truncated'])
  })

  test('a mesh datagram is one frame', () => {
    for (const { name, bytes: datagram } of FIXTURES.filter((each) => each.name.startsWith('mesh')))
      assert.deepEqual(drain(framer(), [datagram]), [Buffer.from(datagram).toString('hex')], name)
  })

  test('damage anywhere ends in frames or rejects, never more bytes out than in', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 }), fc.nat(), (edits, length) => {
        const damaged = Uint8Array.from(bytes.subarray(0, length % (bytes.length + 1)))
        for (const [at, byte] of edits) if (damaged.length > 0) damaged[at % damaged.length] = byte
        const out = drain(framer(), [damaged]).filter((piece) => /^(?:[0-9a-f]{2})+$/.test(piece))
        assert.ok(out.reduce((sum, piece) => sum + piece.length / 2, 0) <= damaged.length)
      }),
    )
  })
})

describe('TAK protocol negotiation', () => {
  test('server and client agree by events that go over the wire as XML', () => {
    const over = (said: Parameters<typeof negotiationEvent>[0]) => {
      const frame = sound(encodeCot({ wire: 'xml', event: negotiationEvent(said, 'n', 1000) }))
      const { event } = sound(decodeCot(frame))
      return sound(negotiationOf(sound(event)))
    }
    const asked = heard(newStreamEnd('client'), over({ says: 'offer', versions: [1] }), 1000)
    assert.deepEqual(asked.answer, { says: 'request', version: 1 })
    assert.deepEqual([maySend(asked.end, 1001), maySend(asked.end, 1000 + TAK_ANSWER_WAIT_MS)], [false, true])
    const answered = heard(newStreamEnd('server'), over(sound(asked.answer)), 1002)
    assert.deepEqual([answered.end.sends, answered.answer], ['tak-stream', { says: 'answer', accepted: true }])
    const agreed = heard(asked.end, over(sound(answered.answer)), 1003)
    assert.deepEqual([agreed.end.sends, maySend(agreed.end, 1004), agreed.answer], ['tak-stream', true, undefined])
  })

  test('another version, a refusal and answers to nothing leave XML', () => {
    assert.equal(heard(newStreamEnd('client'), { says: 'offer', versions: [2] }, 0).answer, undefined)
    assert.deepEqual(heard(newStreamEnd('server'), { says: 'request', version: 2 }, 0).answer, { says: 'answer', accepted: false })
    assert.equal(heard(newStreamEnd('client'), { says: 'answer', accepted: true }, 0).end.sends, 'xml')
    const asked = heard(newStreamEnd('client'), { says: 'offer', versions: [1] }, 0)
    assert.equal(heard(asked.end, { says: 'answer', accepted: false }, 1).end.sends, 'xml')
    assert.equal(heard(newStreamEnd('server'), { says: 'offer', versions: [1] }, 0).answer, undefined)
  })
})
