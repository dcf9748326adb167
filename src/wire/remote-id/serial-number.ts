/**
 * Whether a text is a serial number of ANSI/CTA-2063-A: 4 characters of the maker's code, one that gives the length of the rest
 * (1 to 9, A to F for 10 to 15), then that rest; capitals and digits without O and I. Some real transmitters send others.
 */
export function isSerialNumber(text: string): boolean {
  const [, length, rest] = /^[0-9A-HJ-NP-Z]{4}([1-9A-F])([0-9A-HJ-NP-Z]{1,15})$/.exec(text) ?? []
  return length !== undefined && rest !== undefined && rest.length === Number.parseInt(length, 16)
}
