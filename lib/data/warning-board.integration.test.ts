import { expect, test } from 'vitest'
import { type Actor, ROLES, SEES_BOARD } from '@/lib/domain/access'
import { addDays } from '@/lib/domain/plain-date'
import { projectFilter } from '@/lib/schemas/project'
import { warningQuery } from '@/lib/schemas/warning'
import { toDb } from './date'
import { db } from './db'
import { makeDistrict, START } from './district.fixture'
import { listProjects } from './project-list'
import { loadWarningBoard } from './warning-board'

const today = addDays(START, 21)
const turn = (districtId: string, projectId: string, day: number, from: 'GREEN' | 'GREY', to: 'GREEN' | 'YELLOW') =>
  db.levelChange.create({
    data: {
      districtId,
      projectId,
      on: toDb(addDays(START, day)),
      at: new Date(`${addDays(START, day)}T01:00:00Z`),
      from,
      to,
      reasons: [],
      inputs: {},
      rulesVersion: 1,
      cause: 'DAY',
    },
  })

test('the board counts what the ledger counts, for everybody who sees projects', async () => {
  const { office } = await makeDistrict()
  for (const role of ROLES.filter((r) => SEES_BOARD.has(r))) {
    const actor = { ...office, role } as Actor
    const [board, ledger] = await Promise.all([
      loadWarningBoard(actor, warningQuery.parse({}), today),
      listProjects(actor, projectFilter.parse({}), today),
    ])
    expect(board.total.counts, role).toEqual(ledger.levels)
  }
})

test('two days are compared by the colours they ended with, and a number opens its rows', async () => {
  const d = await makeDistrict()
  await loadWarningBoard(d.office, warningQuery.parse({}), today)
  await turn(d.districtId, d.projectId, 1, 'GREY', 'GREEN')
  await turn(d.districtId, d.projectId, 10, 'GREEN', 'YELLOW')
  const [from, to] = [addDays(START, 5), addDays(START, 12)]
  const query = warningQuery.parse({ from, to, turned: '1' })
  const board = await loadWarningBoard(d.office, query, today)
  expect([board.from, board.to]).toEqual([from, to])
  expect(board.matrix.GREEN.YELLOW).toBe(1)
  expect(board.total.turned.YELLOW).toBe(1)
  expect(board.list).toMatchObject({ count: 1, rows: [{ id: d.projectId, was: 'GREEN', now: 'YELLOW' }] })
})

test('another district has a board of its own', async () => {
  const [home, away] = [await makeDistrict(), await makeDistrict()]
  const board = await loadWarningBoard(home.office, warningQuery.parse({ now: 'GREY' }), today)
  expect(board.list?.rows.some((row) => row.id === away.projectId)).not.toBe(true)
  expect(board.total.total).toBe(1)
})
