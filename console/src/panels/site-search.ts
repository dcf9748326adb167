import type { LocalText } from '../../../src/model/event.ts'

/**
 * A name as one types it in a hurry: without marks, hamzas, tatweel or the dots that keyboards differ in; Arabic-Indic
 * digits as Latin ones, Turkish i's alike.
 */
export function searchable(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, '')
    .replaceAll(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replaceAll(/[أإآٱ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replaceAll('ؤ', 'و')
    .replaceAll('ئ', 'ي')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** True if each word of the query begins a word of the name in one of its four languages. */
export function nameMatches(name: LocalText, query: string): boolean {
  const wanted = searchable(query)
    .split(' ')
    .filter((word) => word !== '')
  return [name.ar, name.en, name.fr, name.tr].some((each) => {
    const words = searchable(each).split(' ')
    return wanted.every((want) => words.some((word) => word.startsWith(want) || (word.startsWith('ال') && word.slice(2).startsWith(want))))
  })
}
