/**
 * A small engine for tests of the record: counts frames per feed, answers commands, and misbehaves on magic bytes.
 * The state is plain data and every output depends on it, so that a state that was not restored right is seen.
 */
import type { Entry } from '../../src/model/entry.ts'
import type { Output } from '../../src/model/picture.ts'

export const SPIN = 0xee
export const THROW = 0xdd

type State = { frames: Map<string, number>; checksum: number; ticks: number; commands: number }

export function newEngineState(): State {
  return { frames: new Map(), checksum: 0, ticks: 0, commands: 0 }
}

export function advance(state: State, entry: Entry): Output[] {
  switch (entry.type) {
    case 'frame':
      return onFrame(state, entry)
    case 'tick':
      state.ticks++
      return state.ticks % 10 === 0 ? [feedItem('ticks', state.ticks, state.checksum)] : []
    case 'command':
      return onCommand(state, entry)
    case 'connection':
      return [feedItem(`connection-${entry.connection}`, entry.connection, state.checksum)]
    case 'gap':
      return [feedItem('gap', entry.position, state.checksum)]
    default:
      return []
  }
}

function onFrame(state: State, entry: Entry): Output[] {
  const [first = 0] = entry.payload
  for (; first === SPIN;);
  if (first === THROW) throw new Error('magic bytes')
  const count = (state.frames.get(entry.source) ?? 0) + 1
  state.frames.set(entry.source, count)
  for (const byte of entry.payload) state.checksum = (Math.imul(state.checksum, 31) + byte) | 0
  return [
    feedItem(entry.source, count, state.checksum),
    { out: 'reply', key: `r${entry.position}`, connection: entry.connection, bytes: entry.payload.slice(0, 4), close: false },
  ]
}

function onCommand(state: State, entry: Entry): Output[] {
  state.commands++
  const { key, body } = JSON.parse(new TextDecoder().decode(entry.payload)) as { key: string; body: { kind: string } }
  if (body.kind === 'qnh.set')
    return [
      feedItem('commands', state.commands, state.checksum),
      { out: 'outcome', key, position: entry.position, outcome: { result: 'done' } },
    ]
  return [{ out: 'outcome', key, position: entry.position, outcome: { result: 'refused', why: 'not-now' } }]
}

function feedItem(id: string, frames: number, bytes: number): Output {
  const label = { policy: 'MARSAD', classification: 'restricted', owner: 'QAT', relTo: [] } as never
  return {
    out: 'put',
    item: {
      kind: 'feed',
      id,
      label,
      door: 'json',
      state: 'live',
      stateSinceMs: 0,
      connections: 0,
      frames,
      bytes,
      accepted: 0,
      rejected: 0,
      shed: 0,
      lastReject: undefined,
      lastFrameMs: undefined,
    },
  }
}
