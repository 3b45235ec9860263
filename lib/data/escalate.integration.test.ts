import { expect, test } from 'vitest'
import type { Moment } from '@/lib/domain/message-hours'
import { on, type PlainDate } from '@/lib/domain/plain-date'
import type { Level } from '@/prisma/generated/client'
import { toDb } from './date'
import { db } from './db'
import { makeDistrict, START, type TestDistrict } from './district.fixture'
import { escalate } from './escalate'
import { freshenLevels } from './freshen-levels'
import { checkInvariants } from './invariants'
import { countUnseen, listNotices, loadToldOf } from './notice-inbox'
import { answerNotice, seeNotice } from './notice-writes'
import { moveProcedure } from './procedure-moves'

const NINE = 9 * 60
const at = (day: string, minute = NINE): Moment => ({ day: on(day), minute })
const run = (d: TestDistrict, moment: Moment) => escalate(d.districtId, moment, new Date(`${moment.day}T01:00:00Z`))

let turns = 0

/** Lets the first procedure turn, as the day job would have written it. */
async function turn(d: TestDistrict, day: string, from: Level, to: Level, owner = 'AGENCY') {
  await db.levelChange.create({
    data: {
      districtId: d.districtId,
      projectId: d.projectId,
      procedureId: d.first.id,
      at: new Date(Date.now() + 1000 * turns++),
      on: toDb(on(day)),
      from,
      to,
      reasons: [],
      owner,
      inputs: {},
      rulesVersion: 0,
      cause: 'DAY',
    },
  })
  await db.procedure.update({ where: { id: d.first.id }, data: { level: to, levelOwner: owner } })
}

/** The fixture's own colours are left out: only what a test turns is told. */
async function calmDistrict() {
  const d = await makeDistrict()
  await db.procedure.updateMany({ where: { projectId: d.projectId }, data: { level: 'GREEN' } })
  await db.project.update({ where: { id: d.projectId }, data: { level: 'GREEN' } })
  await turn(d, START, 'GREY', 'GREEN')
  return d
}

const toldOf = async (d: TestDistrict) =>
  (
    await db.notice.findMany({
      where: { districtId: d.districtId },
      include: { person: { select: { name: true } } },
      orderBy: [{ step: 'asc' }, { person: { name: 'asc' } }],
    })
  ).map((row) => `${row.step} ${row.person.name}${row.instead ? ' instead' : ''}`)

const yellow = { noticeId: '', reason: '材料缺一份', newOn: on('2026-11-30') }

test('two instances at the same minute, and a hundred runs after them: everybody is told once', async () => {
  const d = await calmDistrict()
  await turn(d, '2026-11-23', 'GREEN', 'YELLOW')
  const both = await Promise.all([run(d, at('2026-11-23')), run(d, at('2026-11-23'))])
  expect(both.map(({ messages }) => messages).sort()).toEqual([0, 3])
  for (let minute = NINE; minute < NINE + 30; minute += 5) await run(d, at('2026-11-23', minute))
  // The task force has nobody here: the office is told in its place.
  expect(await toldOf(d)).toEqual(['YELLOW_0 吴经办', 'YELLOW_0 周办 instead', 'YELLOW_0 王管家'].sort())
})

test('at night and on days off nobody is told; the next working morning tells what still holds', async () => {
  const d = await calmDistrict()
  await turn(d, '2026-11-20', 'GREEN', 'BLUE')
  await run(d, at('2026-11-20', 20 * 60))
  await run(d, at('2026-11-21'))
  expect(await toldOf(d)).toEqual([])
  await turn(d, '2026-11-22', 'BLUE', 'GREEN')
  await run(d, at('2026-11-23'))
  expect(await toldOf(d)).toEqual([])
})

