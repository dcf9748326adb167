import { CommanderError } from 'commander'

/** A command cannot do what it was asked. The message is one line that says what to do. */
export class CannotGoOn extends Error {
  override readonly name = 'CannotGoOn'
}

/** Errors of the world that already say what to do; all else is a fault of ours and is shown whole. */
const PLAIN = new Set(['CannotGoOn', 'DataFolderRefused', 'JournalRefused', 'DoorNotOpened', 'WeakDurability', 'ForeignFile'])

/** Ends the program for a command that threw: 2 for wrong usage, else 1. */
export function endWith(error: unknown): never {
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : 2)
  if (error instanceof Error && PLAIN.has(error.name)) process.stderr.write(`marsad: ${error.message}\n`)
  else
    process.stderr.write(
      `marsad: a fault of ours; please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
  process.exit(1)
}
