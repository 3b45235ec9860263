import { expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import type { MeetingWeek } from '@/lib/domain/meeting/week'
import { on, type PlainDate } from '@/lib/domain/plain-date'
import { weekQuery } from '@/lib/schemas/meeting'
import { projectUpdate } from '@/lib/schemas/update'
import { buildAgenda, draftAgendaNow, meetingWeekOf } from './agenda-draft'
import {
  addTopic,
  cancelMeeting,
  dropTopic,
  editTopic,
  mergeTopic,
  moveTopic,
  restoreTopic,
  sendAgenda,
  settleTopic,
} from './agenda-edits'
import { toDb } from './date'
import { db } from './db'
import { addProject, freezeWeekOf, makeDistrict, type TestDistrict } from './district.fixture'
import { meetingAhead } from './meeting-ahead'
import { setRhythm } from './meeting-rhythm'
import { findAgenda, findWeek, lateReds, listMeetings } from './meetings'
import { recordUpdate } from './project-updates'
import { findSession, startSession } from './sessions'
import { loadChanges, sidesOf } from './week-changes'
import { freezeWeekNow } from './week-snapshots'

const today = on('2026-11-23')
const week48 = on('2026-11-23')
const at = { today }

const weekOf = async (d: TestDistrict, monday: PlainDate): Promise<MeetingWeek> => {
  const week = await meetingWeekOf(db, d.districtId, monday)
  if (!week) throw new Error(`no week of ${monday}`)
  return week
}

/** A colour that turned on a day, known at its beginning. */
const turn = (
  d: TestDistrict,
  projectId: string,
  day: string,
  from: 'GREEN' | 'GREY' | 'YELLOW',
  to: 'RED' | 'YELLOW',
) =>
  db.levelChange.create({
    data: {
      districtId: d.districtId,
      projectId,
      on: toDb(on(day)),
      at: new Date(`${day}T01:00:00Z`),
      from,
      to,
      owner: 'AGENCY',
      reasons: [
        {
          rule: 'P',
          code: 'PROMISE_OVER',
          level: to,
          owner: { kind: 'AGENCY' },
          params: { days: 6 },
          dimension: 'D1',
          subjectId: d.first.id,
        },
      ],
      inputs: {},
      rulesVersion: 1,
      cause: 'DAY',
    },
  })

const raise = (d: TestDistrict, projectId: string, number: number) =>
  db.issue.create({
    data: {
      districtId: d.districtId,
      number,
      source: 'STEWARD',
      text: '道路未通',
      projectId,
      tier: 'DISTRICT',
      leadOrgId: d.first.agencyId,
      raisedOn: toDb(on('2026-11-10')),
      heldSince: toDb(on('2026-11-10')),
      tierSince: toDb(on('2026-11-10')),
    },
  })

/** A district in which three projects have something to say in week 48. */
async function withAgenda() {
  const d = await makeDistrict()
  const [second, third] = [await addProject(d, '冷链中心'), await addProject(d, '医养中心')]
  await freezeWeekNow(d.districtId, await weekOf(d, on('2026-11-16')))
  await turn(d, d.projectId, '2026-11-17', 'GREEN', 'RED')
  await raise(d, second.projectId, 901)
  await raise(d, third.projectId, 902)
  await freezeWeekNow(d.districtId, await weekOf(d, week48))
  const built = await buildAgenda(d.office, { weekOf: week48 }, at)
  if (!built.ok) throw new Error(built.error.code)
  return { d, second, third, built: built.value }
}

const linesOf = async (actor: Actor) => (await findAgenda(actor, week48, today))?.lines ?? []
const named = (lines: Awaited<ReturnType<typeof linesOf>>, name: string) => {
  const line = lines.find((l) => l.name === name)
  if (!line) throw new Error(`no topic ${name}`)
  return { itemId: line.id, version: line.version }
}

test('a week is frozen once however many instances ask, and what is frozen never changes', async () => {
  const d = await makeDistrict()
  const week = await weekOf(d, week48)
  const counts = await Promise.all([1, 2, 3].map(() => freezeWeekNow(d.districtId, week)))
  expect(counts.toSorted()).toEqual([0, 0, 1])
  expect(await db.weekSnapshot.count({ where: { districtId: d.districtId } })).toBe(1)
  await expect(
    db.weekSnapshot.updateMany({ where: { districtId: d.districtId }, data: { checksum: 'x' } }),
  ).rejects.toThrow(/append-only/)
})

test('a run three days late freezes what was known at the line', async () => {
  const d = await makeDistrict()
  await turn(d, d.projectId, '2026-11-18', 'GREY', 'YELLOW')
  // Known on Friday only, whatever day it speaks of.
  await turn(d, d.projectId, '2026-11-20', 'YELLOW', 'RED')
  await recordUpdate(d.steward, projectUpdate.parse({ projectId: d.projectId, text: '周一才报', began: '' }), { today })
  await freezeWeekNow(d.districtId, await weekOf(d, week48))
  const row = await db.weekProject.findFirstOrThrow({ where: { projectId: d.projectId } })
  expect([row.level, row.progressText, row.stewardId]).toEqual(['YELLOW', null, d.steward.personId])
})

test('an agenda says rule, history, proposal and whom it needs; asked again it is the same', async () => {
  const { d, built } = await withAgenda()
  expect(built).toMatchObject({ topics: 3, added: 3, removed: 0 })
  const lines = await linesOf(d.office)
  expect(lines.map((l) => [l.name, l.rule, l.orgs.map((o) => o.name)])).toEqual([
    ['热力管网', 'NEW_RED', ['住建局']],
    ['冷链中心', 'RAISED', ['住建局']],
    ['医养中心', 'RAISED', ['住建局']],
  ])
  expect(lines[0]).toMatchObject({
    level: 'RED',
    history: { code: 'TURNED_RED', from: 'GREEN', on: '2026-11-17', lastWeek: 'GREY' },
    proposal: { code: 'CLEAR', dueOn: '2026-11-26', tier: 'DISTRICT' },
    reason: { code: 'PROMISE_OVER', item: { code: 'GH01' } },
  })
  expect(await buildAgenda(d.office, { weekOf: week48 }, at)).toMatchObject({
    ok: true,
    value: { added: 0, removed: 0 },
  })
  expect((await linesOf(d.office)).map((l) => l.id)).toEqual(lines.map((l) => l.id))
})

test('an issue stands on its topic counted to the day it is read; a colour that turned since says so', async () => {
  const { d } = await withAgenda()
  await db.project.update({ where: { id: d.projectId }, data: { level: 'YELLOW' } })
  const lines = await linesOf(d.office)
  expect(lines[0]).toMatchObject({ level: 'RED', now: { level: 'YELLOW' }, issue: null })
  expect(lines[1]?.issue).toMatchObject({
    number: 901,
    unit: '住建局',
    raisedOn: '2026-11-10',
    openWd: 9,
    lateWd: null,
  })
})

test('what turned red after the line is no topic, but can be taken on once', async () => {
  const { d } = await withAgenda()
  const late = await addProject(d, '周五才红')
  await turn(d, late.projectId, '2026-11-20', 'YELLOW', 'RED')
  await db.project.update({
    where: { id: late.projectId },
    data: { level: 'RED', status: 'ACTIVE', nextLevelOn: null },
  })
  await db.procedure.updateMany({ where: { projectId: late.projectId }, data: { nextLevelOn: null } })
  const agenda = async () => {
    const found = await findAgenda(d.office, week48, today)
    if (!found) throw new Error('no agenda')
    return found
  }
  expect(await lateReds(d.office, await agenda())).toEqual([
    { projectId: late.projectId, name: '周五才红', from: 'YELLOW', on: '2026-11-20' },
  ])
  const input = { weekOf: week48, projectId: late.projectId, title: '周五才红', ask: '' }
  await addTopic(d.office, input, at)
  await addTopic(d.office, input, at)
  const added = (await agenda()).lines.filter((line) => line.projectId === late.projectId)
  expect(added).toHaveLength(1)
  expect(added[0]).toMatchObject({ rule: 'MANUAL', history: { code: 'TURNED_RED', from: 'YELLOW', on: '2026-11-20' } })
  expect(await lateReds(d.office, await agenda())).toEqual([])
})

test('the first page of the office says that the agenda waits; of those it calls, once it is sent', async () => {
  const { d } = await withAgenda()
  expect(await meetingAhead(d.office, today)).toMatchObject({ week: 48, on: '2026-11-23', hour: 15, calls: null })
  expect(await meetingAhead(d.steward, today)).toBeNull()
  const version = (await findAgenda(d.office, week48, today))?.version ?? 0
  await sendAgenda(d.office, { weekOf: week48, version, overReason: '' }, at)
  expect(await meetingAhead(d.office, today)).toBeNull()
  const calls = (await linesOf(d.steward)).filter((line) => line.calls).length
  expect(calls).toBeGreaterThan(0)
  expect(await meetingAhead(d.steward, today)).toMatchObject({ calls })
})

test('a week that is not frozen has no agenda, and says when it will', async () => {
  const d = await makeDistrict()
  expect(await buildAgenda(d.office, { weekOf: week48 }, at)).toMatchObject({
    error: { code: 'WEEK_NOT_FROZEN', on: '2026-11-19', hour: 18 },
  })
})

test('the office edits, moves, merges, drops and puts back; a rebuild leaves what it touched', async () => {
  const { d, second } = await withAgenda()
  const lines = () => linesOf(d.office)
  await editTopic(
    d.office,
    { ...named(await lines(), '冷链中心'), ask: '交通局报通车日期', minutes: 6, orgIds: [] },
    at,
  )
  expect((await lines())[1]).toMatchObject({ ask: '交通局报通车日期', minutes: 6, orgs: [] })
  // A day that does not exist is read out to nobody.
  const impossible = { code: 'DUE_NO_SUCH_DAY', field: 'ask' }
  const wrong = { ...named(await lines(), '冷链中心'), ask: '交通局11月31日前报通车日期', minutes: 6, orgIds: [] }
  expect(await editTopic(d.office, wrong, at)).toMatchObject({ error: impossible })
  const added = { weekOf: week48, title: '观摩', ask: '办公室11月31日前定' }
  expect(await addTopic(d.office, added, at)).toMatchObject({ error: impossible })
  await moveTopic(d.office, { ...named(await lines(), '医养中心'), to: 'UP' }, at)
  expect((await lines()).map((l) => l.name)).toEqual(['热力管网', '医养中心', '冷链中心'])
  const into = named(await lines(), '热力管网').itemId
  await mergeTopic(d.office, { ...named(await lines(), '医养中心'), intoId: into }, at)
  expect((await lines())[0]).toMatchObject({
    name: '热力管网',
    merged: [{ name: '医养中心', history: { code: 'RAISED' } }],
  })
  await dropTopic(d.office, { ...named(await lines(), '冷链中心'), reason: '已约现场会' }, at)
  expect((await lines()).map((l) => [l.name, l.state, l.why ?? l.into])).toEqual([
    ['热力管网', 'OPEN', null],
    ['医养中心', 'MERGED', '热力管网'],
    ['冷链中心', 'DROPPED', '已约现场会'],
  ])
  await db.issue.updateMany({ where: { projectId: second.projectId }, data: { closedOn: toDb(on('2026-11-12')) } })
  expect(await buildAgenda(d.office, { weekOf: week48 }, at)).toMatchObject({ value: { added: 0, removed: 0 } })
  await restoreTopic(d.office, named(await lines(), '冷链中心'), at)
  await addTopic(d.office, { weekOf: week48, title: '元旦前项目观摩', ask: '' }, at)
  expect((await lines()).map((l) => [l.name, l.state])).toEqual([
    ['热力管网', 'OPEN'],
    ['冷链中心', 'OPEN'],
    ['元旦前项目观摩', 'OPEN'],
    ['医养中心', 'MERGED'],
  ])
})

test('proposed again an agenda stands as a fresh draft, with what the office placed in its place', async () => {
  const { d } = await withAgenda()
  const names = async () => (await linesOf(d.office)).map((l) => l.name)
  await addTopic(d.office, { weekOf: week48, title: '元旦前项目观摩', ask: '' }, at)
  const forget = (name: string) => db.agendaItem.deleteMany({ where: { project: { name, districtId: d.districtId } } })
  await forget('热力管网')
  await forget('冷链中心')
  await buildAgenda(d.office, { weekOf: week48 }, at)
  expect(await names()).toEqual(['热力管网', '冷链中心', '医养中心', '元旦前项目观摩'])
  await moveTopic(d.office, { ...named(await linesOf(d.office), '医养中心'), to: 'UP' }, at)
  await forget('热力管网')
  await buildAgenda(d.office, { weekOf: week48 }, at)
  expect(await names()).toEqual(['医养中心', '热力管网', '冷链中心', '元旦前项目观摩'])
})

test('two secretaries at once: the second is told, and loses nothing of the first', async () => {
  const { d } = await withAgenda()
  const seen = named(await linesOf(d.office), '热力管网')
  const answers = await Promise.all([
    dropTopic(d.office, { ...seen, reason: '甲' }, at),
    dropTopic(d.office, { ...seen, reason: '乙' }, at),
  ])
  expect(answers.map((a) => (a.ok ? 'done' : a.error.code)).toSorted()).toEqual(['CONFLICT', 'done'])
  const agenda = await findAgenda(d.office, week48, today)
  const send = { weekOf: week48, version: agenda?.version ?? 0, overReason: '' }
  const sent = await Promise.all([sendAgenda(d.office, send, at), sendAgenda(d.office, send, at)])
  expect(sent.filter((s) => s.ok)).toHaveLength(1)
  expect(await db.attendance.count({ where: { meetingId: agenda?.meetingId ?? '' } })).toBe(2)
})

test('a leader settles what is his before the meeting, and nothing of another leader', async () => {
  const { d, second } = await withAgenda()
  const leader = {
    ...d.office,
    role: 'LEADER',
    personId: d.successor.personId,
    standsInFor: [d.successor.personId],
  } as unknown as Actor
  await db.project.update({ where: { id: second.projectId }, data: { leaderId: d.successor.personId } })
  const lines = await linesOf(leader)
  expect(lines.map((l) => [l.name, l.maySettle])).toEqual([
    ['热力管网', false],
    ['冷链中心', true],
    ['医养中心', false],
  ])
  expect(await settleTopic(leader, { ...named(lines, '热力管网'), reason: '已定' }, at)).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
  expect(await settleTopic(leader, { ...named(lines, '冷链中心'), reason: '周五前通车' }, at)).toMatchObject({
    ok: true,
  })
  expect((await linesOf(d.office)).find((l) => l.name === '冷链中心')).toMatchObject({
    state: 'SETTLED',
    why: '周五前通车',
    settledBy: '李管家',
  })
})

test('more topics than a meeting takes want a reason; only those concerned are invited and see what concerns them', async () => {
  const { d } = await withAgenda()
  await setRhythm(
    d.office,
    {
      dataLineWeekday: 4,
      dataLineHour: 18,
      agendaWeekday: 5,
      agendaHour: 10,
      sendWeekday: 5,
      sendHour: 17,
      meetingWeekday: 1,
      meetingHour: 15,
      maxTopics: 2,
    },
    at,
  )
  const agenda = await findAgenda(d.office, week48, today)
  expect(agenda?.lines.map((l) => l.overflow)).toEqual([false, false, true])
  expect(await findAgenda(d.steward, week48, today)).toBeNull()
  const send = (overReason: string) =>
    sendAgenda(d.office, { weekOf: week48, version: agenda?.version ?? 0, overReason }, at)
  expect(await send('')).toMatchObject({ error: { code: 'AGENDA_OVER', n: 3, max: 2 } })
  expect(await send('三件都急')).toMatchObject({ value: { units: 1, people: 1 } })
  expect((await linesOf(d.steward)).length).toBe(3)
  const stranger = {
    ...d.steward,
    personId: d.auditor.personId,
    standsInFor: [d.auditor.personId],
    orgId: null,
  } as unknown as Actor
  expect(await findAgenda(stranger, week48, today)).toMatchObject({ lines: [], hidden: 3 })
  // An agency's head sees what calls his unit, and not every project it takes part in.
  const head = await findAgenda({ ...d.agency, role: 'AGENCY_HEAD' } as Actor, week48, today)
  expect(head?.lines.filter(({ calls }) => !calls)).toEqual([])
  expect((head?.lines.length ?? 0) + (head?.hidden ?? 0)).toBe(3)
  const elsewhere = { ...stranger, role: 'AGENCY_HEAD', orgId: d.office.orgId } as Actor
  expect(await findAgenda(elsewhere, week48, today)).toMatchObject({ lines: [], hidden: 3 })
})

test('a meeting cancelled after its agenda went out keeps the agenda and takes no more changes', async () => {
  const { d } = await withAgenda()
  const version = async () => (await findAgenda(d.office, week48, today))?.version ?? 0
  await sendAgenda(d.office, { weekOf: week48, version: await version(), overReason: '' }, at)
  const cancel = { weekOf: week48, version: await version(), to: 'CANCELLED' as const, reason: '区里另有安排' }
  expect(await cancelMeeting(d.office, cancel, at)).toMatchObject({ ok: true })
  const lines = await linesOf(d.office)
  expect(lines).toHaveLength(3)
  expect(await dropTopic(d.office, { ...named(lines, '热力管网'), reason: '—' }, at)).toMatchObject({
    error: { code: 'MEETING_OVER' },
  })
  expect(await draftAgendaNow(d.districtId, await weekOf(d, week48))).toBe(0)
})

test('a project that left the library since stays on the agenda and says so', async () => {
  const { d, second } = await withAgenda()
  await db.project.update({ where: { id: second.projectId }, data: { status: 'REMOVED' } })
  expect((await linesOf(d.office)).map((l) => [l.name, l.gone])).toContainEqual(['冷链中心', true])
})

test('a task past its day is the first topic of the next meeting, with its age', async () => {
  const { d, third } = await withAgenda()
  const held = await db.meeting.create({
    data: {
      districtId: d.districtId,
      weekOf: toDb(on('2026-11-16')),
      year: 2026,
      week: 47,
      on: toDb(on('2026-11-16')),
      hour: 15,
      state: 'HELD',
    },
  })
  await db.task.create({
    data: {
      districtId: d.districtId,
      meetingId: held.id,
      projectId: third.projectId,
      year: 2026,
      week: 47,
      nth: 3,
      text: '出具意见',
      tier: 'DEPARTMENT',
      leadOrgId: d.first.agencyId,
      issuedOn: toDb(on('2026-11-16')),
      dueOn: toDb(on('2026-11-19')),
      state: 'IN_HAND',
    },
  })
  const loose = { year: 2026, week: 47, text: '报送名单', tier: 'DEPARTMENT', state: 'REVIEW' } as const
  await db.task.create({
    data: {
      ...loose,
      districtId: d.districtId,
      meetingId: held.id,
      nth: 4,
      issuedOn: toDb(on('2026-11-16')),
      dueOn: toDb(on('2026-11-19')),
      submittedOn: toDb(on('2026-11-19')),
    },
  })
  await buildAgenda(d.office, { weekOf: week48 }, at)
  // What belongs to no project is carried as well, once; handed in it is to be confirmed, not done.
  await buildAgenda(d.office, { weekOf: week48 }, at)
  expect((await linesOf(d.office)).filter((l) => l.name === loose.text)).toMatchObject([
    { rule: 'UNFINISHED', projectId: null, proposal: { code: 'SIGN_OFF' } },
  ])
  const line = (await linesOf(d.office)).find((l) => l.name === '医养中心')
  expect(line).toMatchObject({
    rule: 'UNFINISHED',
    also: ['RAISED'],
    history: { no: '双轮〔2026〕47-03', lateWd: 2, ageWd: 5 },
  })
  expect((await listMeetings(d.office, today)).map((m) => [m.key, m.state, m.topics, m.tasks.late])).toEqual([
    ['2026-48', 'DRAFT', 4, 0],
    ['2026-47', 'HELD', 0, 1],
  ])
  // Whoever has nothing to do with it counts none of it.
  expect((await listMeetings(d.successor, today)).map((m) => m.tasks.total)).toEqual([0, 0])
})

test('two weeks are compared, a count opens its rows; so are any two days', async () => {
  const { d } = await withAgenda()
  const load = async (query: Record<string, string>, actor: Actor = d.office) => {
    const parsed = weekQuery.parse(query)
    const sides = await sidesOf(actor, week48, parsed, today)
    if (!sides) throw new Error('no sides')
    return loadChanges(actor, sides.from, sides.to, parsed)
  }
  const changes = await load({ kind: 'worse' })
  expect([changes.from, changes.to, changes.frozen, changes.total]).toEqual(['2026-11-12', '2026-11-19', true, 3])
  expect(changes.counts).toMatchObject({ worse: 1, better: 0, entered: 0 })
  expect(changes.list).toMatchObject({ count: 1, rows: [{ name: '热力管网', levels: { after: 'RED' } }] })
  const days = await load({ from: '2026-11-16', to: '2026-11-18' })
  expect([days.frozen, days.counts.worse]).toEqual([false, 1])
  expect((await load({ steward: d.successor.personId })).total).toBe(0)
  expect((await load({}, { ...d.successor } as Actor)).total).toBe(0)
})

test('days that do not follow each other are refused', async () => {
  const d = await makeDistrict()
  const flat = { dataLineWeekday: 5, dataLineHour: 12, agendaWeekday: 5, agendaHour: 10, sendWeekday: 5, sendHour: 17 }
  expect(await setRhythm(d.office, { ...flat, meetingWeekday: 1, meetingHour: 15, maxTopics: 12 }, at)).toMatchObject({
    error: { code: 'RHYTHM_DISORDERED' },
  })
})

test('a frozen week and its meeting keep their times when the rhythm changes', async () => {
  const d = await makeDistrict()
  const weekOf = on('2026-11-23')
  await freezeWeekOf(d.districtId, weekOf)
  expect(await buildAgenda(d.office, { weekOf }, at)).toMatchObject({ ok: true })
  const usual = await findWeek(d.office, weekOf, at.today)
  expect(usual).toMatchObject({ dataLine: { on: '2026-11-19', hour: 18 }, ownTimes: false })
  const slots = { agendaWeekday: 1, agendaHour: 8, sendWeekday: 1, sendHour: 9, meetingWeekday: 2, meetingHour: 15 }
  expect(await setRhythm(d.office, { dataLineWeekday: 1, dataLineHour: 7, ...slots, maxTopics: 12 }, at)).toMatchObject(
    {
      ok: true,
    },
  )
  const { dataLine, meeting } = usual ?? {}
  expect(await findWeek(d.office, weekOf, at.today)).toMatchObject({
    dataLine,
    meeting,
    shifted: false,
    ownTimes: true,
  })
  expect(await findWeek(d.office, on('2026-11-30'), at.today)).toMatchObject({
    dataLine: { on: '2026-11-30', hour: 7 },
    meeting: { on: '2026-12-01', hour: 15 },
    ownTimes: false,
  })
})

test('the head of every page is told the data line of the reader’s own district', async () => {
  const [d, other] = [await makeDistrict(), await makeDistrict()]
  const now = new Date('2026-11-24T02:00:00Z')
  const line = async (userId: string) => {
    const id = await startSession(userId, null, null, now)
    return (await findSession(id, at.today, now))?.dataLine
  }
  const slots = { agendaWeekday: 4, agendaHour: 10, sendWeekday: 4, sendHour: 17, meetingWeekday: 5, meetingHour: 9 }
  const changed = await setRhythm(d.office, { dataLineWeekday: 3, dataLineHour: 12, ...slots, maxTopics: 12 }, at)
  expect(changed).toMatchObject({ ok: true })
  expect(await line(d.office.userId)).toEqual({ weekday: 3, hour: 12 })
  expect(await line(other.office.userId)).toEqual({ weekday: 4, hour: 18 })
})
