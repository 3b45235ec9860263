import type { LedgerChange } from '../ledger-pen'
import type { LedgerNote } from '../ledger-row'
import type { RowValue } from '../ledger-snapshot'
import { latest, type PlainDate } from '../plain-date'
import type { Failure } from '../result'
import type { WorkCalendar } from '../work-calendar'
import { type IssueCase, isOpenIssue, newIssue } from './issue'
import { type IssueKind, proposeKind } from './kind'
import { type IssueLedgerRow, issueField } from './ledger'
import { type IssueMove, type IssueMoveContext, moveIssue } from './move'
import { issueDay } from './term'
import { ISSUE_TIERS } from './tier'

/** What of a problem a ledger may put right beside its moves. */
export type IssueWords = Readonly<{
  text: string
  kind: IssueKind
  supportIds: readonly string[]
  ownerId: string | null
  revisit: string | null
  note: string | null
}>

/** A problem as far as a ledger can speak of it. */
export type KnownIssue = Readonly<{
  facts: IssueCase
  words: IssueWords
  raisedOn: PlainDate
  /** What was said last about how far it is. */
  progress: string | null
}>

/** Whom and which units a row means; undefined where the row says nothing. */
export type IssueRowUnits = Readonly<{ leadId?: string; supportIds?: readonly string[]; ownerId?: string }>

/** One move of a row, judged like one made by hand, and what the problem is then. */
export type PlannedMove = Readonly<{ move: IssueMove; from: IssueCase; to: IssueCase }>

/** What a row does to its problem 导入判定; a new one begins with what it is entered as. */
export type IssuePlan = Readonly<{
  raisedOn: PlainDate
  entered: IssueCase
  facts: IssueCase
  words: IssueWords
  moves: readonly PlannedMove[]
  changes: readonly LedgerChange[]
  notes: readonly LedgerNote[]
}>

/** Who imports what, and the day it is. */
export type IssueImport = Readonly<{
  today: PlainDate
  calendar: WorkCalendar
  /** Stands as the reason of a move the ledger gives none for. */
  reason: string
}>

const ANSWERED: readonly IssueCase['state'][] = ['SOLVED', 'EXPLAINED', 'UNSOLVABLE']
const isAnswered = (state: IssueCase['state']) => ANSWERED.includes(state)

/** Cells a refusal is about. */
const CELL_OF: Readonly<Record<string, string>> = {
  ISSUE_PLAN_MISSING: 'dueOn',
  ISSUE_PLAN_BACK: 'dueOn',
  ISSUE_DUE_MISSING: 'dueOn',
  ISSUE_DUE_BACK: 'dueOn',
  ISSUE_UNIT_MISSING: 'lead',
  ISSUE_PASSED_TOO_OFTEN: 'lead',
  ISSUE_RATED_BEFORE: 'satisfied',
  ISSUE_TOP_TIER: 'tier',
}
const DAY_OF: Readonly<Partial<Record<IssueMove['kind'], string>>> = {
  ASSIGN: 'assignedOn',
  TRANSFER: 'assignedOn',
  ANSWER: 'finishedOn',
  CLOSE: 'finishedOn',
}

/** Notes down the moves of one row. */
class Steps {
  readonly moves: PlannedMove[] = []
  readonly notes: LedgerNote[] = []
  readonly wrong: LedgerNote[] = []

  constructor(
    public now: IssueCase,
    private readonly context: IssueMoveContext,
  ) {}

  refuse(code: string, field: string, params: LedgerNote['params'] = {}) {
    this.wrong.push({ severity: 'error', code, params: { field: issueField(field), ...params } })
  }

  warn(code: string, field: string, params: LedgerNote['params'] = {}) {
    this.notes.push({ severity: 'warning', code, params: { field: issueField(field), ...params } })
  }

  /** @param on the day the ledger gives; else the day given instead, never before what was done last */
  make(move: Omit<IssueMove, 'on'>, on: PlainDate | undefined, instead: PlainDate): boolean {
    if (this.wrong.length > 0) return false
    const whole = { ...move, on: on ?? latest(instead, this.now.heldSince) }
    const moved = moveIssue(this.now, whole, this.context)
    if (!moved.ok) {
      this.refused(moved.error, move.kind)
      return false
    }
    const to = { ...this.now, ...moved.value }
    this.moves.push({ move: whole, from: this.now, to })
    this.now = to
    return true
  }

