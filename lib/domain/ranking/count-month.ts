import type { Level } from '../level-scale'
import { basisPoints } from '../money'
import type { PlainDate } from '../plain-date'
import { yearShare } from '../project-dimension'
import type { RuleParameters } from '../rule-parameters'
import { SCORE_TABLES, type ScoreTable } from '../score'
import type { WorkCalendar } from '../work-calendar'
import type { MonthFacts, RankedProject, RankedUnit, RankedWeek } from './facts'
import type { CountedItem, NewItem } from './item'
import { monthTable, type Subject } from './month-table'
import { observeIssue } from './observe-issues'
import { observeNeed } from './observe-needs'
import { observeRating, observeRed, observeSlip } from './observe-others'
import { observeAgencyProcedure, observeStewardProcedure } from './observe-procedures'
import { observeProgress } from './observe-progress'
import { distinctReds, observeRedMatter, observeRedProcedure, observeRedProject, redSlips } from './observe-reds'
import { observeStarts } from './observe-starts'
import { observeUpdates } from './observe-updates'
import type { RankingParameters } from './parameters'
import { projectLines } from './project-line'
import type { MonthTable, ProjectLine, RankingContent } from './row'
import { type Span, spanOf, stewardDays } from './span'
import { waivedItem } from './waived-item'

/** A month, counted. */
export type CountedMonth = Readonly<{
  items: readonly CountedItem[]
  tables: Readonly<Record<ScoreTable, MonthTable>>
  projects: readonly ProjectLine[]
  content: RankingContent
}>

const UNITS: Readonly<Record<Exclude<ScoreTable, 'STEWARD'>, readonly RankedUnit['kind'][]>> = {
  AGENCY: ['AGENCY', 'UTILITY'],
  TASKFORCE: ['TASKFORCE'],
  AREA: ['STREET'],
}

/** Whom each table ranks, with the projects he had a part in. */
function subjectsOf(facts: MonthFacts, span: Span): Record<ScoreTable, Subject[]> {
  const counts = new Map<string, number>()
  const add = (id: string | null) => id && counts.set(id, (counts.get(id) ?? 0) + 1)
  const stewards = new Set<string>()
  const agencies = new Map<string, Set<string>>()
  for (const { agencyId, projectId } of facts.procedures)
    if (agencyId) agencies.set(agencyId, (agencies.get(agencyId) ?? new Set()).add(projectId))
  for (const [id, projects] of agencies) counts.set(id, projects.size)
  for (const project of facts.projects) {
    add(project.taskforceId)
    add(project.areaId)
    for (const [personId] of stewardDays(project, span)) {
      stewards.add(personId)
      add(personId)
    }
  }
  const units = (table: Exclude<ScoreTable, 'STEWARD'>): Subject[] =>
    facts.units
      .filter(({ kind }) => UNITS[table].includes(kind))
      .map(({ id, name, kind }) => ({
        id,
        name,
        group: table === 'AGENCY' ? kind : null,
        projects: counts.get(id) ?? 0,
      }))
  return {
    STEWARD: [...stewards].map((id) => ({
      id,
      name: facts.people.get(id) ?? '',
      group: null,
      projects: counts.get(id) ?? 0,
    })),
    AGENCY: units('AGENCY'),
    TASKFORCE: units('TASKFORCE'),
    AREA: units('AREA'),
  }
}

/** Every fact of the month as items, of every table. */
export function observeMonth(
  facts: MonthFacts,
  p: RankingParameters,
  calendar: WorkCalendar,
  limits: RuleParameters,
  span: Span = spanOf(facts.month),
): NewItem[] {
  const projects = new Map(facts.projects.map((project) => [project.id, project]))
  const kinds = new Map(facts.units.map(({ id, kind }) => [id, kind]))
  const weeks = new Map<string, Map<PlainDate, RankedWeek>>()
  for (const week of facts.weeks)
    weeks.set(week.projectId, (weeks.get(week.projectId) ?? new Map()).set(week.weekOf, week))
  const none: ReadonlyMap<PlainDate, RankedWeek> = new Map()
  const slips = facts.slips.flatMap((slip) => {
    const kind = kinds.get(slip.orgId)
    const table = kind === 'TASKFORCE' ? 'TASKFORCE' : kind === 'STREET' ? 'AREA' : null
    return table ? observeSlip(slip, table, span) : []
  })
  const items = [
    ...facts.procedures.flatMap((procedure) => {
      const project = projects.get(procedure.projectId)
      if (!project) return []
      return [
        ...observeStewardProcedure(procedure, project, span, calendar),
        ...observeAgencyProcedure(procedure, project, span, calendar),
      ]
    }),
    ...facts.projects.flatMap((project) => [
      ...observeProgress(project, span, p.progressSpanPp),
      ...observeStarts(project, span, limits.stat_yellow_months),
      ...observeUpdates(project, weeks.get(project.id) ?? none, span),
      ...observeRed(project, span, calendar, p.ownRedWd),
    ]),
    ...facts.issues.flatMap((issue) => observeIssue(issue, projects.get(issue.projectId ?? '') ?? null, span)),
    ...facts.needs.flatMap((need) => {
      const project = projects.get(need.projectId)
      return project ? observeNeed(need, project, span) : []
    }),
    ...facts.ratings.flatMap((rating) => observeRating(rating, span)),
    ...slips,
  ]
  const reds = [
    ...facts.procedures.flatMap((procedure) => {
      const project = projects.get(procedure.projectId)
      return project ? observeRedProcedure(procedure, project, span, calendar, limits) : []
    }),
    ...facts.projects.flatMap((project) => observeRedProject(project, span)),
    ...facts.matters.flatMap((matter) =>
      observeRedMatter(matter, projects.get(matter.projectId ?? '') ?? null, kinds, span, calendar, limits),
    ),
    ...redSlips(slips),
  ]
  return [
    ...items.map((item) => waivedItem(item, projects.get(item.projectId ?? ''), span)),
    // A waiver of a red is asked for on the data line, of the dimension it is red in.
    ...distinctReds(reds),
  ]
}

