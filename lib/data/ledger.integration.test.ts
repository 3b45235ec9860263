import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { PROJECT_GROUPS, PROJECT_SORTS, type ProjectFilter, projectFilter } from '@/lib/schemas/project'
import { groupKeyOf } from '@/lib/schemas/project-row'
import { toDb } from './date'
import { db } from './db'
import { makeDistrict, START, type TestDistrict } from './district.fixture'
import { refreshProjects } from './levels'
import { projectBoard } from './project-board'
import { loadExtras } from './project-extras'
import { countGroups, groupTotals } from './project-groups'
import { listProjects } from './project-list'
import { milestonesOf } from './project-milestones'
import { selectionWhere } from './project-selection'

const MANY = 27
let d: TestDistrict
let ids: string[]

const filtered = (change: Partial<ProjectFilter> = {}): ProjectFilter => ({ ...projectFilter.parse({}), ...change })

beforeAll(async () => {
  d = await makeDistrict()
  const [east, west] = await Promise.all(
    ['东专班', '西专班'].map((name) =>
      db.org.create({ data: { districtId: d.districtId, kind: 'TASKFORCE', name, shortName: name } }),
    ),
  )
  for (let n = 2; n <= MANY; n++)
    await db.project.create({
      data: {
        districtId: d.districtId,
        number: n,
        name: `第${n}号`,
        searchText: `第${n}号`,
        stage: n % 3 === 0 ? 'CONSTRUCTION' : 'PLANNING',
        totalFen: BigInt(n * 7919) % 100_000n,
        taskforceId: n % 5 === 0 ? null : n % 2 === 0 ? east?.id : west?.id,
        enteredOn: toDb(START),
        stewards: {
          create: { personId: (n % 4 === 0 ? d.successor : d.steward).personId, fromOn: toDb(START) },
        },
        ...(n % 6 !== 0 && {
          yearPlans: { create: { year: 2026, plannedFen: BigInt((n * 31) % 50), openingFen: BigInt(n % 7) } },
        }),
        ...(n % 4 !== 0 && {
          milestones: { create: { kind: 'START', plannedOn: new Date(Date.UTC(2027, n % 12, 1 + (n % 27))) } },
        }),
      },
    })
  ids = (await db.project.findMany({ where: { districtId: d.districtId }, orderBy: { number: 'asc' } })).map(
    (p) => p.id,
  )
  await db.$transaction((tx) => refreshProjects(tx, ids, START, 'FACT', null))
})

async function allRows(actor: Actor, change: Partial<ProjectFilter>) {
  const rows = []
  for (let page = 1; page <= 2; page++)
    rows.push(...(await listProjects(actor, filtered({ ...change, page }), START)).rows)
  return rows
}

describe('the ledger', () => {
  test.each(PROJECT_SORTS)('sorted by %s, up or down, its pages hold every project once', async (sort) => {
    for (const dir of ['asc', 'desc'] as const) {
      const rows = await allRows(d.office, { sort, dir })
      expect(new Set(rows.map((row) => row.id)).size, dir).toBe(MANY)
    }
  })

  test('sorted by a year’s money, the largest come first and those without come last', async () => {
    const planned = (await allRows(d.office, { sort: 'planned' })).map((row) => row.plannedFen)
    const known = planned.filter((fen) => fen !== null)
    expect(planned.slice(known.length).every((fen) => fen === null)).toBe(true)
    expect(known).toEqual(known.toSorted((a, b) => Number(b - a)))
    expect(known.length).toBeLessThan(MANY)
  })

  test.each(PROJECT_GROUPS)(
    'grouped by %s, groups stay together and their subtotals add up to the whole',
    async (group) => {
      const all = await listProjects(d.office, filtered(), START)
      const rows = await allRows(d.office, { group })
      const runs = rows.map((row) => groupKeyOf(row, group)).filter((key, i, keys) => key !== keys[i - 1])
      expect(new Set(runs).size).toBe(runs.length)
      const counted = await countGroups(d.office, filtered({ group }), group, START)
      expect(counted.reduce((sum, g) => sum + g.total, 0)).toBe(all.total)
      const totals = await groupTotals(d.office, filtered({ group }), group, rows, START)
      expect([...totals.keys()].toSorted()).toEqual(counted.map((g) => g.key).toSorted())
      const sum = (of: 'totalFen' | 'plannedFen' | 'doneFen') =>
        [...totals.values()].reduce((acc, g) => acc + g.sums[of], 0n)
      expect({ totalFen: sum('totalFen'), plannedFen: sum('plannedFen'), doneFen: sum('doneFen') }).toEqual(all.sums)
      for (const [key, line] of totals) {
        const opened = await listProjects(d.office, filtered({ [group]: key, size: 100 }), START)
        expect([line.total, opened.rows.length], key).toEqual([opened.total, opened.total])
      }
    },
  )

  test('a steward’s groups, board and selection hold his projects and no other', async () => {
    const his = await listProjects(d.successor, filtered(), START)
    expect(his.total).toBe(6)
    const own = new Set(his.rows.map((row) => row.id))
    const counted = await countGroups(d.successor, filtered(), 'taskforce', START)
    expect(counted.reduce((sum, g) => sum + g.total, 0)).toBe(6)
    const board = await projectBoard(d.successor, filtered(), START)
    expect(board.flatMap((c) => c.rows).every((row) => own.has(row.id))).toBe(true)
    expect(board.reduce((sum, c) => sum + c.total, 0)).toBe(6)
    const reached = async (change: Partial<ProjectFilter>) =>
      (await db.project.findMany({ where: await selectionWhere(d.successor, filtered(change), START) })).map(
        (p) => p.id,
      )
    expect(new Set(await reached({ id: ids }))).toEqual(own)
    expect(new Set(await reached({ pick: 'all' }))).toEqual(own)
    expect(await reached({})).toEqual([])
  })

  test('a page that is ticked is the page that was shown', async () => {
    for (const sort of ['level', 'planned'] as const) {
      const filter = filtered({ sort, page: 2, pick: 'page' })
      const shown = (await listProjects(d.office, filter, START)).rows.map((row) => row.id)
      const ticked = await db.project.findMany({ where: await selectionWhere(d.office, filter, START) })
      expect(new Set(ticked.map((p) => p.id))).toEqual(new Set(shown))
    }
  })

  test('the board is bounded, and says how many it does not show', async () => {
    const board = await projectBoard(d.office, filtered(), START)
    const planning = board.find((c) => c.stage === 'PLANNING')
    expect(planning?.rows).toHaveLength(12)
    expect(planning?.total).toBe(17)
    expect(board.reduce((sum, c) => sum + c.total, 0)).toBe(MANY)
  })

  test('extra columns are read only when one of them is shown', async () => {
    expect((await loadExtras(d.office, [d.projectId], ['level', 'total'], START)).size).toBe(0)
    const extras = await loadExtras(d.office, [d.projectId], ['procedures'], START)
    expect(extras.get(d.projectId)?.procedures).toEqual({ finished: 0, total: 3 })
  })

  test('milestones come in their order, for every project asked for', async () => {
    const lines = await milestonesOf(ids)
    expect(lines.size).toBe(MANY)
    expect(lines.get(ids[1] ?? '')?.[0]).toMatchObject({ kind: 'START', actualOn: null })
  })
})