test('an answer with a reason and a new day holds the next rung; without one the head of the agency is told', async () => {
  const silent = await calmDistrict()
  const spoken = await calmDistrict()
  for (const d of [silent, spoken]) {
    await turn(d, '2026-11-23', 'GREEN', 'YELLOW')
    await run(d, at('2026-11-23'))
  }
  const { rows } = await listNotices(spoken.agency, { show: 'open', instead: undefined, page: 1 }, START)
  const input = { ...yellow, noticeId: rows[0]?.id ?? '' }
  expect(
    await answerNotice(spoken.agency, { ...input, newOn: on('2026-11-23') }, { today: on('2026-11-24') }),
  ).toMatchObject({
    ok: false,
    error: { code: 'ANSWER_PAST' },
  })
  const far = { ...input, newOn: on('2031-01-01') }
  expect(await answerNotice(spoken.agency, far, { today: on('2026-11-24') })).toMatchObject({
    error: { code: 'ANSWER_FAR', last: '2027-11-24' },
  })
  expect((await answerNotice(spoken.agency, input, { today: on('2026-11-24') })).ok).toBe(true)
  for (const d of [silent, spoken]) await run(d, at('2026-11-26'))
  expect(await toldOf(silent)).toContain('YELLOW_3 郑局 instead')
  expect((await toldOf(spoken)).filter((line) => line.startsWith('YELLOW_3'))).toEqual([])
  const { answers } = await loadToldOf(spoken.office, { projectId: spoken.projectId, procedureId: spoken.first.id })
  expect(answers).toEqual([{ by: '吴经办', on: '2026-11-24', reason: '材料缺一份', newOn: '2026-11-30' }])
})

test('what is looked at leaves the bell, what is over leaves the list; nobody looks at another’s', async () => {
  const d = await calmDistrict()
  await turn(d, '2026-11-23', 'GREEN', 'RED')
  await run(d, at('2026-11-23'))
  expect(await countUnseen(d.steward)).toBe(1)
  const [mine] = (await listNotices(d.steward, { show: 'open', instead: undefined, page: 1 }, START)).rows
  const see = { noticeId: mine?.id ?? '' }
  expect(await seeNotice(d.successor, see, { today: on('2026-11-23') })).toMatchObject({
    ok: false,
    error: { code: 'NOT_FOUND' },
  })
  expect(await seeNotice(d.steward, see, { today: on('2026-11-23') })).toMatchObject({
    ok: true,
    value: { href: `/procedures/${d.first.id}` },
  })
  expect(await countUnseen(d.steward)).toBe(0)
  expect(await countUnseen(d.head)).toBe(1)
  const { rungs } = await loadToldOf(d.office, { projectId: d.projectId })
  expect(rungs[0]?.people.filter(({ seen }) => seen).map(({ name }) => name)).toEqual(['王管家'])
  await turn(d, '2026-11-24', 'RED', 'GREEN')
  await run(d, at('2026-11-24'))
  expect(await countUnseen(d.head)).toBe(0)
  expect((await listNotices(d.head, { show: 'open', instead: undefined, page: 1 }, START)).total).toBe(0)
  expect((await listNotices(d.head, { show: 'all', instead: undefined, page: 1 }, START)).rows[0]?.over).toBe(true)
})

test('while the procedures of a project are waived, nobody is asked to explain what he was told before', async () => {
  const d = await calmDistrict()
  await turn(d, '2026-11-23', 'GREEN', 'YELLOW')
  await run(d, at('2026-11-23'))
  const told = async () =>
    (await listNotices(d.agency, { show: 'open', instead: undefined, page: 1 }, on('2026-11-24'))).rows
  expect(await told()).toMatchObject([{ waived: false, mayAnswer: true }])
  await db.waiver.create({
    data: {
      districtId: d.districtId,
      projectId: d.projectId,
      dimension: 'D1',
      reason: 'POLICY',
      text: '政策调整',
      fromOn: toDb(on('2026-11-24')),
      untilOn: toDb(on('2026-12-11')),
      state: 'APPROVED',
      proposedOn: toDb(on('2026-11-24')),
      proposedById: d.steward.personId,
      decidedById: d.office.personId,
    },
  })
  expect(await told()).toMatchObject([{ waived: true, mayAnswer: false, over: false }])
})

test('a procedure finished late asks nobody for an explanation any more, though it stays yellow till the month ends', async () => {
  const d = await makeDistrict()
  const move = async (kind: 'ACCEPT' | 'FINISH', day: string) => {
    const { version } = await db.procedure.findUniqueOrThrow({ where: { id: d.first.id } })
    return moveProcedure(d.agency, { procedureId: d.first.id, version, kind, on: on(day) }, { today: on(day) })
  }
  expect(await move('ACCEPT', START)).toMatchObject({ ok: true })
  await freshenLevels(d.districtId, on('2026-11-23'))
  await run(d, at('2026-11-23'))
  const own = { itemId: d.first.id, endedOn: null }
  expect(await db.notice.count({ where: own })).toBeGreaterThan(0)
  expect(await move('FINISH', '2026-11-23')).toMatchObject({ ok: true })
  expect(await db.procedure.findUniqueOrThrow({ where: { id: d.first.id } })).toMatchObject({ level: 'YELLOW' })
  expect(await db.notice.count({ where: own })).toBe(0)
  const { rows } = await listNotices(d.agency, { show: 'all', instead: undefined, page: 1 }, START)
  expect(rows.filter(({ procedureId }) => procedureId === d.first.id)).toMatchObject([{ over: true, mayAnswer: false }])
})

