import { aggregate } from './aggregate'
import { evaluateProcedureProvisionally, leadingReason } from './level'
import { atMost, type Level, worst } from './level-scale'
import { changeBetween, HORIZON_DAYS, type NextChange, thresholdDays } from './next-change'
import { type Outlook, outlookOn } from './outlook'
import { addDays, addMonths, dayOfEpoch, epochDayOf, monthOf, type PlainDate, yearOf, ymd } from './plain-date'
import type { ProcedureFacts } from './procedure'
import {
  dayAfterMonthEnds,
  enrolmentVerdict,
  expiryVerdict,
  factorVerdict,
  freshnessVerdict,
  issueVerdict,
  plannedShare,
  progressVerdict,
  startVerdict,
  TALK_MONTHS,
  talksVerdict,
  type Verdict,
} from './project-dimension'
import { type Owner, ownerOf, type Reason, STEWARD, sortReasons } from './reason'
import { err, ok, type Result } from './result'
import type { RuleParameters } from './rule-parameters'
import { trendReason } from './trend'
import { type WaivedSpan, waivedOn } from './waived-span'
import { dayWithPassed, dayWithRemaining, type WorkCalendar } from './work-calendar'

export type Dimension = 'D1' | 'D2' | 'D3' | 'D4' | 'D5' | 'D6' | 'D7' | 'D8' | 'D9'

/** Everything the colour of a project depends on. Shares are hundredths of a percent. */
export type ProjectFacts = Readonly<{
  procedures: readonly Readonly<{
    id: string
    code: string
    critical: boolean
    /** When it can be finished at the earliest; null once it is closed. */
    outlook: Outlook | null
    agency: string
    facts: ProcedureFacts
  }>[]
  /** Completion of a year's plan, while it is measured. */
  progress: Readonly<{
    year: number
    actual: number
    /** Day the plan counts from, where the project was established within the year. */
    fromOn?: PlainDate | null
  }> | null
  start: Readonly<{ plannedOn: PlainDate | null; actualOn: PlainDate | null; ready: boolean }> | null
  enrolment: Readonly<{ startedOn: PlainDate; enrolled: boolean }> | null
  issues: readonly Readonly<{
    id: string
    dueOn: PlainDate | null
    meetings: number
    owner: string
    /** It cannot be solved, and waits to be struck off. */
    unstruck?: true
  }>[]
  factors: readonly Readonly<{ id: string; needBy: PlainDate; owner: string }>[]
  /** Last day somebody looked; null where updates are not asked for. */
  verifiedOn: PlainDate | null
  /** Permits in hand that must be used before they expire. */
  permits: readonly Readonly<{ id: string; expiresOn: PlainDate }>[]
  talks: Readonly<{ lastProgressOn: PlainDate }> | null
  /** Waivers in force or to come, with the days that count. */
  waived: readonly WaivedSpan<Dimension>[]
  /** Frozen colours of month ends, by `YYYY-MM`. */
  monthLevels: Readonly<Record<string, Level>>
}>

export type ProjectReason = Reason & Readonly<{ dimension: Dimension; subjectId: string | null }>

export type ProjectEvaluation = Readonly<{
  level: Level
  raw: Level
  escalated: boolean
  owner: Owner | null
  dims: Readonly<Partial<Record<Dimension, Level>>>
  /** Worst first, every reason that is not green and counts. */
  reasons: readonly ProjectReason[]
  /** What a waiver leaves out, worst first: shown hatched beside the colour. */
  waived: readonly ProjectReason[]
}>

/** The facts of a project nobody measures: one that is suspended, removed or merged. */
export const NO_FACTS: ProjectFacts = {
  procedures: [],
  progress: null,
  start: null,
  enrolment: null,
  issues: [],
  factors: [],
  verifiedOn: null,
  permits: [],
  talks: null,
  waived: [],
  monthLevels: {},
}

const CLOSED: ReadonlySet<string> = new Set(['DONE', 'NA'])

/** AGENCY of a procedure means that procedure's agency, by name. */
const spoken = (owner: Owner | null, agency: string): Owner | null =>
  owner?.kind === 'AGENCY' ? ownerOf(agency) : owner

