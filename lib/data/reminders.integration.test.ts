import { beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '@/lib/domain/plain-date'
import { projectFilter } from '@/lib/schemas/project'
import type { ReminderInput } from '@/lib/schemas/reminder'
import { loadAgencyDay } from './agency-day'
import { toDb } from './date'
import { db } from './db'
import { addProject, makeDistrict, START, type TestDistrict } from './district.fixture'
import { refreshProjects } from './levels'
import { moveProcedure } from './procedure-moves'
import { recordUnchanged } from './project-updates'
import { loadInbox, loadSent } from './reminder-inbox'
import { answerReminder, previewReminders, remindEach, reminderLines, sendReminder } from './reminders'

let d: TestDistrict
beforeEach(async () => {
  d = await makeDistrict()
})

const input = (change: Partial<ReminderInput> = {}): ReminderInput => ({
  projectId: d.projectId,
  subject: 'UPDATE',
  text: '',
  dueOn: undefined,
  ...change,
})
const unreport = (projectId = d.projectId) =>
  db.project.update({ where: { id: projectId }, data: { stage: 'CONSTRUCTION', lastVerifiedOn: null } })

/** Accepted on START with a promise of seven days: thirteen working days on the agency is red. */
const LATE = addDays(START, 17)
async function makeLate() {
  await moveProcedure(
    d.agency,
    { procedureId: d.first.id, version: d.first.version, kind: 'ACCEPT', on: START },
    { today: START },
  )
  await db.procedure.update({ where: { id: d.first.id }, data: { handlerId: d.agency.personId } })
  await db.$transaction((tx) => refreshProjects(tx, [d.projectId], LATE, 'DAY', null))
}

describe('of the week’s progress', () => {
  beforeEach(async () => {
    await unreport()
  })

  test('the steward finds it, reports, and it is settled without a further word', async () => {
    expect(await sendReminder(d.office, input(), { today: START })).toMatchObject({
      ok: true,
      value: { to: d.steward.name },
    })
    const [line] = await loadInbox(d.steward, START)
    expect(line).toMatchObject({ from: d.office.name, project: '热力管网', unreported: true, seen: false, text: '' })
    expect(await loadSent(d.office, START)).toMatchObject([{ to: d.steward.name, state: 'UNSEEN' }])
    await recordUnchanged(d.steward, { projectIds: [d.projectId] }, { today: START })
    expect(await loadInbox(d.steward, START)).toEqual([])
    expect(await loadSent(d.office, START)).toMatchObject([{ state: 'SETTLED' }])
  })

  test('once a day, whoever says it; the row says who was told', async () => {
    await sendReminder(d.office, input(), { today: START })
    expect(await sendReminder(d.office, input(), { today: START })).toMatchObject({
      ok: false,
      error: { code: 'REMINDED_TODAY', name: d.steward.name, by: d.office.name },
    })
    const line = (await reminderLines(d.office, [d.projectId], 'UPDATE', START)).get(d.projectId)
    expect(line).toMatchObject({ told: { to: d.steward.name, seen: false }, refusal: { code: 'REMINDED_TODAY' } })
    expect(await sendReminder(d.office, input(), { today: addDays(START, 1) })).toMatchObject({ ok: true })
  })

  test('two who say it at once: one of them is told that it has been said', async () => {
    const answers = await Promise.all([
      sendReminder(d.office, input(), { today: START }),
      sendReminder(d.office, input({ text: '请报' }), { today: START }),
    ])
    expect(answers.map((a) => (a.ok ? 'sent' : a.error.code)).toSorted()).toEqual(['REMINDED_TODAY', 'sent'])
  })

  test('a form sent twice tells once', async () => {
    const options = { today: START, formKey: 'key', bodyHash: 'same' }
    const first = await sendReminder(d.office, input(), options)
    expect(await sendReminder(d.office, input(), options)).toEqual(first)
    expect(await db.reminder.count({ where: { projectId: d.projectId } })).toBe(1)
  })

  test('read, then answered, by nobody but the one it went to', async () => {
    const sent = await sendReminder(d.office, input(), { today: START })
    const reminderId = sent.ok ? sent.value.reminderId : ''
    for (const stranger of [d.successor, d.agency, (await makeDistrict()).steward])
      expect(await answerReminder(stranger, { reminderId, answer: '' }, { today: START })).toMatchObject({
        ok: false,
        error: { code: 'NOT_FOUND' },
      })
    expect(await answerReminder(d.steward, { reminderId, answer: '' }, { today: START })).toMatchObject({ ok: true })
    expect(await loadInbox(d.steward, START)).toMatchObject([{ seen: true }])
    expect(await loadSent(d.office, START)).toMatchObject([{ state: 'SEEN' }])
    await answerReminder(d.steward, { reminderId, answer: '明天报' }, { today: START })
    expect(await loadInbox(d.steward, START)).toEqual([])
    expect(await loadSent(d.office, START)).toMatchObject([{ state: 'ANSWERED', answer: '明天报' }])
    expect(await answerReminder(d.steward, { reminderId, answer: '再说' }, { today: START })).toMatchObject({
      ok: false,
      error: { code: 'REMINDER_ANSWERED' },
    })
  })

  test('a steward reminds nobody of what is his own, and nobody of another’s project', async () => {
    expect(await sendReminder(d.steward, input(), { today: START })).toMatchObject({
      ok: false,
      error: { code: 'REMINDER_SELF' },
    })
    expect(await sendReminder(d.successor, input(), { today: START })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    })
  })

  test('who has no account is not told, and the page says so', async () => {
    await db.user.update({ where: { id: d.steward.userId }, data: { disabledAt: new Date('2026-11-01T00:00:00Z') } })
    expect(await sendReminder(d.office, input(), { today: START })).toMatchObject({
      ok: false,
      error: { code: 'REMINDER_NOBODY' },
    })
  })
})

