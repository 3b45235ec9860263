import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { isRunning } from '@/lib/domain/remaining'
import type { Failure } from '@/lib/domain/result'
import type { TrialItem } from '@/lib/domain/try-out'
import type { Change, ForecastGround } from '@/lib/domain/what-if'
import { countsAsWorkday, type WorkCalendar, workdayFrom } from '@/lib/domain/work-calendar'
import type { ForecastQuery } from '@/lib/schemas/forecast'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { FORECAST_TARGET } from './forecast-items'
import { foreseeProject } from './foresee-project'
import { loadLevelContext } from './level-context'
import { type FactsRow, loadFactsRows, procedureFactsOf } from './project-facts'
import { readableProjects } from './visible'

const columns = {
  id: true,
  name: true,
  districtId: true,
  status: true,
  stage: true,
  worksWd: true,
  milestones: { select: { kind: true, plannedOn: true, actualOn: true, monthOnly: true } },
  procedures: {
    select: {
      id: true,
      item: {
        select: {
          code: true,
          stage: true,
          nameZh: true,
          nameEn: true,
          parallelGroup: true,
          tolerance: true,
          commitment: true,
          validityMonths: true,
        },
      },
    },
  },
} satisfies Prisma.ProjectSelect

/** What is asked to be tried; nothing where a part of it is missing. */
export function changesOf({ item, what, days, on }: ForecastQuery): readonly Change[] {
  if (!item) return []
  if (what === 'ABSENT') return [{ kind: 'ABSENT', code: item }]
  if (what === 'ACCEPTED') return on ? [{ kind: 'ACCEPTED', code: item, on }] : []
  return days !== undefined ? [{ kind: 'LONGER', code: item, days }] : []
}

/** Whether a trial was begun, and something it needs was not said. */
export const isTrialMissing = ({ item, days, on }: ForecastQuery, changes: readonly Change[]): boolean =>
  changes.length === 0 && (item !== undefined || days !== undefined || on !== undefined)

/**
 * A question that can be none: no day more or less, and a day of acceptance of what is accepted already, or that has passed.
 *
 * @returns err WHAT_IF_DAYS, ITEM_ACCEPTED, WHAT_IF_PAST, WHAT_IF_DAY_OFF with the next working day; null where there is nothing to refuse
 */
export function refusedTrial(
  changes: readonly Change[],
  facts: Pick<FactsRow, 'procedures'>,
  today: PlainDate,
  calendar: WorkCalendar,
): Failure | null {
  const accepted = new Set(facts.procedures.flatMap((p) => (p.acceptedOn && isRunning(p.state) ? [p.code] : [])))
  for (const change of changes) {
    if (change.kind === 'LONGER' && change.days === 0) return { code: 'WHAT_IF_DAYS', item: change.code }
    if (change.kind !== 'ACCEPTED') continue
    if (accepted.has(change.code)) return { code: 'ITEM_ACCEPTED', item: change.code }
    if (change.on < today) return { code: 'WHAT_IF_PAST', item: change.code }
    if (!countsAsWorkday(calendar, change.on))
      return { code: 'WHAT_IF_DAY_OFF', item: change.code, next: workdayFrom(calendar, change.on) }
  }
  return null
}

/**
 * What a project's forecast and every trial of it are computed from.
 *
 * @returns null when it does not exist, is out of the actor's sight, or its graph is a circle
 */
export async function loadForecastBasis(actor: Actor, id: string, today: PlainDate) {
  const row = await db.project.findFirst({ where: { AND: [{ id }, readableProjects(actor)] }, select: columns })
  const [facts] = row ? await loadFactsRows(db, [id], today) : []
  if (!row || !facts) return null
  const context = await loadLevelContext(db, row.districtId, today)
  const { edges, items: bare, works, conditions, foreseen, impossible } = foreseeProject(facts, row, today, context)
  if (!foreseen.ok) return null
  const catalogue = new Map(row.procedures.map(({ item }) => [item.code, item]))
  const byCode = new Map(facts.procedures.map((p) => [p.code, p]))
  const items = bare.map((item): TrialItem => {
    const terms = catalogue.get(item.code)
    return {
      ...item,
      promisedWd: byCode.get(item.code)?.promisedWd ?? 0,
      group: terms?.parallelGroup ?? null,
      tolerance: terms?.tolerance ?? false,
      commitment: terms?.commitment ?? false,
    }
  })
  const ground: ForecastGround = {
    today,
    edges,
    conditions,
    target: FORECAST_TARGET,
    calendar: context.calendar,
    works,
  }
  return {
    row,
    facts,
    context,
    items,
    ground,
    works,
    /** Plans that cannot be kept. */
    plans: impossible,
    base: foreseen.value,
    catalogue,
    byCode,
    factsOf: new Map(facts.procedures.map((p) => [p.code, procedureFactsOf(p, byCode)])),
  }
}
