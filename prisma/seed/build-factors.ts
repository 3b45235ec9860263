import { fromDb, toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { refreshProjects } from '@/lib/data/levels'
import type { FactorState } from '@/lib/domain/factor-need'
import { latest, type PlainDate } from '@/lib/domain/plain-date'
import { addWorkdays, workdaysBetween } from '@/lib/domain/work-calendar'
import type { Prisma } from '@/prisma/generated/client'
import type { Workshop } from './draft'
import { FACTOR_PLOTS, FACTOR_SORTS, FACTOR_TEXTS, type FactorPlot, type FactorSort } from './factor-plots'
import { type Random, randomOf } from './random'
import { REAL_NAMES } from './real-names'
import { instantOn, lastWorkday } from './timeline'

/** Stages in which a project has needs worth the name. */
const STAGES = ['SIGNED', 'PERMITTING', 'CONSTRUCTION', 'COMPLETED'] as const
/** Working days a need of a project that is in order lies ahead: no colour turns because of it this month. */
const AHEAD = { from: 22, to: 70 }

const columns = {
  id: true,
  level: true,
  stage: true,
  number: true,
  enteredOn: true,
  stewards: { where: { toOn: null }, select: { person: { select: { id: true, user: { select: { id: true } } } } } },
} satisfies Prisma.ProjectSelect
export type SeededProject = Prisma.ProjectGetPayload<{ select: typeof columns }>

/** A need as it is told: when it was raised, by when it is needed, and what became of it. */
export type ToldNeed = Readonly<{
  id: string
  sort: FactorSort
  plot: FactorPlot
  quantity: number
  raisedOn: PlainDate
  needBy: PlainDate
}>

/** Signed projects on their way, the two real names never among them. */
export const projectsOnTheirWay = (tx: Tx, { districtId }: Workshop): Promise<SeededProject[]> =>
  tx.project.findMany({
    where: {
      districtId,
      status: 'ACTIVE',
      stage: { in: [...STAGES] },
      name: { notIn: REAL_NAMES.map(({ name }) => name) },
    },
    select: columns,
    orderBy: { number: 'asc' },
  })

type Hands = Readonly<{ steward: string | null; agency: string | null; office: string }>

/** Writes a need with every step on a working day that has come. */
export async function writeNeed(tx: Tx, shop: Workshop, project: SeededProject, told: ToldNeed, hands: Hands) {
  const { calendar, today, newId, orgIds } = shop
  const { sort, plot, quantity, raisedOn, needBy } = told
  const leadId = orgIds.get(sort.lead) ?? null
  const last = lastWorkday(calendar, today)
  const passed = workdaysBetween(calendar, raisedOn, last)
  const after = (n: number): PlainDate => addWorkdays(calendar, raisedOn, Math.min(n, passed))
  const committedOn = plot.promised ? addWorkdays(calendar, needBy, plot.promised === 'IN_TIME' ? -2 : 5) : null
  const provided = plot.share ? Math.round(quantity * plot.share) : 0
  const moves: Omit<Prisma.FactorMoveCreateManyInput, 'needId' | 'id' | 'at'>[] = []
  let state = 'TO_CHECK' as FactorState
  const step = (
    kind: Prisma.FactorMoveCreateManyInput['kind'],
    to: FactorState,
    n: number,
    actorId: string | null,
    more: Partial<Prisma.FactorMoveCreateManyInput> = {},
  ) => {
    moves.push({ kind, from: kind === 'RAISE' ? null : state, to, on: toDb(after(n)), actorId, ...more })
    state = to
  }
  step('RAISE', 'TO_CHECK', 0, hands.steward, { leadId, text: sort.reason })
  if (plot.state !== 'TO_CHECK' && plot.state !== 'REVOKED')
    step('CONFIRM', 'CONFIRMED', 2, hands.agency ?? hands.office, { leadId })
  if (committedOn) step('COMMIT', 'IN_HAND', 3, hands.agency ?? hands.office, { committedOn: toDb(committedOn) })
  if (provided > 0)
    step('PROVIDE', provided === quantity ? 'MET' : 'IN_HAND', 6, hands.agency ?? hands.office, {
      provided,
      text: FACTOR_TEXTS.provided,
    })
  if (plot.state === 'UNMET') {
    step('FAIL', 'UNMET', 8, hands.agency ?? hands.office, { text: FACTOR_TEXTS.unmet })
    step('ACCEPT', 'UNMET', 9, hands.office)
  }
  if (plot.state === 'REVOKED') step('REVOKE', 'REVOKED', 4, hands.steward, { text: FACTOR_TEXTS.revoked })
  await tx.factorNeed.create({
    data: {
      id: told.id,
      districtId: shop.districtId,
      projectId: project.id,
      kind: sort.kind,
      quantity,
      unit: sort.unit,
      provided,
      needBy: toDb(needBy),
      reason: sort.reason,
      leadId,
      state,
      committedOn: committedOn && toDb(committedOn),
      alternative: state === 'UNMET' ? FACTOR_TEXTS.unmet : null,
      failedOn: state === 'UNMET' ? toDb(after(8)) : null,
      settledOn: state === 'UNMET' ? toDb(after(9)) : null,
      raisedOn: toDb(raisedOn),
      raisedById: project.stewards[0]?.person.id ?? shop.officePersonId,
      createdAt: instantOn(raisedOn, project.number),
    },
  })
  await tx.factorMove.createMany({
    data: moves.map((move, i) => ({
      ...move,
      id: newId(),
      needId: told.id,
      at: instantOn(fromDb(move.on as Date), 600 * i + project.number),
    })),
  })
}

/** Who acts for a project and for each unit. */
export async function handsIn(tx: Tx, { districtId, officeUserId }: Workshop) {
  const users = await tx.user.findMany({
    where: { districtId, role: 'AGENCY', disabledAt: null },
    orderBy: { username: 'asc' },
    select: { id: true, orgId: true },
  })
  const ofUnit = new Map(users.map((user) => [user.orgId, user.id]))
  return (project: SeededProject, leadId: string | null): Hands => ({
    steward: project.stewards[0]?.person.user?.id ?? null,
    agency: ofUnit.get(leadId) ?? null,
    office: officeUserId,
  })
}

/**
 * Day a need is needed by, so that the project keeps the colour it was imagined with: late where it is red or yellow anyway,
 * far ahead where it is in order.
 */
function needByOf(r: Random, project: SeededProject, plot: FactorPlot, shop: Workshop, late: boolean): PlainDate {
  const { calendar, today } = shop
  const open = plot.state !== 'MET' && plot.state !== 'UNMET' && plot.state !== 'REVOKED'
  if (late && open && project.level === 'RED') return addWorkdays(calendar, today, -r.pick([3, 12]))
  if (late && open && project.level === 'YELLOW') return addWorkdays(calendar, today, -r.int(2, 6))
  return addWorkdays(calendar, today, open ? r.int(AHEAD.from, AHEAD.to) : r.int(-20, 30))
}

/** The demo steward's first projects have troubles of their own to show. */
const SHOWN_FIRST = 4

/**
 * Needs of some fifty projects in every state, of many kinds 要素需求; no project gets another colour by them.
 */
export async function writeFactors(tx: Tx, shop: Workshop): Promise<void> {
  const { calendar, today, newId, orgIds } = shop
  const r = randomOf('factors')
  const projects = await projectsOnTheirWay(tx, shop)
  const handsOf = await handsIn(tx, shop)
  let nth = 0
  for (const project of projects) {
    const many = r.pick([1, 1, 2, 2, 3])
    const sorts = r.shuffle(FACTOR_SORTS).slice(0, many)
    for (const [i, sort] of sorts.entries()) {
      const plot = FACTOR_PLOTS[nth % FACTOR_PLOTS.length]
      nth += 1
      if (!plot) continue
      const needBy = needByOf(r, project, plot, shop, i === 0 && project.number > SHOWN_FIRST)
      const back = addWorkdays(calendar, needBy < today ? needBy : today, -r.int(12, 45))
      const raisedOn = latest(fromDb(project.enteredOn), back)
      const quantity = r.int(sort.from, sort.to)
      const told = { id: newId(), sort, plot, quantity, raisedOn, needBy }
      await writeNeed(tx, shop, project, told, handsOf(project, orgIds.get(sort.lead) ?? null))
    }
  }
  await refreshProjects(
    tx,
    projects.map(({ id }) => id),
    today,
    'FACT',
    null,
  )
}
