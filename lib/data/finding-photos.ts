import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { fitsFinding } from '@/lib/domain/attachment'
import { err, ok, type Result } from '@/lib/domain/result'
import { OPEN_FINDINGS } from '@/lib/domain/walk'
import { mayPhotograph, mayRecordWalk } from '@/lib/domain/walk-parts'
import { type AttachmentRemovalInput, type CheckedPhoto, pageOfPlace } from '@/lib/schemas/attachment'
import type { Prisma } from '@/prisma/generated/client'
import { keepBytes, linesOf, visibleAttachments } from './attachments'
import { db, type Tx } from './db'
import { ownerColumns } from './walk-finding-writes'
import { visibleFindings } from './walk-rows'
import { write } from './write'

const photographed = {
  id: true,
  state: true,
  owner: { select: ownerColumns },
  walk: { select: { unitId: true } },
} satisfies Prisma.WalkFindingSelect
type Photographed = Prisma.WalkFindingGetPayload<{ select: typeof photographed }>

const isOpen = ({ state }: Photographed) => OPEN_FINDINGS.some((open) => open === state)
const mayAdd = (actor: Actor, { owner, walk }: Photographed) =>
  mayPhotograph(actor, walk.unitId, owner.id, owner.users.length === 0)

/** Locks an open finding the actor may put photos beside; err NOT_FOUND, FORBIDDEN, FINDING_MOVE_ILLEGAL once it is struck off. */
async function lockPhotographed(tx: Tx, actor: Actor, findingId: string): Promise<Result<Photographed>> {
  await tx.$queryRaw`SELECT 1 FROM "WalkFinding" WHERE id = ${findingId}::uuid FOR UPDATE`
  const finding = await tx.walkFinding.findFirst({
    where: { AND: [visibleFindings(actor), { id: findingId }] },
    select: photographed,
  })
  if (!finding) return err({ code: 'NOT_FOUND' })
  if (!mayAdd(actor, finding)) return err({ code: 'FORBIDDEN' })
  return isOpen(finding) ? ok(finding) : err({ code: 'FINDING_MOVE_ILLEGAL' })
}

/**
 * Puts a photo beside what a walk found 走流程照片, before or after it was mended; nobody must.
 *
 * @returns err NOT_FOUND, FORBIDDEN, FINDING_MOVE_ILLEGAL, FILE_TWICE, FILES_FINDING_FULL
 */
export const addFindingPhoto = write('finding.photo', async (tx, actor, input: CheckedPhoto) => {
  const { findingId, name, type, sha256 } = input
  const locked = await lockPhotographed(tx, actor, findingId)
  if (!locked.ok) return locked
  const held = await tx.attachment.findMany({ where: { findingId, removedAt: null }, select: { fileHash: true } })
  if (held.some(({ fileHash }) => fileHash === sha256)) return err({ code: 'FILE_TWICE' })
  const fits = fitsFinding(held.length)
  if (!fits.ok) return fits
  await keepBytes(tx, input)
  const { id } = await tx.attachment.create({
    data: { districtId: actor.districtId, findingId, name, type, fileHash: sha256, addedById: actor.personId },
    select: { id: true },
  })
  return ok({
    value: { attachmentId: id, page: pageOfPlace({ findingId }) },
    subject: findingId,
    detail: { name, size: input.bytes.length, sha256 },
  })
})

/**
 * Takes a photo away from a finding: whoever put it there, or records the walk. Its line stays with the reason.
 *
 * @returns err NOT_FOUND, FORBIDDEN, FINDING_MOVE_ILLEGAL, NOT_YOUR_FILE, CONFLICT
 */
export const removeFindingPhoto = write('finding.removePhoto', async (tx, actor, input: AttachmentRemovalInput) => {
  const seen = await tx.attachment.findFirst({
    where: { AND: [{ id: input.attachmentId, findingId: { not: null } }, visibleAttachments(actor)] },
    select: { findingId: true },
  })
  if (!seen?.findingId) return err({ code: 'NOT_FOUND' })
  const locked = await lockPhotographed(tx, actor, seen.findingId)
  if (!locked.ok) return locked
  const row = await tx.attachment.findUniqueOrThrow({ where: { id: input.attachmentId } })
  if (row.version !== input.version) return err({ code: 'CONFLICT', version: row.version })
  const keeps = mayRecordWalk(actor, locked.value.walk.unitId)
  if (!keeps && row.addedById !== actor.personId) return err({ code: 'NOT_YOUR_FILE' })
  await tx.attachment.update({
    where: { id: row.id },
    data: { removedAt: new Date(), removedBy: actor.personId, removedReason: input.reason, version: { increment: 1 } },
  })
  return ok({
    value: { attachmentId: row.id, page: pageOfPlace({ findingId: seen.findingId }) },
    subject: seen.findingId,
    detail: { name: row.name, sha256: row.fileHash, reason: input.reason },
  })
})

/** Photos beside a finding the actor sees, newest first, with those taken away. */
export async function listFindingPhotos(actor: Actor, findingId: string) {
  const finding = await db.walkFinding.findFirst({
    where: { AND: [visibleFindings(actor), { id: findingId }] },
    select: photographed,
  })
  if (!finding) return { lines: [], mayAdd: false }
  const may = isOpen(finding) && mayAdd(actor, finding)
  return {
    mayAdd: may,
    lines: await linesOf(actor, { findingId }, may, mayRecordWalk(actor, finding.walk.unitId)),
  }
}
