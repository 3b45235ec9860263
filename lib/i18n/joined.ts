import type { Locale } from './locale'
import type { Translator } from './translator'

type Part = string | number | null | undefined | false

/** What is there of some parts, with the comma of the language between them: `受理 11-02，办结 11-09`. */
export const listed = (parts: readonly Part[], t: Translator): string =>
  parts.filter((part) => part || part === 0).join(t('shell.comma'))

/** What is there of some short facts, side by side in one line: a wide space in Chinese, a middle dot in English. */
export const sideBySide = (parts: readonly Part[], locale: Locale): string =>
  parts.filter((part) => part || part === 0).join(locale === 'en' ? ' · ' : '　')
