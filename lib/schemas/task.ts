import { z } from 'zod'
import type { Level } from '@/lib/domain/level-scale'
import { SLIP_KINDS, type SlipKind } from '@/lib/domain/meeting/slip'
import type { TaskReason } from '@/lib/domain/meeting/task-level'
import { TASK_STATES, type TaskMove, type TaskState } from '@/lib/domain/meeting/task-move'
import type { TaskParts } from '@/lib/domain/meeting/task-parts'
import type { TaskTier } from '@/lib/domain/meeting/task-term'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ProcedureState } from '@/lib/domain/procedure'
import type { Clock } from '@/lib/domain/ruler'
import { plainDate } from './procedure'

// A result is printed in one cell of the list of decided matters.
export const TASK_TEXT_MAX = 300
export const TASK_PAGE = 50

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)
const page = one(z.coerce.number().int().min(1).max(100_000).default(1)).catch(1)
const query = one(z.string().trim().max(60).optional()).catch(undefined)
const meeting = one(
  z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
).catch(undefined)
const id = one(z.uuid().optional()).catch(undefined)
const yes = one(z.literal('1').optional()).catch(undefined)

/** Tabs of the list: what waits for somebody, each state, and everything. */
export const TASK_TABS = ['open', ...TASK_STATES, 'all'] as const
export type TaskTab = (typeof TASK_TABS)[number]

/**
 * What a task can wait for from whoever looks: his signature, his doing, his confirmation, his word on more
 * time, the office's on an objection; and a signature others owe.
 */
export const TASK_WAITS = ['sign', 'hand', 'confirm', 'extension', 'objection', 'unsigned'] as const
export type TaskWait = (typeof TASK_WAITS)[number]

/** What the address of the list of tasks says; anything it cannot read falls back to the default. */
export const taskFilter = z.object({
  state: one(z.enum(TASK_TABS).default('open')).catch('open'),
  q: query,
  mine: yes,
  unit: id,
  /** Late by a working day, or by five. */
  late: one(z.enum(['1', '5']).optional()).catch(undefined),
  meeting,
  project: id,
  wait: one(z.enum(TASK_WAITS).optional()).catch(undefined),
  page,
})
export type TaskFilter = z.infer<typeof taskFilter>

/** Where a slip stands. */
export const SLIP_STATES = ['draft', 'issued', 'unanswered', 'answered', 'closed', 'withdrawn', 'refused'] as const
export type SlipState = (typeof SLIP_STATES)[number]

/** What the address of the list of slips says. */
export const slipFilter = z.object({
  state: one(z.enum(SLIP_STATES).optional()).catch(undefined),
  kind: one(z.enum(SLIP_KINDS).optional()).catch(undefined),
  /** Those a colour called for, instead of those of tasks. */
  of: one(z.literal('colour').optional()).catch(undefined),
  q: query,
  mine: yes,
  unit: id,
  meeting,
  page,
})
export type SlipFilter = z.infer<typeof slipFilter>

/** The workbooks these lists can leave as. */
export const taskExportKind = z.enum(['decisions', 'slips', 'factors'])
export type TaskExportKind = z.output<typeof taskExportKind>

const version = z.coerce.number().int()
const words = z.string().trim().max(TASK_TEXT_MAX, 'TEXT_TOO_LONG').default('')
const chosen = z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional())
const about = { taskId: z.uuid(), version }

export const taskMove = z.object({ ...about, text: words })
export type TaskMoveInput = z.output<typeof taskMove>

/** A result, and what proves it: `procedure:<id>` or `attachment:<id>`. */
export const taskSubmit = z.object({
  ...about,
  text: words,
  evidence: z
    .string()
    .regex(/^(?:(?:procedure|attachment):[0-9a-f-]{36})?$/, 'INPUT_UNREADABLE')
    .default(''),
  /** What was chosen although it is not finished. */
  confirm: z.string().max(60).optional(),
})
export type TaskSubmitInput = z.output<typeof taskSubmit>

export const taskReassign = z.object({ ...about, text: words, leadOrgId: chosen, ownerId: chosen })
export type TaskReassignInput = z.output<typeof taskReassign>

export const taskAsk = z.object({ ...about, text: words, untilOn: plainDate })
export type TaskAskInput = z.output<typeof taskAsk>

export const taskExtend = z.object({ ...about, text: words, decision: z.enum(['APPROVE', 'REFUSE']) })
export type TaskExtendInput = z.output<typeof taskExtend>

export const slipIssue = z.object({ slipId: z.uuid(), version })
export type SlipIssueInput = z.output<typeof slipIssue>

export const slipIssueAll = z.object({ meetingId: z.uuid() })
export type SlipIssueAllInput = z.output<typeof slipIssueAll>

export const slipSay = z.object({ slipId: z.uuid(), version, text: words })
export type SlipSayInput = z.output<typeof slipSay>

