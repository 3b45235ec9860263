import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import pg from 'pg'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { on } from '@/lib/domain/plain-date'
import { decisionEdit, decisionRecord, meetingClose, topicResult } from '@/lib/schemas/sitting'
import { buildAgenda } from './agenda-draft'
import { cancelMeeting, dropTopic, sendAgenda, settleTopic } from './agenda-edits'
import { loadClosing, loadSitting } from './closing'
import { toDb } from './date'
import { db } from './db'
import { editDecision, removeDecision } from './decision-edits'
import { recordDecision } from './decisions'
import { addProject, freezeWeekOf, makeDistrict, raiseToDistrict, type TestDistrict } from './district.fixture'
import { checkInvariants } from './invariants'
import { answerInvitation, findAttenders, markAttendance } from './invitations'
import { meetingAhead, meetingCalledOff, meetingToday } from './meeting-ahead'
import { loadSeat } from './meeting-chair'
import { closeMeeting, startMeeting } from './meeting-close'
import { findAgenda } from './meetings'
import { draftPaper, signPaper } from './paper-writes'
import { sheetsOfProjects } from './project-sheets'
import { findRoom } from './room'
import { loadSentenceSetting } from './sentence-book'
import { resolveTopic } from './topic-results'

const today = on('2026-11-23')
const weekOf = today
const at = { today }

let d: TestDistrict
let other: { projectId: string }

/** A district whose agenda of two topics has been sent, and whose meeting has begun. */
beforeEach(async () => {
  d = await makeDistrict()
  other = await addProject(d, '冷链中心')
  await db.project.update({ where: { id: other.projectId }, data: { leaderId: d.successor.personId } })
  await raiseToDistrict(d, on('2026-11-10'))
  await db.issue.create({
    data: {
      districtId: d.districtId,
      number: 2,
      source: 'STEWARD',
      text: '用电没有批',
      projectId: other.projectId,
      tier: 'DISTRICT',
      leadOrgId: d.first.agencyId,
      raisedOn: toDb(on('2026-11-11')),
      heldSince: toDb(on('2026-11-11')),
      tierSince: toDb(on('2026-11-11')),
    },
  })
  await freezeWeekOf(d.districtId, on('2026-11-16'))
  await freezeWeekOf(d.districtId, weekOf)
  const built = await buildAgenda(d.office, { weekOf }, at)
  if (!built.ok) throw new Error(built.error.code)
})

const version = async () => (await findAgenda(d.office, weekOf, today))?.version ?? 0
const send = async () => {
  const sent = await sendAgenda(d.office, { weekOf, version: await version(), overReason: '' }, at)
  if (!sent.ok) throw new Error(sent.error.code)
  return sent.value
}
const start = async () => {
  await send()
  await startMeeting(d.office, { weekOf }, at)
}
const items = async () =>
  db.agendaItem.findMany({ where: { meeting: { districtId: d.districtId } }, orderBy: { position: 'asc' } })
const itemId = async (nth: number) => (await items())[nth]?.id ?? ''
const say = async (nth: number, text: string, extra: Record<string, unknown> = {}, options = {}) =>
  recordDecision(d.office, decisionRecord.parse({ itemId: await itemId(nth), text, shown: '2026-11-30', ...extra }), {
    ...at,
    ...options,
  })
const meeting = () => db.meeting.findFirstOrThrow({ where: { districtId: d.districtId } })
const doctor = async () => {
  const { id } = await meeting()
  const decisions = await db.decision.findMany({ where: { meetingId: id } })
  const about = [id, ...decisions.map((one) => one.id), ...(await items()).map((one) => one.id)]
  const found: string[] = []
  for await (const { invariant, subject, found: what } of checkInvariants(today, new Date()))
    if (invariant === 'MEETINGS' && about.some((one) => subject.includes(one))) found.push(`${subject}: ${what}`)
  return found
}

