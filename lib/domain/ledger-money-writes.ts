import { fenText, type RowPen } from './ledger-pen'
import { mondayOf, type PlainDate, yearOf } from './plain-date'

/** Plan of the year, and what was completed before weekly entries began: the year's sum is what the ledger states. */
function yearPlan(pen: RowPen, weekOf: PlainDate, weekFen: bigint) {
  const { row, project } = pen
  const year = row.planYear
  const plan = project?.yearPlans.find((p) => p.year === year)
  if (!plan && row.planFen === null && !row.doneFen) return
  const others = (project?.entries ?? []).filter((e) => e.weekOf !== weekOf && yearOf(e.weekOf) === year)
  const entered = others.reduce((sum, e) => sum + e.amountFen, yearOf(weekOf) === year ? weekFen : 0n)
  const short = row.doneFen !== null && row.doneFen < entered
  if (short) pen.warn('DONE_BELOW_WEEKS')
  const openingFen = row.doneFen === null || short ? (plan?.openingFen ?? 0n) : row.doneFen - entered
  const plannedFen = row.planFen ?? plan?.plannedFen ?? 0n
  if (!plan)
    pen.create('yearPlan', {
      projectId: pen.projectId,
      year,
      plannedFen: fenText(plannedFen),
      openingFen: fenText(openingFen),
      version: 1,
    })
  else if (plan.plannedFen !== plannedFen || plan.openingFen !== openingFen)
    pen.update(
      'yearPlan',
      plan,
      { plannedFen: fenText(plan.plannedFen), openingFen: fenText(plan.openingFen) },
      { plannedFen: fenText(plannedFen), openingFen: fenText(openingFen) },
    )
  if (project && plan?.plannedFen !== plannedFen)
    pen.changed('plan', fenText(plan?.plannedFen ?? null), fenText(plannedFen))
  if (project && plan && plan.openingFen !== openingFen)
    pen.changed('opening', fenText(plan.openingFen), fenText(openingFen))
}

/** Money of the week and of the year 周完成与年度计划. */
export function writeMoney(pen: RowPen) {
  const { row, project } = pen
  const weekOf = mondayOf(row.asOf)
  const entry = project?.entries.find((e) => e.weekOf === weekOf)
  const weekFen = row.weekFen
  if (weekFen !== null && entry && entry.amountFen !== weekFen) {
    pen.update('investmentEntry', entry, { amountFen: fenText(entry.amountFen) }, { amountFen: fenText(weekFen) })
    pen.changed('week', fenText(entry.amountFen), fenText(weekFen))
  } else if (weekFen !== null && weekFen > 0n && !entry) {
    pen.create('investmentEntry', {
      projectId: pen.projectId,
      weekOf,
      amountFen: fenText(weekFen),
      actorId: pen.c.actorId,
      version: 1,
    })
    if (project) pen.changed('week', null, fenText(weekFen))
  }
  yearPlan(pen, weekOf, weekFen ?? entry?.amountFen ?? 0n)
}
