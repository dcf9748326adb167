/**
 * Input that we decline. Returned, counted per sender and recorded, never thrown.
 *
 * rejected  a short code in kebab case, e.g. `length-over-limit`
 * atByte    offset into the frame where the fault was seen
 * detail    what was found and what is expected there, in English, for logs and the maker
 */
export type Reject = {
  readonly rejected: string
  readonly atByte: number
  readonly detail?: string
}

export function reject(rejected: string, atByte: number, detail?: string): Reject {
  return detail === undefined ? { rejected, atByte } : { rejected, atByte, detail }
}

export function isReject(value: unknown): value is Reject {
  return typeof value === 'object' && value !== null && 'rejected' in value && 'atByte' in value
}
