import { acknowledge, shelve, type AlertAnswer } from '../assess/alert-commands.ts'
import { mayDo, type PostTask } from '../coalition/authority.ts'
import { commandPayload, type CommandBody, type CommandPayload, type Outcome } from '../model/command.ts'
import type { Entry } from '../model/entry.ts'
import type { NodeId, TrackId } from '../model/ids.ts'
import type { Output } from '../model/picture.ts'
import { acceptNode, refuseNode } from '../sense/receive.ts'
import { resetClutter } from '../track/clutter-map.ts'
import { differByWord, mergeByWord, splitByWord, type WordAnswer } from '../track/word.ts'
import { MAX_ANSWERS, type EngineState } from './engine-state.ts'
import { markNode } from './health.ts'
import { jsonPayload } from './payload.ts'
import { eventItem, put } from './place-items.ts'
import { absorb, senseContext } from './sensing.ts'
import { claimsOf, putAlerts } from './track-items.ts'

/** The task that a post must have for each command. */
const TASK_OF: Readonly<Record<CommandBody['kind'], PostTask>> = {
  'alert.acknowledge': 'acknowledge',
  'alert.shelve': 'acknowledge',
  'node.accept': 'accept-nodes',
  'node.refuse': 'accept-nodes',
  'personal.view': 'view-personal',
  'qnh.set': 'set-qnh',
  'track.merge': 'watch',
  'track.split': 'watch',
  'track.differ': 'watch',
  'clutter.reset': 'watch',
}

const DONE: Outcome = { result: 'done' }
const refused = (why: Extract<Outcome, { result: 'refused' }>['why']): Outcome => ({ result: 'refused', why })

/**
 * What a person asked for, judged at its own entry. A key that the same person used before is answered as it was then, with
 * the position of then, and nothing is done again.
 */
export function applyCommand(state: EngineState, entry: Entry, outputs: Output[]): void {
  const command = jsonPayload(entry, commandPayload)
  const answerKey = `${command.actor.person}/${command.key}`
  const before = state.answers.get(answerKey)
  if (before !== undefined) {
    outputs.push({ out: 'outcome', key: command.key, ...before })
    return
  }
  const registry = {
    host: state.definition.header?.host,
    persons: state.definition.persons,
    posts: state.definition.posts,
    agreements: state.definition.agreements,
  }
  const authority = mayDo(registry, command.actor, TASK_OF[command.body.kind], entry.atMs)
  const outcome: Outcome = authority.may ? carryOut(state, entry, command, outputs) : { result: 'forbidden', why: authority.why }
  remember(state, answerKey, entry.position, outcome)
  outputs.push({ out: 'outcome', key: command.key, position: entry.position, outcome })
}

function remember(state: EngineState, answerKey: string, position: number, outcome: Outcome): void {
  state.answers.set(answerKey, { position, outcome })
  if (state.answers.size <= MAX_ANSWERS) return
  for (const oldest of state.answers.keys()) {
    state.answers.delete(oldest)
    return
  }
}

function carryOut(state: EngineState, entry: Entry, command: CommandPayload, outputs: Output[]): Outcome {
  const { body, actor } = command
  const nowMs = entry.atMs
  switch (body.kind) {
    case 'alert.acknowledge':
      return tellAlerts(state, acknowledge(state.assess, body.alert, actor.person, nowMs), nowMs, outputs)
    case 'alert.shelve':
      return tellAlerts(state, shelve(state.assess, body.alert, actor.person, nowMs + body.forS * 1000, nowMs), nowMs, outputs)
    case 'node.accept':
    case 'node.refuse':
      return decideNode(state, entry, body, outputs)
    case 'personal.view':
      return revealPersonal(state, entry, command.key, body.track, outputs)
    case 'track.merge':
      return answered(mergeByWord(state.tracker, body.a, body.b, nowMs))
    case 'track.split':
      return answered(splitByWord(state.tracker, body.track, nowMs))
    case 'track.differ':
      return answered(differByWord(state.tracker, body.a, body.b))
    case 'clutter.reset':
      if (!state.tracker.sensorIndex.has(body.node as NodeId)) return refused('no-such-node')
      return resetClutter(state.tracker, body.node) ? DONE : refused('already')
    case 'qnh.set': {
      if (body.qnhPa === state.qnhPa) return refused('already')
      state.qnhPa = body.qnhPa
      put(outputs, eventItem(state))
      return DONE
    }
  }
}

/** The tracks themselves change in the picture at the next tick. */
function answered(answer: WordAnswer): Outcome {
  return answer === 'done' ? DONE : refused(answer)
}

function tellAlerts(state: EngineState, answer: AlertAnswer, nowMs: number, outputs: Output[]): Outcome {
  putAlerts(state, answer.alerts, nowMs, outputs)
  return answer.outcome
}

function decideNode(
  state: EngineState,
  entry: Entry,
  body: Extract<CommandBody, { kind: 'node.accept' | 'node.refuse' }>,
  outputs: Output[],
): Outcome {
  const node = state.sense.nodes.get(body.node)
  if (node === undefined && !state.definition.nodes.has(body.node)) return refused('no-such-node')
  const accepts = body.kind === 'node.accept'
  if (node?.standing === (accepts ? 'accepted' : 'refused')) return refused('already')
  const context = senseContext(state)
  if (context === undefined) return refused('not-now')
  const result = accepts ? acceptNode(state.sense, context, body.node, entry.atMs) : refuseNode(state.sense, context, body.node, entry.atMs)
  absorb(state, result, entry, outputs)
  markNode(state, body.node)
  return DONE
}

/** Lets the vault open what one track has claimed of a person, for this asker alone; the asking itself is the entry. */
function revealPersonal(state: EngineState, entry: Entry, key: string, track: string, outputs: Output[]): Outcome {
  const shown = state.tracks.get(track as TrackId)
  if (shown === undefined) return refused('no-such-track')
  const claims = claimsOf(state, shown.estimate)
  const pilot = claims.find((claim) => claim.sealedPilot !== undefined)?.sealedPilot
  const serial = claims.find((claim) => claim.sealedSerial !== undefined)?.sealedSerial
  if (pilot === undefined && serial === undefined) return refused('nothing-claimed')
  outputs.push({ out: 'reveal', key, position: entry.position, track: track as TrackId, pilot, serial })
  return DONE
}
