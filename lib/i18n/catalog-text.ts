import english from '@/messages/catalogue-in-english.json'
import type { Locale } from './locale'

const ENGLISH = new Map(Object.entries(english))

/** A text of the catalogue in a language; what a district has written itself since stays as it was written. */
export const catalogText = (text: string, locale: Locale): string =>
  locale === 'en' ? (ENGLISH.get(text) ?? text) : text

/** The language such a text is shown in, where it is not the page's: a screen reader has to know. */
export const catalogLang = (text: string, locale: Locale): 'zh-CN' | undefined =>
  locale === 'en' && !ENGLISH.has(text) ? 'zh-CN' : undefined
