import 'server-only'
import type { ForecastWorks } from '@/lib/domain/forecast'
import type { PlainDate } from '@/lib/domain/plain-date'
import { ACCEPTANCE_STAGE } from '@/lib/domain/plan-proposal'
import { type MilestoneKind, STAGES, type Stage } from '@/lib/domain/project'
import { type WorkCalendar, workdaysBetween } from '@/lib/domain/work-calendar'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull } from './date'

/** What the works of a project are read from. */
export const worksColumns = {
  worksWd: true,
  stage: true,
  milestones: { select: { kind: true, actualOn: true } },
  procedures: { select: { item: { select: { code: true, stage: true } } } },
} satisfies Prisma.ProjectSelect

export type WorksRow = Readonly<{
  worksWd: number | null
  stage: Stage
  milestones: readonly Readonly<{ kind: MilestoneKind; actualOn: Date | null }>[]
  procedures: readonly Readonly<{ item: Readonly<{ code: string; stage: string }> }>[]
}>

/** What is still to be built, seen from today; without days where nobody said how long the works take. */
export function worksOf(row: WorksRow, today: PlainDate, calendar: WorkCalendar): ForecastWorks {
  const reachedOn = (kind: MilestoneKind) => dayOrNull(row.milestones.find((m) => m.kind === kind)?.actualOn ?? null)
  const startedOn = reachedOn('START')
  const built = startedOn ? workdaysBetween(calendar, startedOn, today) : 0
  const past = reachedOn('COMPLETION') !== null || STAGES.indexOf(row.stage) >= STAGES.indexOf('COMPLETED')
  return {
    days: past ? 0 : row.worksWd === null ? null : Math.max(0, row.worksWd - built),
    begun: past || startedOn !== null || row.stage === 'CONSTRUCTION',
    after: new Set(row.procedures.flatMap(({ item }) => (item.stage === ACCEPTANCE_STAGE ? [item.code] : []))),
  }
}
