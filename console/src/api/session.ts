import { useSyncExternalStore } from 'react'
import type { Problem, SessionView } from '../../../src/model/api.ts'

let session: SessionView | undefined
let refusal: Problem | undefined
const listeners = new Set<() => void>()

/** Asks who the reader is; again whenever the feed comes back, as a post may have changed. */
export async function loadSession(): Promise<void> {
  try {
    const response = await fetch('/api/v1/session')
    const answer: unknown = await response.json()
    if (response.ok) session = answer as SessionView
    refusal = response.status === 401 || response.status === 403 ? (answer as Problem) : undefined
    for (const listener of listeners) listener()
  } catch (error) {
    // The link's own state already says that the server is away; the session stays as last known.
    console.warn('session not loaded', error)
  }
}

export function useSession(): SessionView | undefined {
  return useSyncExternalStore(subscribe, read)
}
/** Why the server lets nobody in from here, in its own words; undefined where it does. */
export function useRefusal(): Problem | undefined {
  return useSyncExternalStore(subscribe, readRefusal)
}
function readRefusal(): Problem | undefined {
  return refusal
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
function read(): SessionView | undefined {
  return session
}
