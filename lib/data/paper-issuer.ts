import 'server-only'
import type { Tx } from './db'

/** Whose paper it is and which unit issues it, as they stand in its head 发文机关. */
export async function issuerOf(tx: Tx, districtId: string): Promise<{ district: string; issuer: string }> {
  const district = await tx.district.findUniqueOrThrow({ where: { id: districtId }, select: { name: true } })
  const office = await tx.org.findFirst({
    where: { districtId, kind: 'OFFICE', dissolvedOn: null },
    orderBy: { name: 'asc' },
    select: { name: true },
  })
  const programme = /“[^”]+”/u.exec(office?.name ?? '')?.[0] ?? ''
  return {
    district: `${district.name}${programme}`,
    issuer: office ? withinDistrict(office.name, district.name) : district.name,
  }
}

/** A unit as a paper of the district calls it: 二七区财政局 is 区财政局; brackets are full width. */
export function withinDistrict(name: string, district: string): string {
  const full = name.replaceAll('(', '（').replaceAll(')', '）')
  return full.startsWith(district) ? `区${full.slice(district.length)}` : full.startsWith('“') ? `区${full}` : full
}
