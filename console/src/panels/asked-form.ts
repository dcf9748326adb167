import { useSyncExternalStore } from 'react'

/** The one form that stands open in the inspector, if any: it opens from a button there, from the queue, or by a key. */
export type AskedForm = { readonly form: 'shelve' | 'personal' | 'refuse'; readonly id: string }

let asked: AskedForm | undefined
const listeners = new Set<() => void>()

export function askForm(next: AskedForm | undefined): void {
  asked = next
  for (const listener of listeners) listener()
}
export function askedForm(): AskedForm | undefined {
  return asked
}
export function useAskedForm(): AskedForm | undefined {
  return useSyncExternalStore(subscribe, askedForm)
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