type ProjectItem = ProjectFacts['procedures'][number]

/** What one procedure adds to the colour of its project (D1). */
type ItemVerdict = Readonly<{ levels: readonly Level[]; reasons: readonly ProjectReason[] }>

/** What a procedure adds to the colour of its project: closed ones are in order, those beside the critical path at most yellow. */
export function itemVerdict(
  item: ProjectItem,
  today: PlainDate,
  calendar: WorkCalendar,
  p: RuleParameters,
): ItemVerdict {
  if (CLOSED.has(item.facts.state)) return { levels: [item.facts.state === 'NA' ? 'GREY' : 'GREEN'], reasons: [] }
  const evaluation = evaluateProcedureProvisionally(item.facts, today, calendar, p)
  // An item beside the critical path cannot make the project red (D1).
  const cap: Level = item.critical ? 'RED' : 'YELLOW'
  const levels = [atMost(evaluation.level, cap)]
  const reasons: ProjectReason[] = []
  const leading = leadingReason(evaluation)
  if (leading && leading.level === evaluation.level && leading.level !== 'GREEN' && leading.level !== 'GREY')
    reasons.push({
      ...leading,
      level: atMost(leading.level, cap),
      owner: spoken(leading.owner, item.agency),
      dimension: 'D1',
      subjectId: item.id,
    })
  const trend =
    item.outlook &&
    trendReason(evaluation.level, item.facts.planFinishOn, outlookOn(item.outlook, today, calendar), calendar)
  if (trend) {
    levels.push(trend.level)
    reasons.push({ ...trend, dimension: 'D1', subjectId: item.id })
  }
  return { levels, reasons }
}

/**
 * Colour of a project on a day 项目颜色, dimension by dimension.
 *
 * @returns err CALENDAR_MISSING when the day's year has no published holidays
 * @source four-colours §5
 */
export function evaluateProject(
  facts: ProjectFacts,
  today: PlainDate,
  calendar: WorkCalendar,
  p: RuleParameters,
): Result<ProjectEvaluation> {
  if (!calendar.years.has(yearOf(today))) return err({ code: 'CALENDAR_MISSING', year: yearOf(today) })
  return ok(evaluateProjectProvisionally(facts, today, calendar, p))
}

/** As `evaluateProject`, for any day. */
export function evaluateProjectProvisionally(
  facts: ProjectFacts,
  today: PlainDate,
  calendar: WorkCalendar,
  p: RuleParameters,
): ProjectEvaluation {
  const items = facts.procedures.map((item) => itemVerdict(item, today, calendar, p))
  return aggregateProject(facts, items, today, calendar, p)
}

function aggregateProject(
  facts: ProjectFacts,
  items: readonly ItemVerdict[],
  today: PlainDate,
  calendar: WorkCalendar,
  p: RuleParameters,
): ProjectEvaluation {
  const dims: Partial<Record<Dimension, Level>> = {}
  const reasons: ProjectReason[] = []
  const add = (dimension: Dimension, verdict: Verdict, subjectId: string | null = null) => {
    dims[dimension] = worst([dims[dimension] ?? 'GREY', verdict.level])
    if (verdict.reason) reasons.push({ ...verdict.reason, dimension, subjectId })
  }
  dims.D1 = worst(items.flatMap((item) => item.levels))
  reasons.push(...items.flatMap((item) => item.reasons))
  if (facts.progress && facts.progress.year === yearOf(today))
    add('D2', progressVerdict(plannedShare(today, facts.progress.fromOn ?? null), facts.progress.actual, p))
  if (facts.start)
    add('D3', startVerdict(facts.start.plannedOn, facts.start.actualOn, facts.start.ready, today, calendar, p))
  if (facts.enrolment) add('D4', enrolmentVerdict(facts.enrolment.startedOn, facts.enrolment.enrolled, today, p))
  for (const i of facts.issues) add('D5', issueVerdict(i.dueOn, i.meetings, ownerOf(i.owner), today, calendar, p), i.id)
  for (const f of facts.factors) add('D6', factorVerdict(f.needBy, ownerOf(f.owner), today, calendar, p), f.id)
  if (facts.verifiedOn) add('D7', freshnessVerdict(facts.verifiedOn, today, p))
  for (const permit of facts.permits) add('D8', expiryVerdict(permit.expiresOn, today, p), permit.id)
  if (facts.talks) add('D9', talksVerdict(facts.talks.lastProgressOn, today))
  const [lastMonth, monthBefore] = [1, 2].map((n) => facts.monthLevels[monthOf(addMonths(today, -n))] ?? null)
  const out = waivedOn(facts.waived, today)
  const total = aggregate(dims as Record<string, Level>, out, lastMonth, monthBefore)
  const sorted = sortReasons(reasons)
  const counted = out.length > 0 ? sorted.filter((r) => !out.includes(r.dimension)) : sorted
  const waived = out.length > 0 ? sorted.filter((r) => out.includes(r.dimension)) : []
  const leading = counted[0]
  if (total.escalated) {
    const owner = leading?.owner ?? STEWARD
    const third: ProjectReason = {
      rule: 'AGG',
      code: 'THIRD_MONTH',
      level: 'RED',
      owner,
      params: {},
      dimension: leading?.dimension ?? 'D1',
      subjectId: leading?.subjectId ?? null,
    }
    return { ...total, owner, dims, reasons: [third, ...counted], waived }
  }
  const owner = leading && leading.level === total.level ? leading.owner : null
  return { ...total, owner, dims, reasons: counted, waived }
}

