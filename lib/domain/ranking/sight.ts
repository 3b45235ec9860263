import type { Actor, Role } from '../access'
import { SCORE_TABLES, type ScoreTable } from '../score'

export const RANKING_TABLES = [...SCORE_TABLES, 'PROJECT'] as const
/** Tables of a month 五张表: four are scored, projects are laid out. */
export type RankingTable = ScoreTable | 'PROJECT'

/**
 * How much of a table somebody sees. ALL: every row, with what it counts. ROWS: every row, and what his own counts. OWN:
 * his own row and the district's median.
 */
export type TableSight = 'ALL' | 'ROWS' | 'OWN'

/** Leaders and the office: every table, drafts as well. */
export const SEES_ALL_RANKINGS: ReadonlySet<Role> = new Set(['HEAD', 'LEADER', 'OFFICE'])
/** Supervision reads what is published. */
const SUPERVISES: ReadonlySet<Role> = new Set(['DISCIPLINE', 'BIZENV'])
/** Whoever is ranked, or speaks for a unit that is. */
const RANKED: Readonly<Partial<Record<Role, ScoreTable>>> = {
  STEWARD: 'STEWARD',
  AGENCY_HEAD: 'AGENCY',
  TASKFORCE: 'TASKFORCE',
  STREET: 'AREA',
}

/** Roles that have to do with the ranking at all; an enterprise and an agency's handler have not. */
export const SEES_RANKINGS: ReadonlySet<Role> = new Set([
  ...SEES_ALL_RANKINGS,
  ...SUPERVISES,
  ...(Object.keys(RANKED) as Role[]),
])

/** The table an actor is ranked in. */
export const ownTable = (role: Role): ScoreTable | null => RANKED[role] ?? null

/** Subjects an actor may speak for: himself and whom he stands in for, or his unit. */
export const ownSubjects = (actor: Actor): readonly string[] =>
  actor.role === 'STEWARD' ? actor.standsInFor : RANKED[actor.role] && actor.orgId ? [actor.orgId] : []

/**
 * What of a table an actor sees; null: nothing.
 *
 * A draft is for those concerned only: each his own row. What is published an agency, a team and a street see as their whole
 * table. Stewards are named to leaders and the office; to others only where the district switched that on.
 *
 * @param named the month's `publishStewardNames`
 * @source meetings-and-ranking B2; roles.md §1, column 排名; PRODUCT, Limits
 */
export function rankingSight(
  role: Role,
  table: RankingTable,
  { published, named }: Readonly<{ published: boolean; named: boolean }>,
): TableSight | null {
  if (SEES_ALL_RANKINGS.has(role)) return 'ALL'
  if (!SEES_RANKINGS.has(role)) return null
  const own = RANKED[role] === table
  if (!published) return own ? 'OWN' : null
  if (table === 'STEWARD') return own ? (named ? 'ROWS' : 'OWN') : named ? 'ROWS' : null
  if (SUPERVISES.has(role)) return 'ALL'
  if (table === 'PROJECT') return role === 'AGENCY_HEAD' ? null : 'OWN'
  return own ? 'ROWS' : null
}

/** Roles that see a month before it is published: those concerned, and who decides. */
export const seesDraftRanking = (role: Role): boolean => SEES_ALL_RANKINGS.has(role) || role in RANKED
