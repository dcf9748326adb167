import { useMemo } from 'react'
import type { ReasonView } from '../../src/model/api.ts'
import type { LocalText } from '../../src/model/event.ts'
import { createWords, type Names, type Words } from '../../src/words/words.ts'
import { currentPicture, useEvent } from './feed/feed-client.ts'
import { urlState, useUrlPart, type Language } from './state/url-state.ts'

/** The catalogue in the reader's language, with the names of this event's zones, sites and nodes filled in. */
export type RoomWords = Omit<Words, 'reason'> & {
  readonly lang: Language
  readonly dir: 'rtl' | 'ltr'
  readonly reason: (reason: ReasonView) => string
  /** A name by kind and id; the id itself where the reader may not have the thing. */
  readonly nameOf: (kind: 'zone' | 'site' | 'node', id: string) => string
}

const NAMES: Names = {
  zone: (id) => currentPicture().zone.get(id)?.name,
  site: (id) => currentPicture().site.get(id)?.name,
  node: (id) => nodeName(id),
}

function nodeName(id: string): LocalText | string | undefined {
  const node = currentPicture().node.get(id)
  return node === undefined ? undefined : (node.names ?? node.name)
}

let last: { key: string; words: RoomWords } | undefined

/** The same words for the same language, so that a hook and the map share one set of compiled messages. */
export function roomWords(language: Language, digits: 'arabic' | 'latin', timeZone: string | undefined): RoomWords {
  const key = `${language} ${digits} ${timeZone ?? ''}`
  if (last?.key === key) return last.words
  const words = createWords(language, timeZone === undefined ? { digits } : { digits, timeZone })
  const nameOf = (kind: 'zone' | 'site' | 'node', id: string): string => {
    const name = NAMES[kind]?.(id)
    return name === undefined ? id : typeof name === 'string' ? name : name[language]
  }
  const made: RoomWords = {
    ...words,
    lang: language,
    dir: words.direction,
    reason: (reason) => words.reason(reason.code, reason.params, NAMES),
    nameOf,
  }
  last = { key, words: made }
  return made
}

export function useWords(): RoomWords {
  const language = useUrlPart('language')
  const digits = useUrlPart('digits')
  const timeZone = useEvent()?.timeZone
  return useMemo(() => roomWords(language, digits, timeZone), [language, digits, timeZone])
}

/** For code outside React: the words of this moment. */
export function currentWords(): RoomWords {
  const { language, digits } = urlState()
  for (const event of currentPicture().event.values()) return roomWords(language, digits, event.timeZone)
  return roomWords(language, digits, undefined)
}
