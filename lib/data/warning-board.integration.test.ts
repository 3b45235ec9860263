import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, ROLES } from '@/lib/domain/access'
import { ledgerLevelOn } from '@/lib/domain/level-history'
import { LEVELS, type Level } from '@/lib/domain/level-scale'
import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import { STATUSES, type Status } from '@/lib/domain/project'
import { SEES_BOARD } from '@/lib/domain/sight'
import { boardOf, matrixOf, NOW, nowCount, turnedFirst, WAS, wasCount } from '@/lib/domain/warning-board'
import { projectFilter } from '@/lib/schemas/project'
import { BOARD_GROUPINGS, NO_GROUP, warningQuery } from '@/lib/schemas/warning'
import { fromDb, toDb } from './date'
import { db } from './db'
import { addProject, makeDistrict, START, type TestDistrict } from './district.fixture'
import { listProjects } from './project-list'
import { visibleProjects } from './visible'
import { BOARD_WEEKS, loadWarningBoard } from './warning-board'

const today = addDays(START, 70)
const day = (n: number): PlainDate => addDays(START, n)
const noon = (n: number) => new Date(`${day(n)}T04:00:00Z`)

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

test('another district has a board of its own', async () => {
  const [home, away] = [await makeDistrict(), await makeDistrict()]
  const board = await loadWarningBoard(home.office, warningQuery.parse({ now: 'GREY' }), today)
  expect(board.list?.rows.some((row) => row.id === away.projectId)).not.toBe(true)
  expect(board.total.total).toBe(1)
})

test('without days, today is compared with the same weekday a week before', async () => {
  const { office } = await makeDistrict()
  const board = await loadWarningBoard(office, warningQuery.parse({}), today)
  expect([board.from, board.to]).toEqual([addDays(today, -7), today])
})

