import type { PlainDate } from '../plain-date'
import { err, gathered, ok, type Result } from '../result'

/** What a slip came from 督办来源. */
export const SLIP_SOURCES = [
  'COMPLAINT', // 诉求投诉
  'PROCEDURE', // 手续逾期
  'ISSUE', // 红灯问题
  'TASK', // 红灯事项
  'RELEASE', // 转监督
] as const
export type SlipSource = (typeof SLIP_SOURCES)[number]

/** Where a slip stands 督办进展. */
export const SLIP_STATES = [
  'ISSUED', // 待回复
  'REPLIED', // 待核实
  'VERIFIED', // 待回访销号
  'CLOSED', // 已销号
] as const
export type SlipState = (typeof SLIP_STATES)[number]

/** States in which somebody still has to do something. */
export const OPEN_SLIPS = ['ISSUED', 'REPLIED', 'VERIFIED'] as const satisfies readonly SlipState[]

/**
 * What the commission found when it looked 核实结论.
 *
 * @source other-mechanisms §8: 属实整改、部分属实、不属实、不属管辖
 */
export const SLIP_RESULTS = ['SUBSTANTIATED', 'PARTLY', 'UNFOUNDED', 'NOT_OURS'] as const
export type SlipResult = (typeof SLIP_RESULTS)[number]

/** What is done about a slip after it was issued. */
export const SLIP_MOVES = [
  'REPLY', // 回复
  'VERIFY', // 核实
  'REVISIT', // 回访
  'CLOSE', // 销号
  'RETURN', // 退回重办
  'EXTEND', // 延期
  'URGE', // 催办
  'HEAD', // 报一把手
  'ANNOUNCE', // 通报
] as const
export type SlipMoveKind = (typeof SLIP_MOVES)[number]

/** Rungs of the chain of a slip nobody answers, in their order. */
export const SLIP_RUNGS = ['URGE', 'HEAD', 'ANNOUNCE'] as const satisfies readonly SlipMoveKind[]
export type SlipRung = (typeof SLIP_RUNGS)[number]

/** A slip as far as its moves depend on it. */
export type SlipCase = Readonly<{
  source: SlipSource
  state: SlipState
  issuedOn: PlainDate
  dueOn: PlainDate
  result: SlipResult | null
  repliedOn: PlainDate | null
  firstReplyOn: PlainDate | null
  revisitOn: PlainDate | null
  satisfied: boolean | null
  urgedOn: PlainDate | null
  headOn: PlainDate | null
  announcedOn: PlainDate | null
  redone: number
}>

/** What somebody says when he moves a slip. */
export type SlipMove = Readonly<{
  kind: SlipMoveKind
  on: PlainDate
  text?: string | null
  effect?: string | null
  result?: SlipResult | null
  satisfied?: boolean | null
  dueOn?: PlainDate | null
  /** Rungs that are due by now: a chain is not run through at once. */
  rungDue?: SlipRung | null
}>

const FROM: Readonly<Record<SlipMoveKind, readonly SlipState[]>> = {
  REPLY: ['ISSUED'],
  // What was announced to everybody and still not answered the commission looks into by itself.
  VERIFY: ['ISSUED', 'REPLIED'],
  REVISIT: ['VERIFIED'],
  CLOSE: ['VERIFIED'],
  RETURN: ['REPLIED', 'VERIFIED'],
  EXTEND: ['ISSUED'],
  URGE: ['ISSUED'],
  HEAD: ['ISSUED'],
  ANNOUNCE: ['ISSUED'],
}

/** The rung a slip has come to: what was done last. */
export const lastRung = ({
  urgedOn,
  headOn,
  announcedOn,
}: Pick<SlipCase, 'urgedOn' | 'headOn' | 'announcedOn'>): SlipRung | null =>
  announcedOn ? 'ANNOUNCE' : headOn ? 'HEAD' : urgedOn ? 'URGE' : null

/**
 * Moves a slip allows by now; whose they are is not asked here.
 *
 * @param rungDue what the chain asks for today
 */
export const slipMovesFrom = (slip: SlipCase, rungDue: SlipRung | null): readonly SlipMoveKind[] =>
  SLIP_MOVES.filter((kind) => {
    if (!FROM[kind].includes(slip.state)) return false
    if (kind === 'URGE' || kind === 'HEAD' || kind === 'ANNOUNCE') return kind === rungDue
    return kind !== 'VERIFY' || slip.state === 'REPLIED' || slip.announcedOn !== null
  })

/** What a move changes of a slip. */
export type SlipChange = Readonly<
  Partial<{
    dueOn: PlainDate
    reply: string | null
    repliedOn: PlainDate | null
    firstReplyOn: PlainDate
    firstDueOn: PlainDate
    result: SlipResult | null
    finding: string | null
    verifiedOn: PlainDate | null
    effect: string | null
    revisitOn: PlainDate | null
    revisit: string | null
    satisfied: boolean | null
    closedOn: PlainDate
    urgedOn: PlainDate | null
    headOn: PlainDate | null
    announcedOn: PlainDate | null
    redone: number
  }>
> &
  Readonly<{ state: SlipState }>

