import type { CommandAnswer, Problem } from '../model/api.ts'
import { commandPayload, type CommandPayload, type Outcome } from '../model/command.ts'
import type { Entry } from '../model/entry.ts'
import type { CommandOutcome, Reveal } from '../model/picture.ts'
import type { Answer } from '../record/engine-run.ts'
import { canonicalJson } from '../record/output-hash.ts'
import { CommandUnavailable } from '../serve/room-port.ts'

/**
 * Opens what is sealed for the one who asked: the vault, outside the engine. An empty answer: its keys have been erased; undefined: there is no
 * vault here.
 */
export type OpenSealed = (answer: Answer) => NonNullable<CommandAnswer['revealed']> | undefined

export type DeskSettings = {
  /** Gives the command its place in the journal. */
  readonly append: (payload: CommandPayload) => number
  readonly openSealed: OpenSealed
  /** An entry that is durable, to compare a repeated command with; undefined where it cannot be read. */
  readonly readEntry: (position: number) => Entry | undefined
}

/** Where commands wait until they are durable and applied. A key is carried out once; asked again it is answered the same. */
export interface CommandDesk {
  take(payload: CommandPayload): Promise<CommandAnswer>
  /** What a snapshot and the journal after it knew. */
  restore(answers: readonly (readonly [string, Answer])[]): void
  onOutcome(effect: CommandOutcome): void
  onReveal(effect: Reveal): void
  /** The entry at `position` was lost or poisoned: whoever waits for it is told so. */
  onLost(position: number, problem: Problem): void
  /** Journal and engine are both past `position`: what is answered up to there can be given out. */
  release(position: number): void
}

type Waiting = {
  readonly key: string
  readonly payload: CommandPayload
  readonly position: number
  readonly promise: Promise<CommandAnswer>
  readonly resolve: (answer: CommandAnswer) => void
  readonly reject: (error: Error) => void
  readonly timer: NodeJS.Timeout
}

const MAX_WAITING = 1000
/** As many as a snapshot keeps; the oldest is forgotten first. */
const MAX_ANSWERS = 10_000
const PATIENCE_MS = 10_000
const BUSY: Problem = {
  error: 'busy',
  message: 'too many commands wait for their answer',
  todo: 'send this command again in a few seconds, with the same key',
}
const SLOW: Problem = {
  error: 'not-answered-yet',
  message: 'the command is recorded or about to be, but has no answer yet',
  todo: 'send it again with the same key: it is carried out once',
}
const ERASED: Outcome = { result: 'refused', why: 'erased' }
const REUSED: Problem = {
  error: 'key-reused',
  message: 'this key was used for another command',
  todo: 'give every command a key of its own',
}

export function createCommandDesk(settings: DeskSettings): CommandDesk {
  const answers = new Map<string, Answer>()
  const waiting = new Map<string, Waiting>()
  /** Positions that are not in the record: the engine, which saw them, goes on answering their keys with them. */
  const lost = new Map<number, Problem>()

  const give = (answer: Answer): CommandAnswer => {
    const revealed = answer.pilot === undefined && answer.serial === undefined ? undefined : settings.openSealed(answer)
    // The engine knows no keys: to it, and in the record, the asking was allowed. That there is nothing left to see is found out here.
    if (revealed !== undefined && Object.keys(revealed).length === 0) return { position: answer.position, outcome: ERASED }
    return { position: answer.position, outcome: answer.outcome, ...(revealed && { revealed }) }
  }
  const end = (one: Waiting) => {
    clearTimeout(one.timer)
    waiting.delete(one.key)
  }
  const giveUp = (one: Waiting, problem: Problem) => {
    end(one)
    one.reject(new CommandUnavailable(problem))
  }
  const wait = (payload: CommandPayload): Promise<CommandAnswer> => {
    // Before the timer: where it throws, nobody would hold the promise that the timer rejects.
    const position = settings.append(payload)
    const { promise, resolve, reject } = Promise.withResolvers<CommandAnswer>()
    const timer = setTimeout(() => {
      waiting.delete(payload.key)
      reject(new CommandUnavailable(SLOW))
    }, PATIENCE_MS)
    waiting.set(payload.key, { key: payload.key, payload, position, promise, resolve, reject, timer })
    return promise
  }
  return {
    async take(payload) {
      const pending = waiting.get(payload.key)
      if (pending !== undefined) {
        if (!sameCommand(pending.payload, payload)) throw new CommandUnavailable(REUSED)
        return pending.promise
      }
      const known = answers.get(payload.key)
      if (known !== undefined) {
        if (!isRepeat(settings.readEntry(known.position), payload)) throw new CommandUnavailable(REUSED)
        return give(known)
      }
      if (waiting.size >= MAX_WAITING) throw new CommandUnavailable(BUSY)
      return wait(payload)
    },
    restore(list) {
      answers.clear()
      for (const [key, answer] of list) if (!lost.has(answer.position)) answers.set(key, answer)
    },
    onOutcome({ key, position, outcome }) {
      const one = waiting.get(key)
      const problem = lost.get(position)
      if (problem === undefined) keep(answers, key, { ...answers.get(key), position, outcome })
      else if (one !== undefined) giveUp(one, problem)
    },
    onReveal({ key, position, pilot, serial }) {
      const known = answers.get(key) ?? { position, outcome: { result: 'done' } as const }
      keep(answers, key, { ...known, ...(pilot && { pilot }), ...(serial && { serial }) })
    },
    onLost(position, problem) {
      keep(lost, position, problem)
      for (const one of waiting.values()) if (one.position === position) giveUp(one, problem)
    },
    release(position) {
      for (const one of waiting.values()) {
        const answer = one.position <= position ? answers.get(one.key) : undefined
        if (answer === undefined) continue
        end(one)
        one.resolve(give(answer))
      }
    },
  }
}

function keep<K, V>(map: Map<K, V>, key: K, value: V): void {
  map.set(key, value)
  const [oldest] = map.keys()
  if (map.size > MAX_ANSWERS && oldest !== undefined) map.delete(oldest)
}

/** The same person asks for the same thing; another session of theirs may have taken over. */
function sameCommand(a: CommandPayload, b: CommandPayload): boolean {
  return a.actor.person === b.actor.person && canonicalJson(a.body) === canonicalJson(b.body)
}

function isRepeat(entry: Entry | undefined, payload: CommandPayload): boolean {
  if (entry?.type !== 'command') return false
  const recorded = commandPayload.safeParse(JSON.parse(new TextDecoder().decode(entry.payload)))
  return recorded.success && recorded.data.key === payload.key && sameCommand(recorded.data, payload)
}
