import 'server-only'
import { type Actor, allows, type Role, relationFor } from '@/lib/domain/access'
import { fitsBudget } from '@/lib/domain/attachment'
import { err, ok, type Result } from '@/lib/domain/result'
import {
  type AttachmentLine,
  type AttachmentRemovalInput,
  type CheckedFile,
  type FilePlace,
  type PaperPlace,
  pageOfPlace,
} from '@/lib/schemas/attachment'
import type { Prisma } from '@/prisma/generated/client'
import { db, type Tx } from './db'
import { ownIssues, visibleIssues } from './issue-where'
import { lockProject, scopeColumns, scopeOf } from './lock-project'
import { namesOfIds } from './names'
import { visibleProcedures } from './visible'
import { visibleFindings } from './walk-rows'
import { write } from './write'

/** Roles that keep a project up take any of its papers away; everybody else his own. */
const KEEPERS: ReadonlySet<Role> = new Set(['OFFICE', 'TASKFORCE', 'STEWARD'])

/** Papers beside procedures, problems and findings the actor sees; an agency sees those of its own items. */
export const visibleAttachments = (actor: Actor): Prisma.AttachmentWhereInput => ({
  OR: [{ procedure: visibleProcedures(actor) }, { issue: visibleIssues(actor) }, { finding: visibleFindings(actor) }],
})

/** The place of a paper beside a procedure or a problem, as its row says it. */
const placeOf = ({
  procedureId,
  issueId,
}: Readonly<{ procedureId: string | null; issueId: string | null }>): PaperPlace =>
  issueId ? { issueId } : { procedureId: procedureId ?? '' }

/**
 * Locks the project of a place the actor sees, if he may put papers there or take them away. Beside a problem whoever sees it may
 * whose role may at all: its unit need not take part in the project.
 *
 * @returns err NOT_FOUND, FORBIDDEN, FILES_NO_PROJECT for a problem that is about no project
 */
async function lockPlace(
  tx: Tx,
  actor: Actor,
  action: 'attachment.add' | 'attachment.remove',
  place: PaperPlace,
): Promise<Result<{ projectId: string }>> {
  if ('issueId' in place) {
    const issue = await tx.issue.findFirst({
      where: { AND: [{ id: place.issueId }, ownIssues(actor)] },
      select: { projectId: true },
    })
    if (!issue) return err({ code: 'NOT_FOUND' })
    if (!issue.projectId) return err({ code: 'FILES_NO_PROJECT' })
    if (relationFor(actor.role, action) === null) return err({ code: 'FORBIDDEN' })
    await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ${issue.projectId}::uuid FOR UPDATE`
    return ok({ projectId: issue.projectId })
  }
  const seen = await tx.procedure.findFirst({
    where: { AND: [{ id: place.procedureId }, visibleProcedures(actor)] },
    select: { projectId: true },
  })
  if (!seen) return err({ code: 'NOT_FOUND' })
  const locked = await lockProject(tx, actor, action, seen.projectId)
  return locked.ok ? ok({ projectId: seen.projectId }) : locked
}

/** Keeps bytes once, whoever sends them; sending them again makes them young, so that no sweep takes them meanwhile. */
export const keepBytes = (tx: Tx, { sha256, bytes }: Pick<CheckedFile, 'sha256' | 'bytes'>) =>
  tx.storedFile.upsert({
    where: { sha256 },
    create: { sha256, size: bytes.length, bytes },
    update: { createdAt: new Date() },
    select: { sha256: true },
  })

async function heldBy(tx: Tx, projectId: string, place: PaperPlace) {
  const live = await tx.attachment.findMany({
    where: { projectId, removedAt: null },
    select: { procedureId: true, issueId: true, file: { select: { size: true } } },
  })
  return {
    procedure: live.filter((a) => pageOfPlace(placeOf(a)) === pageOfPlace(place)).length,
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
  const place: PaperPlace = 'issueId' in input ? { issueId: input.issueId } : { procedureId: input.procedureId }
  const locked = await lockPlace(tx, actor, 'attachment.add', place)
  if (!locked.ok) return locked
  const { name, type, sha256 } = input
  const { projectId } = locked.value
  if (await tx.attachment.count({ where: { ...place, fileHash: sha256, removedAt: null } }))
    return err({ code: 'FILE_TWICE' })
  const fits = fitsBudget(await heldBy(tx, projectId, place), input.bytes.length)
  if (!fits.ok) return fits
  await keepBytes(tx, input)
  const { id } = await tx.attachment.create({
    data: {
      districtId: actor.districtId,
      projectId,
      ...place,
      name,
      type,
      fileHash: sha256,
      addedById: actor.personId,
    },
    select: { id: true },
  })
  return ok({
    value: { attachmentId: id, page: pageOfPlace(place) },
    subject: id,
    projectId,
    detail: { ...place, name, type, size: input.bytes.length, sha256 },
  })
})

/**
 * Takes a paper away: nobody can open it any more, its line stays with who, when and why.
 *
 * @returns err NOT_FOUND, FORBIDDEN, NOT_YOUR_FILE, CONFLICT (taken away by somebody else meanwhile)
 */
export const removeAttachment = write('attachment.remove', async (tx, actor, input: AttachmentRemovalInput) => {
  const seen = await tx.attachment.findFirst({
    where: { AND: [{ id: input.attachmentId, findingId: null }, visibleAttachments(actor)] },
    select: { procedureId: true, issueId: true },
  })
  if (!seen) return err({ code: 'NOT_FOUND' })
  const locked = await lockPlace(tx, actor, 'attachment.remove', placeOf(seen))
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
    value: { attachmentId: row.id, page: pageOfPlace(placeOf(row)) },
    subject: row.id,
    projectId: row.projectId ?? undefined,
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
  return ok({
    value: { attachmentId: id, name, type, sha256: fileHash },
    subject: id,
    projectId: projectId ?? undefined,
    detail: { name },
  })
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
  return {
    mayAdd: allows(actor, 'attachment.add', scope),
    lines: await linesOf(actor, { procedureId }, allows(actor, 'attachment.remove', scope)),
  }
}

/** Papers of a problem, as `listAttachments`; none can be put beside one that is about no project. */
export async function listIssueAttachments(actor: Actor, issueId: string) {
  const issue = await db.issue.findFirst({
    where: { AND: [{ id: issueId }, visibleIssues(actor)] },
    select: { projectId: true, districtId: true },
  })
  if (!issue) return { lines: [], mayAdd: false }
  const may = (action: 'attachment.add' | 'attachment.remove') =>
    issue.districtId === actor.districtId && relationFor(actor.role, action) !== null
  return {
    mayAdd: issue.projectId !== null && may('attachment.add'),
    lines: await linesOf(actor, { issueId }, may('attachment.remove')),
  }
}

/**
 * The lines of a place, newest first.
 *
 * @param mayRemove whether the actor may take anything away here
 * @param keeps whether he may take away what others put there
 */
export async function linesOf(
  actor: Actor,
  place: FilePlace,
  mayRemove: boolean,
  keeps: boolean = KEEPERS.has(actor.role),
): Promise<AttachmentLine[]> {
  const rows = await db.attachment.findMany({
    where: { AND: [place, visibleAttachments(actor)] },
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
  return rows.map((row) => ({
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
    mayRemove: mayRemove && !row.removedAt && (keeps || row.addedById === actor.personId),
  }))
}
