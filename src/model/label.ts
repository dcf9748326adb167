import type { NationId } from './ids.ts'

/**
 * Who may have an item. Travels with the value; `share/release.ts` is the only reader that decides by it.
 *
 * relTo      nations that may have it; the owner is always among them
 * agreement  id of the agreement under which it is shared, or undefined for the host's own
 */
export type Label = {
  readonly policy: 'MARSAD'
  readonly classification: 'open' | 'restricted'
  readonly owner: NationId
  readonly relTo: readonly NationId[]
  readonly agreement?: string
}
