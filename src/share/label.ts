import type { Agreement } from '../model/event.ts'
import type { Label } from '../model/label.ts'

/** Who asks. `tasks` are those of the post that the person holds. */
export type Recipient = { readonly person: string; readonly nation: string; readonly tasks: readonly string[] }

/** Recipients of one class get the same views: in this version, all of one nation. */
export function releaseClass(recipient: Recipient): string {
  return recipient.nation
}

/** Sharing cites an agreement, and it lapses with the agreement. */
export function inForce(agreement: Agreement, nowMs: number): boolean {
  return agreement.state === 'in-force' && nowMs >= agreement.fromMs && nowMs < agreement.toMs
}

/**
 * Whether a label lets a nation have the item: the host has all, an owner its own, a partner what names it, as long as the agreement that the
 * label cites is in force.
 *
 * inForceIds  ids of the agreements in force now
 */
export function mayHave(label: Label, nation: string, host: string, inForceIds: ReadonlySet<string>): boolean {
  if (nation === host || nation === label.owner) return true
  if (!label.relTo.some((each) => each === nation)) return false
  return label.agreement === undefined || inForceIds.has(label.agreement)
}
