import { z } from 'zod'
import type { ColourPaperState } from '@/lib/domain/colour-paper'
import type { PaperChecked, PaperStanding, PaperStepKind } from '@/lib/domain/colour-reply'
import type { DraftKind } from '@/lib/domain/escalation-draft'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Reason } from '@/lib/domain/reason'
import { ANSWER_MAX, type NoticeAnswerLine } from './notice'
import { plainDate } from './procedure'
import type { ItemName } from './project-row'
import { TASK_TEXT_MAX } from './task'

const about = { paperId: z.uuid(), version: z.coerce.number().int() }

export const colourPaperMove = z.object(about)
export type ColourPaperMoveInput = z.output<typeof colourPaperMove>

export const colourPaperRefuse = z.object({
  ...about,
  text: z.string().trim().max(TASK_TEXT_MAX, 'TEXT_TOO_LONG').default(''),
})
export type ColourPaperRefuseInput = z.output<typeof colourPaperRefuse>

/** A reason and a new day, to whoever issued it. */
export const colourPaperExplain = z.object({
  ...about,
  reason: z.string().trim().min(1, 'ANSWER_REASON_MISSING').max(ANSWER_MAX, 'TEXT_TOO_LONG'),
  newOn: plainDate,
})
export type ColourPaperExplainInput = z.output<typeof colourPaperExplain>

const words = z.string().trim().min(1, 'COLOUR_PAPER_TEXT').max(TASK_TEXT_MAX, 'TEXT_TOO_LONG')

/** What will be put right, and by when. */
export const colourPaperPlan = z.object({ ...about, text: words, dueOn: plainDate })
export type ColourPaperPlanInput = z.output<typeof colourPaperPlan>

/** What was done, or why something goes back. */
export const colourPaperSay = z.object({ ...about, text: words })
export type ColourPaperSayInput = z.output<typeof colourPaperSay>

/** Why a thing has its colour, as a paper says it. */
export type PaperWhy = Readonly<Pick<Reason, 'code' | 'params'> & { item: ItemName | null }>

/** What a paper said when it was issued; those of before reasons were kept have none. */
export type ColourPaperSaid = Readonly<{
  project: string
  item: ItemName | null
  unit: string | null
  why?: PaperWhy | null
}>

/** A step that was taken with a paper. */
export type ColourPaperStepLine = Readonly<{
  kind: PaperStepKind
  about: PaperChecked | null
  text: string | null
  /** Day a plan promises, or an explanation. */
  dueOn: PlainDate | null
  on: PlainDate
  by: string
}>

/** A paper of a colour, as a line of the ledger 督办台账 and as it is printed. */
export type ColourPaperLine = Readonly<{
  id: string
  version: number
  kind: DraftKind
  /** Null while nobody has issued it. */
  no: string | null
  state: ColourPaperState
  projectId: string
  project: string
  procedureId: string | null
  item: ItemName | null
  unit: string | null
  level: Level
  since: PlainDate
  draftedOn: PlainDate
  issuedOn: PlainDate | null
  issuedBy: string | null
  answerBy: PlainDate | null
  planBy: PlainDate | null
  refused: string | null
  closedOn: PlainDate | null
  answer: NoticeAnswerLine | null
  why: PaperWhy | null
  /** Oldest first. */
  steps: readonly ColourPaperStepLine[]
  standing: PaperStanding
  /** Day by which what is owed was to be there, and whether it has passed. */
  owedBy: PlainDate | null
  /** It was counted from the day of issue into a year whose holidays are not published 暂定. */
  owedProvisional: boolean
  late: boolean
  signedOn: PlainDate | null
  /** What the reader may do with it as whom it went to, and as the office. */
  maySteps: readonly PaperStepKind[]
  mayCheck: readonly PaperStepKind[]
  /** Whether the reader may issue or refuse it, or close it. */
  mayDecide: boolean
  mayClose: boolean
  /** Day the discipline office was let have a copy, and whether the reader may let it. */
  copiedOn: PlainDate | null
  mayCopy: boolean
}>

export type ColourPaperPage = Readonly<{ rows: readonly ColourPaperLine[]; total: number; drafts: number }>

/** What papers of colours want of somebody today. */
export type ColourPaperDay = Readonly<{ own: readonly ColourPaperLine[]; check: readonly ColourPaperLine[] }>
