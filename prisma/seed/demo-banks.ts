import type { Tx } from '@/lib/data/db'
import { orgSearchText } from '@/lib/data/search-text'
import type { Workshop } from './draft'

/** Banks whose names nobody is meant by; everything a bank does in the demo is done by these. */
export const INVENTED_BANKS = ['演示银行', '示范农商银行', '样板城商银行', '例证银行'] as const
/** Banks the customer's own account names as guests of an event; nothing else is said of them. */
export const REAL_BANKS = ['中国银行', '民生银行'] as const

/** A bank by its short name; written into the district where it is not there yet. */
export async function bankNamed(tx: Tx, { districtId, newId }: Workshop, shortName: string): Promise<string> {
  const found = await tx.org.findFirst({ where: { districtId, kind: 'BANK', shortName }, select: { id: true } })
  if (found) return found.id
  const name = (REAL_BANKS as readonly string[]).includes(shortName) ? shortName : `${shortName}二七支行`
  const org = { id: newId(), districtId, kind: 'BANK' as const, name, shortName }
  await tx.org.create({ data: { ...org, searchText: orgSearchText(org) } })
  return org.id
}