describe('of what speaks for the colour', () => {
  beforeEach(makeLate)

  test('the handler finds it at the head of his queue and in his inbox, until the step moves on', async () => {
    expect(
      await sendReminder(d.office, input({ subject: 'LEVEL', text: '请本周办结' }), { today: LATE }),
    ).toMatchObject({
      ok: true,
      value: { to: d.agency.name },
    })
    expect(await loadInbox(d.agency, LATE)).toMatchObject([{ procedureId: d.first.id, text: '请本周办结' }])
    expect((await loadAgencyDay(d.agency, 'home', LATE)).told).toMatchObject([
      { procedureId: d.first.id, mark: 'REMINDER', from: d.office.name, text: '请本周办结' },
    ])
    const { version } = await db.procedure.findUniqueOrThrow({ where: { id: d.first.id } })
    await moveProcedure(d.agency, { procedureId: d.first.id, version, kind: 'FINISH', on: LATE }, { today: LATE })
    expect(await loadInbox(d.agency, LATE)).toEqual([])
  })

  test('what nobody has taken goes to the unit: each of them finds it', async () => {
    await db.procedure.update({ where: { id: d.first.id }, data: { handlerId: null } })
    await sendReminder(d.office, input({ subject: 'LEVEL' }), { today: LATE })
    expect(await loadInbox(d.agency, LATE)).toHaveLength(1)
    expect(await loadInbox(d.head, LATE)).toHaveLength(1)
    expect(await loadInbox(d.steward, LATE)).toEqual([])
  })

  test('a leader says a sentence about his own projects only, and it wants one', async () => {
    const leader = { ...d.office, role: 'LEADER' } as typeof d.office
    const say = (text: string) => sendReminder(leader, input({ subject: 'LEVEL', text }), { today: LATE })
    expect(await say('周三前报我')).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
    await db.project.update({ where: { id: d.projectId }, data: { leaderId: leader.personId } })
    expect(await say('')).toMatchObject({ ok: false, error: { code: 'NOTE_MISSING' } })
    expect(await say('周三前报我')).toMatchObject({ ok: true, value: { to: d.agency.name } })
    expect(await say('还有图纸')).toMatchObject({ ok: true })
    expect(await loadInbox(d.agency, LATE)).toMatchObject([{ kind: 'INSTRUCTION' }, { kind: 'INSTRUCTION' }])
  })
})

test('several at once: each by itself, what cannot be reminded of says why, and again tells nobody twice', async () => {
  const other = await addProject(d, '公园改造')
  await unreport()
  await db.project.update({
    where: { id: other.projectId },
    data: { stage: 'CONSTRUCTION', lastVerifiedOn: toDb(START) },
  })
  const filter = projectFilter.parse({ pick: 'all' })
  const before = await previewReminders(d.office, filter, 'UPDATE', START)
  expect(before.total).toBe(2)
  expect(Object.fromEntries(before.lines.map((l) => [l.name, l.line.refusal?.code ?? l.line.to]))).toEqual({
    热力管网: d.steward.name,
    公园改造: 'NOTHING_TO_REMIND',
  })
  const input = {
    projectIds: [d.projectId, other.projectId],
    subject: 'UPDATE' as const,
    text: '',
    query: 'pick=all',
  }
  const send = () =>
    remindEach(d.office, input, { today: START, formKey: 'several' }, (error) => {
      throw error
    })
  expect(await send()).toMatchObject({ ok: true })
  expect(await send()).toMatchObject({ ok: true })
  expect(await db.reminder.count({ where: { districtId: d.districtId } })).toBe(1)
  const after = await previewReminders(d.office, filter, 'UPDATE', START)
  expect(after.lines.find((l) => l.id === d.projectId)?.line.told).toMatchObject({ to: d.steward.name })
})
