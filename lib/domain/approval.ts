import { err, type Failure, gathered, ok, type Result } from './result'

/** What somebody can ask to have approved 审批事项. */
export const APPROVAL_KINDS = [
  'EXTEND', // 延长办理期限
  'NOT_APPLICABLE', // 不适用
  'REINSTATE', // 恢复办理
  'PLAN', // 手续计划调整
  'MILESTONE', // 节点计划调整
  'STAGE', // 动态管理
] as const
export type ApprovalKind = (typeof APPROVAL_KINDS)[number]

export const APPROVAL_STATES = ['PENDING', 'APPROVED', 'REFUSED', 'WITHDRAWN'] as const
export type ApprovalState = (typeof APPROVAL_STATES)[number]

/** What a row says, as far as a request speaks of it. */
export type ApprovalFacts = Readonly<Record<string, string | number | null>>

/** What of a row must still be as it was for a request to mean what was asked; whether a move is possible its own rule says. */
const HANGS_ON: Readonly<Record<ApprovalKind, readonly string[]>> = {
  EXTEND: ['extensionWd'],
  NOT_APPLICABLE: [],
  REINSTATE: [],
  PLAN: ['planSubmitOn', 'planFinishOn'],
  MILESTONE: ['plannedOn'],
  STAGE: ['stage', 'status'],
}

/** A request, and the row it is about as it stands now. */
export type ApprovalCase = Readonly<{
  kind: ApprovalKind
  state: ApprovalState
  was: ApprovalFacts
  now: ApprovalFacts
  /** Version of the row now. */
  rowVersion: number
}>

/**
 * Whether the row no longer says what it said when it was asked: then what would be approved is not what was asked.
 *
 * @example isOutdated({ kind: 'STAGE', was: { stage: 'SIGNED', status: 'ACTIVE' }, now: { stage: 'SIGNED', status: 'EXITED' } }) // true
 */
export const isOutdated = ({ kind, was, now }: Pick<ApprovalCase, 'kind' | 'was' | 'now'>): boolean =>
  HANGS_ON[kind].some((fact) => (was[fact] ?? null) !== (now[fact] ?? null))

/**
 * Whether a request may be decided as it was 批准或不批准. A row that moved on without touching what is asked is shown first:
 * who approves has to have seen it.
 *
 * @param seen version of the row the decider saw
 * @returns err APPROVAL_DECIDED, APPROVAL_WHY_MISSING (refused without a reason), APPROVAL_OUTDATED, APPROVAL_MOVED
 */
export function decideApproval(
  approval: ApprovalCase,
  { approve, text, seen }: Readonly<{ approve: boolean; text: string; seen: number }>,
): Result<'APPROVED' | 'REFUSED'> {
  if (approval.state !== 'PENDING') return err({ code: 'APPROVAL_DECIDED' })
  if (!approve) return text.trim() ? ok('REFUSED') : err({ code: 'APPROVAL_WHY_MISSING' })
  const wrong: Failure | null = gathered(
    isOutdated(approval) ? { code: 'APPROVAL_OUTDATED' } : null,
    seen === approval.rowVersion ? null : { code: 'APPROVAL_MOVED', version: approval.rowVersion },
  )
  return wrong ? err(wrong) : ok('APPROVED')
}

/**
 * Whether a request may be taken back 撤回: by whoever asked, while nobody has decided. What a project's steward asked for is
 * his successor's as well: it passes with the project.
 *
 * @param steward the project's steward now, where a steward asked; else null
 *
 * @returns err APPROVAL_DECIDED, APPROVAL_OF_OTHERS
 */
export function withdrawApproval(
  { state, asker, steward }: Readonly<{ state: ApprovalState; asker: string; steward: string | null }>,
  standsInFor: readonly string[],
): Result<null> {
  if (state !== 'PENDING') return err({ code: 'APPROVAL_DECIDED' })
  return [asker, steward].some((who) => who !== null && standsInFor.includes(who))
    ? ok(null)
    : err({ code: 'APPROVAL_OF_OTHERS' })
}