describe('the database counts what the rules say of each project', () => {
  let d: TestDistrict
  let actors: Actor[]

  /** Colours and comings and goings of some projects, drawn from their number; each change follows the one before. */
  beforeAll(async () => {
    d = await makeDistrict()
    const org = (kind: 'TASKFORCE' | 'STREET', name: string) =>
      db.org.create({ data: { districtId: d.districtId, kind, name, shortName: name } })
    const [team, other, street] = [
      await org('TASKFORCE', '商贸专班'),
      await org('TASKFORCE', '健康专班'),
      await org('STREET', '五里堡'),
    ]
    const as = (role: Actor['role'], orgId: string | null) => ({ ...d.office, role, orgId }) as Actor
    actors = [
      d.office,
      d.steward,
      d.successor,
      d.head,
      as('HEAD', null),
      as('TASKFORCE', team.id),
      as('STREET', street.id),
      as('TASKFORCE', null),
    ]
    for (let n = 1; n < 30; n++) await addProject(d, `项目${n}`)
    const projects = await db.project.findMany({ where: { districtId: d.districtId }, orderBy: { number: 'asc' } })
    // The colours are drawn below, and stay until the last day.
    await db.procedure.updateMany({ where: { districtId: d.districtId }, data: { nextLevelOn: null } })
    await db.$executeRaw`ALTER TABLE "LevelChange" DISABLE TRIGGER USER`
    await db.levelChange.deleteMany({ where: { districtId: d.districtId } })
    await db.$executeRaw`ALTER TABLE "LevelChange" ENABLE TRIGGER USER`
    for (const [n, { id }] of projects.entries()) {
      const entered = n % 5 === 0 ? 56 + (n % 16) : 0
      let level: Level | null = null
      for (let on = entered; on <= 70; on += 3 + ((n * 7) % 11)) {
        const to: Level = LEVELS[(n * 3 + on) % 5] ?? 'GREY'
        const at = noon(on)
        const change = { districtId: d.districtId, projectId: id, on: toDb(day(on)), at, from: level, to }
        if (to !== level)
          await db.levelChange.create({ data: { ...change, reasons: [], inputs: {}, rulesVersion: 0, cause: 'DAY' } })
        level = to
      }
      let status: Status = 'ACTIVE'
      for (const on of n % 4 === 1 ? [30 + n, 62, 66].slice(0, (n % 3) + 1) : []) {
        const next = STATUSES[(STATUSES.indexOf(status) + (n % 2 ? 2 : 1)) % 4] as Status
        const step = { fromStage: 'PERMITTING', toStage: 'PERMITTING', fromStatus: status, toStatus: next } as const
        await db.stageChange.create({ data: { projectId: id, ...step, on: toDb(day(on)), at: noon(on) } })
        status = next
      }
      await db.project.update({
        where: { id },
        data: {
          level: level ?? 'GREY',
          levelOwner: [null, 'AGENCY', '住建局'][n % 3],
          nextLevelOn: null,
          evaluatedOn: toDb(today),
          status,
          enteredOn: toDb(day(entered)),
          taskforceId: [team.id, other.id, null][n % 3],
          streetId: n % 2 ? street.id : null,
          leaderId: n % 4 ? d.office.personId : null,
        },
      })
      if (n % 3 === 1)
        await db.stewardAssignment.updateMany({ where: { projectId: id }, data: { personId: d.successor.personId } })
      if (n % 6 === 5) await db.procedure.updateMany({ where: { projectId: id }, data: { agencyId: null } })
    }
  })

  /** The same by looking at every project the actor sees. */
  async function naive(actor: Actor, by: (typeof BOARD_GROUPINGS)[number], days: readonly PlainDate[]) {
    const rows = await db.project.findMany({
      where: visibleProjects(actor),
      include: { levelChanges: { where: { procedureId: null } }, stageChanges: true },
      orderBy: [{ level: 'desc' }, { number: 'asc' }],
    })
    const inTime = <T extends { at: Date }>(list: readonly T[]) => list.toSorted((a, b) => Number(a.at) - Number(b.at))
    const key = { taskforce: 'taskforceId', street: 'streetId', owner: 'levelOwner', leader: 'leaderId' } as const
    return rows.map((row) => {
      const history = {
        enteredOn: fromDb(row.enteredOn),
        level: row.level,
        status: row.status,
        turns: inTime(row.levelChanges).map((c) => ({ on: fromDb(c.on), from: c.from, to: c.to })),
        moves: inTime(row.stageChanges).map((m) => ({
          on: fromDb(m.on),
          from: m.fromStatus as Status,
          to: m.toStatus,
        })),
      }
      return { id: row.id, group: row[key[by]], levels: days.map((each) => ledgerLevelOn(history, each)) }
    })
  }

  test.each([
    ['a week', undefined, undefined],
    ['two days that are over', day(58), day(65)],
    ['a long time', day(3), day(70)],
  ] as const)('%s, by everything, for every role', async (_, from, to) => {
    for (const actor of actors)
      for (const by of BOARD_GROUPINGS) {
        const board = await loadWarningBoard(actor, warningQuery.parse({ by, from, to, turned: '1' }), today)
        const weekEnds = Array.from({ length: BOARD_WEEKS }, (_each, i) => addDays(board.to, 7 * (i + 1 - BOARD_WEEKS)))
        const all = await naive(actor, by, [board.from, board.to, ...weekEnds])
        const seen = all.flatMap(({ id, group, levels: [was = null, now = null] }) =>
          was || now ? [{ id, group, was, now, n: 1 }] : [],
        )
        const groups = new Set(seen.map((p) => p.group))
        const past = all.flatMap(({ group, levels }) =>
          levels.slice(2).map((level, week) => ({
            group,
            week,
            red: Number(level === 'RED'),
            yellow: Number(level === 'YELLOW'),
          })),
        )
        const expected = boardOf(seen, past, new Map(), BOARD_WEEKS)
        const said = `${actor.role} by ${by}`
        expect(board.matrix, said).toEqual(matrixOf(seen))
        expect(new Map(board.groups.map(({ key, name, ...group }) => [group.group, group])), said).toEqual(
          new Map(expected.groups.map((group) => [group.group, group])),
        )
        expect(board.total, said).toEqual(expected.total)
        expect(board.groupCounts[by], said).toBe(groups.size)
        const turned = turnedFirst(seen).map((p) => p.id)
        expect(
          board.turned.map((row) => row.id),
          said,
        ).toEqual(turned.slice(0, 8))
        expect(board.list?.count, said).toBe(turned.length)
      }
  })

  test('every number opens as many rows, and those it says', async () => {
    for (const actor of actors.slice(0, 3)) {
      const { matrix } = await loadWarningBoard(actor, warningQuery.parse({}), today)
      const all = await naive(actor, 'taskforce', [addDays(today, -7), today])
      const open = (part: object) => loadWarningBoard(actor, warningQuery.parse(part), today)
      for (const was of WAS)
        for (const now of NOW) {
          if (was === 'NEW' && now === 'LEFT') continue
          const { list } = await open({ was, now })
          const ids = all.filter(({ levels }) => (levels[0] ?? 'NEW') === was && (levels[1] ?? 'LEFT') === now)
          expect([list?.count, matrix[was][now]], `${was} ${now}`).toEqual([ids.length, ids.length])
          expect(list?.rows.map((row) => row.id)).toEqual(ids.slice(0, 20).map((p) => p.id))
        }
      for (const now of NOW) expect((await open({ now })).list?.count, now).toBe(nowCount(matrix, now))
      for (const was of WAS) expect((await open({ was })).list?.count, was).toBe(wasCount(matrix, was))
      const board = await open({ group: NO_GROUP })
      expect(board.list?.count).toBe(board.groups.find((g) => g.key === NO_GROUP)?.total ?? 0)
    }
  })
})
