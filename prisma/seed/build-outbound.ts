import { toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { addDays, earliest, yearOf, ymd } from '@/lib/domain/plain-date'
import type { Workshop } from './draft'

/** 致政家居 filed 7241万美元; in hundredths of a dollar. */
const FILED_MINOR = 7_241_000_000n

/**
 * Business abroad of 致政家居 as the customer's account has it: what it filed, its warehouses in two countries, the white list.
 * No number and no paper is invented.
 *
 * @source the customer's description of the steward service
 */
export async function writeOutbound(tx: Tx, { districtId, today, newId }: Workshop): Promise<void> {
  const { id: enterpriseId } = await tx.enterprise.findFirstOrThrow({
    where: { districtId, name: '致政家居' },
    select: { id: true },
  })
  const day = (n: number) => toDb(earliest(addDays(ymd(yearOf(today), 1, 1), n), today))
  const base = { districtId, enterpriseId, createdAt: toDb(today) }
  await tx.outboundCase.createMany({
    data: [
      { ...base, id: newId(), kind: 'FILING', amountMinor: FILED_MINOR, currency: 'USD', on: day(95) },
      { ...base, id: newId(), kind: 'WAREHOUSE', country: 'GB', on: day(140) },
      { ...base, id: newId(), kind: 'WAREHOUSE', country: 'DE', on: day(141) },
      { ...base, id: newId(), kind: 'WHITE_LIST', on: day(170) },
    ],
  })
}
