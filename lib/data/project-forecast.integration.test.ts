import { beforeEach, expect, test } from 'vitest'
import { addDays, on } from '@/lib/domain/plain-date'
import { wholeOf } from '@/lib/domain/time-spent'
import { addWorkdays, workdaysBetween } from '@/lib/domain/work-calendar'
import { forecastQuery } from '@/lib/schemas/forecast'
import type { ProcedureMoveInput } from '@/lib/schemas/procedure'
import { timeQuery } from '@/lib/schemas/time-table'
import { overrideCalendar } from './calendar-changes'
import { db } from './db'
import { addProject, addUser, makeDistrict, START, type TestDistrict } from './district.fixture'
import { loadLevelContext } from './level-context'
import { findOwnForecast } from './own-forecast'
import { findProcedure } from './procedure-detail'
import { moveProcedure } from './procedure-moves'
import { findProject } from './project-detail'
import { findProjectForecast } from './project-forecast'
import { loadProjectTime } from './project-time'
import { wrongAccounts } from './stale-time'
import { countTimeSpent } from './time-spent'
import { loadTimeTable } from './time-table'

let d: TestDistrict
beforeEach(async () => {
  d = await makeDistrict()
})

async function move(
  kind: ProcedureMoveInput['kind'],
  day: string,
  id = d.first.id,
  more: Partial<ProcedureMoveInput> = {},
) {
  const { version } = await db.procedure.findUniqueOrThrow({ where: { id } })
  const result = await moveProcedure(
    d.office,
    { procedureId: id, version, kind, on: on(day), ...more },
    { today: on(day) },
  )
  expect(result).toMatchObject({ ok: true })
}

const ask = (input: Record<string, unknown>) => forecastQuery.parse(input)
const calendarOf = async () => (await loadLevelContext(db, d.districtId, START)).calendar

test('a trial moves what follows, changes nothing, and is refused in words', async () => {
  const before = await db.procedure.findMany({ where: { projectId: d.projectId }, orderBy: { code: 'asc' } })
  const bare = await findProjectForecast(d.steward, d.projectId, ask({}), START)
  const tried = await findProjectForecast(d.steward, d.projectId, ask({ item: 'GH01', days: '5' }), START)
  const calendar = await calendarOf()
  const [from, to] = [bare?.production.on?.on, tried?.production.tried?.to]
  expect(from && to && workdaysBetween(calendar, from, to)).toBe(5)
  expect(tried?.trial).toMatchObject({ asked: true, refusal: null, moved: 3 })
  expect(tried?.production.tried).toMatchObject({ provisional: false })
  // Into a year whose holidays are not published the day is 暂定.
  const far = await findProjectForecast(d.steward, d.projectId, ask({ item: 'GH01', days: '60' }), START)
  expect(far?.production.tried).toMatchObject({ provisional: true })
  expect(far?.line[0]?.tried?.finish).toMatchObject({ provisional: true })
  expect(
    [bare, far].map((page) => page?.line[1]?.tried?.start?.provisional ?? page?.line[1]?.start?.provisional),
  ).toEqual([false, true])
  expect(bare?.line.map(({ code }) => code)).toEqual(['GH01', 'SG01', 'TC05'])
  expect(bare?.lead?.reach).toMatchObject({ earlier: 1, most: 7 })
  // Days without an item are no trial, and said to be none; so is an item without days.
  for (const half of [{ days: '5' }, { item: 'GH01' }, { on: '2026-11-30', what: 'ACCEPTED' }])
    expect((await findProjectForecast(d.steward, d.projectId, ask(half), START))?.trial).toMatchObject({
      asked: false,
      missing: true,
    })
  expect([bare?.trial.missing, tried?.trial.missing]).toEqual([false, false])
  // What cannot be tried is refused in words; more than is left is not saved.
  for (const days of ['0', '1.5', '99999', '-501'])
    expect(
      (await findProjectForecast(d.steward, d.projectId, ask({ item: 'GH01', days }), START))?.trial,
    ).toMatchObject({
      missing: false,
      refusal: { code: 'WHAT_IF_DAYS' },
    })
  const all = await findProjectForecast(d.steward, d.projectId, ask({ item: 'GH01', days: '-500' }), START)
  expect(all?.trial).toMatchObject({ refusal: null, cut: 7 })
  expect(tried?.trial.cut).toBeNull()
  const unknown = await findProjectForecast(d.steward, d.projectId, ask({ item: 'XX99', days: '5' }), START)
  expect(unknown?.trial.refusal).toMatchObject({ code: 'ITEM_UNKNOWN' })
  expect(await db.procedure.findMany({ where: { projectId: d.projectId }, orderBy: { code: 'asc' } })).toEqual(before)
})

