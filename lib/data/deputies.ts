import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok } from '@/lib/domain/result'
import type { DeputyInput } from '@/lib/schemas/deputy'
import { fromDb, toDb } from './date'
import { db } from './db'
import { write } from './write'

/**
 * Names a deputy 代理 for the actor's own absence; on these days the deputy may do what the actor may.
 *
 * @returns err PERSON_MISSING, DEPUTY_SELF, DEPUTY_REVERSED, SPAN_PAST
 */
export const setDeputy = write('deputy.set', async (tx, actor, input: DeputyInput, today) => {
  if (input.deputyId === actor.personId) return err({ code: 'DEPUTY_SELF' })
  if (input.toOn < input.fromOn) return err({ code: 'DEPUTY_REVERSED' })
  if (input.toOn < today) return err({ code: 'SPAN_PAST' })
  const deputy = await tx.user.findFirst({
    where: { personId: input.deputyId, districtId: actor.districtId, role: actor.role, disabledAt: null },
    select: { personId: true },
  })
  if (!deputy) return err({ code: 'PERSON_MISSING' })
  const { id } = await tx.deputy.create({
    data: {
      absentId: actor.personId,
      deputyId: deputy.personId,
      fromOn: toDb(input.fromOn),
      toOn: toDb(input.toOn),
      reason: input.reason,
    },
    select: { id: true },
  })
  return ok({ value: null, subject: id, detail: { deputyId: deputy.personId, fromOn: input.fromOn, toOn: input.toOn } })
})

/** Deputies named from today on, and who could be one: colleagues of the same role. */
export async function deputiesOf(actor: Actor, today: PlainDate) {
  const [current, colleagues] = await Promise.all([
    db.deputy.findMany({
      where: { absentId: actor.personId, toOn: { gte: toDb(today) } },
      include: { deputy: { select: { name: true } } },
      orderBy: { fromOn: 'asc' },
    }),
    db.user.findMany({
      where: { districtId: actor.districtId, role: actor.role, disabledAt: null, personId: { not: actor.personId } },
      select: { personId: true, person: { select: { name: true } } },
      orderBy: { username: 'asc' },
    }),
  ])
  return {
    current: current.map((d) => ({
      id: d.id,
      name: d.deputy.name,
      fromOn: fromDb(d.fromOn),
      toOn: fromDb(d.toOn),
      reason: d.reason,
    })),
    colleagues: colleagues.map((c) => ({ id: c.personId, name: c.person.name })),
  }
}
