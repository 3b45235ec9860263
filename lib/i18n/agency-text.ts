import { PROJECT_UNIT } from '@/lib/domain/catalog-item'
import type { Locale } from './locale'
import { translator } from './translator'

/** Who decides a procedure: a unit by its name, the project unit by its word. */
export const agencyText = (name: string, locale: Locale): string =>
  name === PROJECT_UNIT ? translator(locale)('projectPage.applicant') : name
