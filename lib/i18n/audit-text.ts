import type { Locale } from './locale'
import { MESSAGES } from './messages'

type Words = Readonly<Record<string, string>>

/** What somebody did, as people call it; an operation that has no word yet is shown by its code. */
export function operationText(action: string, locale: Locale): string {
  const words: Readonly<Record<string, Words>> = MESSAGES[locale].audit.action
  const [noun = '', verb = ''] = action.split('.')
  return words[noun]?.[verb] ?? action
}

/** What operations are about, as people call it. */
export const nounText = (noun: string, locale: Locale): string => (MESSAGES[locale].audit.noun as Words)[noun] ?? noun

/** Name of a fact in an entry's detail. */
export const factText = (name: string, locale: Locale): string => (MESSAGES[locale].audit.fact as Words)[name] ?? name
