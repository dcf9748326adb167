/** The languages of the room, Arabic first. */
export type Language = 'ar' | 'en' | 'fr' | 'tr'
export const LANGUAGES: readonly Language[] = ['ar', 'en', 'fr', 'tr']

/** Arabic-Indic digits are a preference of the reader and take effect in Arabic only. */
export type Digits = 'latin' | 'arabic'

/** Each language's own name for itself: a language menu is read by people who cannot read the present one. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { ar: 'العربية', en: 'English', fr: 'Français', tr: 'Türkçe' }

export function directionOf(language: Language): 'rtl' | 'ltr' {
  return language === 'ar' ? 'rtl' : 'ltr'
}

/** The locale that `Intl` gets: digits are fixed by us, never by the machine's region. */
export function localeOf(language: Language, digits: Digits): string {
  if (language !== 'ar') return language
  return digits === 'arabic' ? 'ar-u-nu-arab' : 'ar-u-nu-latn'
}