/** Day the planned share of a year first reaches a number of hundredths of a percent. */
function dayOfShare(year: number, fromOn: PlainDate | null, share: number): PlainDate {
  const first = epochDayOf(ymd(year, 1, 1))
  let [low, high] = [0, 366]
  while (low < high) {
    const middle = (low + high) >> 1
    const day = dayOfEpoch(first + middle)
    if (yearOf(day) > year || plannedShare(day, fromOn) >= share) high = middle
    else low = middle + 1
  }
  return dayOfEpoch(first + low)
}

/** Days on which what a procedure adds can change. */
function itemDays(item: ProjectItem, today: PlainDate, calendar: WorkCalendar, p: RuleParameters): PlainDate[] {
  const { facts, outlook } = item
  if (CLOSED.has(facts.state)) return []
  const days = thresholdDays(facts, calendar, p, today)
  // A plan is out of reach from the day on which fewer days remain than are needed (P18).
  if (outlook && facts.planFinishOn)
    for (const { from, restWd } of outlook)
      days.push(dayWithRemaining(calendar, facts.planFinishOn, restWd - 1), ...(from ? [from] : []))
  return days
}

/** Days on which another dimension can change. */
function dimensionDays(facts: ProjectFacts, today: PlainDate, calendar: WorkCalendar, p: RuleParameters): PlainDate[] {
  const days: PlainDate[] = []
  if (facts.progress) {
    const { year, actual, fromOn = null } = facts.progress
    const shares = [p.dev_blue_pp, p.dev_yellow_pp].map((pp) => actual + Math.round(pp * 100))
    shares.push(actual + Math.round(p.dev_red_pp * 100) + 1, Math.round(p.dev_min_planned_pct * 100))
    days.push(
      ...shares.filter((s) => s >= 0 && s <= 10_000).map((s) => dayOfShare(year, fromOn, s)),
      ymd(year + 1, 1, 1),
    )
  }
  if (facts.start?.plannedOn) {
    const { plannedOn } = facts.start
    days.push(
      dayWithRemaining(calendar, plannedOn, p.start_blue_wd),
      addDays(plannedOn, 1),
      dayAfterMonthEnds(plannedOn, p.start_red_month_ends),
    )
  }
  if (facts.enrolment)
    for (const months of [p.stat_yellow_months, p.stat_red_months])
      days.push(addDays(addMonths(facts.enrolment.startedOn, months), 1))
  for (const { dueOn } of facts.issues)
    if (dueOn)
      days.push(
        dayWithRemaining(calendar, dueOn, p.issue_blue_wd),
        dayWithPassed(calendar, dueOn, 1),
        dayWithPassed(calendar, dueOn, p.issue_red_wd),
      )
  for (const { needBy } of facts.factors)
    days.push(
      dayWithRemaining(calendar, needBy, p.plan_blue_wd),
      dayWithPassed(calendar, needBy, 1),
      dayWithPassed(calendar, needBy, p.plan_red_wd),
    )
  if (facts.verifiedOn)
    days.push(addDays(facts.verifiedOn, p.fresh_blue_cd), addDays(facts.verifiedOn, p.fresh_yellow_cd))
  for (const { expiresOn } of facts.permits)
    days.push(addDays(expiresOn, -p.expiry_blue_cd), addDays(expiresOn, -p.expiry_yellow_cd), addDays(expiresOn, 1))
  if (facts.talks)
    for (const months of Object.values(TALK_MONTHS)) days.push(addMonths(facts.talks.lastProgressOn, months))
  // What is waived counts again on the day after, and what will be counts no more from its first day on.
  for (const { fromOn, lastOn } of facts.waived) days.push(fromOn, addDays(lastOn, 1))
  // The two month ends the third-month rule looks at change with the month.
  if (Object.values(facts.monthLevels).includes('YELLOW'))
    days.push(dayAfterMonthEnds(today, 1), dayAfterMonthEnds(today, 2), dayAfterMonthEnds(today, 3))
  return days
}

