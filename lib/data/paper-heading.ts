import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { db } from './db'

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

/** Head of the papers of the actor's district 表头. */
export async function loadPaperHeading(actor: Actor): Promise<PaperHeading> {
  const [district, own, office] = await Promise.all([
    db.district.findUniqueOrThrow({ where: { id: actor.districtId }, select: { name: true, isDemo: true } }),
    actor.orgId ? db.org.findUnique({ where: { id: actor.orgId }, select: { name: true } }) : null,
    db.org.findFirst({
      where: { districtId: actor.districtId, kind: 'OFFICE', dissolvedOn: null },
      select: { name: true },
    }),
  ])
  const programme = /“[^”]+”/u.exec(office?.name ?? '')?.[0] ?? ''
  return {
    district: `${district.name}${programme}`,
    office: office?.name ?? district.name,
    unit: own?.name ?? office?.name ?? district.name,
    demo: district.isDemo,
  }
}