  /** A refusal of a move beside its cell; its sentence is the one a form would give. */
  private refused({ code, ...params }: Failure, kind: IssueMove['kind']) {
    const plain = Object.entries(params).flatMap(([name, value]): [string, string | number][] =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
    )
    this.refuse(code, CELL_OF[code] ?? DAY_OF[kind] ?? 'outcome', { ...Object.fromEntries(plain), refusal: 'yes' })
  }
}

/** Where somebody has it: up the tiers, and to the unit the row names. */
function hands(steps: Steps, row: IssueLedgerRow, units: IssueRowUnits, isNew: boolean, c: IssueImport) {
  const wanted = row.tier === null ? 0 : ISSUE_TIERS.indexOf(row.tier) - ISSUE_TIERS.indexOf(steps.now.tier)
  if (wanted < 0) return steps.refuse('ISSUE_TIER_DOWN', 'tier')
  for (let up = 0; up < wanted; up += 1) steps.make({ kind: 'RAISE', text: c.reason }, undefined, c.today)
  const to = units.leadId
  if (to === undefined || to === steps.now.leadId) return
  const from = isNew ? steps.now.heldSince : c.today
  const { assignedOn, dueOn } = row.days
  if (steps.now.state === 'TO_ASSIGN') steps.make({ kind: 'ASSIGN', to, dueOn: dueOn ?? null }, assignedOn, from)
  else if (steps.make({ kind: 'TRANSFER', to, text: row.progress ?? c.reason }, assignedOn, from))
    if (steps.now.leadId !== to)
      // Passed on too often it went a tier up, to whoever gives it out there.
      steps.warn('ISSUE_WENT_UP', 'lead')
}

/** It is answered, and said to be so or not. */
function answered(steps: Steps, row: IssueLedgerRow, isNew: boolean, c: IssueImport) {
  const { said, rating, days } = row
  if (!said) return
  const { now } = steps
  if (isAnswered(now.state)) {
    if (now.state !== said.state || said.asked) steps.refuse('ISSUE_BY_HAND', 'outcome')
    return
  }
  if (now.state === 'TO_CONFIRM') {
    if (now.outcome !== said.state) return steps.refuse('ISSUE_BY_HAND', 'outcome')
  } else {
    if (now.leadId === null) return steps.refuse('ISSUE_LEAD_MISSING', 'lead')
    const outcome = said.state as NonNullable<IssueCase['outcome']>
    if (!days.finishedOn && isNew && row.struck) steps.warn('ISSUE_DAY_ASSUMED', 'finishedOn')
    const text = row.progress ?? c.reason
    if (!steps.make({ kind: 'ANSWER', outcome, text }, days.finishedOn, c.today)) return
  }
  if (said.asked) return
  // What an old ledger says is solved was settled before it came here; what is answered here the enterprise is asked about.
  const satisfied = isNew && rating?.satisfied === false ? null : (rating?.satisfied ?? null)
  if (!isNew && !rating && !row.struck) return
  steps.make(
    { kind: 'CONFIRM', satisfied, understood: rating?.understood },
    undefined,
    isNew ? steps.now.heldSince : c.today,
  )
  if (isNew && rating?.satisfied === false) {
    steps.now = { ...steps.now, satisfied: false }
    steps.warn('ISSUE_UNSATISFIED', 'satisfied')
  }
}

