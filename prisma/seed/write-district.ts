import { hashPassword } from '@/lib/auth/password'
import type { Tx } from '@/lib/data/db'
import type { Workshop } from './draft'
import type { Imagined } from './imagine-district'
import { insertRows } from './insert-rows'
import { randomOf } from './random'
import type { Roster } from './roster'
import { stewardRows } from './stewardships'

/** Enterprises, people and accounts. */
export async function writeRoster(
  tx: Tx,
  roster: Roster,
  enterprises: Imagined['enterprises'],
  districtId: string,
  password: string,
  at: Date,
) {
  await tx.enterprise.createMany({ data: [...enterprises] })
  await tx.person.createMany({ data: roster.people })
  // One hash for all: a demo's password is printed anyway, and hashing is slow on purpose.
  const passwordHash = await hashPassword(password)
  await tx.user.createMany({
    data: roster.accounts.map((account) => ({
      ...account,
      districtId,
      passwordHash,
      passwordChangedAt: at,
      createdAt: at,
    })),
  })
}

/** Projects with everything they bring. */
export async function writeProjects(tx: Tx, { judged, stewards }: Imagined, roster: Roster, shop: Workshop) {
  const models = judged.map((j) => j.model)
  const r = randomOf('stewardships')
  const people = roster.stewards.map((s) => s.id)
  const shares = models.map((model, i) =>
    stewardRows(r, model, shop.today, people[stewards[i] ?? 0] ?? '', people.slice(1), shop.newId),
  )
  const level = (i: number, id: unknown) => judged[i]?.history.levels.get(String(id)) ?? 'GREY'
  // The colour a row begins with is the last one of its history, so that the first evaluation finds it unchanged.
  const leveled = models.map((m, i) => ({ ...m.project, level: level(i, m.project.id) }))
  await insertRows(tx, 'Project', leveled)
  const procedures = models.flatMap((m, i) => m.histories.map((h) => ({ ...h.row, level: level(i, h.row.id) })))
  await insertRows(tx, 'Procedure', procedures)
  await insertRows(
    tx,
    'ProcedureEvent',
    models.flatMap((m) => m.histories.flatMap((h) => h.events)),
  )
  await insertRows(
    tx,
    'Milestone',
    models.flatMap((m) => m.milestones),
  )
  await insertRows(
    tx,
    'PlanChange',
    models.flatMap((m) => m.planChanges),
  )
  await insertRows(
    tx,
    'YearPlan',
    models.flatMap((m) => m.yearPlans),
  )
  await insertRows(
    tx,
    'InvestmentEntry',
    models.flatMap((m) => m.entries),
  )
  await insertRows(
    tx,
    'WeeklyUpdate',
    models.flatMap((m) => m.updates),
  )
  await insertRows(
    tx,
    'StageChange',
    models.flatMap((m) => m.stageChanges),
  )
  await insertRows(
    tx,
    'Issue',
    models.flatMap((m) => m.issues),
  )
  await insertRows(
    tx,
    'StewardAssignment',
    shares.flatMap((s) => s.assignments),
  )
  await insertRows(
    tx,
    'Handover',
    shares.flatMap((s) => s.handovers),
  )
  await insertRows(
    tx,
    'MonthLevel',
    judged.flatMap((j) => j.history.months),
  )
  await insertRows(
    tx,
    'LevelChange',
    judged.flatMap((j) => j.history.changes),
  )
}
