/**
 * How a message of MAVLink lies in its payload: fields in wire order (largest type first), little-endian, then extensions.
 *
 * A row is the definition's own name and type, then our name with its unit, then how a raw value becomes ours:
 *   per        raw steps in one unit of ours
 *   unknown    the raw value that means "not known"
 *   limit      a size that no true value exceeds; beyond it the field is undefined and named in `outOfRange`
 *   extension  behind the fields that the checksum's extra byte covers; MAVLink 1 has none
 *
 * Source: mavlink/mavlink @ de1e078a3a7c, message_definitions/v1.0/common.xml, standard.xml, minimal.xml.
 */
export type FieldRow = readonly [wireName: string, wireType: string, name: string, coding?: FieldCoding]
export type FieldCoding = { readonly per?: number; readonly unknown?: number; readonly limit?: number; readonly extension?: true }
export type MessageTable = { readonly id: number; readonly name: string; readonly fields: readonly FieldRow[] }

/** Values of the fields by their wire type: text for char arrays, hexadecimal for byte arrays; 64 bits as digits where a number would round. */
type ValueOf<Wire extends string> = Wire extends 'uint64_t'
  ? number | string
  : Wire extends `${'char' | 'uint8_t'}[${string}]`
    ? string
    : Wire extends `float[${string}]`
      ? readonly number[]
      : number
export type FieldsOf<Table extends MessageTable> = {
  readonly [Row in Table['fields'][number] as Row[2]]: ValueOf<Row[1]> | undefined
}

const SIZES: Readonly<Record<string, number>> = {
  char: 1,
  uint8_t: 1,
  int8_t: 1,
  uint16_t: 2,
  int16_t: 2,
  uint32_t: 4,
  int32_t: 4,
  float: 4,
  uint64_t: 8,
}

export type WireType = { readonly element: string; readonly bytes: number; readonly count: number | undefined }

/** `uint8_t[20]` is 20 elements of 1 byte. */
export function wireTypeOf(wireType: string): WireType {
  const [, element = '', count] = /^(\w+?)(?:\[(\d+)\])?$/.exec(wireType) ?? []
  const size = SIZES[element] ?? 0
  return { element, bytes: size * (count === undefined ? 1 : Number(count)), count: count === undefined ? undefined : Number(count) }
}