const ORDER = ['STEWARD', 'AGENCY', 'TASKFORCE', 'AREA']
const sortKey = (item: NewItem): string =>
  [
    ORDER.indexOf(item.table),
    item.subjectId,
    item.indicator,
    item.dueOn ?? item.doneOn ?? '',
    item.kind,
    item.factId ?? '',
    item.projectId ?? '',
    item.label,
  ].join(' ')

/** Numbers items in an order of their own, so that the order facts were read in does not show. */
export function numbered(items: readonly NewItem[]): CountedItem[] {
  return items
    .map((item) => ({ key: sortKey(item), item }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }, i) => ({ ...item, seq: i + 1, changedBy: null }))
}

function overallOf(
  projects: readonly RankedProject[],
  lines: readonly ProjectLine[],
  items: readonly CountedItem[],
  { last }: Span,
): RankingContent['overall'] {
  const scored = items.filter(({ indicator }) => indicator !== 'RED')
  const stays = new Set(projects.flatMap(({ id, leftOn }) => (leftOn === null ? [id] : [])))
  const levels: Record<Level, number> = { GREY: 0, GREEN: 0, BLUE: 0, YELLOW: 0, RED: 0 }
  let [totalFen, planFen, doneFen, newFen] = [0n, 0n, 0n, 0n]
  for (const line of lines) {
    if (!stays.has(line.subjectId)) continue
    levels[line.level] += 1
    totalFen += BigInt(line.totalFen ?? 0)
    planFen += BigInt(line.yearPlanFen ?? 0)
    doneFen += BigInt(line.doneFen ?? 0)
    newFen += BigInt(line.newFen ?? 0)
  }
  return {
    projects: stays.size,
    levels,
    totalFen: String(totalFen),
    yearPlanFen: String(planFen),
    doneFen: String(doneFen),
    newFen: String(newFen),
    actual: basisPoints(doneFen, planFen),
    yearShare: yearShare(last),
    counted: scored.filter(({ out }) => out === null).length,
    leftOut: scored.filter(({ out }) => out !== null).length,
  }
}

/** What a version says beside its lines and items, from its tables. */
export const contentOf = (
  facts: Readonly<{
    month: string
    district: string
    parameters: RankingParameters
    overall: RankingContent['overall']
  }>,
  tables: Readonly<Record<ScoreTable, MonthTable>>,
): RankingContent => {
  const of = <T>(pick: (table: MonthTable) => T) =>
    Object.fromEntries(SCORE_TABLES.map((table) => [table, pick(tables[table])])) as Record<ScoreTable, T>
  return {
    ...facts,
    dataLineOn: spanOf(facts.month).last,
    means: of(({ means }) => means),
    medians: of(({ median }) => median),
  }
}

/** Items and tables of a month, up to a day of it or to its end. */
export type CountedTables = Pick<CountedMonth, 'items' | 'tables'>

/**
 * Counts the four tables of a month up to the last day of a span: the whole month for its ranking, what there is of it so far
 * for whoever wants to know where he stands 月度计分.
 *
 * @source meetings-and-ranking B2
 */
export function countTables(
  facts: MonthFacts,
  p: RankingParameters,
  calendar: WorkCalendar,
  limits: RuleParameters,
  span: Span = spanOf(facts.month),
): CountedTables {
  const subjects = subjectsOf(facts, span)
  const ranked = new Set(SCORE_TABLES.flatMap((name) => subjects[name].map(({ id }) => `${name} ${id}`)))
  // An issue the office leads is nobody's in a table of agencies.
  const seen = observeMonth(facts, p, calendar, limits, span).filter((item) =>
    ranked.has(`${item.table} ${item.subjectId}`),
  )
  const items = numbered(seen)
  const table = (name: ScoreTable) => monthTable(name, subjects[name], items, p)
  const tables = {
    STEWARD: table('STEWARD'),
    AGENCY: table('AGENCY'),
    TASKFORCE: table('TASKFORCE'),
    AREA: table('AREA'),
  }
  return { items, tables }
}

/**
 * Counts a month: every item, the four tables, the projects and what is said about the whole 月度计分.
 *
 * @source meetings-and-ranking B2
 */
export function countMonth(
  facts: MonthFacts,
  p: RankingParameters,
  calendar: WorkCalendar,
  limits: RuleParameters,
): CountedMonth {
  const span = spanOf(facts.month)
  const { items, tables } = countTables(facts, p, calendar, limits, span)
  const projects = projectLines(facts.projects, span)
  const overall = overallOf(facts.projects, projects, items, span)
  return {
    items,
    tables,
    projects,
    content: contentOf({ month: facts.month, district: facts.district, parameters: p, overall }, tables),
  }
}