/** Whether there was something to mend: then a slip says what has come of it before it is closed. */
export const hasToMend = (result: SlipResult | null): boolean => result === 'SUBSTANTIATED' || result === 'PARTLY'

/** Why a slip cannot be closed yet; null when it can. */
function unready({ source, result, revisitOn, satisfied }: SlipCase, text: string | null, effect: string | null) {
  return gathered(
    source === 'COMPLAINT' && !revisitOn ? { code: 'SUPERVISION_REVISIT_MISSING' } : null,
    hasToMend(result) && !effect ? { code: 'SUPERVISION_EFFECT_MISSING', field: 'effect' } : null,
    // Whoever was asked is not content: closing it all the same needs a reason, sending it back does not.
    satisfied === false && !text ? { code: 'SUPERVISION_CONTENT_WHY', field: 'text' } : null,
  )
}

/** A new term: later than the one there was, and not over already. */
function laterDay({ dueOn }: SlipCase, { dueOn: to, on }: SlipMove): Result<PlainDate> {
  if (!to) return err({ code: 'SUPERVISION_DUE_MISSING', field: 'dueOn' })
  if (to < on) return err({ code: 'SUPERVISION_DUE_PAST', field: 'dueOn' })
  return to < dueOn ? err({ code: 'SUPERVISION_DUE_BACK', field: 'dueOn', due: dueOn }) : ok(to)
}

const NO_CHAIN = { urgedOn: null, headOn: null, announcedOn: null } as const

/**
 * Where a move takes a slip, or why it cannot 督办流转. Only the commission closes; a unit that does not answer goes up the chain.
 *
 * @returns err SUPERVISION_MOVE_ILLEGAL; then SUPERVISION_TEXT_MISSING, SUPERVISION_RESULT_MISSING, SUPERVISION_DUE_MISSING,
 *          SUPERVISION_DUE_PAST, SUPERVISION_DUE_BACK, SUPERVISION_REVISIT_MISSING, SUPERVISION_EFFECT_MISSING,
 *          SUPERVISION_CONTENT_WHY
 * @source other-mechanisms §8 跟踪督办
 * @example moveSlip(slip, { kind: 'REPLY', on, text: '已责令整改' }) // REPLIED
 */
export function moveSlip(slip: SlipCase, move: SlipMove): Result<SlipChange> {
  const { kind, on } = move
  if (!slipMovesFrom(slip, move.rungDue ?? null).includes(kind)) return err({ code: 'SUPERVISION_MOVE_ILLEGAL' })
  const text = move.text?.trim() || null
  const effect = move.effect?.trim() || null
  const textMissing = text ? null : { code: 'SUPERVISION_TEXT_MISSING', field: 'text' }
  switch (kind) {
    case 'REPLY':
      if (textMissing) return err(textMissing)
      return ok({
        state: 'REPLIED',
        reply: text,
        repliedOn: on,
        ...(slip.firstReplyOn ? {} : { firstReplyOn: on, firstDueOn: slip.dueOn }),
      })
    case 'VERIFY': {
      const wrong = gathered(move.result ? null : { code: 'SUPERVISION_RESULT_MISSING', field: 'result' }, textMissing)
      if (wrong) return err(wrong)
      return ok({ state: 'VERIFIED', result: move.result ?? null, finding: text, verifiedOn: on, effect })
    }
    case 'REVISIT':
      if (textMissing) return err(textMissing)
      return ok({ state: 'VERIFIED', revisitOn: on, revisit: text, satisfied: move.satisfied ?? null })
    case 'CLOSE': {
      const wrong = unready(slip, text, effect)
      return wrong ? err(wrong) : ok({ state: 'CLOSED', closedOn: on, effect })
    }
    case 'RETURN': {
      const due = laterDay(slip, move)
      const wrong = gathered(textMissing, due.ok ? null : due.error)
      if (wrong || !due.ok) return err(wrong ?? { code: 'SUPERVISION_DUE_MISSING', field: 'dueOn' })
      return ok({
        state: 'ISSUED',
        dueOn: due.value,
        reply: null,
        repliedOn: null,
        result: null,
        finding: null,
        verifiedOn: null,
        effect: null,
        revisitOn: null,
        revisit: null,
        satisfied: null,
        redone: slip.redone + 1,
        ...NO_CHAIN,
      })
    }
    case 'EXTEND': {
      const due = laterDay(slip, move)
      const same = due.ok && due.value === slip.dueOn ? { code: 'SUPERVISION_DUE_SAME', field: 'dueOn' } : null
      const wrong = gathered(textMissing, due.ok ? same : due.error)
      if (wrong || !due.ok) return err(wrong ?? { code: 'SUPERVISION_DUE_MISSING', field: 'dueOn' })
      return ok({ state: 'ISSUED', dueOn: due.value, ...NO_CHAIN })
    }
    case 'URGE':
      return ok({ state: 'ISSUED', urgedOn: on })
    case 'HEAD':
      return ok({ state: 'ISSUED', headOn: on })
    case 'ANNOUNCE':
      return textMissing ? err(textMissing) : ok({ state: 'ISSUED', announcedOn: on })
  }
}
