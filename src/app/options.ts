import { InvalidArgumentError, Option } from 'commander'

/** Options that several commands share, each checked where it is read: a wrong one is wrong usage. */

export function parsePort(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('a port is a whole number from 0 to 65535; 0 lets the system choose.')
  return port
}

export function parseRate(text: string): number {
  const rate = Number(text)
  if (!(rate > 0 && rate <= 1000)) throw new InvalidArgumentError('a speed is a number above 0 and at most 1000.')
  return rate
}

/** UTC time in ISO 8601, or event time as milliseconds since 1970. */
export function parseTime(text: string): number {
  const ms = /^\d{10,}$/.test(text) ? Number(text) : Date.parse(text)
  if (!Number.isFinite(ms)) throw new InvalidArgumentError('a time is ISO 8601 with its zone, such as 2022-11-26T18:50:00Z.')
  return ms
}

export const languageOption = () => new Option('--language <code>', 'language in which the console opens').choices(['ar', 'en', 'fr', 'tr'])
export const hostOption = () => new Option('--host <address>', 'address that the HTTP server listens on').default('127.0.0.1')
export const portOption = () => new Option('--port <number>', 'port of console, REST and feed').default(8080).argParser(parsePort)
export const doorPortOptions = () => [
  new Option('--sapient-port <number>', 'port of the SAPIENT door').argParser(parsePort),
  new Option('--beast-port <number>', 'port of the ADS-B Beast door').argParser(parsePort),
  new Option('--sbs-port <number>', 'port of the ADS-B SBS door').argParser(parsePort),
]

export type DoorPortFlags = { sapientPort?: number; beastPort?: number; sbsPort?: number }

export function doorPorts({ sapientPort, beastPort, sbsPort }: DoorPortFlags): Partial<Record<'sapient' | 'beast' | 'sbs', number>> {
  return {
    ...(sapientPort !== undefined && { sapient: sapientPort }),
    ...(beastPort !== undefined && { beast: beastPort }),
    ...(sbsPort !== undefined && { sbs: sbsPort }),
  }
}
