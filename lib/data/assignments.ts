import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { toldApart } from '@/lib/domain/namesake'
import { err, ok } from '@/lib/domain/result'
import type { ProcedureAssignmentInput } from '@/lib/schemas/procedure'
import { handlerCandidates } from './candidates'
import { toDb } from './date'
import { db } from './db'
import { lockProcedure } from './procedure-moves'
import { write } from './write'

/**
 * Gives a procedure to a colleague of the same agency 转办. He is told in the same moment, and until he has read it it
 * stands at the head of his queue.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, NOT_A_COLLEAGUE, ALREADY_HANDLES, PROCEDURE_ENDED
 */
export const assignProcedure = write('procedure.assign', async (tx, actor, input: ProcedureAssignmentInput, today) => {
  const locked = await lockProcedure(tx, actor, 'procedure.assign', input)
  if (!locked.ok) return locked
  const row = locked.value
  if (row.finishedOn || row.state === 'NA') return err({ code: 'PROCEDURE_ENDED' })
  if (row.handlerId === input.handlerId) return err({ code: 'ALREADY_HANDLES' })
  const colleague = await tx.person.findFirst({
    where: { AND: [{ id: input.handlerId }, handlerCandidates(actor.districtId, actor.orgId ?? '')] },
    select: { id: true },
  })
  if (!colleague) return err({ code: 'NOT_A_COLLEAGUE' })
  const { version } = await tx.procedure.update({
    where: { id: row.id },
    data: { handlerId: colleague.id, version: { increment: 1 } },
    select: { version: true },
  })
  if (colleague.id !== actor.personId)
    await tx.reminder.create({
      data: {
        districtId: row.districtId,
        kind: 'REMINDER',
        projectId: row.projectId,
        procedureId: row.id,
        fromId: actor.personId,
        toId: colleague.id,
        text: input.note,
        on: toDb(today),
      },
    })
  return ok({
    value: { procedureId: row.id, projectId: row.projectId, version },
    subject: row.id,
    projectId: row.projectId,
    detail: { code: row.code, from: row.handlerId, to: colleague.id, note: input.note },
  })
})

/** Whom the actor can give a procedure of his agency to; himself among them, for what nobody has taken. */
export async function listColleagues(actor: Actor) {
  if (!actor.orgId) return []
  const colleagues = await db.person.findMany({
    where: handlerCandidates(actor.districtId, actor.orgId),
    select: { id: true, name: true, title: true, phone: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return toldApart(
    colleagues.map((one) => ({ ...one, unit: actor.orgId })),
    { unitShown: true },
  ).map(({ id, name, title }) => ({ id, name, title }))
}
