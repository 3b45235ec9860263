import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { db, type Tx } from './db'

/** What stands at the head of a paper: whose it is, and who fills it in. */
export type PaperHeading = Readonly<{
  /** 二七区“双轮驱动”: the district, with the name its programme goes by where its office bears one. */
  district: string
  /** Unit of whoever takes the paper; the office's where he has none. */
  unit: string
  /** The office that issues papers. */
  office: string
  demo: boolean
}>

const ofDistrict = async (tx: Tx, districtId: string) => {
  const [district, office] = await Promise.all([
    tx.district.findUniqueOrThrow({ where: { id: districtId }, select: { name: true, isDemo: true } }),
    tx.org.findFirst({ where: { districtId, kind: 'OFFICE', dissolvedOn: null }, select: { name: true } }),
  ])
  const programme = /“[^”]+”/u.exec(office?.name ?? '')?.[0] ?? ''
  return {
    district: `${district.name}${programme}`,
    office: office?.name ?? district.name,
    demo: district.isDemo,
  }
}

/** Head of the papers of the actor's district 表头. */
export async function loadPaperHeading(actor: Actor): Promise<PaperHeading> {
  const [head, own] = await Promise.all([
    ofDistrict(db, actor.districtId),
    actor.orgId ? db.org.findUnique({ where: { id: actor.orgId }, select: { name: true } }) : null,
  ])
  return { ...head, unit: own?.name ?? head.office }
}

/** Whose a paper is and who issues it, for a paper that nobody has taken yet. */
export async function loadPaperTitle(tx: Tx, districtId: string): Promise<Pick<PaperHeading, 'district' | 'office'>> {
  const { district, office } = await ofDistrict(tx, districtId)
  return { district, office }
}
