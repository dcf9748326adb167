import type { ReasonCode } from '../model/reason.ts'
import { text, type Sentence } from './message.ts'
import type { REASONS } from './reasons.ts'
import type { Words } from './words.ts'

/** Read by the compiler alone: each expected error is a promise of the catalogue. */
export function promises(words: Words): void {
  // @ts-expect-error A missing Arabic sentence does not compile.
  text({ en: 'Alert', fr: 'Alerte', tr: 'Alarm' })
  // @ts-expect-error Nor does a missing Turkish one.
  text({ ar: 'إنذار', en: 'Alert', fr: 'Alerte' })
  // @ts-expect-error A key that is not in the catalogue does not compile.
  words.t('queue.nothing')
  // @ts-expect-error A message without its parameters does not compile.
  words.t('queue.new')
  // @ts-expect-error A count is a number.
  words.t('queue.new', { count: '3' })
  // @ts-expect-error A message that takes no parameters is given none.
  words.t('queue.title', { count: 3 })
  words.t('queue.new', { count: 3 })
}

/** Every reason code has its sentence, and the table holds no code that the model does not know. */
export type EveryReason = ReasonCode extends keyof typeof REASONS ? (keyof typeof REASONS extends ReasonCode ? true : never) : never
export const everyReason: EveryReason = true
export type EverySentence = (typeof REASONS)[ReasonCode] extends Sentence ? true : never
export const everySentence: EverySentence = true
