import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { addDays, on, type PlainDate } from '@/lib/domain/plain-date'
import type { ProcedureMoveInput } from '@/lib/schemas/procedure'
import { type ProcedureFilter, procedureFilter, QUEUE_GROUPS } from '@/lib/schemas/procedure-queue'
import { loadAgencyDay, loadMonthPromise } from './agency-day'
import { loadHeadDay } from './agency-head-day'
import { fromDb, toDb } from './date'
import { db } from './db'
import { addProject, makeDistrict, START, type TestDistrict } from './district.fixture'
import { walkedFindings } from './invariant-walk'
import { countGroups, listProcedures, procedureChoices } from './procedure-list'
import { moveProcedure } from './procedure-moves'

let d: TestDistrict
beforeEach(async () => {
  d = await makeDistrict()
})

const filter = (change: Partial<ProcedureFilter> = {}): ProcedureFilter => ({ ...procedureFilter.parse({}), ...change })
const list = (actor: Actor, change: Partial<ProcedureFilter> = {}, today: PlainDate = START) =>
  listProcedures(actor, filter(change), today)

async function move(kind: ProcedureMoveInput['kind'], day: PlainDate, id = d.first.id, reason = '缺图') {
  const { version } = await db.procedure.findUniqueOrThrow({ where: { id } })
  const done = await moveProcedure(d.agency, { procedureId: id, version, kind, on: day, reason }, { today: day })
  expect(done).toMatchObject({ ok: true })
}

/** Three projects whose first item was accepted one day after the other; the third is with the applicant. */
async function threeRunning() {
  const others = [await addProject(d, '二号'), await addProject(d, '三号')]
  const ids = [d.first.id, ...others.map((p) => p.first.id)]
  for (const [i, id] of ids.toReversed().entries()) await move('ACCEPT', addDays(START, i), id)
  await move('NOTICE', addDays(START, 3), ids[2])
  return ids
}

test('fewest working days left first, and what is over before all', async () => {
  const [first, second, third] = await threeRunning()
  const today = on('2026-11-13')
  const page = await list(d.agency, {}, today)
  expect(page.rows.map((r) => [r.id, r.remaining])).toEqual([
    [second, -1],
    [first, 0],
    [third, 4],
  ])
  expect(page).toMatchObject({ total: 3, late: 1, dueToday: 1 })
  expect((await list(d.agency, { due: 'late' }, today)).rows.map((r) => r.id)).toEqual([second])
  expect((await list(d.agency, { due: 'today' }, today)).rows.map((r) => r.id)).toEqual([first])
})

test('every number is that of its rows, whatever is asked for', async () => {
  await threeRunning()
  const today = on('2026-11-13')
  const counts = await countGroups(d.office, filter(), today)
  for (const group of QUEUE_GROUPS)
    for (const change of [{}, { level: 'YELLOW' }, { code: 'GH01' }, { q: '二号' }, { handler: 'none' }] as const) {
      const page = await list(d.office, { group, ...change }, today)
      expect(page.total).toBe(page.rows.length)
      expect(Object.values(page.levels).reduce((a, b) => a + b)).toBe(page.total)
      if (Object.keys(change).length === 0 && counts[group] !== undefined) expect(counts[group]).toBe(page.total)
    }
  const pages = [1, 2, 3].map((page) => list(d.office, { page, size: 20 }, today))
  expect((await Promise.all(pages)).map((p) => p.rows.length)).toEqual([3, 0, 0])
})

test('an agency sees its own, a contact those of his enterprise, a bank none', async () => {
  await threeRunning()
  const stranger = await makeDistrict()
  expect((await list(stranger.office)).total).toBe(0)
  const other = await db.org.create({
    data: { districtId: d.districtId, kind: 'AGENCY', name: '水利局', shortName: '水利局' },
  })
  const elsewhere = { ...d.agency, orgId: other.id } as Actor
  for (const group of QUEUE_GROUPS) expect((await list(elsewhere, { group })).total).toBe(0)
  expect((await list({ ...d.office, role: 'BANK' } as Actor)).total).toBe(0)
  expect((await list({ ...d.office, role: 'CONTACT', enterpriseId: null } as Actor)).total).toBe(0)
  // A filter never widens what is seen.
  expect((await list(elsewhere, { agency: d.first.agencyId ?? undefined })).total).toBe(0)
  expect((await procedureChoices(elsewhere, filter({ agency: d.first.agencyId ?? undefined }))).handlers).toEqual([])
})

test('a suspended project leaves every queue', async () => {
  await threeRunning()
  await db.project.update({ where: { id: d.projectId }, data: { status: 'SUSPENDED' } })
  expect((await list(d.office)).total).toBe(2)
})

test('the first page of a handler counts what its lists hold', async () => {
  await threeRunning()
  const today = on('2026-11-13')
  const day = await loadAgencyDay(d.agency, 'home', today)
  expect(day).toMatchObject({ open: 3, running: 2, pausedCount: 1, late: 1, unaccepted: 0, dueToday: 1 })
  expect(day.open).toBe((await list(d.agency, { mine: '1' }, today)).total)
  expect(day.pausedCount).toBe((await list(d.agency, { mine: '1', group: 'paused' }, today)).total)
  expect(day.late).toBe((await list(d.agency, { mine: '1', group: 'accepted', due: 'late' }, today)).total)
  expect(day.rows.map((r) => r.remaining)).toEqual([-1, 0])
})

