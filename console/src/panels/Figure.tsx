import type { ReactNode } from 'react'
import type { Figure as FigureValue } from '../../../src/words/measure.ts'

/** A number that a person acts on: large, tabular, with its unit, under the word that says what it is. */
export function Figure({
  label,
  figure,
  note,
  stale = false,
}: {
  readonly label: string
  readonly figure: FigureValue
  readonly note?: string | undefined
  readonly stale?: boolean
}): ReactNode {
  return (
    <div className={stale ? 'figure figure-stale' : 'figure'}>
      <dt>{label}</dt>
      <dd>
        <bdi className="figure-value">{figure.value}</bdi> <span className="figure-unit">{figure.unit}</span>
        {note !== undefined && <span className="figure-note">{note}</span>}
      </dd>
    </div>
  )
}
