import { z } from 'zod'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { MoneyStanding } from '@/lib/domain/week-money'
import { mergeTerms } from './merge'
import { wanOrBlank } from './money'

// One or two sentences; the ledger cell and the 简报 line hold this much.
export const UPDATE_MAX = 300

/**
 * Weekly update of one project 周进展: one sentence, what comes next, money completed this week; money alone is a sentence.
 * The money is the week's
 * whole figure and replaces what the week had; emptied it takes that back, absent it is not spoken of.
 */
const told = z.object({
  projectId: z.uuid(),
  text: z.string().trim().max(UPDATE_MAX, 'TEXT_TOO_LONG'),
  nextPlan: z.string().trim().max(UPDATE_MAX, 'TEXT_TOO_LONG').optional(),
  completedWan: wanOrBlank.optional(),
  /** Says that a figure that was asked about is right. */
  confirm: z.string().max(120).optional(),
  /** The week's last update when the form was opened, '' when there was none; absent where nobody looked. */
  began: z.union([z.literal(''), z.uuid()]).optional(),
  ...mergeTerms,
})
/** Money that was stated, or an update whose sentence the money made: there are no words to type. */
const saysMoney = ({ completedWan, base, began }: z.infer<typeof told>): boolean =>
  Number(completedWan || 0) > 0 && (completedWan !== (base.completedWan ?? '') || !!began)
export const projectUpdate = told.superRefine((update, context) => {
  if (update.text === '' && !saysMoney(update))
    context.addIssue({ code: 'custom', path: ['text'], message: 'TEXT_MISSING' })
})
export type ProjectUpdateInput = z.infer<typeof projectUpdate>

/** A week's sentence as it was dictated or pasted, to be read into the fields. */
export const dictated = z.object({
  said: z.string().trim().min(1, 'TEXT_MISSING').max(UPDATE_MAX, 'TEXT_TOO_LONG'),
})

/** 本周无变化 for one project or several at once. */
export const unchanged = z.object({ projectIds: z.array(z.uuid()).min(1).max(100) })
export type UnchangedInput = z.infer<typeof unchanged>

/** Takes 本周无变化 back. */
export const unchangedUndo = z.object({ updateIds: z.array(z.uuid()).min(1).max(100) })
export type UnchangedUndoInput = z.infer<typeof unchangedUndo>

/** One 本周无变化 of today that still stands. */
export type UnchangedToday = Readonly<{ id: string; at: string; projectId: string; name: string }>

/** What the form about a week begins with. */
export type UpdateForm = Readonly<{
  id: string
  name: string
  progressText: string | null
  nextPlanText: string | null
  /** The week's last update, '' when there is none; its sentence and the week's figure as their fields show them. */
  began: string
  weekText: string
  completedWan: string
  /** This week has progress already, or nothing changed was said today. */
  reported: boolean
  money: MoneyStanding & Readonly<{ wasFen: bigint; planned: boolean }>
  /** Who stated the week's figure, and when. */
  recorded: Readonly<{ who: string | null; on: PlainDate }> | null
}>
