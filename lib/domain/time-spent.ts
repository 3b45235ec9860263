import type { PlainDate } from './plain-date'
import type { ProcedureState } from './procedure'
import type { ProcedureCase, RecordedMove } from './procedure-move'
import { standingMoves } from './procedure-move'
import { leansOnUnpublished, type WorkCalendar, workdaysBetween } from './work-calendar'

/** In whose hands a working day was 时间去哪了. */
export const HOLDERS = [
  'AGENCY', // 部门
  'ENTERPRISE', // 项目单位
  'MARKET', // 市场环节、业主自办
  'SPECIAL', // 特别程序
  'NOT_STARTED', // 前置未完成
] as const
export type Holder = (typeof HOLDERS)[number]

/** Working days by holder; whole numbers, so that no sum drifts. */
export type Account = Readonly<Record<Holder, number>>

/** From a day on, that day not counted, a procedure was in a state. */
export type StateTurn = Readonly<{ on: PlainDate; state: ProcedureState }>

/** A move as it was recorded, with the day it happened. */
export type DatedMove = Pick<RecordedMove, 'seq' | 'takesBack'> &
  Readonly<{ on: PlainDate; set: Readonly<Partial<Pick<ProcedureCase, 'state' | 'receivedOn' | 'acceptedOn'>>> }>

/**
 * The states a procedure went through, oldest first.
 *
 * A move that says of itself when the papers had been received or accepted 补录 speaks for those days, whatever was thought
 * of them before.
 *
 * @param enteredOn day the procedure came into the project: day 0 of its account
 */
export function turnsOf(enteredOn: PlainDate, moves: readonly DatedMove[]): readonly StateTurn[] {
  let turns: StateTurn[] = [{ on: enteredOn, state: 'NOT_STARTED' }]
  for (const { on, set } of standingMoves(moves)) {
    if (!set.state) continue
    const told: StateTurn[] = []
    for (const [day, state] of [
      [set.receivedOn, 'RECEIVED'],
      [set.acceptedOn, 'ACCEPTED'],
    ] as const)
      if (day && day < on) told.push({ on: day, state })
    const [first] = told
    if (first) turns = turns.filter((turn) => turn.on < first.on)
    turns.push(...told, { on, state: set.state })
  }
  return turns
}

/** States in which nothing is left to wait for; their days are in no account. */
const CLOSED: ReadonlySet<ProcedureState> = new Set(['DONE', 'NA'])

/** Whose the work itself is, by the word the catalogue has for an item's clock; any other word is an authority's. */
const WORK_OF: Readonly<Partial<Record<string, Holder>>> = { market: 'MARKET', applicant: 'MARKET', special: 'SPECIAL' }

/**
 * In whose hands a procedure is in a state.
 *
 * From the day its predecessors are done until it is filed, while papers are completed, and while a debt of papers 容缺 is
 * open, it is the enterprise's. What is then worked on is the agency's, or the market's or the owner's own where no authority
 * decides.
 *
 * @param clock the catalogue's word for who holds the clock
 * @returns null when nobody waits any more
 * @source four-colours K10, K11; 行政许可法-45
 * @example holderOf('ACCEPTED', 'market') // 'MARKET': a tender
 */
export function holderOf(state: ProcedureState, clock: string): Holder | null {
  if (CLOSED.has(state)) return null
  switch (state) {
    case 'NOT_STARTED':
      return 'NOT_STARTED'
    case 'RECEIVED':
    case 'ACCEPTED':
      return WORK_OF[clock] ?? 'AGENCY'
    case 'SPECIAL':
      return 'SPECIAL'
    default:
      return 'ENTERPRISE'
  }
}

/** A stretch in one pair of hands: the working days in (after, to]. */
export type Spell = Readonly<{ holder: Holder; state: ProcedureState; after: PlainDate; to: PlainDate; days: number }>

/**
 * Where the working days of a procedure went, stretch by stretch 时间去哪了.
 *
 * The day a procedure passes into other hands still counts for whoever gave it away, so no day is counted twice or left out
 * (K2, K10).
 *
 * @param until last day that counts; what happened later is not looked at
 * @source four-colours K2, K10, K11
 */
export function spellsOf(
  turns: readonly StateTurn[],
  clock: string,
  until: PlainDate,
  calendar: WorkCalendar,
): readonly Spell[] {
  return turns.flatMap(({ on: after, state }, i): Spell[] => {
    const next = turns[i + 1]?.on ?? until
    const to = next < until ? next : until
    const holder = holderOf(state, clock)
    const days = workdaysBetween(calendar, after, to)
    return holder && days > 0 ? [{ holder, state, after, to, days }] : []
  })
}

/** An account in which nothing stands. */
export const NO_TIME: Account = { AGENCY: 0, ENTERPRISE: 0, MARKET: 0, SPECIAL: 0, NOT_STARTED: 0 }

/** One account of several: of a project, an agency, or a template. */
export const sumAccounts = (accounts: Iterable<Account>): Account => {
  const sum = { ...NO_TIME }
  for (const account of accounts) for (const holder of HOLDERS) sum[holder] += account[holder]
  return sum
}

/** All working days of an account: its parts, added. */
export const wholeOf = (account: Account): number => HOLDERS.reduce((sum, holder) => sum + account[holder], 0)

/** The account of a procedure, and whether a day of it lies in a year whose holidays are not published 暂定. */
export function timeSpent(
  spells: readonly Spell[],
  calendar: WorkCalendar,
): Readonly<{ account: Account; provisional: boolean }> {
  const account = { ...NO_TIME }
  for (const { holder, days } of spells) account[holder] += days
  return { account, provisional: spells.some(({ after, to }) => leansOnUnpublished(calendar, after, to)) }
}

/**
 * Accounts put together by project, agency or template.
 *
 * @param keyOf what a row belongs to; a row that belongs to nothing is in no sum
 * @returns by key, in the order the keys are met, with the number of procedures
 */
export function spentBy<R extends Readonly<{ account: Account }>>(
  rows: readonly R[],
  keyOf: (row: R) => string | null,
): ReadonlyMap<string, Readonly<{ account: Account; n: number }>> {
  const sums = new Map<string, { account: Account; n: number }>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === null) continue
    const sum = sums.get(key)
    sums.set(key, { account: sumAccounts([sum?.account ?? NO_TIME, row.account]), n: (sum?.n ?? 0) + 1 })
  }
  return sums
}
