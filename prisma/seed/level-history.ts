import { toDb } from '@/lib/data/date'
import { evaluateProcedureProvisionally } from '@/lib/domain/level'
import type { Level } from '@/lib/domain/level-scale'
import {
  addDays,
  addMonths,
  daysBetween,
  lastDayOfMonth,
  latest,
  monthOf,
  type PlainDate,
} from '@/lib/domain/plain-date'
import { evaluateProjectProvisionally, type ProjectFacts } from '@/lib/domain/project-level'
import { ownerKey, type Reason } from '@/lib/domain/reason'
import { DEFAULT_PARAMETERS } from '@/lib/domain/rule-parameters'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import type { Prisma } from '@/prisma/generated/client'
import type { ProjectModel } from './build-project'
import { instantOn } from './timeline'

/** Month ends whose days are all judged; the third-month rule looks at two. */
const MONTHS = 3
/** Month ends that are frozen: of the months before only the projects are judged, for the rankings of those months. */
const FROZEN = 8
const KEPT_REASONS = 3
/** Months without a talk, less one, after which two sides meet again at the latest. */
const TALKS_PAUSE = 4

export type LevelHistory = Readonly<{
  changes: readonly Prisma.LevelChangeCreateManyInput[]
  months: readonly Prisma.MonthLevelCreateManyInput[]
  /** Colours at the end, by id of project or procedure. */
  levels: ReadonlyMap<string, Level>
}>

/**
 * Every day from the oldest month end that is frozen up to today. Days off as well: the rules look every day, and a limit of
 * months or calendar days ends on a holiday like on any other; a day left out would date a change to the next one looked at.
 */
function evaluatedDays(today: PlainDate, entered: PlainDate): PlainDate[] {
  const first = latest(entered, lastDayOfMonth(monthOf(addMonths(today, -MONTHS))))
  return Array.from({ length: daysBetween(first, today) + 1 }, (_, i) => addDays(first, i))
}

/** Days of the months before, from the last day of the oldest one that is frozen. */
function olderDays(today: PlainDate, entered: PlainDate): PlainDate[] {
  const [first] = evaluatedDays(today, lastDayOfMonth(monthOf(addMonths(today, -MONTHS))))
  const oldest = latest(entered, lastDayOfMonth(monthOf(addMonths(today, -FROZEN))))
  return first ? Array.from({ length: Math.max(0, daysBetween(oldest, first)) }, (_, i) => addDays(oldest, i)) : []
}

/**
 * Lets the rules judge a project day by day over the last months, so that its history of colours is one the rules could
 * have written.
 *
 * @param factsOn what was known on a day, given the month ends frozen before it
 */
export function levelHistoryOf(
  model: ProjectModel,
  today: PlainDate,
  entered: PlainDate,
  calendar: WorkCalendar,
  factsOn: (day: PlainDate, months: ProjectFacts['monthLevels']) => ProjectFacts,
  newId: () => string,
): LevelHistory {
  const { id, districtId } = model.project
  const levels = new Map<string, Level>()
  const changes: Prisma.LevelChangeCreateManyInput[] = []
  const months: Prisma.MonthLevelCreateManyInput[] = []
  const seen = new Set<string>()
  const busy = new Set(model.histories.flatMap((h) => h.known.map((k) => k.since)))
  const turn = (
    procedureId: string | null,
    day: PlainDate,
    to: Level,
    reasons: readonly Reason[],
    owner: string | null,
    inputs: unknown,
  ) => {
    const key = procedureId ?? id
    const from = levels.get(key) ?? 'GREY'
    if (from !== to)
      changes.push({
        id: newId(),
        districtId,
        projectId: id,
        procedureId,
        at: instantOn(day, 40 + changes.length),
        on: toDb(day),
        from: seen.has(key) ? from : null,
        to,
        ruleId: reasons[0]?.rule ?? null,
        reasons: reasons as unknown as Prisma.InputJsonValue,
        owner,
        inputs: inputs as Prisma.InputJsonValue,
        rulesVersion: 1,
        cause: busy.has(day) ? 'FACT' : 'DAY',
        actorId: null,
      })
    seen.add(key)
    levels.set(key, to)
  }
  const older: typeof months = []
  for (const day of olderDays(today, entered)) {
    const facts = factsOn(day, {})
    // Reports of those months are not told one by one: somebody looked, and who negotiates met, now and then after a pause.
    const met = addMonths(day, -((model.project.number + Number(monthOf(day).slice(-2))) % TALKS_PAUSE))
    const looked = {
      ...facts,
      verifiedOn: facts.verifiedOn && day,
      talks: facts.talks && { lastProgressOn: latest(facts.talks.lastProgressOn, met) },
    }
    const project = evaluateProjectProvisionally(looked, day, calendar, DEFAULT_PARAMETERS)
    const kept = project.reasons.slice(0, KEPT_REASONS)
    turn(null, day, project.level, kept, ownerKey(project.owner), kept)
    if (day === lastDayOfMonth(monthOf(day))) {
      const { level, raw, escalated } = project
      older.push({ projectId: id, month: monthOf(day), level, raw, escalated })
    }
  }
  for (const day of evaluatedDays(today, entered)) {
    const facts = factsOn(day, Object.fromEntries(months.map((m) => [m.month, m.level])))
    const project = evaluateProjectProvisionally(facts, day, calendar, DEFAULT_PARAMETERS)
    const kept = project.reasons.slice(0, KEPT_REASONS)
    turn(null, day, project.level, kept, ownerKey(project.owner), kept)
    for (const item of facts.procedures) {
      const verdict = evaluateProcedureProvisionally(item.facts, day, calendar, DEFAULT_PARAMETERS)
      turn(item.id, day, verdict.level, verdict.reasons, ownerKey(verdict.owner), item.facts)
    }
    if (day === lastDayOfMonth(monthOf(day)) && day < today)
      months.push({
        projectId: id,
        month: monthOf(day),
        level: project.level,
        raw: project.raw,
        escalated: project.escalated,
      })
  }
  return { changes, months: [...older, ...months], levels }
}
