import { useSyncExternalStore } from 'react'
import type { SessionView } from '../../../src/model/api.ts'

let session: SessionView | undefined
const listeners = new Set<() => void>()

/** Asks who the reader is; again whenever the feed comes back, as a post may have changed. */
export async function loadSession(): Promise<void> {
  try {
    const response = await fetch('/api/v1/session')
    if (!response.ok) return
    session = (await response.json()) as SessionView
    for (const listener of listeners) listener()
  } catch (error) {
    // The link's own state already says that the server is away; the session stays as last known.
    console.warn('session not loaded', error)
  }
}

export function useSession(): SessionView | undefined {
  return useSyncExternalStore(subscribe, read)
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
function read(): SessionView | undefined {
  return session
}
