/**
 * Which items were judged with an eye on which others: when what an item would mention comes into reach of the recipient or falls out of it,
 * that item has to be judged again. Keys are `kind` and `id`.
 */
export interface MentionIndex {
  /** From here until the next call, `asked` belongs to this item; what it had asked before is forgotten. */
  judging(item: string): void
  asked(other: string): void
  forget(item: string): void
  dependents(other: string): Iterable<string>
}

export function createMentionIndex(): MentionIndex {
  const askedBy = new Map<string, Set<string>>()
  const asks = new Map<string, Set<string>>()
  let current = ''
  const forget = (item: string) => {
    for (const other of asks.get(item) ?? []) {
      const items = askedBy.get(other)
      items?.delete(item)
      if (items?.size === 0) askedBy.delete(other)
    }
    asks.delete(item)
  }
  const setIn = (map: Map<string, Set<string>>, key: string, value: string) => {
    const values = map.get(key)
    if (values) values.add(value)
    else map.set(key, new Set([value]))
  }
  return {
    judging(item) {
      forget(item)
      current = item
    },
    asked(other) {
      setIn(asks, current, other)
      setIn(askedBy, other, current)
    },
    forget,
    dependents: (other) => [...(askedBy.get(other) ?? [])],
  }
}
