import type { Brand } from '../base/brand.ts'
import type { View } from '../model/api.ts'
import type { Item } from '../model/picture.ts'
import { mayHave, type Recipient } from './label.ts'
import type { MayMention } from './mention.ts'
import type { ReleaseContext } from './release-context.ts'
import { toView } from './view.ts'

/** A value that one recipient may have. Only `release` makes it; what leaves the room accepts nothing else. */
export type Released<T> = Brand<T, 'Released'>

/**
 * label       the label does not name the recipient's nation, or its agreement is not in force
 * not-shown   the item is the room's own and has no view
 * not-finite  a number in it is NaN or infinite: a fault of ours, counted and kept in
 */
export type Withheld = { readonly withheld: 'label' | 'not-shown' | 'not-finite' }

export const isWithheld = (value: Released<View> | Withheld): value is Withheld => 'withheld' in value

/**
 * The one way out: turns an item into what one recipient may have, or withholds it. Inside a view nothing is named that the recipient may not
 * have either: sensors, zones, sites and reasons about them fall away. Personal fields are in no view at all.
 */
export function release(item: Item, recipient: Recipient, context: ReleaseContext): Released<View> | Withheld {
  const host = context.header.host
  if (!mayHave(item.label, recipient.nation, host, context.inForceIds)) return { withheld: 'label' }
  const mayMention: MayMention = (kind, id) => {
    if (recipient.nation === host) return true
    const other = context.lookup(kind, id)
    return other !== undefined && mayHave(other.label, recipient.nation, host, context.inForceIds)
  }
  const view = toView(item, context, mayMention, recipient.nation === host)
  if (view === undefined) return { withheld: 'not-shown' }
  return allFinite(view.view) ? (view as Released<View>) : { withheld: 'not-finite' }
}

function allFinite(value: unknown): boolean {
  if (typeof value === 'number') return value - value === 0
  if (Array.isArray(value)) return value.every(allFinite)
  if (typeof value === 'object' && value !== null) return Object.values(value).every(allFinite)
  return true
}
