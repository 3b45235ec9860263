import type { PlainDate } from './plain-date'
import { err, gathered, ok, type Result } from './result'

/**
 * How the head of a unit goes the way an applicant goes 走流程方式.
 *
 * @source other-mechanisms §6 (X17, X19, X20)
 */
export const WALK_MODES = [
  'SELF', // 亲自办
  'ACCOMPANY', // 陪同办
  'CROSS', // 交叉体验
  'RECEIVE', // 受理体验
  'ONLINE', // 线上办
] as const
export type WalkMode = (typeof WALK_MODES)[number]

export const WALK_PLACES = [
  'HALL', // 大厅
  'SITE', // 项目现场
  'ONLINE', // 线上
] as const
export type WalkPlace = (typeof WALK_PLACES)[number]

export const WALK_STATES = [
  'WALKING', // 进行中
  'DONE', // 已走完
  'CANCELLED', // 作废
] as const
export type WalkState = (typeof WALK_STATES)[number]

/** What kind of thing was in the way 问题类型. */
export const FINDING_KINDS = [
  'DIFFICULTY', // 难点
  'BLOCKAGE', // 堵点
  'PAIN', // 痛点
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** What is done about it 整改措施. */
export const FINDING_MEASURES = [
  'PROCESS', // 流程优化
  'PAPERS', // 材料精简
  'TIME', // 时限压缩
  'SYSTEM', // 系统修复
  'TRAINING', // 培训
] as const
export type FindingMeasure = (typeof FINDING_MEASURES)[number]

/** Where a finding stands 整改状态. */
export const FINDING_STATES = [
  'TO_MEND', // 待整改
  'MENDING', // 整改中
  'TO_VERIFY', // 待验证
  'CLOSED', // 已销号
  'WITHDRAWN', // 已撤回
] as const
export type FindingState = (typeof FINDING_STATES)[number]

/** States in which a finding waits for somebody. */
export const OPEN_FINDINGS = ['TO_MEND', 'MENDING', 'TO_VERIFY'] as const satisfies readonly FindingState[]
/** States in which its owner has to do something: its clock runs. */
export const UNMENDED_FINDINGS = ['TO_MEND', 'MENDING'] as const satisfies readonly FindingState[]

/** States of findings that count: what was taken back was none. */
export const STANDING_FINDINGS = [...OPEN_FINDINGS, 'CLOSED'] as const satisfies readonly FindingState[]

export const FINDING_MOVES = [
  'START', // 开始整改
  'SUBMIT', // 提交验证
  'RETURN', // 退回
  'CLOSE', // 复走销号
  'ASSIGN', // 改派
] as const
export type FindingMoveKind = (typeof FINDING_MOVES)[number]

/** What the way costs whoever goes it: working days, papers asked for, trips; null where nobody measured it. */
export type WalkCost = Readonly<{ days: number | null; papers: number | null; trips: number | null }>

/** One station of the way 步骤. */
export type WalkStep = Readonly<{ name: string; minutes: number; papers: number; trips: number }>

/** A walk as far as its costs go. */
export type WalkedWay = Readonly<{ days: number | null; steps: readonly WalkStep[] }>

/** A finding as far as its moves depend on it. */
export type FindingCase = Readonly<{
  state: FindingState
  walkId: string
  /** Code of the procedure that was walked. */
  code: string
  submittedOn: PlainDate | null
  result: string | null
  before: WalkCost
  /** What its step costs on that walk, whichever finding counts it: `metAt`. */
  met?: WalkCost
}>

/** The walk that goes the same way again 复走. */
export type SecondWalk = WalkedWay & Readonly<{ id: string; code: string; on: PlainDate; done: boolean }>

export type FindingMove = Readonly<{
  kind: FindingMoveKind
  on: PlainDate
  measure?: FindingMeasure | null
  text?: string | null
  second?: SecondWalk | null
  /** What it costs now; typed, or taken from the second walk. */
  after?: WalkCost | null
  /** What its step costs on the second walk, whichever finding counts it: `metAt`. */
  metAgain?: WalkCost
  /** The tick that it is struck off although the second walk was worse. */
  confirm?: string
}>

const FROM: Readonly<Record<FindingMoveKind, readonly FindingState[]>> = {
  START: ['TO_MEND'],
  SUBMIT: UNMENDED_FINDINGS,
  RETURN: ['TO_VERIFY'],
  CLOSE: ['TO_VERIFY'],
  ASSIGN: UNMENDED_FINDINGS,
}

/** Moves a state allows at all; whose they are is not asked here. */
export const findingMovesFrom = (state: FindingState): readonly FindingMoveKind[] =>
  FINDING_MOVES.filter((move) => FROM[move].includes(state))

const sum = (steps: readonly WalkStep[], of: 'minutes' | 'papers' | 'trips'): number =>
  steps.reduce((total, step) => total + step[of], 0)

/** What a whole way costs, and how many minutes it took. */
export const walkTotals = ({ days, steps }: WalkedWay): WalkCost & Readonly<{ minutes: number }> => ({
  days,
  papers: sum(steps, 'papers'),
  trips: sum(steps, 'trips'),
  minutes: sum(steps, 'minutes'),
})

const NOTHING: WalkCost = { days: null, papers: null, trips: null }
const plain = (name: string): string => name.replace(/\s+/g, '')

/**
 * The name a step is kept under: the second time somebody stands at one counter is another step, told apart by its number.
 * What is measured is measured by name, so two of one name would be added up as one.
 *
 * @param others names of the other steps of the walk
 * @param most   longest name
 * @example stepNameApart('窗口收件', ['窗口收件'], 40) // '窗口收件（2）'
 */
export function stepNameApart(name: string, others: readonly string[], most: number): string {
  const taken = new Set(others.map(plain))
  if (!taken.has(plain(name))) return name
  for (let nth = 2; ; nth++) {
    const end = `（${nth}）`
    const apart = `${name.slice(0, most - end.length)}${end}`
    if (!taken.has(plain(apart))) return apart
  }
}

/**
 * What a finding measures of a way: the papers and trips of its step, or of the whole way what no other finding measures.
 *
 * Every paper, trip and day of a walk is measured by one finding at most, so that savings may be added up.
 *
 * @param step name of its step; null for the whole way
 * @param others steps the other findings of the same walk were met at, null of the whole way
 * @example costAt(way, '窗口受理', []) // { days: null, papers: 7, trips: 2 }
 */
export function costAt(way: WalkedWay, step: string | null, others: readonly (string | null)[]): WalkCost {
  if (others.includes(null)) return NOTHING
  const taken = new Set(others.map((name) => plain(name ?? '')))
  if (step === null) {
    const free = way.steps.filter(({ name }) => !taken.has(plain(name)))
    return { days: way.days, papers: sum(free, 'papers'), trips: sum(free, 'trips') }
  }
  const own = taken.has(plain(step)) ? [] : way.steps.filter(({ name }) => plain(name) === plain(step))
  return own.length === 0 ? NOTHING : { days: null, papers: sum(own, 'papers'), trips: sum(own, 'trips') }
}

/**
 * What somebody meets at a step of a way, or on the whole of it: whoever counts it, and with the days until the result. Two of
 * these are compared; only `costAt` may be added up.
 */
export const metAt = (way: WalkedWay, step: string | null): WalkCost => ({ ...costAt(way, step, []), days: way.days })

const COSTS = ['days', 'papers', 'trips'] as const

/** One cost that is more than it was. */
export type WorseCost = Readonly<{ cost: (typeof COSTS)[number]; from: number; to: number }>

/** What takes more on the second walk than before: what the finding counts itself, and of the rest what its step costs. */
function worseOf({ before, met }: FindingCase, after: WalkCost, metAgain: WalkCost | undefined): readonly WorseCost[] {
  return COSTS.flatMap((cost) => {
    const [from, to] = before[cost] === null ? [met?.[cost], metAgain?.[cost]] : [before[cost], after[cost]]
    return typeof from === 'number' && typeof to === 'number' && to > from ? [{ cost, from, to }] : []
  })
}

/** What was measured before has to be measured again; what was not is left out of both. */
function measuredAgain(before: WalkCost, after: WalkCost): Result<WalkCost> {
  const missing = COSTS.filter((cost) => before[cost] !== null && after[cost] === null)
  const wrong = gathered(...missing.map((cost) => ({ code: 'FINDING_AFTER_MISSING', field: `after.${cost}` })))
  if (wrong) return err(wrong)
  return ok({
    days: before.days === null ? null : after.days,
    papers: before.papers === null ? null : after.papers,
    trips: before.trips === null ? null : after.trips,
  })
}

/** Why a walk does not prove a finding mended; null when it does. */
function unproven({ walkId, code, submittedOn }: FindingCase, second: SecondWalk | null | undefined) {
  if (!second) return { code: 'FINDING_WALK_MISSING', field: 'walkId' }
  if (second.id === walkId) return { code: 'FINDING_WALK_SAME', field: 'walkId' }
  if (second.code !== code) return { code: 'FINDING_WALK_OTHER', field: 'walkId' }
  if (!second.done) return { code: 'FINDING_WALK_OPEN', field: 'walkId' }
  return submittedOn && second.on < submittedOn
    ? { code: 'FINDING_WALK_EARLY', field: 'walkId', on: second.on, submittedOn }
    : null
}

export type FindingChange = Readonly<{
  state: FindingState
  measure?: FindingMeasure
  result?: string
  submittedOn?: PlainDate | null
  after?: WalkCost
  verifiedById?: string
  closedOn?: PlainDate
}>

/**
 * Where a move takes a finding, or why it cannot. It is struck off only by walking the same way again.
 *
 * @returns err FINDING_MOVE_ILLEGAL; then FINDING_MEASURE_MISSING, FINDING_TEXT_MISSING, FINDING_WALK_MISSING,
 *          FINDING_WALK_SAME, FINDING_WALK_OTHER, FINDING_WALK_OPEN, FINDING_WALK_EARLY, FINDING_AFTER_MISSING, FINDING_WORSE
 *          until somebody says why and ticks it
 * @source other-mechanisms §6: 政务服务管理局 verifies by repeating the walk
 * @example moveFinding(finding, { kind: 'CLOSE', on, second, after }) // CLOSED, with what it costs now
 */
export function moveFinding(finding: FindingCase, move: FindingMove): Result<FindingChange> {
  if (!FROM[move.kind].includes(finding.state)) return err({ code: 'FINDING_MOVE_ILLEGAL' })
  const text = move.text?.trim() || null
  switch (move.kind) {
    case 'START':
      return move.measure
        ? ok({ state: 'MENDING', measure: move.measure })
        : err({ code: 'FINDING_MEASURE_MISSING', field: 'measure' })
    case 'SUBMIT':
      return text
        ? ok({
            state: 'TO_VERIFY',
            result: text,
            submittedOn: move.on,
            ...(move.measure ? { measure: move.measure } : {}),
          })
        : err({ code: 'FINDING_TEXT_MISSING', field: 'text' })
    case 'RETURN':
      return text ? ok({ state: 'MENDING', submittedOn: null }) : err({ code: 'FINDING_TEXT_MISSING', field: 'text' })
    case 'ASSIGN':
      return ok({ state: finding.state })
    case 'CLOSE': {
      const doubt = unproven(finding, move.second)
      if (doubt) return err(doubt)
      const after = measuredAgain(finding.before, move.after ?? NOTHING)
      if (!after.ok) return after
      const worse = worseOf(finding, after.value, move.metAgain)
      const token = `FINDING_WORSE:${move.second?.id}`
      if (worse.length > 0 && (!text || move.confirm !== token))
        return err({ code: 'FINDING_WORSE', field: 'text', worse, confirm: token })
      return ok({ state: 'CLOSED', after: after.value, verifiedById: move.second?.id, closedOn: move.on })
    }
  }
}

/** What was saved: before less after, of everything that was measured twice; more than before counts against it. */
export const savedOf = (before: WalkCost, after: WalkCost): WalkCost => {
  const less = (cost: (typeof COSTS)[number]) =>
    before[cost] === null || after[cost] === null ? null : before[cost] - after[cost]
  return { days: less('days'), papers: less('papers'), trips: less('trips') }
}
