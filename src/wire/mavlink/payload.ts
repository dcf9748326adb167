import { bytesOfHex, hexOf, readText } from '../remote-id/fields.ts'
import { wireTypeOf } from './table.ts'
import type { FieldCoding, MessageTable, WireType } from './table.ts'

export type FieldValue = number | string | readonly number[] | undefined
export type PayloadFields = Readonly<Record<string, FieldValue>>

type Plan = {
  readonly fields: readonly { readonly name: string; readonly at: number; readonly wire: WireType; readonly coding: FieldCoding }[]
  /** Bytes without and with extensions. */
  readonly baseBytes: number
  readonly bytes: number
}

const PLANS = new Map<MessageTable, Plan>()

/** Where each field lies; made once a table. */
export function planOf(table: MessageTable): Plan {
  const known = PLANS.get(table)
  if (known !== undefined) return known
  let at = 0
  let baseBytes = 0
  const fields = table.fields.map(([, wireType, name, coding = {}]) => {
    const wire = wireTypeOf(wireType)
    const field = { name, at, wire, coding }
    at += wire.bytes
    if (coding.extension !== true) baseBytes = at
    return field
  })
  const plan = { fields, baseBytes, bytes: at }
  PLANS.set(table, plan)
  return plan
}

/** Values of the fields that lie inside a payload, in which what was cut is zeros again; `outOfRange` gets the names of those that cannot be true. */
export function readPayload(table: MessageTable, payload: Uint8Array, outOfRange: string[]): PayloadFields {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength)
  const values: Record<string, FieldValue> = {}
  for (const { name, at, wire, coding } of planOf(table).fields) {
    if (at + wire.bytes > payload.length) break
    const raw = readRaw(view, payload, at, wire)
    if (typeof raw !== 'number') {
      values[name] = raw
      continue
    }
    if (raw === coding.unknown) continue
    const value = coding.per === undefined ? raw : raw / coding.per
    if (coding.limit !== undefined && Math.abs(value) > coding.limit) outOfRange.push(name)
    else values[name] = value
  }
  return values
}

function readRaw(view: DataView, payload: Uint8Array, at: number, wire: WireType): FieldValue {
  if (wire.element === 'char') return readText(payload.subarray(at, at + wire.bytes)) || undefined
  if (wire.element === 'uint8_t' && wire.count !== undefined) return hexOf(payload.subarray(at, at + wire.bytes))
  if (wire.element === 'float' && wire.count !== undefined) {
    const list = Array.from({ length: wire.count }, (_, i) => readFloat(view, at + 4 * i))
    return list.every((value) => value !== undefined) ? list : undefined
  }
  switch (wire.element) {
    case 'uint8_t':
      return view.getUint8(at)
    case 'int8_t':
      return view.getInt8(at)
    case 'uint16_t':
      return view.getUint16(at, true)
    case 'int16_t':
      return view.getInt16(at, true)
    case 'uint32_t':
      return view.getUint32(at, true)
    case 'int32_t':
      return view.getInt32(at, true)
    case 'float':
      return readFloat(view, at)
    default: {
      const value = view.getBigUint64(at, true)
      return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value.toString()
    }
  }
}

/** The shortest decimal number that means this float; undefined: not a number, or not finite. 9 digits tell any two floats apart. */
function readFloat(view: DataView, at: number): number | undefined {
  const value = view.getFloat32(at, true)
  if (!Number.isFinite(value)) return undefined
  if (value === 0) return 0 // JSON has no negative zero
  for (let digits = 6; digits < 9; digits++) {
    const candidate = Number(value.toPrecision(digits))
    if (Math.fround(candidate) === value) return candidate
  }
  return value
}

/** Writes the fields into a whole payload; what does not fit goes on `faults`. */
export function writePayload(table: MessageTable, fields: PayloadFields, payload: Uint8Array, faults: string[]): void {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength)
  for (const { name, at, wire, coding } of planOf(table).fields) {
    const value = fields[name]
    const absent = value === undefined || value === null
    const raw = absent ? (coding.unknown ?? (wire.element === 'float' ? NaN : 0)) : value
    if (!writeRaw(view, payload, at, wire, !absent && typeof raw === 'number' ? scaled(raw, coding, wire) : raw, absent))
      faults.push(`${name} does not fit ${wire.element}${wire.count === undefined ? '' : `[${wire.count}]`}`)
  }
}

function scaled(value: number, coding: FieldCoding, wire: WireType): number {
  const raw = value * (coding.per ?? 1)
  return wire.element === 'float' || coding.per === undefined ? raw : Math.round(raw)
}

const LIMITS: Readonly<Record<string, readonly [min: number, max: number]>> = {
  uint8_t: [0, 0xff],
  int8_t: [-0x80, 0x7f],
  uint16_t: [0, 0xffff],
  int16_t: [-0x8000, 0x7fff],
  uint32_t: [0, 0xffffffff],
  int32_t: [-0x80000000, 0x7fffffff],
}

/** False: the value does not fit. */
function writeRaw(view: DataView, payload: Uint8Array, at: number, wire: WireType, raw: unknown, absent: boolean): boolean {
  if (wire.element === 'char' || (wire.element === 'uint8_t' && wire.count !== undefined)) {
    if (absent) return true
    const isText = wire.element === 'char'
    const bytes = isText ? (typeof raw === 'string' ? new TextEncoder().encode(raw) : undefined) : bytesOfHex(raw)
    if (bytes === undefined || bytes.length > wire.bytes || (isText && readText(bytes) === false)) return false
    payload.set(bytes, at)
    return true
  }
  if (wire.element === 'float') {
    const list = wire.count === undefined ? [raw] : absent ? Array.from({ length: wire.count }, () => NaN) : raw
    if (!Array.isArray(list) || list.length !== (wire.count ?? 1) || list.some((value) => typeof value !== 'number')) return false
    list.forEach((value: number, i) => view.setFloat32(at + 4 * i, value, true))
    return true
  }
  if (wire.element === 'uint64_t') {
    const isWhole = typeof raw === 'number' ? Number.isSafeInteger(raw) && raw >= 0 : typeof raw === 'string' && /^\d{1,20}$/.test(raw)
    const value = isWhole ? BigInt(raw as number | string) : -1n
    if (value < 0n || value > 0xffffffffffffffffn) return false
    view.setBigUint64(at, value, true)
    return true
  }
  const [min, max] = LIMITS[wire.element] ?? [0, -1]
  if (typeof raw !== 'number' || !Number.isInteger(raw) || raw < min || raw > max) return false
  for (let i = 0; i < wire.bytes; i++) payload[at + i] = (raw >> (8 * i)) & 0xff
  return true
}
