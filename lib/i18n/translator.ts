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

type Values = Readonly<Record<string, unknown>>

/** A message cut at the values it names: `['第', 'n', '天']`; null where it does more than name them, or is none. */
function piecesOf(locale: Locale, key: string): readonly string[] | null {
  let found: unknown = MESSAGES[locale]
  for (const name of key.split('.')) found = (found as Record<string, unknown> | undefined)?.[name]
  if (typeof found !== 'string' || !/^(?:[^'<{}]|\{\w+\})+$/.test(found)) return null
  return found.split(/[{}]/)
}

/** What a message says, or undefined where a value is of a kind that only the library writes. */
function said(pieces: readonly string[], values: Values): string | undefined {
  let text = pieces[0] ?? ''
  for (let i = 1; i < pieces.length; i += 2) {
    const value = values[pieces[i] ?? '']
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') return undefined
    text += value + (pieces[i + 1] ?? '')
  }
  return text
}

const NONE: Values = {}

/**
 * The library's translator, quick where a message only names its values: most do, a ledger says a thousand, and the library
 * writes all its formats down as JSON each time to find what it has compiled.
 */
function quick(locale: Locale): Translator {
  const whole = make(locale)
  const known = new Map<string, readonly string[] | null>()
  const look = (...asked: Parameters<Translator>): string => {
    const [key, values] = asked as readonly unknown[] as [string, Values | undefined]
    let pieces = known.get(key)
    if (pieces === undefined) {
      pieces = piecesOf(locale, key)
      known.set(key, pieces)
    }
    return (pieces && said(pieces, values ?? NONE)) ?? whole(...asked)
  }
  return Object.assign(look, { rich: whole.rich, markup: whole.markup, raw: whole.raw, has: whole.has }) as Translator
}

const translators = new Map<Locale, Translator>(LOCALES.map((locale) => [locale, quick(locale)]))

/** Looks words up in a language: `t('procedure.state.READY')`. Made once; it keeps what it has understood. */
export const translator = (locale: Locale): Translator => translators.get(locale) ?? quick(locale)
