/**
 * The one screen that a running room prints: rewritten in place on a terminal, printed again once a minute elsewhere. Log lines go above it.
 */
export interface TerminalScreen {
  /** A line that stays. */
  log(line: string): void
  stop(): void
}

const REFRESH_MS = 1000
const PLAIN_MS = 60_000

/** Writes `lines()` now and from then on. `short()` is what a plain output gets each minute. */
export function openTerminalScreen(
  out: NodeJS.WriteStream,
  lines: () => readonly string[],
  short: () => readonly string[],
): TerminalScreen {
  let drawn = 0
  const erase = () => {
    if (drawn > 0) out.write(`\x1b[${drawn}F\x1b[0J`)
    drawn = 0
  }
  const draw = () => {
    const width = (out.columns ?? 80) - 1
    const text = lines().map((line) => line.slice(0, width))
    out.write(`${text.join('\n')}\n`)
    drawn = text.length
  }
  const print = (text: readonly string[]) => out.write(`${text.join('\n')}\n`)
  if (out.isTTY) draw()
  else print(lines())
  const timer = setInterval(
    () => {
      if (!out.isTTY) return print(short())
      erase()
      draw()
    },
    out.isTTY ? REFRESH_MS : PLAIN_MS,
  )
  return {
    log(line) {
      if (out.isTTY) erase()
      out.write(`${line}\n`)
      if (out.isTTY) draw()
    },
    stop: () => clearInterval(timer),
  }
}

/** Columns of equal width, the first to the left, numbers to the right. */
export function table(rows: readonly (readonly (string | number)[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => String(row[column] ?? '').length)))
  return rows.map((row) =>
    row
      .map((cell, column) =>
        typeof cell === 'number' ? String(cell).padStart(widths[column] ?? 0) : String(cell).padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
}
