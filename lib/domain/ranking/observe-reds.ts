import { dayWithUsed } from '../agency-clock'
import { FACTOR_PAPER_NAMES } from '../factor-board'
import type { FactorKind } from '../factor-need'
import { evaluateProcedureProvisionally } from '../level'
import { SUPERVISE_WD } from '../meeting/task-term'
import type { PlainDate } from '../plain-date'
import type { ProcedureFacts } from '../procedure'
import { factorVerdict, issueVerdict } from '../project-dimension'
import type { Dimension } from '../project-level'
import { ENTERPRISE } from '../reason'
import type { RuleParameters } from '../rule-parameters'
import type { ScoreTable } from '../score'
import { waivedOn } from '../waived-span'
import { type WorkCalendar, workdaysLate } from '../work-calendar'
import type { RankedMatter, RankedProcedure, RankedProject, RankedUnit } from './facts'
import type { NewItem } from './item'
import { type Span, stewardOn } from './span'

/** An issue's text is named by its beginning. */
const LABEL_MAX = 40

/** What every row of a red that stands says alike: it costs nothing, and is there or waived. */
const RED = { indicator: 'RED', num: 0, den: 1, weight: 1, n: 1, open: true, doneOn: null } as const

/** A project whose colour is measured at the data line: one that is suspended, or has left, is grey (four-colours §5). */
const isMeasured = ({ status, leftOn }: RankedProject): boolean => status === 'ACTIVE' && leftOn === null

const waived = (project: RankedProject | null, dimension: Dimension, { last }: Span) =>
  project && waivedOn(project.waived, last).includes(dimension) ? ('WAIVED' as const) : null

/** A procedure that was with its agency when the month ended, as it stood then; null: it was not. */
function withAgency(p: RankedProcedure, last: PlainDate): ProcedureFacts | null {
  if (p.state === 'NA' || p.state === 'WITHDRAWN' || (p.finishedOn && p.finishedOn <= last)) return null
  const accepted = p.acceptedOn !== null && p.acceptedOn <= last
  if (!accepted && (p.receivedOn === null || p.receivedOn > last)) return null
  const begun = [...p.pauses, ...(p.pausedSince ? [{ from: p.pausedSince, to: null, kind: p.pausedFor }] : [])].filter(
    ({ from }) => from <= last,
  )
  const running = accepted ? begun.find(({ to }) => to === null || to > last) : undefined
  const since = running?.from ?? null
  return {
    state: running?.kind ?? (accepted ? 'ACCEPTED' : 'RECEIVED'),
    promisedWd: p.promisedWd,
    statutoryWd: p.statutoryWd,
    extensionWd: p.extensionWd,
    receivedOn: p.receivedOn,
    acceptedOn: accepted ? p.acceptedOn : null,
    finishedOn: null,
    rejectedOn: null,
    supplementSince: running?.kind === 'SUPPLEMENT' ? since : null,
    supplementLimitWd: null,
    specialSince: running?.kind === 'SPECIAL' ? since : null,
    specialLimitWd: p.specialLimitWd,
    toleranceDueOn: null,
    pauses: begun.filter((pause) => pause !== running),
    planSubmitOn: null,
    planFinishOn: p.planFinishOn,
    enteredOn: null,
    blockedBy: null,
  }
}

/**
 * A procedure that was red at the data line, for whom its red is: the agency that has it, or the steward while the agency is
 * within its promise and the plan is not kept (K13). What is with the applicant, or held up by another item, is neither's.
 *
 * @source four-colours §11, column owner; meetings-and-ranking B2, uncured red
 */
export function observeRedProcedure(
  p: RankedProcedure,
  project: RankedProject,
  span: Span,
  calendar: WorkCalendar,
  parameters: RuleParameters,
): NewItem[] {
  const facts = isMeasured(project) ? withAgency(p, span.last) : null
  if (!facts) return []
  const { level, owner, reasons } = evaluateProcedureProvisionally(facts, span.last, calendar, parameters)
  const reason = reasons[0]
  if (level !== 'RED' || !reason || (owner?.kind !== 'AGENCY' && owner?.kind !== 'STEWARD')) return []
  const steward = owner.kind === 'STEWARD'
  const subjectId = steward ? stewardOn(project.stewards, span.last) : p.agencyId
  if (!subjectId) return []
  const start = facts.acceptedOn ?? facts.receivedOn
  const byPlan = reason.code === 'PLAN_OVER'
  return [
    {
      ...RED,
      table: steward ? 'STEWARD' : 'AGENCY',
      subjectId,
      kind: 'PROCEDURE',
      factId: p.id,
      projectId: project.id,
      label: `${project.name} ${p.item}`,
      dueOn: byPlan ? p.planFinishOn : start && dayWithUsed(facts, start, p.promisedWd, calendar),
      out: waived(project, 'D1', span),
      detail: { code: reason.code, ...reason.params },
    },
  ]
}

