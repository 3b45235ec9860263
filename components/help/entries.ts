import { ROLES } from '@/lib/domain/access'
import { LEVELS } from '@/lib/domain/level-scale'
import type { Locale } from '@/lib/i18n/locale'
import { MESSAGES, type Messages } from '@/lib/i18n/messages'
import { translator } from '@/lib/i18n/translator'

/** A title and what help says under it. */
export type Entry = Readonly<{ key: string; title: string; text: string }>

const keysOf = <K extends string>(words: Readonly<Record<K, string>>) => Object.keys(words) as K[]

/** Questions about signing in; they need no account. */
export function signInEntries(locale: Locale): Entry[] {
  const t = translator(locale)
  return keysOf(MESSAGES[locale].help.signIn.question).map((key) => ({
    key: `sign-in-${key}`,
    title: t(`help.signIn.question.${key}`),
    text: t(`help.signIn.answer.${key}`),
  }))
}

/** @param numbers thresholds in force, which the answers quote */
export function questionEntries(locale: Locale, numbers: Readonly<Record<string, string>>): Entry[] {
  const t = translator(locale)
  return keysOf(MESSAGES[locale].help.question).map((key) => ({
    key,
    title: t(`help.question.${key}`),
    text: t(`help.answer.${key}`, numbers as never),
  }))
}

export function termEntries(locale: Locale): Entry[] {
  const t = translator(locale)
  return keysOf<keyof Messages['help']['term']>(MESSAGES[locale].help.term).map((key) => ({
    key: `term-${key}`,
    title: t(`help.term.${key}`),
    text: t(`help.meaning.${key}`),
  }))
}

/** Lights and guides, for the search alone: on the page they are drawn. */
export function drawnEntries(locale: Locale): Entry[] {
  const t = translator(locale)
  const lights = LEVELS.map((level) => ({
    key: `light-${level}`,
    title: `${t(`level.short.${level}`)} ${t(`level.word.${level}`)}`,
    text: t(`help.light.${level}`),
  }))
  const guides = ROLES.map((role) => ({
    key: `guide-${role}`,
    title: t('help.guideOf', { role: t(`shell.roles.${role}`) }),
    text: (['first', 'second', 'third'] as const)
      .map((nth) => t(`help.step.${role}.${nth}`))
      .join(locale === 'en' ? '; ' : '；'),
  }))
  return [...lights, ...guides]
}

/** Entries that hold every word somebody looks for. */
export function findEntries(entries: readonly Entry[], q: string): Entry[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  const holds = ({ title, text }: Entry) => words.every((word) => `${title} ${text}`.toLowerCase().includes(word))
  const inTitle = ({ title }: Entry) => words.some((word) => title.toLowerCase().includes(word))
  return entries.filter(holds).toSorted((a, b) => Number(inTitle(b)) - Number(inTitle(a)))
}
