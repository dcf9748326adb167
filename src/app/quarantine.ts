/** Senders whose bytes broke the engine: nothing of theirs is taken for a while. Wall clock, because it is about the sender, not the event. */
export interface Quarantine {
  put(feed: string, peer: string): void
  holds(feed: string, peer: string): boolean
}

const QUARANTINE_MS = 60_000
const MAX_SENDERS = 10_000

export function createQuarantine(wallNowMs: () => number): Quarantine {
  const until = new Map<string, number>()
  return {
    put(feed, peer) {
      const key = keyOf(feed, peer)
      until.delete(key)
      until.set(key, wallNowMs() + QUARANTINE_MS)
      if (until.size > MAX_SENDERS) until.delete(until.keys().next().value ?? '')
    },
    holds(feed, peer) {
      const key = keyOf(feed, peer)
      const end = until.get(key)
      if (end === undefined) return false
      if (wallNowMs() < end) return true
      until.delete(key)
      return false
    },
  }
}

/** A sender comes back from another port of the same address. */
function keyOf(feed: string, peer: string): string {
  return `${feed} ${addressOf(peer)}`
}

/** The address of `192.0.2.1:5020` and `[fe80::1]:5020`; a peer without a port is one, `fe80::1` too. */
function addressOf(peer: string): string {
  const [, bracketed, plain] = /^(?:\[([^\]]*)\]|([^:]*)):\d+$/.exec(peer) ?? []
  return bracketed ?? plain ?? peer
}
