import type { Role } from '../access'
import { TASK_TIERS, TERM_WD } from '../meeting/task-term'
import { latest, type PlainDate } from '../plain-date'
import { addWorkdays, type WorkCalendar } from '../work-calendar'

/** Who settles a problem 级别: 部门 → 专班 → 区 → 市. The first three are those of a meeting's tasks. */
export const ISSUE_TIERS = [...TASK_TIERS, 'CITY'] as const
export type IssueTier = (typeof ISSUE_TIERS)[number]

/** The tier above; null above the city, which is the last. */
export const tierAbove = (tier: IssueTier): IssueTier | null => ISSUE_TIERS[ISSUE_TIERS.indexOf(tier) + 1] ?? null

/**
 * Roles that may bring a problem before the tier above theirs 提级.
 *
 * @source domain roles.md §1, column 问题/任务; other-mechanisms §9
 */
export const RAISES_FROM: Readonly<Record<IssueTier, readonly Role[]>> = {
  DEPARTMENT: ['STEWARD', 'STREET', 'AGENCY', 'AGENCY_HEAD', 'TASKFORCE', 'BIZENV', 'OFFICE'],
  TASKFORCE: ['TASKFORCE', 'OFFICE'],
  DISTRICT: ['OFFICE', 'LEADER', 'HEAD'],
  CITY: [],
}

/**
 * Roles that give a problem out at a tier, and strike it off 销号: for the city the office keeps the record of what it answered.
 *
 * @source domain roles.md §1: 专班负责人 “A 专班级”, 分包区领导 “A 区级”, 办公室 “A 销号”
 */
export const SETTLES_AT: Readonly<Record<IssueTier, readonly Role[]>> = {
  DEPARTMENT: ['AGENCY_HEAD', 'OFFICE'],
  TASKFORCE: ['TASKFORCE', 'OFFICE'],
  DISTRICT: ['LEADER', 'HEAD', 'OFFICE'],
  CITY: ['OFFICE'],
}

/**
 * The day a problem is due when nobody says another one: as a task of the same tier.
 *
 * @returns null at the city, where the district sets no term: somebody has to name the day
 * @source domain meetings-and-ranking.md A2
 */
export const defaultIssueDue = (tier: IssueTier, on: PlainDate, calendar: WorkCalendar): PlainDate | null =>
  tier === 'CITY' ? null : addWorkdays(calendar, on, TERM_WD[tier])

/**
 * The day a problem that is opened again is due 重新打开起算: its level's default from then, or the day it had where that is later.
 * A problem that is at the city is measured as the district's, because nobody gives it out once more and names a day.
 */
export const reopenedDue = (
  { tier, dueOn }: Readonly<{ tier: IssueTier; dueOn: PlainDate | null }>,
  on: PlainDate,
  calendar: WorkCalendar,
): PlainDate => latest(dueOn ?? on, addWorkdays(calendar, on, TERM_WD[tier === 'CITY' ? 'DISTRICT' : tier]))
