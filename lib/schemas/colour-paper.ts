import { z } from 'zod'
import type { ColourPaperState } from '@/lib/domain/colour-paper'
import type { DraftKind } from '@/lib/domain/escalation-draft'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { NoticeAnswerLine } from './notice'
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

/** What a paper said when it was issued. */
export type ColourPaperSaid = Readonly<{ project: string; item: ItemName | null; unit: string | null }>

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
  /** Whether the reader may issue or refuse it, or close it. */
  mayDecide: boolean
  mayClose: boolean
  /** Day the discipline office was let have a copy, and whether the reader may let it. */
  copiedOn: PlainDate | null
  mayCopy: boolean
}>

export type ColourPaperPage = Readonly<{ rows: readonly ColourPaperLine[]; total: number; drafts: number }>
