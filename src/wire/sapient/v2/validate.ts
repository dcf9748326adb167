import type { DescEnum, DescField, DescMessage, Message } from '@bufbuild/protobuf'
import type { Timestamp } from '@bufbuild/protobuf/wkt'
import { file_sapient } from './generated/sapient_pb.ts'
import type { SapientMessage } from './generated/sapient_pb.ts'
import { MESSAGE_RULES } from './rules.ts'
import type { IdForm, MessageRules } from './rules.ts'

/**
 * One rule that a message breaks.
 *
 * rule  kebab-case code, counted per node
 * path  the field in the names of sapient.proto, e.g. `detection_report.location.datum`
 * text  what was found and what is expected, for the node's maker
 */
export type BrokenRule = { readonly rule: string; readonly path: string; readonly text: string }

/** The only edition spoken on this door, word for word; underscores count as spaces, as Apex takes them. */
export const ICD_VERSION = 'BSI Flex 335 v2.0'

/** More broken rules than this are not listed: the answer to a bad message stays small. */
const MAX_BROKEN = 8
/** A message holds at most this many items in one list; nothing in the standard comes near it. */
const MAX_LIST_ITEMS = 4096

/** 9999-12-31T23:59:59Z: the last that protobuf's JSON can say. */
const LAST_SECOND = 253_402_300_799n

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/

type FieldPlan = {
  readonly name: string
  readonly localName: string
  readonly oneof: string | undefined
  readonly isList: boolean
  readonly mandatory: boolean
  readonly id: IdForm | undefined
  readonly unitInterval: boolean
  readonly nonZero: boolean
  readonly enumNumbers: ReadonlySet<number> | undefined
  readonly message: string | undefined
  readonly isFloat: boolean
}
type MessagePlan = {
  readonly fields: readonly FieldPlan[]
  readonly oneofs: readonly { readonly name: string; readonly localName: string; readonly mandatory: boolean }[]
}

/** Everything that a message of this edition breaks, in field order, at most `MAX_BROKEN`; empty: it is sound. */
export function brokenRules(message: SapientMessage): readonly BrokenRule[] {
  const broken: BrokenRule[] = []
  walk(message, '', broken)
  const content = message.content
  if (content.case === 'registration' && broken.length < MAX_BROKEN) {
    const version = content.value.icdVersion
    if (version !== undefined && version !== '' && version.replaceAll('_', ' ') !== ICD_VERSION) {
      broken.push({
        rule: 'unsupported-icd-version',
        path: 'registration.icd_version',
        text: `this door speaks "${ICD_VERSION}", not "${version.slice(0, 64)}"`,
      })
    }
  }
  return broken
}

function walk(message: Message, path: string, broken: BrokenRule[]): void {
  const plan = PLANS.get(message.$typeName)
  if (plan === undefined) return
  const values = message as unknown as Readonly<Record<string, unknown>>
  if (message.$unknown !== undefined && message.$unknown.length > 0) {
    say(broken, 'unknown-field', path === '' ? 'message' : path, `field number ${message.$unknown[0]?.no ?? 0} is not in ${ICD_VERSION}`)
  }
  for (const oneof of plan.oneofs) checkOneof(values[oneof.localName], oneof, plan, path, broken)
  for (const field of plan.fields) {
    if (broken.length >= MAX_BROKEN) return
    const value = field.oneof === undefined ? values[field.localName] : caseValue(values[field.oneof], field.localName)
    checkField(field, value, path === '' ? field.name : `${path}.${field.name}`, broken)
  }
}

function checkOneof(value: unknown, oneof: MessagePlan['oneofs'][number], plan: MessagePlan, path: string, broken: BrokenRule[]): void {
  if (!oneof.mandatory) return
  const chosen = value as { readonly case: string | undefined; readonly value?: unknown }
  const field = plan.fields.find((candidate) => candidate.localName === chosen.case)
  if (chosen.case !== undefined && !(field?.enumNumbers !== undefined && chosen.value === 0)) return
  const choices = plan.fields.filter((candidate) => candidate.oneof === oneof.localName).map((candidate) => candidate.name)
  say(broken, 'missing-oneof', path === '' ? oneof.name : `${path}.${oneof.name}`, `one of ${choices.join(', ')} must be there`)
}

