import 'server-only'
import { type Actor, allows, type Role } from '@/lib/domain/access'
import { fitsBudget } from '@/lib/domain/attachment'
import { err, ok } from '@/lib/domain/result'
import type { AttachmentLine, AttachmentRemovalInput, CheckedFile } from '@/lib/schemas/attachment'
import type { Prisma } from '@/prisma/generated/client'
import { db, type Tx } from './db'
import { lockProject, scopeColumns, scopeOf } from './lock-project'
import { namesOfIds } from './names'
import { visibleProcedures } from './visible'
import { write } from './write'

/** Roles that keep a project up take any of its papers away; everybody else his own. */
const KEEPERS: ReadonlySet<Role> = new Set(['OFFICE', 'TASKFORCE', 'STEWARD'])

/** Papers beside procedures the actor sees; an agency sees those of its own items. */
const visibleAttachments = (actor: Actor): Prisma.AttachmentWhereInput => ({
  districtId: actor.districtId,
  procedure: visibleProcedures(actor),
})

/** Keeps bytes once, whoever sends them; sending them again makes them young, so that no sweep takes them meanwhile. */
const keepBytes = (tx: Tx, { sha256, bytes }: CheckedFile) =>
  tx.storedFile.upsert({
    where: { sha256 },
    create: { sha256, size: bytes.length, bytes },
    update: { createdAt: new Date() },
    select: { sha256: true },
  })

async function heldBy(tx: Tx, projectId: string, procedureId: string) {
  const live = await tx.attachment.findMany({
    where: { projectId, removedAt: null },
    select: { procedureId: true, file: { select: { size: true } } },
  })
  return {
    procedure: live.filter((a) => a.procedureId === procedureId).length,
    project: live.length,
    bytes: live.reduce((sum, a) => sum + (a.file?.size ?? 0), 0),
  }
}

/**
 * Puts a checked paper beside a procedure 附件; never needed for a move.
 *
 * @returns err NOT_FOUND, FORBIDDEN, FILE_TWICE (the same bytes lie there already), FILES_PROCEDURE_FULL,
 *          FILES_PROJECT_FULL, FILES_BYTES_FULL
 */
export const addAttachment = write('attachment.add', async (tx, actor, input: CheckedFile) => {
  const seen = await tx.procedure.findFirst({
    where: { AND: [{ id: input.procedureId }, visibleProcedures(actor)] },
    select: { projectId: true },
  })
  if (!seen) return err({ code: 'NOT_FOUND' })
  const locked = await lockProject(tx, actor, 'attachment.add', seen.projectId)
  if (!locked.ok) return locked
  const { procedureId, name, type, sha256 } = input
  const { projectId } = seen
  if (await tx.attachment.count({ where: { procedureId, fileHash: sha256, removedAt: null } }))
    return err({ code: 'FILE_TWICE' })
  const fits = fitsBudget(await heldBy(tx, projectId, procedureId), input.bytes.length)
  if (!fits.ok) return fits
  await keepBytes(tx, input)
  const { id } = await tx.attachment.create({
    data: {
      districtId: actor.districtId,
      projectId,
      procedureId,
      name,
      type,
      fileHash: sha256,
      addedById: actor.personId,
    },
    select: { id: true },
  })
  return ok({
    value: { attachmentId: id, procedureId },
    subject: id,
    projectId,
    detail: { procedureId, name, type, size: input.bytes.length, sha256 },
  })
})

/**
 * Takes a paper away: nobody can open it any more, its line stays with who, when and why.
 *
 * @returns err NOT_FOUND, FORBIDDEN, NOT_YOUR_FILE, CONFLICT (taken away by somebody else meanwhile)
 */
