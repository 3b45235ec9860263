import { z } from 'zod'
import { mergeTerms } from './merge'

// One or two sentences; the ledger cell and the 简报 line hold this much.
export const UPDATE_MAX = 300

// Seven digits of 万元 are a hundred billion yuan: no week of one project comes near.
/** Weekly update of one project 周进展: one sentence, what comes next, money completed this week in 万元. */
export const projectUpdate = z.object({
  projectId: z.uuid(),
  text: z.string().trim().min(1, 'TEXT_MISSING').max(UPDATE_MAX, 'TEXT_TOO_LONG'),
  nextPlan: z.string().trim().max(UPDATE_MAX, 'TEXT_TOO_LONG').optional(),
  completedWan: z
    .string()
    .trim()
    .regex(/^\d{1,7}(\.\d{1,6})?$/, 'MONEY_UNREADABLE')
    .optional()
    .or(z.literal('').transform(() => undefined)),
  /** The week's last update when the form was opened, '' when there was none; absent where nobody looked. */
  began: z.union([z.literal(''), z.uuid()]).optional(),
  ...mergeTerms,
})
export type ProjectUpdateInput = z.infer<typeof projectUpdate>

/** 本周无变化 for one project or several at once. */
export const unchanged = z.object({ projectIds: z.array(z.uuid()).min(1).max(100) })
export type UnchangedInput = z.infer<typeof unchanged>
