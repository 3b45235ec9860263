import { z } from 'zod'
import type { Level } from '@/lib/domain/level-scale'
import type { Stage } from '@/lib/domain/project'
import { ledgerQuery, readLedgerQuery } from './project-address'
import { handoverProposal } from './project-change'

// One screen somebody still reads before he confirms; the whole portfolio of a steward fits.
export const TRANSFER_MAX = 200

/** What stands in the address of the transfer page besides the ticked projects. */
export const transferTarget = z.object({
  to: z.uuid().optional().catch(undefined),
  done: z.literal('1').optional().catch(undefined),
})

export const transfer = handoverProposal.extend({
  projectIds: z.array(z.uuid(), 'NOTHING_TICKED').min(1, 'NOTHING_TICKED').max(TRANSFER_MAX),
  /** The ticked projects as the address said them, to come back to. */
  query: z
    .string()
    .max(8_000)
    .transform((query) => {
      const filter = readLedgerQuery(query)
      const { id, pick, page } = filter
      return ledgerQuery(filter, { id, pick, page }).toString()
    }),
})
export type TransferInput = z.output<typeof transfer>

/** What would happen to one project, or why nothing would. */
export type TransferLine = Readonly<{
  id: string
  name: string
  level: Level
  stage: Stage
  from: string | null
  /** Who has been asked to take it over and has not answered. */
  asked: string | null
  open: Readonly<{ procedures: number; issues: number; promises: number }>
  /** Already offered to the very successor. */
  offered: boolean
  refusal: string | null
}>

export type TransferPreview = Readonly<{
  total: number
  lines: readonly TransferLine[]
  /** Who could take over, whoever has the fewest projects first. */
  stewards: readonly Readonly<{ id: string; name: string; projects: number }>[]
  /** The chosen one, with how many of others’ projects he has been offered besides these. */
  to: Readonly<{ id: string; name: string; projects: number; offered: number }> | null
}>
