import type { Actor } from '../model/command.ts'
import type { Agreement, Person, Post } from '../model/event.ts'

/** What a post can let its holder do, in the event definition's words. */
export type PostTask = Post['tasks'][number]

/** The part of the event definition that authority is judged by. */
export type AuthorityRegistry = {
  /** Nation that hosts the event; its own people need no agreement. */
  readonly host: string | undefined
  readonly persons: ReadonlyMap<string, Person>
  readonly posts: ReadonlyMap<string, Post>
  readonly agreements: ReadonlyMap<string, Agreement>
}

export type Authority = { readonly may: true } | { readonly may: false; readonly why: 'not-your-post' | 'unknown-person' | 'no-agreement' }

/** The kind of information that a partner's person handles in a task: an agreement with the host must let it flow. */
const INFORMATION_OF_TASK: Readonly<Record<PostTask, Agreement['information'][number] | undefined>> = {
  watch: 'tracks',
  acknowledge: 'alerts',
  'accept-nodes': 'nodes',
  'view-personal': 'personal',
  // Pressure at sea level is public weather.
  'set-qnh': undefined,
}

/**
 * Whether this person, in this post, may do this task at this moment. The person must exist, hold the post and belong to
 * the nation they name; the post must have the task and, where it is kept for a nation, be theirs; and a partner's person
 * needs an agreement in force between their nation and the host that covers the kind of information.
 *
 * nowMs  the entry's `atMs`
 */
export function mayDo(registry: AuthorityRegistry, actor: Actor, task: PostTask, nowMs: number): Authority {
  const person = registry.persons.get(actor.person)
  if (person === undefined || person.nation !== actor.nation) return { may: false, why: 'unknown-person' }
  const post = registry.posts.get(actor.post)
  const holds = post !== undefined && person.post === post.id && (post.nation === undefined || post.nation === person.nation)
  if (!holds || !post.tasks.includes(task)) return { may: false, why: 'not-your-post' }
  if (person.nation !== registry.host && !agreementCovers(registry, person.nation, INFORMATION_OF_TASK[task], nowMs))
    return { may: false, why: 'no-agreement' }
  return { may: true }
}

function agreementCovers(
  registry: AuthorityRegistry,
  nation: string,
  information: Agreement['information'][number] | undefined,
  nowMs: number,
): boolean {
  if (registry.host === undefined) return false
  for (const agreement of registry.agreements.values()) {
    const inForce = agreement.state === 'in-force' && agreement.fromMs <= nowMs && nowMs < agreement.toMs
    const between = agreement.parties.includes(nation) && agreement.parties.includes(registry.host)
    if (inForce && between && (information === undefined || agreement.information.includes(information))) return true
  }
  return false
}
