import { err, ok, type Result } from '../result'
import { type TaskNumber, taskNumber } from './task-number'

/** The papers of a task, in the order they follow each other 三单. */
export const SLIP_KINDS = ['ASSIGN', 'URGE', 'SUPERVISE'] as const
export type SlipKind = (typeof SLIP_KINDS)[number]

/** Working days in which a slip is answered. */
export const REPLY_WD = 1

const SIGN: Readonly<Record<SlipKind, string>> = { ASSIGN: '双轮', URGE: '双轮催', SUPERVISE: '双轮督' }

/**
 * Number of a slip: that of its task, and which of the three papers it is 单号.
 *
 * @source domain meetings-and-ranking.md A2
 * @example slipNumber('URGE', { year: 2026, week: 48, nth: 3 }) // '双轮催〔2026〕48-03'
 */
export const slipNumber = (kind: SlipKind, number: TaskNumber): string => taskNumber(number).replace('双轮', SIGN[kind])

/** A slip as far as issuing it depends on it. */
export type SlipFacts = Readonly<{ kind: SlipKind; issued: boolean; refused: boolean; closed: boolean }>

/** Whether a slip waits for somebody to issue it. */
export const isDraftSlip = ({ issued, refused, closed }: SlipFacts): boolean => !issued && !refused && !closed

/**
 * Whether a draft may be issued: it is one, its task waits, and the papers before it were issued or refused.
 *
 * @param earlier the other slips of the task
 * @returns err SLIP_NOT_DRAFT, TASK_NOT_OPEN, SLIP_EARLIER_OPEN
 * @source domain meetings-and-ranking.md A2 (after M15)
 */
export function decideIssue(slip: SlipFacts, earlier: readonly SlipFacts[], taskOpen: boolean): Result<null> {
  if (!isDraftSlip(slip)) return err({ code: 'SLIP_NOT_DRAFT' })
  if (!taskOpen) return err({ code: 'TASK_NOT_OPEN' })
  const before = SLIP_KINDS.indexOf(slip.kind)
  if (earlier.some((other) => SLIP_KINDS.indexOf(other.kind) < before && isDraftSlip(other)))
    return err({ code: 'SLIP_EARLIER_OPEN' })
  return ok(null)
}

/** Kinds a task has grown up to and has no slip of yet. */
export const missingSlips = (due: 'URGE' | 'SUPERVISE' | null, has: readonly SlipKind[]): SlipKind[] =>
  SLIP_KINDS.filter((kind) => kind !== 'ASSIGN' && due !== null && !has.includes(kind)).filter(
    (kind) => kind === 'URGE' || due === 'SUPERVISE',
  )
