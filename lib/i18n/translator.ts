import { createTranslator } from 'use-intl/core'
import { LOCALES, type Locale } from './locale'
import { MESSAGES, type Messages } from './messages'

declare module 'use-intl/core' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}

const make = (locale: Locale) =>
  createTranslator({
    locale,
    messages: MESSAGES[locale],
    // A missing word is a defect; tests and pages must not paper over it.
    onError: (error) => {
      throw error
    },
  })
export type Translator = ReturnType<typeof make>

const translators = new Map<Locale, Translator>(LOCALES.map((locale) => [locale, make(locale)]))

/** Looks words up in a language: `t('procedure.state.READY')`. Made once; it keeps what it has compiled. */
export const translator = (locale: Locale): Translator => translators.get(locale) ?? make(locale)
