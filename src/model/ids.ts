import type { Brand } from '../base/brand.ts'

/** Our own fused track, e.g. `T17`. Unique within one journal; never used again. */
export type TrackId = Brand<string, 'TrackId'>
/** One object that asks an operator to act, e.g. `A3`. */
export type AlertId = Brand<string, 'AlertId'>
/** A networked sensor or outside system. SAPIENT nodes carry a UUID in lower case; others the id in the event definition. */
export type NodeId = Brand<string, 'NodeId'>
export type SiteId = Brand<string, 'SiteId'>
export type ZoneId = Brand<string, 'ZoneId'>
export type PersonId = Brand<string, 'PersonId'>
export type PostId = Brand<string, 'PostId'>
/** ISO 3166-1 alpha-3, e.g. `QAT`. */
export type NationId = Brand<string, 'NationId'>
/** A feed: one configured stream into one door. */
export type FeedId = Brand<string, 'FeedId'>
/**
 * What stands for the identity that an object claims: `icao:4ca1fa` for a Mode S address,
 * `rid:<keyed token>` for a Remote ID serial (the token outlives the serial's erasure).
 */
export type ClaimKey = Brand<string, 'ClaimKey'>
