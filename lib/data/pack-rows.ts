import 'server-only'
import { type Actor, SIGHT } from '@/lib/domain/access'
import type { PackContent } from '@/lib/domain/gift-pack'
import { yearOf } from '@/lib/domain/plain-date'
import { SEES_PACKS } from '@/lib/domain/sight'
import type { PackRow } from '@/lib/schemas/gift-pack'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb } from './date'
import { visibleProjects } from './visible'

const NONE = { id: { in: [] as string[] } }

/**
 * The packs an actor sees: all of them; of who has projects those of the enterprises of his projects and those he handed out;
 * of an enterprise its own.
 */
export function visiblePacks(actor: Actor): Prisma.GiftPackWhereInput {
  const { districtId, enterpriseId, role } = actor
  if (role === 'CONTACT') return enterpriseId ? { districtId, enterpriseId } : NONE
  if (!SEES_PACKS.has(role)) return NONE
  if (SIGHT.project[role] === 'district') return { districtId }
  return {
    districtId,
    OR: [{ enterprise: { projects: { some: visibleProjects(actor) } } }, { byId: { in: [...actor.standsInFor] } }],
  }
}

export const packColumns = {
  id: true,
  version: true,
  number: true,
  batch: { select: { id: true, name: true } },
  enterprise: { select: { id: true, name: true, foundedOn: true } },
  project: { select: { id: true, name: true } },
  channel: true,
  contents: true,
  on: true,
  byId: true,
  by: { select: { name: true } },
  note: true,
  code: true,
  confirmedOn: true,
  confirmedSelf: true,
  receiver: true,
  returnedOn: true,
  returnReason: true,
} satisfies Prisma.GiftPackSelect
export type PackRecord = Prisma.GiftPackGetPayload<{ select: typeof packColumns }>

/** Whether a pack is his to take back: the office and the bureau any, a steward what he handed out. */
export const mayTakeBack = (actor: Actor, byId: string): boolean =>
  actor.role === 'OFFICE' || actor.role === 'BIZENV' || (actor.role === 'STEWARD' && actor.standsInFor.includes(byId))

/** A pack as a line of a list. Its code is for whoever hands it out, who prints it. */
export function packRowOf(actor: Actor, record: PackRecord): PackRow {
  const { enterprise, contents, byId, by, on, ...same } = record
  const founded = dayOrNull(enterprise.foundedOn)
  const mine = mayTakeBack(actor, byId)
  const confirmedOn = dayOrNull(record.confirmedOn)
  const returnedOn = dayOrNull(record.returnedOn)
  return {
    ...same,
    enterprise: { id: enterprise.id, name: enterprise.name },
    fresh: founded !== null && yearOf(founded) === yearOf(fromDb(on)),
    contents: contents as PackContent[],
    on: fromDb(on),
    by: by.name,
    code: mine ? record.code : '',
    confirmedOn,
    returnedOn,
    mayReturn: mine && !confirmedOn && !returnedOn,
  }
}
