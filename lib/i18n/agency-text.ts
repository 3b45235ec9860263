import type { Locale } from './locale'
import { translator } from './translator'

/** How the catalogue calls an item no authority decides: the project unit does it itself. */
const OWN = '项目单位'

/** Who decides a procedure: a unit by its name, the project unit by its word. */
export const agencyText = (name: string, locale: Locale): string =>
  name === OWN ? translator(locale)('projectPage.applicant') : name
