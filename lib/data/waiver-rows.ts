import 'server-only'
import type { Waiver } from '@/lib/domain/waiver'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb } from './date'

/** What the rules read of a waiver. */
export const waiverColumns = {
  dimension: true,
  reason: true,
  fromOn: true,
  untilOn: true,
  state: true,
  renewals: true,
  proposedById: true,
  decidedById: true,
  endedOn: true,
} satisfies Prisma.WaiverSelect

/** A waiver as the rules see it. */
export const waiverOf = (row: Prisma.WaiverGetPayload<{ select: typeof waiverColumns }>): Waiver => ({
  dimension: row.dimension,
  reason: row.reason,
  fromOn: fromDb(row.fromOn),
  untilOn: fromDb(row.untilOn),
  renewals: row.renewals,
  proposedById: row.proposedById,
  approvedById: row.state === 'APPROVED' ? row.decidedById : null,
  endedOn: dayOrNull(row.endedOn),
})
