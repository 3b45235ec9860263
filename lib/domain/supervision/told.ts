import type { Role } from '../access'
import type { PersonFunction } from '../escalation-ladder'
import type { SlipMoveKind } from './slip'

/** What somebody is told of a slip in the bell, each once a slip and person. */
export const SLIP_STEPS = [
  'SLIP_OPEN', // 立督办单
  'SLIP_RETURN', // 退回重办
  'SLIP_URGE', // 催办
  'SLIP_HEAD', // 报一把手
  'SLIP_ANNOUNCE', // 通报
  'SLIP_REPLY', // 已回复
] as const
export type SlipStep = (typeof SLIP_STEPS)[number]

export const isSlipStep = (step: string): step is SlipStep => SLIP_STEPS.some((one) => one === step)

type Told = Readonly<{
  /** Who is told, and of what; null of what moves nobody. */
  tells: Readonly<{ step: SlipStep; whom: 'UNIT' | 'SUPERVISOR' }> | null
  /** What was told before and still holds. */
  keeps: readonly SlipStep[]
}>

const unit = (step: SlipStep, keeps: readonly SlipStep[]): Told => ({ tells: { step, whom: 'UNIT' }, keeps })
const NOBODY: Told = { tells: null, keeps: [] }

/**
 * What a move of a slip tells whom, and what of that told before still holds: the people of its unit as long as it owes a reply, the
 * supervisor once there is one to verify.
 *
 * @source other-mechanisms §8: overdue → 催办 → 一把手 → 通报; four-colours §6: one message per item, level and person
 * @example SLIP_TELLS.REPLY.tells // { step: 'SLIP_REPLY', whom: 'SUPERVISOR' }
 */
export const SLIP_TELLS: Readonly<Record<SlipMoveKind | 'OPEN', Told>> = {
  OPEN: unit('SLIP_OPEN', []),
  URGE: unit('SLIP_URGE', ['SLIP_OPEN', 'SLIP_RETURN']),
  HEAD: unit('SLIP_HEAD', ['SLIP_OPEN', 'SLIP_RETURN', 'SLIP_URGE']),
  ANNOUNCE: unit('SLIP_ANNOUNCE', ['SLIP_OPEN', 'SLIP_RETURN', 'SLIP_URGE', 'SLIP_HEAD']),
  RETURN: unit('SLIP_RETURN', []),
  // The chain begins anew with the later day; that a reply is owed was said already.
  EXTEND: { tells: null, keeps: ['SLIP_OPEN', 'SLIP_RETURN'] },
  REPLY: { tells: { step: 'SLIP_REPLY', whom: 'SUPERVISOR' }, keeps: [] },
  VERIFY: NOBODY,
  REVISIT: NOBODY,
  CLOSE: NOBODY,
}

const AS: Readonly<Partial<Record<Role, PersonFunction>>> = {
  AGENCY_HEAD: 'AGENCY_HEAD',
  TASKFORCE: 'TASKFORCE',
  OFFICE: 'OFFICE',
  DISCIPLINE: 'DISCIPLINE',
}

/** As what somebody of a role is told of a slip; whoever handles it by no other name. */
export const toldAs = (role: Role): PersonFunction => AS[role] ?? 'HANDLER'
