import 'server-only'
import type { CreditFacts, EnterpriseFacts } from '@/lib/domain/enterprise'
import { exactWan } from '@/lib/domain/money'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb } from './date'

/** What the form of an enterprise asks; nothing confidential. */
export const factColumns = {
  id: true,
  version: true,
  name: true,
  aliases: true,
  creditCode: true,
  size: true,
  industry: true,
  streetId: true,
  address: true,
  foundedOn: true,
  employees: true,
  aboveScale: true,
  highTech: true,
  specialised: true,
  state: true,
  opensToSteward: true,
} satisfies Prisma.EnterpriseSelect
export type FactRecord = Prisma.EnterpriseGetPayload<{ select: typeof factColumns }>

const tick = (yes: boolean): string => (yes ? '1' : '')

/** An enterprise as its form and its merge read it: texts, empty where nobody has said. */
export const factsOfEnterprise = (row: FactRecord): EnterpriseFacts => ({
  name: row.name,
  creditCode: row.creditCode ?? '',
  size: row.size ?? '',
  industry: row.industry ?? '',
  streetId: row.streetId ?? '',
  address: row.address ?? '',
  foundedOn: row.foundedOn ? fromDb(row.foundedOn) : '',
  employees: row.employees === null ? '' : String(row.employees),
  aboveScale: tick(row.aboveScale),
  highTech: tick(row.highTech),
  specialised: tick(row.specialised),
  state: row.state,
})

export const creditColumns = {
  year: true,
  revenueFen: true,
  taxFen: true,
  grade: true,
  dishonest: true,
  abnormal: true,
} satisfies Prisma.EnterpriseCreditSelect
type CreditRecord = Prisma.EnterpriseCreditGetPayload<{ select: typeof creditColumns }>

const said = (value: boolean | null | undefined): string =>
  value === null || value === undefined ? '' : value ? 'yes' : 'no'

/** What is confidential as its form reads it; empty where there is nothing. */
export const creditOf = (row: CreditRecord | null): CreditFacts => ({
  year: row?.year ? String(row.year) : '',
  revenueWan: typeof row?.revenueFen === 'bigint' ? exactWan(row.revenueFen) : '',
  taxWan: typeof row?.taxFen === 'bigint' ? exactWan(row.taxFen) : '',
  grade: row?.grade ?? '',
  dishonest: said(row?.dishonest),
  abnormal: said(row?.abnormal),
})