test('of two lines of one length the redder is named first, and a trial says what it hangs on only where that changes', async () => {
  const find = (query: Record<string, unknown>) => findProjectForecast(d.steward, d.projectId, ask(query), START)
  expect((await find({ item: 'SG01', days: '5' }))?.trial.drivers).toBeNull()
  const { promisedWd } = await db.procedure.findUniqueOrThrow({ where: { id: d.first.id } })
  const of = (code: string) => ({ projectId: d.projectId, code })
  await db.procedure.updateMany({
    where: of('SG01'),
    data: { promisedWd, predecessors: [], planFinishOn: new Date(addDays(START, -30)) },
  })
  await db.procedure.updateMany({ where: of('TC05'), data: { predecessors: ['GH01', 'SG01'] } })
  const bare = await find({})
  expect(bare?.lead).toMatchObject({ code: 'SG01', tied: [{ code: 'GH01' }] })
  expect((await findProject(d.steward, d.projectId, START))?.line?.items[0]).toMatchObject({
    nameZh: bare?.lead?.nameZh,
  })
  const then = async (query: Record<string, unknown>) => (await find(query))?.trial.drivers
  expect(await then({ item: 'TC05', days: '1' })).toBeNull()
  expect(await then({ item: 'GH01', days: '5' })).toMatchObject({ items: [{ code: 'GH01' }], left: true })
  expect(await then({ item: 'GH01', days: '-1' })).toMatchObject({ items: [{ code: 'SG01' }], left: true })
})

test('a day of acceptance is tried of what is not accepted yet, and of no day that has passed', async () => {
  const tried = async (item: string, day: string, today = START) =>
    (await findProjectForecast(d.steward, d.projectId, ask({ item, what: 'ACCEPTED', on: day }), today))?.trial
  expect(await tried('SG01', addDays(START, 21))).toMatchObject({ asked: true, refusal: null })
  expect((await tried('SG01', addDays(START, 20)))?.refusal).toMatchObject({
    code: 'WHAT_IF_DAY_OFF',
    next: addDays(START, 21),
  })
  expect((await tried('SG01', addDays(START, -1)))?.refusal).toMatchObject({ code: 'WHAT_IF_PAST' })
  await move('ACCEPT', addDays(START, 1))
  const later = addDays(START, 2)
  expect((await tried('GH01', addDays(START, 20), later))?.refusal).toMatchObject({ code: 'ITEM_ACCEPTED' })
})

test('a reader of the card, another steward and an unknown project are told nothing', async () => {
  expect(await findProjectForecast(d.agency, d.projectId, ask({}), START)).toBeNull()
  expect(await findProjectForecast(d.successor, d.projectId, ask({}), START)).toBeNull()
  expect(await findProjectForecast(d.head, d.projectId, ask({}), START)).not.toBeNull()
})

test('the parts of a procedure add up to the days that passed, and a finished one stops', async () => {
  await move('ACCEPT', addDays(START, 1))
  await move('NOTICE', addDays(START, 4), d.first.id, { reason: '缺图纸', materials: ['图纸'] })
  await move('SUPPLEMENTED', addDays(START, 11))
  const until = addDays(START, 16)
  await move('FINISH', until)
  const calendar = await calendarOf()
  const { time } = (await findProcedure(d.steward, d.first.id, addDays(START, 60))) ?? {}
  expect(time?.to).toBe(until)
  expect(time && wholeOf(time.account)).toBe(workdaysBetween(calendar, START, until))
  expect(time?.account.ENTERPRISE).toBeGreaterThan(0)
  const project = await loadProjectTime(d.steward, d.projectId, addDays(START, 60))
  expect(project?.n).toBe(3)
  expect(project && wholeOf(project.account)).toBeGreaterThan(time ? wholeOf(time.account) : 0)
})

test('what began before it came into the project is counted from where it began', async () => {
  await move('ACCEPT', addDays(START, -7), d.first.id, { despite: 'BEFORE_ENTRY' })
  const { time } = (await findProcedure(d.steward, d.first.id, START)) ?? {}
  expect(time).toMatchObject({ from: addDays(START, -7), to: START })
  expect(time && wholeOf(time.account)).toBe(workdaysBetween(await calendarOf(), addDays(START, -7), START))
})

test('what is usual is told from five cases on, counted once and again once it moves', async () => {
  const calendar = await calendarOf()
  const ids = [d.first.id]
  for (const n of [2, 3, 4, 5]) ids.push((await addProject(d, `项目${n}`)).first.id)
  const finish = async (id: string, days: number) => {
    await move('ACCEPT', START, id)
    await move('FINISH', addWorkdays(calendar, START, days), id)
  }
  for (const [i, id] of ids.slice(0, 4).entries()) await finish(id, i + 1)
  const today = addDays(START, 40)
  const few = await loadTimeTable(d.steward, timeQuery.parse({}), today)
  expect(few.agencies[0]?.pairs[0]).toMatchObject({ code: 'GH01', agency: '住建局', n: 4, usual: { enough: false } })
  await finish(ids[4] ?? '', 5)
  const table = await loadTimeTable(d.steward, timeQuery.parse({ item: 'GH01', agency: '住建局' }), today)
  expect(table.agencies[0]?.pairs[0]?.usual).toMatchObject({ enough: true, n: 5, p80: 4, median: { n: 3n, d: 1n } })
  expect(table.rows?.lines.map(({ days }) => days)).toEqual([5, 4, 3, 2, 1])
  expect(table.n).toBe(5)
  expect(await countTimeSpent(d.districtId, today, 100)).toEqual({ counted: 0, left: false })
  // A stranger's figures are his own: none.
  expect((await loadTimeTable(d.successor, timeQuery.parse({}), today)).n).toBe(0)
  // A day off that is declared afterwards is counted anew.
  const off = addWorkdays(calendar, START, 5)
  await overrideCalendar(d.office, { day: off, working: false, reason: '台风' }, { today })
  const again = await loadTimeTable(d.steward, timeQuery.parse({ item: 'GH01', agency: '住建局' }), today)
  expect(again.rows?.lines.map(({ days }) => days)).toEqual([4, 4, 3, 2, 1])
})