/**
 * First later day on which the project's colour or owner changes if no fact changes 下次变色日.
 *
 * Month ends frozen in the meantime are facts and not foreseen.
 */
export function nextProjectChange(
  facts: ProjectFacts,
  today: PlainDate,
  calendar: WorkCalendar,
  p: RuleParameters,
  now: ProjectEvaluation = evaluateProjectProvisionally(facts, today, calendar, p),
): NextChange | null {
  let items = facts.procedures.map((item) => ({
    item,
    days: new Set(itemDays(item, today, calendar, p)),
    verdict: itemVerdict(item, today, calendar, p),
  }))
  const days = new Set([...dimensionDays(facts, today, calendar, p), ...items.flatMap((i) => [...i.days])])
  const end = addDays(today, HORIZON_DAYS)
  for (const day of [...days].filter((d) => d > today && d <= end).sort()) {
    // Between its own days an item's colour and owner stand: only the items whose day it is are asked again.
    items = items.map((i) => (i.days.has(day) ? { ...i, verdict: itemVerdict(i.item, day, calendar, p) } : i))
    const then = aggregateProject(
      facts,
      items.map((i) => i.verdict),
      day,
      calendar,
      p,
    )
    const change = changeBetween(now, then, day)
    if (change) return { ...change, provisional: change.provisional || endsProvisionally(facts, day) }
  }
  return null
}

/** Whether a waiver runs out on the eve of a day that leans on holidays nobody has published. */
const endsProvisionally = ({ waived }: ProjectFacts, day: PlainDate): boolean =>
  waived.some(({ provisional, lastOn }) => provisional === true && addDays(lastOn, 1) === day)

/**
 * The part of the facts that some reasons and some procedures rest on: enough to say the same reasons with another day's
 * numbers, because between two changes of colour only the numbers change. All of them where something is waived: a waiver
 * begins and ends without the colour turning, and may leave it to a dimension that says nothing today.
 */
export function factsBehind(
  facts: ProjectFacts,
  reasons: readonly ProjectReason[],
  procedureIds: readonly string[],
): ProjectFacts {
  if (facts.waived.length > 0) return facts
  const dimensions = new Set(reasons.map((r) => r.dimension))
  const subjects = new Set([...reasons.map((r) => r.subjectId), ...procedureIds])
  return {
    procedures: facts.procedures.filter((item) => subjects.has(item.id)),
    progress: dimensions.has('D2') ? facts.progress : null,
    start: dimensions.has('D3') ? facts.start : null,
    enrolment: dimensions.has('D4') ? facts.enrolment : null,
    issues: facts.issues.filter((issue) => subjects.has(issue.id)),
    factors: facts.factors.filter((factor) => subjects.has(factor.id)),
    verifiedOn: dimensions.has('D7') ? facts.verifiedOn : null,
    permits: facts.permits.filter((permit) => dimensions.has('D8') && subjects.has(permit.id)),
    talks: dimensions.has('D9') ? facts.talks : null,
    waived: [],
    monthLevels: facts.monthLevels,
  }
}