describe('a decision is typed once', () => {
  test('only while the meeting sits', async () => {
    expect(await say(0, '住建局下周一前核发')).toMatchObject({ error: { code: 'MEETING_NOT_STARTED' } })
    expect(await startMeeting(d.office, { weekOf }, at)).toMatchObject({ error: { code: 'AGENDA_UNSENT' } })
    await start()
    expect(await say(0, '住建局下周一前核发')).toMatchObject({ ok: true, value: { position: 1 } })
    expect((await loadSitting(d.office, weekOf))?.decisions).toMatchObject([
      {
        no: '双轮〔2026〕48-01',
        text: '住建局下周一前核发',
        lead: '住建局',
        dueOn: '2026-11-30',
        tier: 'DISTRICT',
        typedBy: '周办',
      },
    ])
  })

  test('a day that was not shown is shown first; a sentence of letters is recorded with its names', async () => {
    await start()
    expect(await say(0, 'zjj 周五前答复')).toMatchObject({
      error: { code: 'DECISION_SHOWN', shown: '2026-11-27', preview: { decision: { lead: '住建局' } } },
    })
    expect(await db.decision.count({ where: { itemId: await itemId(0) } })).toBe(0)
    await say(0, 'zjj 周五前答复', { shown: '2026-11-27' })
    expect(await db.decision.findFirst({ where: { itemId: await itemId(0) } })).toMatchObject({
      text: '住建局周五前答复',
      dueSaid: '周五前',
    })
  })

  test('a unit nobody knows is left out only after that was shown', async () => {
    await start()
    const sentence = '住建局牵头，人社局配合，周五前办结'
    expect(await say(0, sentence, { shown: '2026-11-27' })).toMatchObject({
      error: {
        code: 'DECISION_SHOWN',
        shown: '2026-11-27|人社局',
        preview: { decision: { strange: [{ said: '人社局' }] } },
      },
    })
    expect(await db.decision.count({ where: { itemId: await itemId(0) } })).toBe(0)
    expect(await say(0, sentence, { shown: '2026-11-27|人社局' })).toMatchObject({ ok: true })
  })

  test('what is ambiguous is asked; what was said of a day that is over too', async () => {
    await start()
    expect(await say(0, '住建局、代办中心下周一前会审')).toMatchObject({
      error: { code: 'DECISION_LEAD_UNCLEAR', names: ['住建局', '代办中心'] },
    })
    expect(await say(0, '人社局牵头，住建局下周一前核发')).toMatchObject({
      error: { code: 'DECISION_LEAD_UNKNOWN', said: '人社局' },
    })
    expect(await say(0, '住建局11月20日前答复')).toMatchObject({ error: { code: 'DUE_PAST', asks: 'dueSaid' } })
    expect(await say(0, '住建局下周一前核发', { leadOrgId: d.projectId })).toMatchObject({
      error: { code: 'LEAD_UNIT_MISSING' },
    })
  })

  test('a double press is one decision, another sentence under the same key is refused', async () => {
    await start()
    const key = { formKey: 'key-1', bodyHash: 'a' }
    const twice = await Promise.all([1, 2].map(() => say(0, '住建局下周一前核发', {}, key)))
    expect(twice.map((answer) => answer.ok)).toEqual([true, true])
    expect(await db.decision.count({ where: { itemId: await itemId(0) } })).toBe(1)
    expect(await say(0, '住建局下周一前答复', {}, { ...key, bodyHash: 'b' })).toMatchObject({
      error: { code: 'KEY_REUSED' },
    })
  })

  test('two secretaries record at once: both stand, numbered one after the other', async () => {
    await start()
    await Promise.all([say(0, '住建局下周一前核发'), say(1, '住建局下周一前批电'), say(0, '住建局下周一前会审')])
    const rows = await db.decision.findMany({
      where: { meetingId: (await meeting()).id },
      orderBy: { position: 'asc' },
    })
    expect(rows.map(({ position }) => position)).toEqual([1, 2, 3])
    expect(await doctor()).toEqual([])
  })

  test('two edits come together; where both changed the same field one chooses, and nothing typed is lost', async () => {
    await start()
    await say(0, '住建局下周一前核发')
    const row = await db.decision.findFirstOrThrow({ where: { itemId: await itemId(0) } })
    const base = {
      text: row.text,
      leadOrgId: row.leadOrgId ?? '',
      supportIds: '',
      ownerId: '',
      dueOn: '2026-11-30',
      tier: row.tier,
    }
    const edit = (change: Record<string, unknown>, terms: Record<string, unknown> = {}) =>
      editDecision(
        d.office,
        decisionEdit.parse({ decisionId: row.id, version: 1, base, ...base, supportIds: [], ...change, ...terms }),
        at,
      )
    expect(await edit({ text: '住建局下周一前办结', tier: 'DEPARTMENT' })).toMatchObject({ ok: true })
    expect(await edit({ dueOn: '2026-12-01' })).toMatchObject({ ok: true, value: { taken: 2 } })
    const mine = { text: '住建局下周一前核发证书' }
    expect(await edit(mine)).toMatchObject({
      error: {
        code: 'CONFLICT',
        clashes: { text: { base: '住建局下周一前核发', theirs: '住建局下周一前办结', who: '周办' } },
      },
    })
    const answered = { pick: { text: 'mine' }, seen: { text: '住建局下周一前办结' } }
    expect(await edit(mine, answered)).toMatchObject({ ok: true })
    expect(await db.decision.findUniqueOrThrow({ where: { id: row.id } })).toMatchObject({
      text: '住建局下周一前核发证书',
      tier: 'DEPARTMENT',
      dueOn: toDb(on('2026-12-01')),
      version: 4,
    })
  })

  test('one that was typed by mistake is taken back, and the later ones move up', async () => {
    await start()
    for (const text of ['住建局下周一前核发', '住建局下周一前会审', '住建局下周一前批电']) await say(0, text)
    const rows = await db.decision.findMany({ where: { itemId: await itemId(0) }, orderBy: { position: 'asc' } })
    const first = { decisionId: rows[0]?.id ?? '', version: 1 }
    expect(await removeDecision(d.office, first, at)).toMatchObject({ ok: true })
    expect(await removeDecision(d.office, first, at)).toMatchObject({ error: { code: 'NOT_FOUND' } })
    const left = await db.decision.findMany({ where: { itemId: await itemId(0) }, orderBy: { position: 'asc' } })
    expect(left.map(({ position, text }) => [position, text])).toEqual([
      [1, '住建局下周一前会审'],
      [2, '住建局下周一前批电'],
    ])
  })
})

