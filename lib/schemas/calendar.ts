import { z } from 'zod'
import type { DueState } from '@/lib/domain/due'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import { plainDate, REASON_MAX } from './procedure'

/** Pasted text of a State Council holiday notice, or a year as JSON. */
export const calendarImport = z.object({ text: z.string().trim().min(1, 'NOTICE_EMPTY').max(20_000, 'TEXT_TOO_LONG') })
export type CalendarImportInput = z.infer<typeof calendarImport>

/** A day a district works or rests against the national calendar. */
export const calendarOverride = z.object({
  day: plainDate,
  working: z.preprocess((v) => v === true || v === 'true', z.boolean()),
  reason: z.string().trim().min(1, 'REASON_MISSING').max(REASON_MAX, 'TEXT_TOO_LONG'),
})
export type CalendarOverrideInput = z.infer<typeof calendarOverride>

/** What one procedure's due day or colour would become under another calendar. */
export type CalendarShift = Readonly<{
  projectId: string
  project: string
  procedureId: string | null
  nameZh: string | null
  nameEn: string | null
  /** The state whose limit the due day is: a promise, a planned filing, a period for papers. */
  dueIn: DueState | null
  dueFrom: PlainDate | null
  dueTo: PlainDate | null
  /** The new day is counted into a year whose holidays are not published. 暂定 */
  dueProvisional: boolean
  /** The last day the law leaves the agency. 法定到期 */
  statuteFrom: PlainDate | null
  statuteTo: PlainDate | null
  statuteProvisional: boolean
  levelFrom: Level
  levelTo: Level
  nextFrom: PlainDate | null
  nextTo: PlainDate | null
  nextProvisional: boolean
}>

export type CalendarPreview = Readonly<{
  year: number | null
  off: number
  work: number
  shifts: readonly CalendarShift[]
  /** Of all pages. */
  total: number
  page: number
  pages: number
}>