type Named = Readonly<{ id: string; name: string }>
export type TaskProject = Named &
  Readonly<{
    /** Whether the reader may open it. */
    open: boolean
    /** It left the library. */
    gone: boolean
  }>

/** A task as a line of the list 议定事项. */
export type TaskRow = Readonly<{
  id: string
  version: number
  no: string
  text: string
  /** Of an issue that went up to the city, that too. */
  tier: TaskTier | 'CITY'
  project: TaskProject | null
  meeting: Readonly<{ key: string; year: number; week: number; on: PlainDate }>
  lead: Named | null
  supports: readonly string[]
  owner: string | null
  issuedOn: PlainDate
  dueOn: PlainDate
  closedOn: PlainDate | null
  state: TaskState
  /** Its paper has been issued: its receiver may sign for it. */
  handed: boolean
  /** Working days it has waited for a signature beyond the time for it. */
  unsignedWd: number
  level: Level
  reason: TaskReason
  clock: Clock | null
  extensions: number
  askedUntilOn: PlainDate | null
  objectedOn: PlainDate | null
  /** Working days its objection has waited for the office. */
  objectedWd: number
  /** What was said last about it. */
  progress: string | null
  /** The furthest of its slips that was issued. */
  slip: SlipKind | null
  parts: TaskParts
  /** What it waits for from whoever looks. */
  wait: TaskWait | null
}>

export type TaskPage = Readonly<{
  rows: readonly TaskRow[]
  total: number
  late: number
  counts: Readonly<Record<TaskTab, number>>
}>

/** What the filter fields offer. */
export type TaskChoices = Readonly<{
  units: readonly Named[]
  meetings: readonly Readonly<{ year: number; week: number }>[]
}>

/** A slip as a line of its ledger 督办台账. */
export type SlipRow = Readonly<{
  id: string
  version: number
  no: string
  kind: SlipKind
  state: SlipState
  taskId: string
  taskState: TaskState
  text: string
  /** What is asked for. */
  demand: Readonly<{ dueOn: PlainDate; lateWd: number }>
  /** What it said when it was issued; null while it is a draft. */
  said: Readonly<{
    text: string
    dueOn: PlainDate
    lateWd: number
    units: readonly string[]
    owner: string | null
  }> | null
  /** How often its task was given more time. */
  extensions: number
  project: TaskProject | null
  meetingId: string
  lead: string | null
  owner: string | null
  draftedOn: PlainDate
  issuedOn: PlainDate | null
  issuedBy: string | null
  replyDueOn: PlainDate | null
  signedOn: PlainDate | null
  reply: string | null
  repliedAt: string | null
  refused: string | null
  closedOn: PlainDate | null
  /** Whether the reader may answer it. */
  mayAnswer: boolean
}>

export type SlipPage = Readonly<{
  rows: readonly SlipRow[]
  total: number
  /** Drafts of the whole filter, whatever state it asks for. */
  drafts: number
}>

/** One entry of a task's history 办理记录. */
export type TaskStep = Readonly<{
  id: string
  kind: TaskMove | 'DROP_OBJECTION' | 'ASK_EXTENSION' | 'EXTEND' | 'REFUSE_EXTENSION'
  on: PlainDate
  at: string
  by: string | null
  text: string | null
  untilOn: PlainDate | null
}>

/** A paper or procedure that can prove a result. */
export type Evidence = Readonly<{
  value: string
  name: string
  /** Of a procedure: where it stands, and the number of what it ended with. */
  state: ProcedureState | null
  number: string | null
}>

/** A task with everything its page shows. */
export type TaskDetail = TaskRow &
  Readonly<{
    result: string | null
    evidence: Readonly<{
      kind: 'procedure' | 'attachment'
      id: string
      name: string
      open: boolean
      state: ProcedureState | null
      level: Level | null
      number: string | null
    }> | null
    /** Its result was handed in while nothing in the system could be named as proof. */
    unproven: boolean
    raisedBy: string | null
    /** The task force or leader who decides whether it gets more time; null where the office does. */
    approver: string | null
    /** Nobody of its receivers can sign in. */
    receiverGone: boolean
    steps: readonly TaskStep[]
    slips: readonly SlipRow[]
    /** Moves the reader may make now. */
    moves: readonly TaskMove[]
    mayAsk: boolean
    mayDecide: boolean
    /** Latest day it may be extended to. */
    latestOn: PlainDate | null
    choices: Readonly<{
      evidence: readonly Evidence[]
      uploadAt: string | null
      units: readonly Named[]
      people: readonly Named[]
    }>
  }>

/** What tasks want of somebody today. */
export type TaskDay = Readonly<{
  counts: Readonly<{
    sign: number
    /** What he has in hand, late or not. */
    hand: number
    late: number
    confirm: number
    extension: number
    objection: number
    unsigned: number
    slips: number
    /** Drafts of papers that colours call for. */
    colours: number
  }>
  rows: readonly TaskRow[]
  drafts: readonly SlipRow[]
}>
