import { compareFractions, type Fraction, minus, parseDecimal, whole } from './decimal'
import type { PlainDate } from './plain-date'
import { OFFICE_UNIT } from './reason'
import { err, type Failure, gathered, ok, type Result } from './result'

/**
 * What a project needs besides permits 要素.
 *
 * @source other-mechanisms §4 (X09, X10); 用工 from the seed
 */
export const FACTOR_KINDS = [
  'LAND', // 土地规划
  'ENERGY', // 能耗
  'ENVIRONMENT', // 环境容量
  'WATER', // 水
  'POWER', // 电
  'GAS', // 气
  'HEAT', // 热
  'TELECOM', // 通信
  'ROADS', // 道路交通
  'CLEARANCE', // 征迁(施工环境)
  'FUNDS', // 资金
  'WORKERS', // 用工
  'TALENT', // 技术人才
  'COMPUTING', // 数据/算力
  'OTHER', // 其他
] as const
export type FactorKind = (typeof FACTOR_KINDS)[number]

/** Where a need stands 落实情况. */
export const FACTOR_STATES = [
  'TO_CHECK', // 待核
  'CONFIRMED', // 已确认
  'IN_HAND', // 落实中
  'MET', // 已落实
  'UNMET', // 无法落实(替代方案)
  'REVOKED', // 撤销
] as const
export type FactorState = (typeof FACTOR_STATES)[number]

/** A need as far as its moves and its colour depend on it. Amounts are decimals in the need's own unit. */
export type FactorNeed = Readonly<{
  kind: FactorKind
  state: FactorState
  unit: string
  quantity: string
  /** What is there of it already. */
  provided: string
  needBy: PlainDate
  /** The agency that has to provide it. */
  lead: string | null
  /** The day it promised. */
  committedOn: PlainDate | null
  alternative: string | null
  /** Day its unit said that it cannot provide it; null in every other state. */
  failedOn: PlainDate | null
  /** Day the office accepted what is done instead. */
  settledOn: PlainDate | null
}>

export const FACTOR_MOVES = [
  'CONFIRM', // 核定
  'COMMIT', // 承诺
  'PROVIDE', // 落实进度
  'FAIL', // 无法落实
  'REVOKE', // 撤销
  'ACCEPT', // 认可替代方案
  'REOPEN', // 重新落实
  'CORRECT', // 更正数量
] as const
export type FactorMoveKind = (typeof FACTOR_MOVES)[number]

export type FactorMove = Readonly<{
  kind: FactorMoveKind
  on: PlainDate
  lead?: string | null
  committedOn?: PlainDate | null
  /** All that is there by now. */
  provided?: string | null
  /** Reason, or what is done instead. */
  text?: string | null
}>

/** States in which a need waits for somebody. */
export const OPEN_NEEDS = ['TO_CHECK', 'CONFIRMED', 'IN_HAND'] as const satisfies readonly FactorState[]
const OPEN: readonly FactorState[] = OPEN_NEEDS

const FROM: Readonly<Record<FactorMoveKind, readonly FactorState[]>> = {
  CONFIRM: ['TO_CHECK'],
  COMMIT: ['CONFIRMED', 'IN_HAND'],
  PROVIDE: ['CONFIRMED', 'IN_HAND'],
  FAIL: ['CONFIRMED', 'IN_HAND'],
  REVOKE: [...OPEN, 'UNMET'],
  ACCEPT: ['UNMET'],
  REOPEN: ['UNMET'],
  // Before all of it is there, the next amount puts the last one right.
  CORRECT: ['MET'],
}

/**
 * A need as it is raised 提出: nothing of it is there, and nobody has checked it.
 *
 * @returns err FACTOR_NEED_PAST: what is needed already is late the day it is said
 */
export function raiseNeed(
  asked: Readonly<Pick<FactorNeed, 'kind' | 'unit' | 'quantity' | 'needBy' | 'lead'>>,
  today: PlainDate,
): Result<FactorNeed> {
  if (asked.needBy < today) return err({ code: 'FACTOR_NEED_PAST', needBy: asked.needBy, today })
  return ok({
    ...asked,
    state: 'TO_CHECK',
    provided: '0',
    committedOn: null,
    alternative: null,
    failedOn: null,
    settledOn: null,
  })
}

/** Moves a need allows at all; whose they are is not asked here. An alternative is accepted once. */
export const movesFrom = ({ state, settledOn }: Pick<FactorNeed, 'state' | 'settledOn'>): readonly FactorMoveKind[] =>
  FACTOR_MOVES.filter((move) => FROM[move].includes(state) && !(settledOn && (move === 'ACCEPT' || move === 'REVOKE')))

/**
 * The day a need is measured by (D6): the day it is needed; where its unit said before that it cannot provide it, that day, until
 * the office accepts what is done instead. A “no” alone clears no colour.
 *
 * @returns null once it is met, revoked or has an accepted alternative
 * @source four-colours §2 (yellow: a plan is broken), D6; other-mechanisms §4
 */
export function needDay({
  state,
  needBy,
  failedOn,
  settledOn,
}: Pick<FactorNeed, 'state' | 'needBy' | 'failedOn' | 'settledOn'>): PlainDate | null {
  if (isOpenNeed(state)) return needBy
  if (state !== 'UNMET' || settledOn) return null
  return failedOn && failedOn < needBy ? failedOn : needBy
}