export const removeAttachment = write('attachment.remove', async (tx, actor, input: AttachmentRemovalInput) => {
  const seen = await tx.attachment.findFirst({
    where: { AND: [{ id: input.attachmentId }, visibleAttachments(actor)] },
    select: { projectId: true },
  })
  if (!seen) return err({ code: 'NOT_FOUND' })
  const locked = await lockProject(tx, actor, 'attachment.remove', seen.projectId)
  if (!locked.ok) return locked
  const row = await tx.attachment.findUniqueOrThrow({ where: { id: input.attachmentId } })
  if (row.version !== input.version) return err({ code: 'CONFLICT', version: row.version })
  if (!KEEPERS.has(actor.role) && row.addedById !== actor.personId) return err({ code: 'NOT_YOUR_FILE' })
  await tx.attachment.update({
    where: { id: row.id },
    data: {
      removedAt: new Date(),
      removedBy: actor.personId,
      removedReason: input.reason,
      version: { increment: 1 },
    },
  })
  return ok({
    value: { attachmentId: row.id, procedureId: row.procedureId ?? '' },
    subject: row.id,
    projectId: row.projectId,
    detail: { name: row.name, sha256: row.fileHash, reason: input.reason },
  })
})

/**
 * Notes that the actor takes a paper along, and says what it is.
 *
 * @returns err NOT_FOUND when it is absent, removed or out of sight
 */
export const openAttachment = write('attachment.read', async (tx, actor, input: Readonly<{ attachmentId: string }>) => {
  const row = await tx.attachment.findFirst({
    where: { AND: [{ id: input.attachmentId, removedAt: null }, visibleAttachments(actor)] },
    select: { id: true, projectId: true, name: true, type: true, fileHash: true },
  })
  if (!row?.fileHash) return err({ code: 'NOT_FOUND' })
  const { id, projectId, name, type, fileHash } = row
  return ok({ value: { attachmentId: id, name, type, sha256: fileHash }, subject: id, projectId, detail: { name } })
})

/** The bytes of a paper the actor sees; null when there are none. */
export async function readAttachment(actor: Actor, attachmentId: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const row = await db.attachment.findFirst({
    where: { AND: [{ id: attachmentId, removedAt: null }, visibleAttachments(actor)] },
    select: { file: { select: { bytes: true } } },
  })
  return row?.file?.bytes ?? null
}

/** Papers of a procedure, newest first, with those taken away; empty when it is out of sight. */
export async function listAttachments(
  actor: Actor,
  procedureId: string,
): Promise<{ lines: readonly AttachmentLine[]; mayAdd: boolean }> {
  const procedure = await db.procedure.findFirst({
    where: { AND: [{ id: procedureId }, visibleProcedures(actor)] },
    select: { project: { select: scopeColumns } },
  })
  if (!procedure) return { lines: [], mayAdd: false }
  const scope = scopeOf(procedure.project)
  const rows = await db.attachment.findMany({
    where: { AND: [{ procedureId }, visibleAttachments(actor)] },
    select: {
      id: true,
      version: true,
      name: true,
      type: true,
      addedAt: true,
      addedById: true,
      removedAt: true,
      removedBy: true,
      removedReason: true,
      addedBy: { select: { name: true } },
      file: { select: { size: true } },
    },
    orderBy: { addedAt: 'desc' },
  })
  const names = await namesOfIds(
    db,
    rows.flatMap((row) => row.removedBy ?? []),
  )
  const mayRemove = allows(actor, 'attachment.remove', scope)
  return {
    mayAdd: allows(actor, 'attachment.add', scope),
    lines: rows.map((row) => ({
      id: row.id,
      version: row.version,
      name: row.name,
      type: row.type,
      size: row.file?.size ?? null,
      by: row.addedBy.name,
      at: row.addedAt.toISOString(),
      removed: row.removedAt && {
        by: row.removedBy ? (names[row.removedBy] ?? null) : null,
        at: row.removedAt.toISOString(),
        reason: row.removedReason ?? '',
      },
      mayRemove: mayRemove && !row.removedAt && (KEEPERS.has(actor.role) || row.addedById === actor.personId),
    })),
  }
}
