import { z } from 'zod'
import { ANSWER_KINDS } from '@/lib/domain/ledger-snapshot'

// An answer is one name or one id; nobody's unit has a longer name.
const ANSWER_MAX = 200

/** Answers to the unknown words of a ledger 名称对照: { "TASKFORCE": { "text in the ledger": "existing name or id" } }. */
export const ledgerAnswers = z.partialRecord(
  z.enum(ANSWER_KINDS),
  z.record(z.string().min(1).max(ANSWER_MAX), z.string().trim().min(1).max(ANSWER_MAX)),
)
export type LedgerAnswersInput = z.infer<typeof ledgerAnswers>

/** The batch an undo names. */
export const ledgerUndo = z.object({ batchId: z.uuid() })
export type LedgerUndoInput = z.infer<typeof ledgerUndo>