describe('closing', () => {
  const close = (seat: Record<string, string> = { noChair: 'yes' }) =>
    closeMeeting(d.office, meetingClose.parse({ weekOf, ...seat }), at)
  const putOff = async (nth: number) =>
    resolveTopic(d.office, topicResult.parse({ itemId: await itemId(nth), to: 'NEXT_TIME' }), at)
  const gaps = async () => (await loadClosing(d.office, weekOf, today))?.gaps.map(({ kind }) => kind)

  test('decisions become numbered tasks with a slip in draft, topics get their result', async () => {
    await start()
    await say(0, '住建局下周一前核发')
    await putOff(1)
    expect(await gaps()).toEqual([])
    expect(await close()).toMatchObject({ ok: true, value: { tasks: 1 } })
    const task = await db.task.findFirstOrThrow({ where: { districtId: d.districtId }, include: { slips: true } })
    expect(task).toMatchObject({
      year: 2026,
      week: 48,
      nth: 1,
      state: 'TO_SIGN',
      text: '核发',
      leadOrgId: d.first.agencyId,
      raisedById: d.steward.personId,
      dueOn: toDb(on('2026-11-30')),
      slips: [{ kind: 'ASSIGN', issuedOn: null }],
    })
    expect((await items()).map(({ state }) => state)).toEqual(['DECIDED', 'NEXT_TIME'])
    expect(await meeting()).toMatchObject({ state: 'HELD', closedAt: expect.any(Date) })
    expect(await doctor()).toEqual([])
    expect(await say(0, '住建局下周一前会审')).toMatchObject({ error: { code: 'MEETING_CLOSED' } })
    // The doctor finds a decision that lost its task, and a number that was skipped.
    await db.decision.updateMany({ where: { itemId: await itemId(0) }, data: { taskId: null, position: 2 } })
    expect(await doctor()).toHaveLength(2)
  })

  test('one that was put differently takes along what was read from its sentence', async () => {
    await start()
    await say(0, '住建局下周一前核发')
    const row = await db.decision.findFirstOrThrow({ where: { itemId: await itemId(0) } })
    const edit = (change: Record<string, unknown>, version: number) =>
      editDecision(d.office, decisionEdit.parse({ decisionId: row.id, version, ...change }), at)
    expect(await edit({ text: '代办中心下周二前核发，住建局配合' }, 1)).toMatchObject({ ok: true })
    const now = () => db.decision.findUniqueOrThrow({ where: { id: row.id } })
    expect(await now()).toMatchObject({
      leadOrgId: d.steward.orgId,
      supportIds: [d.first.agencyId],
      dueOn: toDb(on('2026-12-01')),
      dueSaid: '下周二前',
    })
    // Chosen by hand it stays, and the paper names nobody else.
    expect(await edit({ leadOrgId: d.first.agencyId, supportIds: [] }, 2)).toMatchObject({ ok: true })
    expect(await edit({ text: '代办中心下周二前核发证书，住建局配合' }, 3)).toMatchObject({ ok: true })
    expect(await now()).toMatchObject({ leadOrgId: d.first.agencyId, supportIds: [] })
    await putOff(1)
    expect(await close()).toMatchObject({ ok: true })
    expect(await db.task.findFirstOrThrow({ where: { itemId: await itemId(0) } })).toMatchObject({
      text: '核发证书',
      leadOrgId: d.first.agencyId,
    })
  })

  test('of whoever has no word nothing is claimed, who said he is on leave is; chair and place are kept', async () => {
    await start()
    await say(0, '住建局下周一前核发')
    await putOff(1)
    const called = await db.attendance.findMany({ where: { meeting: { districtId: d.districtId } } })
    await db.attendance.update({ where: { id: called[0]?.id ?? '' }, data: { coming: false, note: '市里开会' } })
    expect(await close({})).toMatchObject({ error: { code: 'CHAIR_MISSING', field: 'chairId' } })
    expect(await close({ chairId: d.steward.personId ?? '' })).toMatchObject({ error: { code: 'CHAIR_UNKNOWN' } })
    const chairId = d.successor.personId ?? ''
    await db.user.update({ where: { id: d.successor.userId }, data: { role: 'LEADER' } })
    expect(await loadSeat(d.office, weekOf)).toMatchObject({ chairId, place: '' })
    expect(await close({ chairId, place: '区政府三楼会议室' })).toMatchObject({ ok: true })
    expect(await meeting()).toMatchObject({ chairId, place: '区政府三楼会议室' })
    const states = (await findAttenders(d.office, weekOf)).map(({ id, state }) => [id === called[0]?.id, state])
    expect(states.filter(([, state]) => state === 'LEAVE')).toEqual([[true, 'LEAVE']])
    expect(states.filter(([, state]) => state === 'PRESENT')).toEqual([])
    expect(states.filter(([, state]) => state === 'INVITED')).toHaveLength(states.length - 1)
    // Minutes are signed only once it is said who was there; it can be said after the meeting.
    const drafted = await draftPaper(d.office, { weekOf, kind: 'MINUTES', say: () => '' }, at)
    const paperId = drafted.ok ? drafted.value.paperId : ''
    const version = async () => (await db.meetingPaper.findUniqueOrThrow({ where: { id: paperId } })).version
    const sign = async () => signPaper(d.office, { paperId, version: await version() }, at)
    expect(await sign()).toMatchObject({ error: { code: 'ATTENDANCE_OPEN', n: states.length - 1 } })
    const all = { weekOf, marks: {}, listening: '' as const, rest: 'PRESENT' as const }
    expect(await markAttendance(d.office, all, at)).toMatchObject({ ok: true, value: { marked: states.length - 1 } })
    const { body } = await db.meetingPaper.findUniqueOrThrow({ where: { id: paperId } })
    expect(JSON.stringify(body)).toContain('出席：')
    expect(await sign()).toMatchObject({ ok: true })
    expect(await markAttendance(d.office, all, at)).toMatchObject({ error: { code: 'MEETING_OVER' } })
  })

  test('two secretaries at once: one closes, the other is told, nothing twice', async () => {
    await start()
    await say(0, '住建局下周一前核发')
    await putOff(1)
    const answers = await Promise.all([close(), close()])
    expect(answers.map((a) => (a.ok ? 'done' : a.error.code)).toSorted()).toEqual(['MEETING_CLOSED', 'done'])
    expect(await db.task.count({ where: { districtId: d.districtId } })).toBe(1)
    expect(await db.slip.count({ where: { task: { districtId: d.districtId } } })).toBe(1)
  })

  test('what is missing keeps it from being closed and loses nothing; each is mended', async () => {
    await start()
    expect(await gaps()).toEqual(['NO_RESULT', 'NO_RESULT'])
    await say(0, '报方案，时间另定', { shown: 'none' })
    expect(await gaps()).toEqual(['NO_LEAD', 'NO_DUE', 'NO_RESULT'])
    expect(await close()).toMatchObject({ error: { code: 'CLOSING_GAPS', n: 3 } })
    expect(await db.task.count({ where: { districtId: d.districtId } })).toBe(0)
    expect(await db.decision.count({ where: { itemId: await itemId(0) } })).toBe(1)
    const row = await db.decision.findFirstOrThrow({ where: { itemId: await itemId(0) } })
    const mend = { decisionId: row.id, version: 1, leadOrgId: d.first.agencyId, dueOn: '2026-12-04' }
    await editDecision(d.office, decisionEdit.parse(mend), at)
    await putOff(1)
    expect(await close()).toMatchObject({ ok: true })
  })

  test('a person whose account was disabled meanwhile, and a unit that was dissolved', async () => {
    await start()
    await say(0, '住建局吴经办下周一前核发')
    await putOff(1)
    await db.user.update({ where: { id: d.agency.userId }, data: { disabledAt: new Date() } })
    expect(await gaps()).toEqual(['OWNER_DISABLED'])
    await db.org.update({ where: { id: d.first.agencyId ?? '' }, data: { dissolvedOn: toDb(today) } })
    expect(await gaps()).toEqual(['LEAD_GONE', 'OWNER_DISABLED'])
    expect(await close()).toMatchObject({ error: { code: 'CLOSING_GAPS', n: 2 } })
  })

  test('whoever names a person whose account is disabled is told so', async () => {
    await start()
    await db.user.update({ where: { id: d.agency.userId }, data: { disabledAt: new Date() } })
    expect((await loadSentenceSetting(d.office, today)).book.disabled).toEqual(['吴经办'])
    expect(await say(0, '住建局吴经办下周一前核发')).toMatchObject({
      error: { code: 'DECISION_SHOWN', preview: { decision: { strange: [{ said: '吴经办', disabled: true }] } } },
    })
  })

  test('a project that left the library between agenda and meeting is taken back, or what was decided holds', async () => {
    await start()
    await say(0, '住建局下周一前核发')
    await db.project.updateMany({ where: { districtId: d.districtId }, data: { status: 'REMOVED' } })
    expect(await gaps()).toEqual(['PROJECT_GONE', 'PROJECT_GONE'])
    const resolve = async (nth: number, to: string, reason: string) =>
      resolveTopic(d.office, topicResult.parse({ itemId: await itemId(nth), to, reason }), at)
    expect(await resolve(0, 'WITHDRAWN', '出库')).toMatchObject({ error: { code: 'TOPIC_HAS_DECISIONS', n: 1 } })
    await resolve(0, 'KEEP', '手续仍要办完')
    await resolve(1, 'WITHDRAWN', '项目已出库')
    expect(await gaps()).toEqual([])
    const wall = async () => (await findRoom(d.office, weekOf, today))?.topics ?? []
    // What was foreseen of it is over; nothing of it is proposed any more.
    expect((await wall()).map(({ line, about, clock, start, turn }) => [line.gone, about, clock, start, turn])).toEqual(
      [
        [true, null, null, null, null],
        [true, null, null, null, null],
      ],
    )
    expect(await close()).toMatchObject({ ok: true })
    // Taken back it is a topic no more, on the wall as on the agenda.
    expect((await wall()).map(({ line }) => line.state)).toEqual(['DECIDED'])
    expect((await items()).map(({ state, reason }) => [state, reason])).toEqual([
      ['DECIDED', '手续仍要办完'],
      ['WITHDRAWN', '项目已出库'],
    ])
  })

  test('what breaks in the middle leaves nothing half', async () => {
    await start()
    await say(0, '住建局下周一前核发')
    await say(0, '住建局下周一前会审')
    await putOff(1)
    const { id } = await meeting()
    // The second number is taken: closing fails after the first task has been written.
    await db.task.create({
      data: {
        districtId: d.districtId,
        meetingId: id,
        year: 2026,
        week: 48,
        nth: 2,
        text: '别处来的',
        tier: 'DISTRICT',
        issuedOn: toDb(today),
        dueOn: toDb(today),
      },
    })
    await expect(close()).rejects.toThrow()
    expect(await db.task.count({ where: { districtId: d.districtId } })).toBe(1)
    expect(await db.slip.count({ where: { task: { districtId: d.districtId } } })).toBe(0)
    expect(await db.decision.count({ where: { meetingId: id, taskId: null } })).toBe(2)
    expect(await meeting()).toMatchObject({ state: 'SENT', closedAt: null })
    expect((await items()).map(({ state }) => state)).toEqual(['OPEN', 'NEXT_TIME'])
    await db.task.deleteMany({ where: { meetingId: id } })
    expect(await close()).toMatchObject({ ok: true, value: { tasks: 2 } })
  })

  test('killed in the middle it leaves nothing half, and is closed again', async () => {
    await start()
    await say(0, '住建局下周一前核发')
    await say(0, '住建局下周一前会审')
    await putOff(1)
    const { id, districtId } = await meeting()
    const earlier = await db.meeting.create({
      data: { districtId, weekOf: toDb(on('2026-11-02')), year: 2026, week: 45, on: toDb(on('2026-11-02')), hour: 9 },
    })
    // Somebody is about to take the second number: closing stands still after its first task, and dies there.
    const holder = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await holder.connect()
    await holder.query('BEGIN')
    await holder.query(
      `INSERT INTO "Task" (id, "districtId", "meetingId", year, week, nth, text, tier, "issuedOn", "dueOn")
       VALUES (gen_random_uuid(), $1, $2, 2026, 48, 2, '别处来的', 'DISTRICT', '2026-11-23', '2026-11-23')`,
      [districtId, earlier.id],
    )
    const input = meetingClose.parse({ weekOf, noChair: 'yes' })
    const program = `
      const { closeMeeting } = await import('./lib/data/meeting-close.ts')
      await closeMeeting(${JSON.stringify(d.office)}, ${JSON.stringify(input)}, { today: '${today}' })`
    const child = spawn(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e', program],
      { cwd: path.join(import.meta.dirname, '../..'), stdio: ['ignore', 'ignore', 'inherit'] },
    )
    const gone = once(child, 'exit')
    const waiting = async () =>
      (
        await db.$queryRaw<{ pid: number }[]>`
          SELECT pid FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'INSERT INTO%"Task"%'`
      ).map(({ pid }) => pid)
    const patience = { timeout: 120_000, interval: 100 }
    const [pid = 0] = await vi.waitFor(async () => {
      const pids = await waiting()
      expect(pids).toHaveLength(1)
      return pids
    }, patience)
    child.kill('SIGKILL')
    expect(await gone).toEqual([null, 'SIGKILL'])
    await holder.query('ROLLBACK')
    await holder.end()
    await vi.waitFor(async () => {
      expect(await db.$queryRaw`SELECT 1 FROM pg_stat_activity WHERE pid = ${pid}`).toEqual([])
    }, patience)
    expect(await db.task.count({ where: { districtId } })).toBe(0)
    expect(await db.slip.count({ where: { task: { districtId } } })).toBe(0)
    expect(await db.decision.count({ where: { meetingId: id, taskId: null } })).toBe(2)
    expect(await db.meeting.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'SENT', closedAt: null })
    expect(await close()).toMatchObject({ ok: true, value: { tasks: 2 } })
    expect(await doctor()).toEqual([])
  })

  test('a topic that something was decided about does not leave the agenda, and a meeting that sits is not cancelled', async () => {
    await start()
    await say(0, '住建局下周一前核发')
    const [first] = await items()
    const seen = { itemId: first?.id ?? '', version: first?.version ?? 0, reason: '—' }
    expect(await dropTopic(d.office, seen, at)).toMatchObject({ error: { code: 'TOPIC_HAS_DECISIONS' } })
    expect(await settleTopic(d.office, seen, at)).toMatchObject({ error: { code: 'TOPIC_HAS_DECISIONS' } })
    expect(await putOff(0)).toMatchObject({ error: { code: 'TOPIC_HAS_DECISIONS' } })
    const cancel = { weekOf, version: await version(), to: 'CANCELLED' as const, reason: '停电' }
    expect(await cancelMeeting(d.office, cancel, at)).toMatchObject({ error: { code: 'MEETING_SITTING' } })
  })

  test('a topic that was put off is open again once something is decided about it', async () => {
    await start()
    await putOff(0)
    await say(0, '住建局下周一前核发')
    expect((await items())[0]?.state).toBe('OPEN')
  })
})

