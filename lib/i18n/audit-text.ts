import type { AuditAbout } from '@/lib/schemas/administration'
import type { Locale } from './locale'
import { MESSAGES } from './messages'
import { translator } from './translator'

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

/** What an entry is about that names nothing itself; null where nobody can say. */
export function aboutText(about: AuditAbout | null, locale: Locale): string | null {
  const t = translator(locale)
  if (about === null) return null
  switch (about.kind) {
    case 'meeting':
      return t('audit.subjects.meeting', { year: String(about.year), week: about.week })
    case 'projects':
      return t('audit.subjects.projects', { name: about.name, n: about.n })
    case 'complaint':
      return t('supervisionSlip.complaintNo', { n: String(about.n) })
    case 'supervision':
      return t('supervisionSlip.no', { year: about.year, n: String(about.n) })
    case 'point':
      return t('point.no', { n: about.n })
  }
}