/** Where the row says the problem stands. */
function standing(steps: Steps, row: IssueLedgerRow, isNew: boolean, c: IssueImport) {
  const state = row.said?.state
  const { now } = steps
  const text = row.progress ?? row.note ?? c.reason
  switch (state) {
    case undefined:
      return
    case 'IN_PROGRESS': {
      const plannedOn = row.days.dueOn ?? now.plannedOn ?? now.dueOn
      if (now.state === 'IN_PROGRESS' && plannedOn === issueDay(now)) return
      if (now.leadId === null) return steps.refuse('ISSUE_LEAD_MISSING', 'lead')
      // The term of a ledger is nobody's promise: it goes on in the unit's hands until that says a day itself.
      if (isNew || (now.state !== 'IN_PROGRESS' && plannedOn === now.dueOn)) {
        steps.warn('ISSUE_PLAN_UNKNOWN', 'outcome')
        if (isNew && (row.progress ?? row.note)) steps.make({ kind: 'REPORT', text }, undefined, now.heldSince)
        return
      }
      steps.make({ kind: 'ANSWER', outcome: state, plannedOn, text }, undefined, c.today)
      return
    }
    case 'WITHDRAWN':
    case 'OUTSIDE':
      if (now.state === state) return
      steps.make({ kind: state === 'OUTSIDE' ? 'OUTSIDE' : 'WITHDRAW', text }, row.days.finishedOn, c.today)
      return
    case 'TO_ASSIGN':
    case 'IN_HAND':
      if (state === 'IN_HAND' && now.leadId === null) return steps.refuse('ISSUE_LEAD_MISSING', 'lead')
      // Given out it is in hand, whatever an old word says.
      if (now.state !== 'TO_ASSIGN' && now.state !== 'IN_HAND') steps.refuse('ISSUE_BY_HAND', 'outcome')
      return
    default:
      return answered(steps, row, isNew, c)
  }
}

/** Rated later, struck off, and what cannot be struck off. */
function ending(steps: Steps, row: IssueLedgerRow, isNew: boolean, c: IssueImport) {
  const { rating, struck, days } = row
  const { now } = steps
  if (!isNew && rating && isAnswered(now.state) && steps.moves.length === 0) {
    const { satisfied } = rating
    if (satisfied !== null && now.satisfied !== null && satisfied !== now.satisfied)
      steps.refuse('ISSUE_RATED_BEFORE', 'satisfied', { refusal: 'yes' })
    else {
      // Said afterwards, as on a revisit: it is written down once.
      const to = { ...now, satisfied: satisfied ?? now.satisfied, understood: now.understood || rating.understood }
      if (to.satisfied !== now.satisfied || to.understood !== now.understood) {
        steps.moves.push({ move: { kind: 'CONFIRM', on: c.today, ...rating }, from: now, to })
        steps.now = to
      }
    }
  }
  if (struck === false && now.closedOn) steps.refuse('ISSUE_BY_HAND', 'struck')
  if (!struck || steps.now.closedOn) return
  if (isAnswered(steps.now.state)) steps.make({ kind: 'CLOSE' }, days.finishedOn, c.today)
  else steps.refuse('ISSUE_STRUCK_OPEN', 'struck')
}

/** What a row says of a problem beside its moves. */
function wordsAfter(words: IssueWords, row: IssueLedgerRow, units: IssueRowUnits, passedOn: boolean): IssueWords {
  return {
    text: row.text ?? words.text,
    kind: row.kind ?? words.kind,
    supportIds: units.supportIds ?? words.supportIds,
    // Whoever had it at another unit has it no more.
    ownerId: units.ownerId ?? (passedOn ? null : words.ownerId),
    revisit: row.revisit ?? words.revisit,
    note: row.note ?? words.note,
  }
}

/** What is known once and not moved by a ledger: a day it was raised on, a term that runs. */
function fixed(steps: Steps, row: IssueLedgerRow, known: KnownIssue) {
  const { raisedOn, dueOn, finishedOn } = row.days
  const { heldSince, closedOn, state } = steps.now
  if (finishedOn && isAnswered(state) && finishedOn !== heldSince && finishedOn !== closedOn)
    steps.refuse('ISSUE_FIXED', 'finishedOn', { text: finishedOn, was: heldSince })
  if (raisedOn && raisedOn !== known.raisedOn)
    steps.refuse('ISSUE_FIXED', 'raisedOn', { text: raisedOn, was: known.raisedOn })
  const due = steps.now.state === 'IN_PROGRESS' ? issueDay(steps.now) : steps.now.dueOn
  if (dueOn && dueOn !== due) steps.refuse('ISSUE_FIXED', 'dueOn', { text: dueOn, was: due ?? '' })
}

const CHANGED = ['state', 'tier', 'leadId', 'dueOn', 'plannedOn', 'satisfied', 'closedOn'] as const
const WORDS = ['text', 'kind', 'ownerId', 'revisit', 'note'] as const

