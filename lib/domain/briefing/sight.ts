import type { Role } from '../access'
import type { BriefingBody } from './paper'
import { namesIn } from './render'

/**
 * Roles that read briefings; a task force reads those about itself.
 *
 * @source domain roles.md §1; issue 7, point 8
 */
export const READS_BRIEFINGS: ReadonlySet<Role> = new Set([
  'HEAD',
  'LEADER',
  'OFFICE',
  'TASKFORCE',
  'BIZENV',
  'DISCIPLINE',
])

/** Roles that see a briefing before it is published: who writes it, and whom it is written for. */
export const READS_BRIEFING_DRAFTS: ReadonlySet<Role> = new Set(['OFFICE', 'HEAD'])

/** Roles that have no business with what enterprises borrow, not even its totals: roles.md §1, column 融资. */
const WITHOUT_FINANCE: ReadonlySet<Role> = new Set(['BIZENV', 'DISCIPLINE'])
/** Services whose figures are made of an enterprise's confidential fields. */
const CONFIDENTIAL: ReadonlySet<string> = new Set(['financing', 'events'])

const isConfidential = (name: string): boolean => CONFIDENTIAL.has(name.split('.')[0] ?? '')

/** A briefing as a role reads it, and how many paragraphs are not its business 摘录. */
export function excerptFor(role: Role, body: BriefingBody): Readonly<{ body: BriefingBody; hidden: number }> {
  if (!WITHOUT_FINANCE.has(role)) return { body, hidden: 0 }
  let hidden = 0
  const sections = body.sections.flatMap((section) => {
    const paragraphs = section.paragraphs.filter(({ template }) => !namesIn(template).some(isConfidential))
    hidden += section.paragraphs.length - paragraphs.length
    return paragraphs.length > 0 ? [{ ...section, paragraphs }] : []
  })
  return { body: { ...body, sections, figures: body.figures.filter(({ name }) => !isConfidential(name)) }, hidden }
}
