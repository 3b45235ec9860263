import { z } from 'zod'
import type { ApprovalKind, ApprovalState } from '@/lib/domain/approval'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { MilestoneKind, Stage, Status } from '@/lib/domain/project'
import { REASON_MAX } from './procedure'

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)

/** What waits for the reader, what waits for anybody, what is decided. */
export const APPROVAL_TABS = ['mine', 'pending', 'decided'] as const
export type ApprovalTab = (typeof APPROVAL_TABS)[number]

export const approvalFilter = z.object({
  state: one(z.enum(APPROVAL_TABS).optional()).catch(undefined),
  page: one(z.coerce.number().int().min(1).max(9_999).default(1)).catch(1),
})
export type ApprovalFilter = z.infer<typeof approvalFilter>
export const APPROVAL_PAGE = 50

const words = z.string().trim().max(REASON_MAX, 'TEXT_TOO_LONG').default('')
const about = { approvalId: z.uuid(), version: z.coerce.number().int() }

export const approvalDecision = z.object({
  ...about,
  decision: z.enum(['APPROVE', 'REFUSE']),
  /** Version of the row whoever decides saw. */
  seen: z.coerce.number().int().default(0),
  text: words,
})
export type ApprovalDecisionInput = z.output<typeof approvalDecision>

export const approvalWithdrawal = z.object(about)
export type ApprovalWithdrawalInput = z.output<typeof approvalWithdrawal>

/** What shall become of the row: one of them by the kind of request. */
export type ApprovalChange =
  | Readonly<{ kind: 'EXTEND'; days: number; extendedWd: number }>
  | Readonly<{ kind: 'NOT_APPLICABLE' | 'REINSTATE' }>
  | Readonly<{
      kind: 'PLAN'
      nth: number
      fromSubmitOn: PlainDate | null
      fromFinishOn: PlainDate | null
      submitOn: PlainDate | null
      finishOn: PlainDate
    }>
  | Readonly<{ kind: 'MILESTONE'; milestone: MilestoneKind; nth: number; from: PlainDate | null; to: PlainDate }>
  | Readonly<{
      kind: 'STAGE'
      fromStage: Stage
      toStage: Stage
      fromStatus: Status
      toStatus: Status
      on: PlainDate
      mergedInto: string | null
    }>

/** What a request keeps of the row as it was, and of what it shall say: some of it by its kind. */
export type ApprovalTerms = Readonly<
  Partial<{
    extensionWd: number
    days: number
    nth: number
    planSubmitOn: PlainDate | null
    planFinishOn: PlainDate | null
    submitOn: PlainDate | null
    finishOn: PlainDate
    kind: MilestoneKind
    plannedOn: PlainDate | null
    stage: Stage
    status: Status
    on: PlainDate
    mergedIntoId: string
  }>
>

/** A request as a line of a list 审批. */
export type ApprovalRow = Readonly<{
  id: string
  version: number
  kind: ApprovalKind
  state: ApprovalState
  project: Readonly<{ id: string; name: string }>
  procedure: Readonly<{ id: string; nameZh: string; nameEn: string }> | null
  change: ApprovalChange
  reason: string
  askedBy: string
  askedOn: PlainDate
  approver: string
  /** The office looks at an approval given by somebody without an account. */
  onBehalf: boolean
  decidedBy: string | null
  /** Why it was refused. */
  answer: string | null
  /** Working days it has waited. */
  waitsWd: number
  /** Version of the row now; what the reader approves is what he saw. */
  rowVersion: number
  /** The row moved on since it was asked, without touching what is asked. */
  moved: boolean
  /** It says something else now: nothing can be approved any more. */
  outdated: boolean
  /** The reader asked for it, or has the project of who did. */
  mayWithdraw: boolean
}>

/** What became of a request, for whoever asked 审批结果. */
export type ApprovalOutcome = ApprovalRow & Readonly<{ heard: boolean }>

export const APPROVAL_STEPS = ['ASK', 'APPROVE', 'REFUSE', 'WITHDRAW'] as const
export type ApprovalStepKind = (typeof APPROVAL_STEPS)[number]

export type ApprovalStep = Readonly<{
  id: string
  kind: ApprovalStepKind
  on: PlainDate
  at: string
  by: string | null
  text: string | null
}>

/** A request with everything its page shows. */
export type ApprovalDetail = ApprovalRow &
  Readonly<{
    steps: readonly ApprovalStep[]
    /** Whether the reader opens the project: who asked reads his request when it is another's by now. */
    opens: boolean
    mayDecide: boolean
  }>

export type ApprovalPage = Readonly<{
  rows: readonly ApprovalRow[]
  total: number
  counts: Readonly<Record<ApprovalTab, number>>
}>
