import { z } from 'zod'

/** Who speaks: every command carries it, and the engine judges it at the entry. */
export const actor = z.object({ person: z.string(), post: z.string(), nation: z.string(), session: z.string() })
export type Actor = z.infer<typeof actor>

const key = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)

/** What a person may ask for in this version. `kind` names the noun, then the verb. */
export const commandBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('alert.acknowledge'), alert: z.string() }),
  z.object({ kind: z.literal('alert.shelve'), alert: z.string(), forS: z.number().positive().max(7200), why: z.string().min(1).max(500) }),
  z.object({ kind: z.literal('node.accept'), node: z.string() }),
  z.object({ kind: z.literal('node.refuse'), node: z.string(), why: z.string().min(1).max(500) }),
  /** Asks to see the personal fields claimed by one track; the answer goes to the asker alone and the asking stays on record. */
  z.object({ kind: z.literal('personal.view'), track: z.string(), why: z.string().min(1).max(500) }),
  /** The operator's word on who is who, held against the correlator: `b` is part of `a`; a track holds two objects; two tracks are not the same. */
  z.object({ kind: z.literal('track.merge'), a: z.string(), b: z.string() }),
  z.object({ kind: z.literal('track.split'), track: z.string() }),
  z.object({ kind: z.literal('track.differ'), a: z.string(), b: z.string() }),
  /** Forgets what the tracker has learnt of one radar's clutter. */
  z.object({ kind: z.literal('clutter.reset'), node: z.string() }),
  z.object({ kind: z.literal('qnh.set'), qnhPa: z.number().min(87000).max(108600) }),
])
export type CommandBody = z.infer<typeof commandBody>

/** `key` makes a command idempotent: the same key is carried out once and answered the same. */
export const commandPayload = z.object({ key, actor, body: commandBody })
export type CommandPayload = z.infer<typeof commandPayload>

/** What became of a command. `forbidden` and `refused` name why in a word that `words/` words. */
export const outcome = z.discriminatedUnion('result', [
  z.object({ result: z.literal('done') }),
  z.object({ result: z.literal('forbidden'), why: z.enum(['not-your-post', 'unknown-person', 'no-agreement']) }),
  z.object({
    result: z.literal('refused'),
    why: z.enum(['no-such-alert', 'no-such-node', 'no-such-track', 'nothing-claimed', 'already', 'not-now', 'erased']),
  }),
])
export type Outcome = z.infer<typeof outcome>
