import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { toldApart } from '@/lib/domain/namesake'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, gathered, ok } from '@/lib/domain/result'
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
  const deputy = await tx.user.findFirst({
    where: { personId: input.deputyId, districtId: actor.districtId, role: actor.role, disabledAt: null },
    select: { personId: true },
  })
  const own = input.deputyId === actor.personId
  const wrong = gathered(
    own ? { code: 'DEPUTY_SELF' } : null,
    deputy || own ? null : { code: 'PERSON_MISSING' },
    input.toOn < input.fromOn ? { code: 'DEPUTY_REVERSED' } : input.toOn < today ? { code: 'SPAN_PAST' } : null,
  )
  if (wrong) return err(wrong)
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

/** Who stands in for somebody on a day 代理, each with the last day of it; the same days on which he may do what the other may. */
export async function standInsOf(personId: string, today: PlainDate) {
  const rows = await db.deputy.findMany({
    where: { absentId: personId, fromOn: { lte: toDb(today) }, toOn: { gte: toDb(today) } },
    select: { toOn: true, deputy: { select: { name: true, phone: true } } },
    orderBy: [{ toOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ deputy, toOn }) => ({ person: deputy, until: fromDb(toOn) }))
}

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
      select: {
        personId: true,
        person: { select: { name: true, phone: true } },
        org: { select: { shortName: true } },
      },
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
    colleagues: toldApart(colleagues.map((c) => ({ id: c.personId, ...c.person, unit: c.org?.shortName ?? null }))).map(
      ({ id, name }) => ({ id, name }),
    ),
  }
}
