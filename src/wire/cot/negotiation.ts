import type { CotEvent } from './message.ts'

/**
 * Agreeing on TAK protocol version 1 on a stream that begins as XML.
 *
 *   server  t-x-takp-v  offers versions, once
 *   client  t-x-takp-q  asks for one, then sends nothing and waits, at least a minute
 *   server  t-x-takp-r  true: both sides send protobuf from their next byte on; false: all stays as it is
 *
 * A client that never asks stays with XML. Reading needs no state: each message's first byte says what it is.
 *
 * Source: TAK protocol notes in ATAK-CIV 4.x (`takproto`).
 */
export type Negotiation =
  | { readonly says: 'offer'; readonly versions: readonly number[] }
  | { readonly says: 'request'; readonly version: number }
  | { readonly says: 'answer'; readonly accepted: boolean }

/** The only version that is spoken. */
export const TAK_VERSION = 1
export const TAK_ANSWER_WAIT_MS = 60_000

/** What an event says of the protocol; undefined: nothing, or nothing that can be understood. */
export function negotiationOf(event: CotEvent): Negotiation | undefined {
  const control = event.detail?.takControl
  if (control === undefined) return undefined
  switch (event.type) {
    case 't-x-takp-v': {
      const versions = (control.supports ?? []).flatMap(({ version }) => (version === undefined ? [] : [version]))
      return versions.length > 0 ? { says: 'offer', versions } : undefined
    }
    case 't-x-takp-q':
      return control.request?.version === undefined ? undefined : { says: 'request', version: control.request.version }
    case 't-x-takp-r':
      return control.response?.status === undefined ? undefined : { says: 'answer', accepted: control.response.status }
    default:
      return undefined
  }
}

/** The event that says it. `uid` is fresh for each; it goes stale after the minute in which it matters. */
export function negotiationEvent(says: Negotiation, uid: string, nowMs: number): CotEvent {
  const takControl =
    says.says === 'offer'
      ? { supports: says.versions.map((version) => ({ version })) }
      : says.says === 'request'
        ? { request: { version: says.version } }
        : { response: { status: says.accepted } }
  return {
    version: '2.0',
    uid,
    type: says.says === 'offer' ? 't-x-takp-v' : says.says === 'request' ? 't-x-takp-q' : 't-x-takp-r',
    how: 'm-g',
    timeMs: nowMs,
    startMs: nowMs,
    staleMs: nowMs + TAK_ANSWER_WAIT_MS,
    point: { latDeg: 0, lonDeg: 0 },
    detail: { takControl },
  }
}

/**
 * One end of a stream. `sends` is the form of its next message; `waiting`: a client that has asked sends nothing until the
 * answer has come or `TAK_ANSWER_WAIT_MS` have gone.
 */
export type StreamEnd = {
  readonly side: 'server' | 'client'
  readonly sends: 'xml' | 'tak-stream'
  readonly waitingSinceMs: number | undefined
}

export function newStreamEnd(side: 'server' | 'client'): StreamEnd {
  return { side, sends: 'xml', waitingSinceMs: undefined }
}

/** The end after it has heard something of the protocol, and what it has to answer, in XML still. */
export function heard(end: StreamEnd, said: Negotiation, nowMs: number): { readonly end: StreamEnd; readonly answer?: Negotiation } {
  if (end.sends === 'tak-stream') return { end }
  if (end.side === 'server') {
    if (said.says !== 'request') return { end }
    const accepted = said.version === TAK_VERSION
    return { end: { ...end, sends: accepted ? 'tak-stream' : 'xml' }, answer: { says: 'answer', accepted } }
  }
  if (said.says === 'offer' && end.waitingSinceMs === undefined && said.versions.includes(TAK_VERSION))
    return { end: { ...end, waitingSinceMs: nowMs }, answer: { says: 'request', version: TAK_VERSION } }
  if (said.says === 'answer' && end.waitingSinceMs !== undefined)
    return { end: { ...end, sends: said.accepted ? 'tak-stream' : 'xml', waitingSinceMs: undefined } }
  return { end }
}

/** Whether it may send now: always, but while an answer is awaited. An answer that never came leaves it with XML. */
export function maySend(end: StreamEnd, nowMs: number): boolean {
  return end.waitingSinceMs === undefined || nowMs - end.waitingSinceMs >= TAK_ANSWER_WAIT_MS
}
