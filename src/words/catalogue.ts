import type { Message } from './message.ts'
import { FRAME } from './messages/frame.ts'
import { INSPECTOR } from './messages/inspector.ts'
import * as kinds from './messages/kinds.ts'
import { MAP } from './messages/map.ts'
import { NODES } from './messages/nodes.ts'
import { OUTCOMES } from './messages/outcomes.ts'
import { QUEUE } from './messages/queue.ts'
import { SESSION } from './messages/session.ts'
import { UNITS } from './messages/units.ts'
import type { ParamsFor } from './params.ts'

/** Every message of the console by its key; reasons stand in `reasons.ts`. */
export const CATALOGUE = {
  ...FRAME,
  ...QUEUE,
  ...INSPECTOR,
  ...NODES,
  ...SESSION,
  ...MAP,
  ...OUTCOMES,
  ...UNITS,
  ...kinds.IDENTITIES,
  ...kinds.CLASSES,
  ...kinds.PRIORITIES,
  ...kinds.ALERT_KINDS,
  ...kinds.ALERT_STATES,
  ...kinds.NODE_STATES,
  ...kinds.FEED_STATES,
  ...kinds.SENSORS,
  ...kinds.ZONE_KINDS,
  ...kinds.SITE_KINDS,
  ...kinds.AGREEMENT_STATES,
}

export type MessageKey = keyof typeof CATALOGUE
type ParamNameOf<K extends MessageKey> = (typeof CATALOGUE)[K] extends Message<infer P> ? P : never

/** The second argument of `t`: none for a message without parameters, else each of them by name. */
export type ParamsOf<K extends MessageKey> = [ParamNameOf<K>] extends [never] ? [] : [params: ParamsFor<ParamNameOf<K>>]