function checkField(field: FieldPlan, value: unknown, path: string, broken: BrokenRule[]): void {
  if (isMissing(field, value)) {
    if (field.mandatory)
      say(
        broken,
        field.isList ? 'missing-list' : 'missing-field',
        path,
        field.enumNumbers === undefined ? 'must be there' : 'must be there and not UNSPECIFIED',
      )
    return
  }
  if (!field.isList) return checkValue(field, value, path, broken)
  const items = value as readonly unknown[]
  if (items.length > MAX_LIST_ITEMS)
    return say(broken, 'too-many-items', path, `${items.length} items, at most ${MAX_LIST_ITEMS} are taken`)
  for (let index = 0; index < items.length && broken.length < MAX_BROKEN; index++) {
    const item = items[index]
    if (field.enumNumbers !== undefined && item === 0 && field.mandatory)
      say(broken, 'missing-field', `${path}.${index}`, 'must not be UNSPECIFIED')
    else if (item === '' && (field.mandatory || field.id !== undefined))
      say(broken, 'missing-field', `${path}.${index}`, 'must not be empty')
    else checkValue(field, item, `${path}.${index}`, broken)
  }
}

function checkValue(field: FieldPlan, value: unknown, path: string, broken: BrokenRule[]): void {
  if (field.message === 'google.protobuf.Timestamp') return checkTimestamp(value as Timestamp, path, broken)
  if (field.message !== undefined) return walk(value as Message, path, broken)
  if (field.enumNumbers !== undefined) {
    if (!field.enumNumbers.has(value as number)) say(broken, 'unknown-enum-value', path, `${String(value)} is not a value of this field`)
  } else if (field.id !== undefined) {
    if (!hasForm(value as string, field.id))
      say(
        broken,
        'id-form',
        path,
        `"${(value as string).slice(0, 40)}" is not ${field.id === 'uuid' ? 'a UUID v4 in lower case' : 'a ULID in upper case'}`,
      )
  } else if (field.isFloat) {
    const number = value as number
    if (number - number !== 0) say(broken, 'not-finite', path, `${number} is not a finite number`)
    else if (field.unitInterval && !(number >= 0 && number <= 1)) say(broken, 'out-of-range', path, `${number} is not between 0 and 1`)
    else if (field.nonZero && number === 0) say(broken, 'missing-field', path, '0 means that nothing was measured')
  }
}

function checkTimestamp(value: Timestamp, path: string, broken: BrokenRule[]): void {
  const inYears = value.seconds >= 0n && value.seconds <= LAST_SECOND
  if (!inYears || value.nanos < 0 || value.nanos > 999_999_999)
    say(broken, 'timestamp-range', path, 'not a time between 1970 and 9999, or its nanoseconds are not below 1,000,000,000')
}

function isMissing(field: FieldPlan, value: unknown): boolean {
  if (value === undefined) return true
  if (field.isList) return (value as readonly unknown[]).length === 0
  if (field.enumNumbers !== undefined) return value === 0
  if (typeof value === 'string') return value === ''
  return value instanceof Uint8Array && value.length === 0
}

function hasForm(value: string, form: IdForm): boolean {
  return form === 'uuid' ? UUID_V4.test(value) : ULID.test(value)
}

function caseValue(oneof: unknown, localName: string): unknown {
  const chosen = oneof as { readonly case: string | undefined; readonly value?: unknown }
  return chosen.case === localName ? chosen.value : undefined
}

function say(broken: BrokenRule[], rule: string, path: string, text: string): void {
  if (broken.length < MAX_BROKEN) broken.push({ rule, path, text })
}

/** The walk's plan per message type, made once from the schema and `MESSAGE_RULES`. */
const PLANS: ReadonlyMap<string, MessagePlan> = makePlans()

function makePlans(): Map<string, MessagePlan> {
  const plans = new Map<string, MessagePlan>()
  const add = (message: DescMessage): void => {
    const rules = MESSAGE_RULES[message.typeName.slice(file_sapient.proto.package.length + 1)] ?? {}
    plans.set(message.typeName, {
      fields: message.fields.map((field) => planField(field, rules)),
      oneofs: message.oneofs.map((oneof) => ({
        name: oneof.name,
        localName: oneof.localName,
        mandatory: rules.oneofs?.includes(oneof.name) ?? false,
      })),
    })
    for (const nested of message.nestedMessages) add(nested)
  }
  for (const message of file_sapient.messages) add(message)
  return plans
}

function planField(field: DescField, rules: MessageRules): FieldPlan {
  const enumeration: DescEnum | undefined = field.enum
  return {
    name: field.name,
    localName: field.localName,
    oneof: field.oneof?.localName,
    isList: field.fieldKind === 'list',
    mandatory: rules.mandatory?.includes(field.name) ?? false,
    id: rules.ids?.[field.name],
    unitInterval: rules.unitInterval?.includes(field.name) ?? false,
    nonZero: rules.nonZero?.includes(field.name) ?? false,
    enumNumbers: enumeration === undefined ? undefined : new Set(enumeration.values.map((value) => value.number)),
    message: field.message?.typeName,
    isFloat: field.scalar === 1 || field.scalar === 2, // descriptor.proto: TYPE_DOUBLE, TYPE_FLOAT
  }
}
