import { assert } from '../base/assert.ts'
import { isReject } from '../base/reject.ts'
import { clockPayload, connectionPayload, gapPayload, poisonPayload, shedPayload, startPayload, type Entry } from '../model/entry.ts'
import type { Output } from '../model/picture.ts'
import { connectionChanged, connectionsLost, framesShed, receiveFrame, senseTick } from '../sense/receive.ts'
import { applyCommand } from './commands.ts'
import { MAX_QUARANTINED, type EngineState } from './engine-state.ts'
import { applyEventPart } from './event-parts.ts'
import { countShed } from './health.ts'
import { jsonPayload } from './payload.ts'
import { eventItem, put } from './place-items.ts'
import { absorb, senseContext } from './sensing.ts'
import { tick } from './tick.ts'
import { upcast } from './upcast.ts'

/**
 * The engine: one entry in, outputs out. It reads nothing but the entry and its own state, so live, replay, simulation and
 * test are the same run. Changes `state` in place.
 *
 * A throw means a fault of ours at this entry: the supervisor restores the last snapshot and poisons the position.
 */
export function advance(state: EngineState, entry: Entry): Output[] {
  assert(entry.position > state.position, `entry ${entry.position} after ${state.position}`)
  assert(entry.atMs >= state.atMs, `entry ${entry.position}: event time went back from ${state.atMs} to ${entry.atMs}`)
  const current = upcast(entry)
  assert(!isReject(current), `entry ${entry.position}: ${isReject(current) ? (current.detail ?? current.rejected) : ''}`)
  state.position = entry.position
  state.atMs = entry.atMs
  const outputs: Output[] = []
  apply(state, current, outputs)
  return outputs
}

function apply(state: EngineState, entry: Entry, outputs: Output[]): void {
  switch (entry.type) {
    case 'frame':
      return applyFrame(state, entry, outputs)
    case 'tick':
      return applyTick(state, entry, outputs)
    case 'command':
      return applyCommand(state, entry, outputs)
    case 'connection':
      return applyConnection(state, entry, outputs)
    case 'event':
      return applyEventPart(state, entry, outputs)
    case 'start':
      return applyStart(state, entry, outputs)
    case 'clock':
      state.clock = jsonPayload(entry, clockPayload)
      return
    case 'shed':
      return absorb(state, framesShed(state.sense, jsonPayload(entry, shedPayload)), entry, outputs)
    case 'poison':
      return applyPoison(state, entry, outputs)
    case 'gap':
      state.unrecordedFrames += jsonPayload(entry, gapPayload).frames
      put(outputs, eventItem(state))
      return
    // Written for `verify` and for the record: they change nothing here.
    case 'outputs':
    case 'effect-done':
      return
  }
}

function applyFrame(state: EngineState, entry: Entry, outputs: Output[]): void {
  if (entry.connection !== 0 && state.quarantined.has(entry.connection)) {
    countShed(state, entry.source, 1)
    return
  }
  const context = senseContext(state)
  if (context === undefined) {
    state.tooEarly++
    state.eventDirty = true
    return
  }
  absorb(state, receiveFrame(state.sense, context, entry), entry, outputs)
}

function applyTick(state: EngineState, entry: Entry, outputs: Output[]): void {
  const context = senseContext(state)
  if (context === undefined) return
  absorb(state, senseTick(state.sense, context, entry.atMs), entry, outputs)
  tick(state, entry.atMs, outputs)
}

function applyConnection(state: EngineState, entry: Entry, outputs: Output[]): void {
  const payload = jsonPayload(entry, connectionPayload)
  if (payload.change === 'closed') state.quarantined.delete(entry.connection)
  const context = senseContext(state)
  if (context === undefined) return
  absorb(state, connectionChanged(state.sense, context, entry, payload), entry, outputs)
}

/** A process that resumes a journal finds none of the connections of the one before it: they are closed here. */
function applyStart(state: EngineState, entry: Entry, outputs: Output[]): void {
  state.mode = jsonPayload(entry, startPayload).mode
  absorb(state, connectionsLost(state.sense), entry, outputs)
  state.quarantined.clear()
}

/** The poisoned entry itself is passed over by every reader; its sender's connection is put aside and closed. */
function applyPoison(state: EngineState, entry: Entry, outputs: Output[]): void {
  const { source, connection } = jsonPayload(entry, poisonPayload)
  state.poisoned++
  countShed(state, source, 1)
  if (connection === 0) return
  if (state.quarantined.size < MAX_QUARANTINED) state.quarantined.add(connection)
  outputs.push({ out: 'reply', key: `${entry.position}.0`, connection, bytes: new Uint8Array(0), close: true })
}