test('the head sees his unit late in the minute the leaders do, and who holds how much', async () => {
  await threeRunning()
  const today = on('2026-11-13')
  const head = await loadHeadDay(d.head, today)
  const leader = await list({ ...d.office, role: 'LEADER' } as Actor, { level: 'YELLOW', owner: 'AGENCY' }, today)
  expect(head.late.map((r) => r.id)).toEqual(leader.rows.map((r) => r.id))
  expect(head).toMatchObject({ red: 0, yellow: 1, lateCount: 1, overdue: 1, open: 3 })
  expect(head.loads).toEqual([{ id: null, name: null, open: 3, late: 1, dueToday: 1, paused: 1 }])
})

test('what was deemed accepted is over its time once: in heading, list, table and queue', async () => {
  await move('RECEIVE', START)
  const today = addDays(START, 8)
  const head = await loadHeadDay(d.head, today)
  expect(head).toMatchObject({ red: 0, yellow: 0, lateCount: 1, overdue: 1, late: [{ id: d.first.id }] })
  expect(head.loads).toMatchObject([{ late: 1 }])
  expect((await list(d.head, { due: 'late' }, today)).total).toBe(1)
})

test('a reminder marks a row where its days put it, and a clock that stands stays where it is counted', async () => {
  const [first, second, third] = await threeRunning()
  const today = on('2026-11-13')
  for (const id of [first, third]) {
    const { projectId } = await db.procedure.findUniqueOrThrow({ where: { id } })
    await db.reminder.create({
      data: {
        districtId: d.districtId,
        kind: 'REMINDER',
        projectId,
        procedureId: id,
        fromId: d.office.personId,
        toId: d.agency.personId,
        text: '请尽快',
        on: toDb(today),
      },
    })
  }
  const day = await loadAgencyDay(d.agency, 'home', today)
  expect(day.told.map((line) => line.procedureId).toSorted()).toEqual([first, third].toSorted())
  expect(day.rows.map((r) => r.id)).toEqual([second, first])
  expect(day.paused.map((r) => r.id)).toEqual([third])
})

test('the month counts what was finished in it and what should have been, each once', async () => {
  const [first, second] = await threeRunning()
  await move('FINISH', on('2026-11-12'), second)
  const today = on('2026-11-16')
  expect(await loadMonthPromise(d.agency, today)).toEqual({ kept: 1, owed: 2 })
  expect((await list(d.agency, { group: 'month' }, today)).rows.map((r) => r.id)).toEqual([first, second])
  expect((await list(d.agency, { group: 'month', kept: 'yes' }, today)).rows.map((r) => r.id)).toEqual([second])
  expect((await list(d.agency, { group: 'month', kept: 'no' }, today)).rows.map((r) => r.id)).toEqual([first])
  await move('FINISH', today, first)
  expect(await loadMonthPromise(d.agency, today)).toEqual({ kept: 1, owed: 2 })
})

test('the day a limit ends is cached with the colour, and the doctor finds it right', async () => {
  await threeRunning()
  const rows = await db.procedure.findMany({ where: { districtId: d.districtId, dueOn: { not: null } } })
  expect(rows.map((r) => r.dueOn && fromDb(r.dueOn)).toSorted()).toEqual(['2026-11-12', '2026-11-13', '2026-11-19'])
  const findings = []
  for await (const finding of walkedFindings(d.districtId, on('2026-11-13'))) findings.push(finding)
  expect(findings).toEqual([])
  await db.procedure.update({ where: { id: d.first.id }, data: { dueOn: null } })
  const broken = []
  for await (const finding of walkedFindings(d.districtId, on('2026-11-13'))) broken.push(finding)
  expect(broken).toHaveLength(1)
})

test('a month is read page by page as it would be at once: what is overdue first, then the latest finished', async () => {
  const others = [
    await addProject(d, '二号'),
    await addProject(d, '三号'),
    await addProject(d, '四号'),
    await addProject(d, '五号'),
  ]
  const ids = [d.first.id, ...others.map((p) => p.first.id)]
  for (const id of ids) await move('ACCEPT', START, id)
  for (const [i, id] of ids.slice(0, 3).entries()) await move('FINISH', addDays(START, i + 1), id)
  const today = on('2026-11-20')
  const whole = await list(d.agency, { group: 'month' }, today)
  expect(whole.rows.map((r) => r.finishedOn)).toEqual([
    null,
    null,
    addDays(START, 3),
    addDays(START, 2),
    addDays(START, 1),
  ])
  const paged: string[] = []
  for (let page = 1; page <= 4; page++) {
    const { rows, total } = await list(d.agency, { group: 'month', page, size: Number('2') as 20 }, today)
    expect(total).toBe(5)
    paged.push(...rows.map((r) => r.id))
  }
  expect(paged).toEqual(whole.rows.map((r) => r.id))
})
