import type { Actor, Role } from '../access'
import type { SlipMoveKind, SlipSource } from './slip'

/**
 * Roles that have slips of the commission: it sees all; a unit its own; the office those of others, for units nobody can sign in
 * of; leaders those of their projects or what was called up to them. What the commission released stays between it and the unit's head.
 *
 * @source domain roles.md §1, column 投诉 (纪委: C 督办 via office or own; 办公室: nothing of 检举 but a count)
 */
export const SEES_SLIPS: ReadonlySet<Role> = new Set([
  'HEAD',
  'LEADER',
  'OFFICE',
  'BIZENV',
  'DISCIPLINE',
  'AGENCY',
  'AGENCY_HEAD',
  'STREET',
  'TASKFORCE',
])

/** Roles whose unit can be given a slip: whoever can be given a complaint, a problem or a task. */
export const OF_SUPERVISED: ReadonlySet<Role> = new Set(['AGENCY', 'AGENCY_HEAD', 'STREET', 'BIZENV', 'TASKFORCE'])

/** Of those, roles that answer for the whole unit: what the commission released goes to them alone, not to every handler. */
export const ANSWERS_FOR_UNIT: ReadonlySet<Role> = new Set(['AGENCY_HEAD', 'STREET', 'BIZENV', 'TASKFORCE'])

/**
 * Roles that read the analysis of what came in: totals of the district, a leader those of his projects, a unit those of itself.
 *
 * @source domain roles.md §1, column 投诉: 组长 totals + red, 办公室 totals, 部门 own
 */
export const SEES_ANALYSIS: ReadonlySet<Role> = new Set([
  'HEAD',
  'LEADER',
  'OFFICE',
  'BIZENV',
  'DISCIPLINE',
  'AGENCY',
  'AGENCY_HEAD',
  'STREET',
])

/** Of those, roles whose figures open rows; the others have totals, and no rows. */
export const OPENS_COMPLAINTS: ReadonlySet<Role> = new Set([
  'BIZENV',
  'DISCIPLINE',
  'LEADER',
  'AGENCY',
  'AGENCY_HEAD',
  'STREET',
])

/** Roles that count the whole district: each point has a line, whether anything came in there or not. */
export const COUNTS_DISTRICT: ReadonlySet<Role> = new Set(['HEAD', 'OFFICE', 'BIZENV', 'DISCIPLINE'])

/** Whose complaints an analysis counts 统计口径. */
export type AnalysisScope = 'DISTRICT' | 'PROJECTS' | 'UNIT' | 'AREA'

/**
 * Whose complaints the analysis of a role counts: the whole district's, those of a leader's projects, of a unit, or of a street and
 * the projects in it.
 *
 * @source domain roles.md §1, column 投诉: 组长 totals + red, 办公室 totals, 部门 own
 */
export function analysisScope(role: Role): AnalysisScope {
  if (COUNTS_DISTRICT.has(role)) return 'DISTRICT'
  if (role === 'LEADER') return 'PROJECTS'
  return role === 'STREET' ? 'AREA' : 'UNIT'
}

type Who = Pick<Actor, 'role' | 'orgId'>
/** Whose a slip is: the unit it went to, the one its complaint is about, what it came from, and whether nobody of that unit can sign in. */
type Whose = Readonly<{ toOrgId: string; againstId?: string | null; source: SlipSource; silent: boolean }>

/**
 * Whether a move of a slip is his: the unit answers, or for one nobody can sign in of the office writes down what it says, and of
 * what the commission released the commission itself; everything else is the commission's, and nobody else closes; nobody
 * verifies what his own unit did, or what is said of it.
 *
 * @source other-mechanisms §8, roles
 */
export function mayMoveSlip(
  { role, orgId }: Who,
  kind: SlipMoveKind,
  { toOrgId, againstId, source, silent }: Whose,
): boolean {
  if (kind !== 'REPLY') return role === 'DISCIPLINE' && orgId !== toOrgId && (!againstId || orgId !== againstId)
  const released = source === 'RELEASE'
  if (silent) return role === (released ? 'DISCIPLINE' : 'OFFICE')
  return orgId === toOrgId && (released ? ANSWERS_FOR_UNIT : OF_SUPERVISED).has(role)
}