test('what is open is counted up to today, its parts add up, and the doctor finds an account that was touched', async () => {
  await move('ACCEPT', START)
  const today = addDays(START, 14)
  const asked = timeQuery.parse({ of: 'open', item: 'GH01', agency: '住建局' })
  const table = await loadTimeTable(d.steward, asked, today)
  expect(table).toMatchObject({ n: 3, tooMany: false, rows: { lines: [{ finishedOn: null }] } })
  const whole = workdaysBetween(await calendarOf(), START, today)
  expect(wholeOf(table.account)).toBe(3 * whole)
  expect(table.account.AGENCY).toBe(whole)
  expect((await loadTimeTable(d.successor, asked, today)).n).toBe(0)
  await move('FINISH', today)
  await countTimeSpent(d.districtId, today, 100)
  const wrong = async () => {
    const found: string[] = []
    for await (const finding of wrongAccounts(d.districtId, today)) found.push(finding.invariant)
    return found
  }
  expect(await wrong()).toEqual([])
  await db.timeSpent.update({ where: { procedureId: d.first.id }, data: { agencyWd: { increment: 1 } } })
  expect(await wrong()).toEqual(['TIME_SPENT'])
})

test('what clears a colour names who, opens only what the reader may do, and clears it once done', async () => {
  await move('ACCEPT', START)
  const late = addDays(START, 60)
  const seen = await findProcedure(d.steward, d.first.id, late)
  expect(seen?.level).not.toBe('GREEN')
  expect(seen?.clearing?.deeds?.lines).toMatchObject([
    { code: 'FINISH', name: '住建局', href: `/procedures/${d.first.id}/finish` },
  ])
  const others = await findProcedure(d.auditor, d.first.id, late)
  expect(others).toBeNull()
  const project = await findProject(d.head, d.projectId, late)
  const lines = [...(project?.clearing?.deeds?.lines ?? []), ...(project?.clearing?.relief?.lines ?? [])]
  expect(lines.length).toBeGreaterThan(0)
  // An agency's head records no weekly progress and moves no plan: he reads who does.
  for (const line of lines.filter(({ code }) => code === 'VERIFY' || code === 'REPLAN' || code === 'SET_PLAN')) {
    expect(line.href).toBeNull()
    expect(line.owner.kind).toBe('STEWARD')
  }
  await move('FINISH', late)
  expect((await findProcedure(d.steward, d.first.id, late))?.clearing?.deeds?.lines ?? []).toEqual([])
})

test('an agency’s handler reads what hangs on his own permits, and nothing of the plans', async () => {
  const own = await findOwnForecast(d.agency, d.projectId, ask({}), START)
  expect(own).toMatchObject({ to: 'PRODUCTION', finished: 0, trial: { asked: false } })
  expect(own?.lines.map(({ code, holds }) => `${code} ${holds}`)).toEqual(['GH01 true', 'SG01 true', 'TC05 true'])
  expect(own?.lines[0]?.reach).toMatchObject({ earlier: 1, most: 7 })
  const tried = await findOwnForecast(d.agency, d.projectId, ask({ item: 'GH01', days: '5' }), START)
  expect(tried?.trial).toMatchObject({ asked: true, refusal: null, days: 5 })
  // Whether an item is needed at all is not its agency's to try.
  const absent = await findOwnForecast(d.agency, d.projectId, ask({ item: 'GH01', what: 'ABSENT' }), START)
  expect(absent?.trial.asked).toBe(false)
  // Of a unit that has one of them, that one alone; a stranger nothing.
  const org = await db.org.create({
    data: { districtId: d.districtId, kind: 'AGENCY', name: '自规局', shortName: '自规局', searchText: '自规局' },
  })
  const other = await addUser(d.districtId, 'AGENCY', '李经办', org.id)
  expect(await findOwnForecast(other, d.projectId, ask({}), START)).toBeNull()
  await db.procedure.update({ where: { id: d.second.id }, data: { agencyId: org.id } })
  const one = await findOwnForecast(other, d.projectId, ask({ item: 'GH01', days: '5' }), START)
  expect(one?.lines.map(({ code }) => code)).toEqual([d.second.code])
  expect(one?.trial.asked).toBe(false)
  expect(JSON.stringify(one)).not.toContain('plan')
})
