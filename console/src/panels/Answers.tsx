import type { ReactNode } from 'react'
import { useWords } from '../words.tsx'

/** The inspector's answers. Every thing answers the same six questions, in this order; `null` leaves one out only where it cannot be asked. */
export type AnswerSet = {
  readonly what: ReactNode
  readonly why: ReactNode
  readonly who: ReactNode
  readonly where: ReactNode
  readonly howLong: ReactNode
  readonly toDo: ReactNode
}

type PlainKey = 'inspector.sees' | 'inspector.whereIs' | 'inspector.coming' | 'inspector.stands' | 'inspector.watches'

const QUESTIONS = [
  ['what', 'inspector.what'],
  ['why', 'inspector.why'],
  ['who', 'inspector.who'],
  ['where', 'inspector.where'],
  ['howLong', 'inspector.howLong'],
  ['toDo', 'inspector.do'],
] as const

/** The last two stay in sight whatever the length of the others: what one acts on is never scrolled away. */
const PINNED_FROM = 4

/** `asks` words a question for what stands still; the order stays. */
export function Answers({
  answers,
  asks = {},
}: {
  readonly answers: AnswerSet
  readonly asks?: Partial<Record<keyof AnswerSet, PlainKey>>
}): ReactNode {
  const words = useWords()
  const sections = QUESTIONS.map(
    ([question, key]) =>
      answers[question] !== null && (
        <section key={question} className={`answer answer-${question}`} aria-labelledby={`answer-${question}`}>
          <h3 id={`answer-${question}`}>{words.t(asks[question] ?? key)}</h3>
          {answers[question]}
        </section>
      ),
  )
  return (
    <>
      {/* Keyboards scroll what they can focus (axe: scrollable-region-focusable). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="answers-scroll" tabIndex={0} role="group" aria-labelledby="inspector-title">
        {sections.slice(0, PINNED_FROM)}
      </div>
      <div className="answers-pinned">{sections.slice(PINNED_FROM)}</div>
    </>
  )
}

/** One fact under its label. */
export function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
