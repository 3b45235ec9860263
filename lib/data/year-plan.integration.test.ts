import { expect, test } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import { toDb } from './date'
import { db } from './db'
import { makeDistrict } from './district.fixture'

test('the completed money of a year follows its weekly entries, whoever writes them', async () => {
  const { projectId } = await makeDistrict()
  const enter = (week: string, amountFen: bigint) =>
    db.investmentEntry.create({ data: { projectId, weekOf: toDb(on(week)), amountFen } })
  const entered = async () => {
    const plans = await db.yearPlan.findMany({ where: { projectId }, orderBy: { year: 'asc' } })
    return plans.map((plan) => [plan.year, plan.enteredFen])
  }
  await enter('2025-12-29', 700n)
  const first = await enter('2026-01-05', 30n)
  // A plan made later finds what was entered before it.
  await db.yearPlan.create({ data: { projectId, year: 2026, plannedFen: 1_000n } })
  expect(await entered()).toEqual([[2026, 30n]])

  await enter('2026-01-12', 5n)
  await db.investmentEntry.update({ where: { id: first.id }, data: { amountFen: { increment: 10n } } })
  expect(await entered()).toEqual([[2026, 45n]])

  await db.yearPlan.create({ data: { projectId, year: 2025, plannedFen: 1_000n } })
  await db.investmentEntry.update({ where: { id: first.id }, data: { weekOf: toDb(on('2025-12-22')) } })
  expect(await entered()).toEqual([
    [2025, 740n],
    [2026, 5n],
  ])
  await db.investmentEntry.deleteMany({ where: { projectId, weekOf: { gte: toDb(on('2026-01-01')) } } })
  expect(await entered()).toEqual([
    [2025, 740n],
    [2026, 0n],
  ])
})
