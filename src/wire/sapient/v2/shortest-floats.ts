import type { DescMessage, Message } from '@bufbuild/protobuf'
import { file_sapient } from './generated/sapient_pb.ts'

/** descriptor.proto: TYPE_FLOAT. */
const FLOAT = 2

type Plan = { readonly floats: readonly Place[]; readonly messages: readonly Place[] }
type Place = { readonly localName: string; readonly oneof: string | undefined; readonly isList: boolean }

/**
 * Replaces each 32-bit float of a message by the shortest decimal number that means it: a sender's 0.1 is then 0.1 again, and not
 * 0.10000000149011612, here and in JSON. What is encoded stays the same to the bit.
 */
export function shortenFloats(message: Message): void {
  const plan = PLANS.get(message.$typeName)
  if (plan === undefined) return
  const fields = message as unknown as Record<string, unknown>
  for (const place of plan.floats) {
    const value = fields[place.localName] // no float of this schema is repeated or in a oneof
    if (typeof value === 'number') fields[place.localName] = shortestFloat(value)
  }
  for (const { localName, oneof, isList } of plan.messages) {
    const chosen = oneof === undefined ? undefined : (fields[oneof] as { readonly case: string | undefined; readonly value?: unknown })
    const value = chosen === undefined ? fields[localName] : chosen.case === localName ? chosen.value : undefined
    if (isList) for (const item of value as readonly Message[]) shortenFloats(item)
    else if (value !== undefined) shortenFloats(value as Message)
  }
}

/** 9 significant digits tell any two 32-bit floats apart; 6 always survive one. Source: IEEE 754. */
function shortestFloat(value: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const candidate = Number(value.toPrecision(digits))
    if (Math.fround(candidate) === value) return candidate
  }
  return value
}

const PLANS: ReadonlyMap<string, Plan> = makePlans()

function makePlans(): Map<string, Plan> {
  const plans = new Map<string, Plan>()
  const add = (message: DescMessage): void => {
    const places = message.fields.map((field) => ({
      field,
      place: { localName: field.localName, oneof: field.oneof?.localName, isList: field.fieldKind === 'list' },
    }))
    plans.set(message.typeName, {
      floats: places.filter(({ field }) => field.scalar === FLOAT).map(({ place }) => place),
      messages: places.filter(({ field }) => field.message !== undefined).map(({ place }) => place),
    })
    for (const nested of message.nestedMessages) add(nested)
  }
  for (const message of file_sapient.messages) add(message)
  return plans
}