/** Rules of a procedure: a project that is red by one of them is told by that procedure. */
const PROCEDURE_RULE = /^P\d/

/**
 * A project that was red at the data line while the next move was its steward's, however long it had been 管家责任红灯.
 *
 * @source four-colours §5, D9 and the third month; meetings-and-ranking B2, uncured red
 */
export function observeRedProject(project: RankedProject, span: Span): NewItem[] {
  const now = project.colours.at(-1)
  if (!isMeasured(project) || now?.level !== 'RED' || now.owner !== 'STEWARD') return []
  const steward = stewardOn(project.stewards, span.last)
  if (!steward || PROCEDURE_RULE.test(now.reason?.rule ?? '')) return []
  const { id, name } = project
  return [
    {
      ...RED,
      table: 'STEWARD',
      subjectId: steward,
      kind: 'RED',
      factId: id,
      projectId: id,
      label: name,
      dueOn: now.on,
      out: null,
      detail: now.reason ? { code: now.reason.code, ...now.reason.params } : {},
    },
  ]
}

const TABLE_OF: Readonly<Record<RankedUnit['kind'], ScoreTable>> = {
  AGENCY: 'AGENCY',
  UTILITY: 'AGENCY',
  TASKFORCE: 'TASKFORCE',
  STREET: 'AREA',
}

/** What a matter that is red says; null while it is not. */
function redOf(
  { kind, dueOn, meetings }: RankedMatter,
  last: PlainDate,
  calendar: WorkCalendar,
  parameters: RuleParameters,
): NewItem['detail'] | null {
  if (kind === 'TASK') {
    const days = workdaysLate(calendar, dueOn, last)
    return days >= SUPERVISE_WD ? { days } : null
  }
  const { level, reason } =
    kind === 'ISSUE'
      ? issueVerdict(dueOn, meetings, ENTERPRISE, last, calendar, parameters)
      : factorVerdict(dueOn, ENTERPRISE, last, calendar, parameters)
  return level === 'RED' && reason ? { code: reason.code, ...reason.params } : null
}

function labelOf({ kind, text }: RankedMatter, project: RankedProject | null): string {
  const said = kind === 'FACTOR' ? FACTOR_PAPER_NAMES[text as FactorKind] : text
  const short = said.length > LABEL_MAX ? `${said.slice(0, LABEL_MAX)}…` : said
  return kind !== 'TASK' && project ? `${project.name} ${short}` : short
}

/**
 * A problem, a need or a task that was red at the data line, for the unit that has it; where nobody does, for the team that
 * gives it out. Nobody is reminded of what is red beside him: a street not of the projects that lie in it.
 *
 * @source four-colours §5, D5 and D6, K13; meetings-and-ranking A2 (三单) and B2, uncured red
 */
export function observeRedMatter(
  matter: RankedMatter,
  project: RankedProject | null,
  kinds: ReadonlyMap<string, RankedUnit['kind']>,
  span: Span,
  calendar: WorkCalendar,
  parameters: RuleParameters,
): NewItem[] {
  const { kind, id, projectId, unitId, personId, tier, dueOn } = matter
  if (project && kind !== 'TASK' && !isMeasured(project)) return []
  const unit = unitId ?? (personId ? null : tier && project ? project.taskforceId : null)
  const of = unit ? kinds.get(unit) : undefined
  const [table, subjectId]: [ScoreTable | null, string | null] = of ? [TABLE_OF[of], unit] : ['STEWARD', personId]
  const detail = redOf(matter, span.last, calendar, parameters)
  if (!detail || !table || !subjectId || (unit && !of)) return []
  const out = kind === 'TASK' ? null : waived(project, kind === 'ISSUE' ? 'D5' : 'D6', span)
  return [
    { ...RED, table, subjectId, kind, factId: id, projectId, label: labelOf(matter, project), dueOn, out, detail },
  ]
}

/** A 督办单 that is still unanswered is a red of the unit it went to, besides what it cost. */
export const redSlips = (events: readonly NewItem[]): NewItem[] =>
  events.filter(({ kind, open }) => kind === 'SLIP' && open).map((event): NewItem => ({ ...event, ...RED }))

/** Reds, each thing once for each subject: a task that is red and whose 督办单 are unanswered is one. */
export function distinctReds(reds: readonly NewItem[]): NewItem[] {
  const first = new Map<string, NewItem>()
  const order = ({ kind, dueOn, label }: NewItem) => `${kind === 'SLIP'} ${dueOn} ${label}`
  for (const red of reds) {
    const key = `${red.table} ${red.subjectId} ${red.factId}`
    const other = first.get(key)
    if (!other || order(red) < order(other)) first.set(key, red)
  }
  return [...first.values()]
}