/** Old and new of everything that differs, for the preview; of a new problem what it is entered as. */
function changesOf(known: KnownIssue | null, plan: Omit<IssuePlan, 'changes' | 'notes'>, row: IssueLedgerRow) {
  const changes: LedgerChange[] = []
  const add = (field: string, from: RowValue, to: RowValue) => {
    if (from !== to) changes.push({ field: issueField(field), from, to })
  }
  const before: Partial<IssueCase> = known?.facts ?? { satisfied: null }
  for (const field of CHANGED) add(field, before[field] ?? null, plan.facts[field])
  for (const field of WORDS) if (known || field !== 'text') add(field, known?.words[field] ?? null, plan.words[field])
  add('supports', known?.words.supportIds.join('、') || null, plan.words.supportIds.join('、') || null)
  if (row.progress !== null) add('progress', known?.progress ?? null, row.progress)
  return changes
}

/**
 * What a row of 问题台账 does: a new problem with the moves that lead to where the row says it stands, or moves of one that is
 * known, each judged like one made by hand. Who imports is the office: it answers for what the ledger says others did.
 *
 * What an old ledger calls solved is settled; a problem that is already here and is answered by a ledger waits for the
 * enterprise’s word, unless the row has it or strikes it off.
 *
 * @param known null where it is a new one
 * @returns an error note where no move leads there, or one is refused; then nothing of the row goes in
 * @source formats.md §3, §6; other-mechanisms §9
 */
export function planIssueRow(
  row: IssueLedgerRow,
  known: KnownIssue | null,
  units: IssueRowUnits,
  c: IssueImport,
): IssuePlan {
  const isNew = known === null
  const raisedOn = known?.raisedOn ?? row.days.raisedOn ?? row.days.assignedOn ?? c.today
  const fresh = newIssue(row.tier ?? 'DEPARTMENT', raisedOn, c.calendar)
  const entered = known?.facts ?? { ...fresh, dueOn: row.days.dueOn ?? fresh.dueOn }
  const context: IssueMoveContext = {
    today: c.today,
    calendar: c.calendar,
    role: 'OFFICE',
    parts: new Set(['LEAD', 'SETTLER', 'RAISER']),
  }
  const steps = new Steps(entered, context)
  if (isNew) {
    const { dueOn } = row.days
    if (!row.days.raisedOn && !row.days.assignedOn) steps.warn('ISSUE_RAISED_ASSUMED', 'raisedOn')
    if (raisedOn > c.today) steps.refuse('FUTURE_DATE', 'raisedOn', { on: raisedOn, today: c.today, refusal: 'yes' })
    else if (dueOn && dueOn < raisedOn) steps.refuse('ISSUE_DUE_BACK', 'dueOn', { on: raisedOn, dueOn, refusal: 'yes' })
  }
  hands(steps, row, units, isNew, c)
  const before = steps.moves.length
  standing(steps, row, isNew, c)
  const told = row.progress !== null && row.progress !== (known?.progress ?? null)
  if (told && steps.moves.length === before) {
    const { state } = steps.now
    if (state === 'IN_HAND' || state === 'IN_PROGRESS')
      steps.make({ kind: 'REPORT', text: row.progress }, undefined, isNew ? steps.now.heldSince : c.today)
    else if (!isNew) steps.refuse('ISSUE_BY_HAND', 'progress')
  }
  ending(steps, row, isNew, c)
  if (known) fixed(steps, row, known)
  const blank: IssueWords = {
    text: row.name,
    kind: proposeKind(row.name),
    supportIds: [],
    ownerId: null,
    revisit: null,
    note: null,
  }
  const plan = {
    raisedOn,
    entered,
    facts: steps.now,
    words: wordsAfter(known?.words ?? blank, row, units, steps.now.leadId !== entered.leadId),
    moves: steps.moves,
  }
  if (steps.wrong.length > 0)
    return { ...plan, facts: entered, moves: [], changes: [], notes: [...steps.notes, ...steps.wrong] }
  return { ...plan, changes: changesOf(known, plan, row), notes: steps.notes }
}

/** Whether a problem a row speaks of may be of a project that left the library: what is settled is history, the rest is work. */
export const mayBeGone = ({ facts }: Pick<IssuePlan, 'facts'>): boolean => !isOpenIssue(facts)
