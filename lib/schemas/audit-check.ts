import { z } from 'zod'
import type { AuditFlaw } from '@/lib/domain/audit-flaw'

/** A check asked for by a button: it says nothing but that it is wanted. */
export const auditCheck = z.object({})

/** A slip of the commission that is not what the log says of it, by the numbers of both. */
export type SlipDoubt = Readonly<{ subject: string; found: string }>

/** A walk through the whole log, as its page lists it. */
export type AuditCheckRow = Readonly<{
  id: number
  at: Date
  /** Who asked; null where the daily job did. */
  by: string | null
  entries: number
  unsealed: number
  seals: number
  flawCount: number
  /** The first of them; an entry of the reader's district can be opened. */
  flaws: readonly (AuditFlaw & Readonly<{ opens: boolean }>)[]
  slipCount: number
  /** The first of them. */
  slips: readonly SlipDoubt[]
  /** Everything that does not fit. */
  bad: number
}>