describe('who comes', () => {
  const leader = () =>
    ({
      ...d.office,
      role: 'LEADER',
      personId: d.successor.personId,
      standsInFor: [d.successor.personId],
    }) as unknown as Actor
  const names = async (actor: Actor) => (await findAttenders(actor, weekOf)).map(({ name, kind }) => [name, kind])

  test('units, stewards and the leader of each project are invited; later changes of the agenda follow', async () => {
    expect(await send()).toMatchObject({ units: 1, people: 1, leaders: 1 })
    expect(await names(d.office)).toEqual(
      expect.arrayContaining([
        ['住建局', 'UNIT'],
        ['王管家', 'PERSON'],
        ['李管家', 'PERSON'],
      ]),
    )
    const about = (await items()).find(({ projectId }) => projectId === other.projectId)
    await dropTopic(d.office, { itemId: about?.id ?? '', version: about?.version ?? 0, reason: '已解决' }, at)
    expect((await names(d.office)).flat()).not.toContain('李管家')
  })

  test('whoever is called says that he comes, or why not and who comes instead; nobody answers for another', async () => {
    await send()
    const mine = (await findAttenders(leader(), weekOf)).filter((one) => one.mine)
    expect(mine.map(({ name }) => name)).toEqual(['李管家'])
    const attendanceId = mine[0]?.id ?? ''
    const away = { attendanceId, coming: 'no' as const, reason: '市里开会', instead: '赵副主任' }
    expect(await answerInvitation(d.steward, away, at)).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await answerInvitation(leader(), away, at)).toMatchObject({ ok: true })
    const told = async () => (await findAttenders(d.office, weekOf)).find(({ id }) => id === attendanceId)
    expect(await told()).toMatchObject({ state: 'LEAVE', note: '市里开会', instead: '赵副主任', coming: false })
    await answerInvitation(leader(), { attendanceId, coming: 'yes', reason: '', instead: '' }, at)
    expect(await told()).toMatchObject({ state: 'INVITED', note: null, instead: null, coming: true })
    // Whoever has answered stays invited when his topic goes.
    const about = (await items()).find(({ projectId }) => projectId === other.projectId)
    await dropTopic(d.office, { itemId: about?.id ?? '', version: about?.version ?? 0, reason: '已解决' }, at)
    expect(await told()).toMatchObject({ coming: true })
  })

  test('the office writes down who was there, and one more who listens', async () => {
    await start()
    const all = await findAttenders(d.office, weekOf)
    const unit = all.find(({ kind }) => kind === 'UNIT')?.id ?? ''
    const office = await db.org.findFirstOrThrow({ where: { districtId: d.districtId, kind: 'STEWARD_UNIT' } })
    const mark = { weekOf, marks: { [unit]: 'LEAVE' as const }, listening: office.id, rest: 'PRESENT' as const }
    expect(await markAttendance(d.office, mark, at)).toMatchObject({ ok: true, value: { marked: 4 } })
    expect((await findAttenders(d.office, weekOf)).map(({ name, state }) => [name, state])).toEqual(
      expect.arrayContaining([
        ['住建局', 'LEAVE'],
        ['王管家', 'PRESENT'],
        ['代办中心', 'LISTENING'],
      ]),
    )
    // A form drawn before that takes back only what somebody changed in it.
    const was = Object.fromEntries((await findAttenders(d.office, weekOf)).map(({ id }) => [id, 'INVITED' as const]))
    const old = { weekOf, marks: was, was, listening: '' } as const
    expect(await markAttendance(d.office, old, at)).toMatchObject({ ok: true, value: { marked: 0 } })
  })

  test('a meeting cancelled after its agenda went out is told to whoever was called, and to nobody else', async () => {
    await send()
    expect(await meetingToday(d.office, today)).toMatchObject({ week: 48 })
    expect(await meetingCalledOff(d.steward, today)).toBeNull()
    await cancelMeeting(d.office, { weekOf, version: await version(), to: 'CANCELLED', reason: '防汛' }, at)
    expect(await meetingCalledOff(d.steward, today)).toMatchObject({ week: 48, why: '防汛' })
    expect(await meetingCalledOff(leader(), today)).toMatchObject({ why: '防汛' })
    expect(await meetingCalledOff({ ...d.office, role: 'DISCIPLINE' } as Actor, today)).toBeNull()
    expect(await meetingAhead(d.steward, today)).toBeNull()
    expect(await meetingToday(d.office, today)).toBeNull()
    expect(await startMeeting(d.office, { weekOf }, at)).toMatchObject({ error: { code: 'MEETING_OVER' } })
    expect(await doctor()).toEqual([])
  })
})

test('the room has every topic with its clock in days, its facts and its last decision', async () => {
  await start()
  const room = await findRoom(d.office, weekOf, today)
  expect(room?.topics.map(({ line }) => line.name)).toEqual(['热力管网', '冷链中心'])
  expect(room?.topics[1]).toMatchObject({ tier: 'DISTRICT', last: null, line: { leader: { name: '李管家' } } })
  // The ruler its one-page sheet draws.
  const sheets = await sheetsOfProjects(d.office, [other.projectId], today)
  expect(room?.topics[1]?.line.now?.ruler).toEqual(sheets.get(other.projectId)?.ruler)
  expect(room?.topics[1]?.line.now?.ruler).not.toBeNull()
  expect(room?.topics[0]?.line.issue).toMatchObject({ number: 1, text: '道路未通' })
})