test('the doctor names a red that was told to nobody, and is content once the job has made up for it', async () => {
  const d = await calmDistrict()
  const today: PlainDate = on('2026-11-25')
  await run(d, at('2026-11-20'))
  await db.jobRun.create({ data: { name: 'escalate', period: '2026-11-20 09:00', finishedAt: new Date() } })
  await turn(d, '2026-11-23', 'GREEN', 'RED')
  const forgotten = async () => {
    const found: string[] = []
    for await (const { invariant, subject } of checkInvariants(today, new Date()))
      if (invariant === 'ESCALATED') found.push(subject)
    return found.filter((subject) => subject.endsWith(d.first.id))
  }
  expect(await forgotten()).toEqual([`procedure ${d.first.id}`])
  await run(d, at('2026-11-25'))
  expect(await forgotten()).toEqual([])
})

test('a problem, a need and a task are told to whoever has them, once, and open where they stand', async () => {
  const d = await calmDistrict()
  const orgId = d.agency.orgId ?? ''
  const common = { districtId: d.districtId, projectId: d.projectId }
  const issue = await db.issue.create({
    data: {
      ...common,
      number: 1,
      source: 'STEWARD',
      text: '临时用电不够',
      state: 'IN_HAND',
      leadOrgId: orgId,
      raisedOn: toDb(START),
      heldSince: toDb(START),
      tierSince: toDb(START),
      dueOn: toDb(on('2026-11-20')),
    },
  })
  const need = await db.factorNeed.create({
    data: {
      ...common,
      kind: 'POWER',
      quantity: 100,
      unit: '千瓦',
      needBy: toDb(on('2026-12-30')),
      reason: '施工',
      state: 'UNMET',
      leadId: orgId,
      alternative: '自建光伏',
      failedOn: toDb(on('2026-11-20')),
      raisedOn: toDb(START),
    },
  })
  await run(d, at('2026-11-23'))
  const told = await db.notice.findMany({ where: { districtId: d.districtId }, include: { person: true } })
  const who = (id: string) =>
    told.filter((one) => one.itemId === id).map(({ step, person }) => `${step} ${person.name}`)
  expect(who(issue.id).sort()).toEqual(['YELLOW_0 吴经办', 'YELLOW_0 周办', 'YELLOW_0 王管家'].sort())
  // Nobody was asked for it any more: the office has it.
  expect(who(need.id).sort()).toEqual(['YELLOW_0 周办', 'YELLOW_0 王管家'].sort())
  await run(d, at('2026-11-23', NINE + 5))
  expect(await db.notice.count({ where: { districtId: d.districtId } })).toBe(told.length)
  const { rows } = await listNotices(d.agency, { show: 'open', instead: undefined, page: 1 }, START)
  expect(rows).toMatchObject([{ matter: { kind: 'ISSUE', no: '1' }, mayAnswer: false, over: false }])
  const seen = await seeNotice(d.agency, { noticeId: rows[0]?.id ?? '' }, { today: START })
  expect(seen).toMatchObject({ ok: true, value: { href: `/issues/${issue.id}` } })
  // Another day is another warning; in order it is told to nobody.
  await db.issue.update({ where: { id: issue.id }, data: { dueOn: toDb(on('2026-12-30')) } })
  await run(d, at('2026-11-24'))
  expect(await db.notice.count({ where: { itemId: issue.id, endedOn: null } })).toBe(0)
})

test('what rose again after it had eased is told anew', async () => {
  const d = await calmDistrict()
  await turn(d, '2026-11-17', 'GREEN', 'YELLOW')
  await run(d, at('2026-11-17'))
  await turn(d, '2026-11-18', 'YELLOW', 'BLUE')
  await run(d, at('2026-11-18'))
  const before = await db.notice.count({ where: { districtId: d.districtId } })
  await turn(d, '2026-11-23', 'BLUE', 'YELLOW')
  expect((await run(d, at('2026-11-23'))).messages).toBe(3)
  expect(await db.notice.count({ where: { districtId: d.districtId } })).toBe(before + 3)
  expect(await db.notice.count({ where: { districtId: d.districtId, endedOn: null } })).toBe(3)
})