/** Who has to move about a need: the unit that was asked for it; the office where none was, or where it said no. */
export const needOwner = ({ state }: Pick<FactorNeed, 'state'>, lead: string | null): string =>
  state === 'UNMET' ? OFFICE_UNIT : (lead ?? OFFICE_UNIT)

/** Whether a need still waits for somebody. */
export const isOpenNeed = (state: FactorState): boolean => OPEN.includes(state)

const WANTS_REASON: ReadonlySet<FactorMoveKind> = new Set(['FAIL', 'REVOKE', 'REOPEN', 'CORRECT'])

const amount = (text: string | null | undefined): Fraction | null => {
  const value = text == null ? null : parseDecimal(text)
  return value && value.n >= 0n ? value : null
}

/** What is still missing of a need 缺口, never below nothing; null where an amount is no number. */
export function gapOf({ quantity, provided }: Pick<FactorNeed, 'quantity' | 'provided'>): Fraction | null {
  const [wanted, there] = [amount(quantity), amount(provided)]
  if (!wanted || !there) return null
  return compareFractions(there, wanted) >= 0 ? whole(0) : minus(wanted, there)
}

/**
 * The question an amount raises that is more than was asked for: it may have been typed wrong.
 *
 * @param confirmed the amount as it was confirmed, if it was
 * @returns null, FACTOR_AMOUNT_ABOVE with `confirm`
 */
export function aboveNeed(
  { quantity, unit }: Pick<FactorNeed, 'quantity' | 'unit'>,
  provided: string | null,
  confirmed: string | undefined,
): Failure | null {
  const [wanted, there] = [amount(quantity), amount(provided)]
  if (!wanted || !there || compareFractions(there, wanted) <= 0 || confirmed === provided) return null
  return { code: 'FACTOR_AMOUNT_ABOVE', field: 'provided', confirm: provided, provided, quantity, unit }
}

/** Whether a move says that less is there than was said before: that has its reason. */
function saysLess({ provided: before }: FactorNeed, { kind, provided }: FactorMove): boolean {
  const [was, is] = [amount(before), amount(provided)]
  return kind === 'PROVIDE' && was !== null && is !== null && compareFractions(is, was) < 0
}

/**
 * Where a move takes a need, or why it cannot.
 *
 * @returns err FACTOR_MOVE_ILLEGAL; then FACTOR_LEAD_MISSING, FACTOR_DATE_MISSING, FACTOR_DATE_BACK, FACTOR_AMOUNT_INVALID,
 *          FACTOR_TEXT_MISSING
 * @source other-mechanisms §4
 * @example moveFactor(need, { kind: 'PROVIDE', on, provided: '120' }) // MET once nothing is missing
 */
export function moveFactor(need: FactorNeed, move: FactorMove): Result<Partial<FactorNeed>> {
  const { kind, on } = move
  if (!movesFrom(need).includes(kind)) return err({ code: 'FACTOR_MOVE_ILLEGAL', move: kind, state: need.state })
  const lead = move.lead ?? need.lead
  const text = move.text?.trim() || null
  const wrong = gathered(
    (kind === 'CONFIRM' || kind === 'REOPEN') && !lead ? { code: 'FACTOR_LEAD_MISSING' } : null,
    kind === 'COMMIT' && !move.committedOn ? { code: 'FACTOR_DATE_MISSING' } : null,
    move.committedOn && move.committedOn < on ? { code: 'FACTOR_DATE_BACK', on, committedOn: move.committedOn } : null,
    (kind === 'PROVIDE' || kind === 'CORRECT') && !amount(move.provided)
      ? { code: 'FACTOR_AMOUNT_INVALID', value: move.provided ?? '' }
      : null,
    (WANTS_REASON.has(kind) || saysLess(need, move)) && !text ? { code: 'FACTOR_TEXT_MISSING', move: kind } : null,
  )
  if (wrong) return err(wrong)
  switch (kind) {
    case 'CONFIRM':
      return ok({ state: 'CONFIRMED', lead })
    case 'COMMIT':
      return ok({ state: 'IN_HAND', committedOn: move.committedOn ?? null })
    case 'PROVIDE':
    case 'CORRECT': {
      const provided = move.provided ?? need.provided
      const gap = gapOf({ quantity: need.quantity, provided })
      return ok({ provided, state: gap && gap.n === 0n ? 'MET' : 'IN_HAND' })
    }
    case 'FAIL':
      return ok({ state: 'UNMET', alternative: text, failedOn: on, settledOn: null })
    case 'REVOKE':
      return ok({ state: 'REVOKED', failedOn: null })
    case 'ACCEPT':
      return ok({ settledOn: on })
    case 'REOPEN':
      return ok({ state: 'CONFIRMED', lead, committedOn: null, alternative: null, failedOn: null, settledOn: null })
  }
}

/** Whether an agency promised a day on which it is too late: known before the need turns yellow. */
export const committedTooLate = ({
  state,
  committedOn,
  needBy,
}: Pick<FactorNeed, 'state' | 'committedOn' | 'needBy'>): boolean =>
  isOpenNeed(state) && committedOn !== null && committedOn > needBy
