import { useSyncExternalStore } from 'react'

/** The last thing said to the person at the desk about what they did. One line, replaced by the next. */
export type Announcement = { readonly text: string; readonly tone: 'done' | 'fault'; readonly number: number }

let said: Announcement | undefined
let fading: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()
const SHOWN_MS = 8000

export function announce(text: string, tone: Announcement['tone'] = 'done'): void {
  set({ text, tone, number: (said?.number ?? 0) + 1 })
  clearTimeout(fading)
  fading = setTimeout(() => set(undefined), SHOWN_MS)
}

function set(next: Announcement | undefined): void {
  said = next
  for (const listener of listeners) listener()
}

export function useAnnouncement(): Announcement | undefined {
  return useSyncExternalStore(subscribe, read)
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
function read(): Announcement | undefined {
  return said
}
