import type { Locale } from './locale'
import { MESSAGES } from './messages'

/** What somebody did, as people call it; an operation that has no word yet is shown by its code. */
export function operationText(action: string, locale: Locale): string {
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = MESSAGES[locale].audit.action
  const [noun = '', verb = ''] = action.split('.')
  return words[noun]?.[verb] ?? action
}
