import { z } from 'zod'
import { plainDate, REASON_MAX } from './procedure'

/** A stand-in for one's own absence. */
export const deputy = z.object({
  deputyId: z.uuid({ error: 'PERSON_MISSING' }),
  fromOn: plainDate,
  toOn: plainDate,
  reason: z.string().trim().min(1, 'REASON_MISSING').max(REASON_MAX, 'TEXT_TOO_LONG'),
})
export type DeputyInput = z.infer<typeof deputy>
