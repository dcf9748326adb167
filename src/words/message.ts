import type { Language } from './language.ts'
import type { ParamName } from './params.ts'

/** One message in every language, in ICU message syntax. A missing language does not compile. */
export type Sentence = Readonly<Record<Language, string>>

declare const params: unique symbol

/** A message and, for the compiler alone, the parameters that it takes. */
export type Message<P extends ParamName = never> = Sentence & { readonly [params]?: P }

/** Declares a message: `text({…})`, or `text<'count' | 'distanceM'>({…})` where it takes parameters. */
export function text<P extends ParamName = never>(sentence: Sentence): Message<P> {
  return sentence
}
