import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Prisma } from '@/prisma/generated/client'
import { listBanks } from './bank-products'
import { db } from './db'
import { filesForAll } from './financing-writes'
import { visibleUpgrades } from './upgrade-rows'
import { visibleProjects } from './visible'

/** Enterprises found at once; more than these want another word. */
const FOUND = 20

const like = (word: string) => word.replace(/[\\%_]/g, '\\$&').toLowerCase()

/** Enterprises the writer may file for, by part of a name or code; the contact has his own. */
export async function findFilers(actor: Actor, q: string) {
  if (!filesForAll(actor) || q === '') return []
  return db.enterprise.findMany({
    where: {
      districtId: actor.districtId,
      OR: [{ searchText: { contains: like(q) } }, { creditCode: { contains: q.toUpperCase() } }],
    },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
    take: FOUND,
  })
}

/**
 * What a form for a need begins with: the enterprise, its projects, the banks, and whom banks may call.
 *
 * @returns null where the writer may not file for the enterprise
 */
export async function startNeed(
  actor: Actor,
  about: Readonly<{ enterprise?: string; project?: string; upgrade?: string }>,
) {
  const project = about.project
    ? await db.project.findFirst({
        where: { AND: [visibleProjects(actor), { id: about.project }] },
        select: { id: true, enterpriseId: true },
      })
    : null
  const id = filesForAll(actor) ? (about.enterprise ?? project?.enterpriseId ?? null) : actor.enterpriseId
  if (!id) return null
  const enterprise = await db.enterprise.findFirst({
    where: { id, districtId: actor.districtId },
    select: { id: true, name: true },
  })
  if (!enterprise) return null
  const own: Prisma.PersonWhereInput = actor.role === 'CONTACT' ? { id: actor.personId } : { enterpriseId: id }
  const [projects, banks, person, upgrade] = await Promise.all([
    db.project.findMany({
      where: { AND: [visibleProjects(actor), { enterpriseId: id, status: 'ACTIVE' }] },
      select: { id: true, name: true },
      orderBy: { number: 'asc' },
    }),
    listBanks(actor),
    db.person.findFirst({ where: { districtId: actor.districtId, ...own }, select: { name: true, phone: true } }),
    about.upgrade
      ? db.upgradeProject.findFirst({
          where: {
            AND: [{ id: about.upgrade, enterpriseId: id, state: { not: 'WITHDRAWN' } }, visibleUpgrades(actor)],
          },
          select: { id: true, name: true, projectId: true },
        })
      : null,
  ])
  const only = projects.length === 1 ? projects[0]?.id : undefined
  return {
    enterprise,
    projects,
    projectId: project?.id ?? upgrade?.projectId ?? only,
    upgrade: upgrade && { id: upgrade.id, name: upgrade.name },
    banks,
    contact: { name: person?.name ?? '', phone: person?.phone ?? '' },
    office: filesForAll(actor),
  }
}
