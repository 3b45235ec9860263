import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { on, type PlainDate } from '@/lib/domain/plain-date'
import { intentionFilter } from '@/lib/schemas/event-intention'
import { eventFilter, inviteFilter } from '@/lib/schemas/finance-event'
import { bookingsOf } from './bookings'
import { toDb } from './date'
import { db } from './db'
import { addUser, makeDistrict, type TestDistrict } from './district.fixture'
import { listCandidates } from './event-candidates'
import { answerInvitation, dropGuest, pickGuests } from './event-guest-writes'
import { amendIntention, followIntention, signIntention, voidFollow } from './event-intention-writes'
import { findIntention, listIntentions } from './event-intentions'
import { loadEventDay } from './finance-event-day'
import { findEvent } from './finance-event-detail'
import { eventFigures } from './finance-event-figures'
import { listEvents } from './finance-event-list'
import { loadEventReport } from './finance-event-report'
import { cancelEvent, createEvent, editEvent, holdEvent, sendInvitations, setEventBanks } from './finance-event-writes'
import { enterpriseSearchText, orgSearchText } from './search-text'

const DAY = on('2026-08-20')
const at = (today: PlainDate = DAY) => ({ today })

let d: TestDistrict
let banks: { id: string }[]
let firms: { id: string; name: string }[]
let bank: Actor
let rival: Actor
let contact: Actor
let head: Actor

const must = <T>(answer: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}

beforeEach(async () => {
  d = await makeDistrict()
  const { districtId } = d
  banks = []
  for (const name of ['甲银行', '乙银行'])
    banks.push(
      await db.org.create({
        data: { districtId, kind: 'BANK', name, shortName: name, searchText: orgSearchText({ name, shortName: name }) },
      }),
    )
  firms = []
  for (const name of ['安泰机械', '北辰食品', '长风柜业'])
    firms.push(await db.enterprise.create({ data: { districtId, name, searchText: enterpriseSearchText({ name }) } }))
  bank = await addUser(districtId, 'BANK', '钱经理', banks[0]?.id ?? null)
  rival = await addUser(districtId, 'BANK', '赵经理', banks[1]?.id ?? null)
  contact = { ...(await addUser(districtId, 'CONTACT', '孙联系', null)), enterpriseId: firms[0]?.id ?? '' }
  head = await addUser(districtId, 'HEAD', '李区长', null)
})

async function plan(heldOn: PlainDate = DAY, theme = '制造业对接会', today = DAY): Promise<string> {
  const input = {
    theme,
    kind: 'INDUSTRY' as const,
    industry: undefined,
    streetId: undefined,
    heldOn,
    startsAt: '14:30',
    place: '政务中心',
    organiserId: d.office.orgId ?? '',
    note: '',
  }
  return must(await createEvent(d.office, input, at(today))).eventId
}
const version = async (id: string) => (await db.financeEvent.findUniqueOrThrow({ where: { id } })).version
const about = async (eventId: string) => ({ eventId, version: await version(eventId) })
const ask = async (eventId: string, which = [0, 1]) =>
  must(
    await setEventBanks(d.office, { ...(await about(eventId)), bankIds: which.map((i) => banks[i]?.id ?? '') }, at()),
  )
const pick = (eventId: string, which: readonly number[], despite = '') =>
  pickGuests(d.office, { eventId, enterpriseIds: which.map((i) => firms[i]?.id ?? ''), despite }, at())
const send = async (eventId: string) => sendInvitations(d.office, await about(eventId), at())
const guest = async (eventId: string, firm: number) =>
  db.eventGuest.findFirstOrThrow({ where: { eventId, enterpriseId: firms[firm]?.id } })

/** An event that was held, with an intention of the first firm with the first bank, of the second with the second. */
async function held(): Promise<{ eventId: string; own: string; other: string }> {
  const eventId = await plan()
  await ask(eventId)
  must(await pick(eventId, [0, 1]))
  must(await send(eventId))
  const guestIds = (await db.eventGuest.findMany({ where: { eventId } })).map(({ id }) => id)
  must(await holdEvent(d.office, { ...(await about(eventId)), guestIds, bankIds: banks.map(({ id }) => id) }, at()))
  const sign = async (i: number, amountWan: string) =>
    must(
      await signIntention(
        d.office,
        { eventId, enterpriseId: firms[i]?.id ?? '', bankId: banks[i]?.id ?? '', amountWan },
        at(),
      ),
    ).intentionId
  return { eventId, own: await sign(0, '500'), other: await sign(1, '300') }
}
const follow = async (
  actor: Actor,
  intentionId: string,
  kind: 'GRANT' | 'PAY_NEW' | 'PAY_RENEWED' | 'LAPSE' | 'NOTE',
  day: string,
  amountWan = '',
  text = '',
) => {
  const found = await db.eventIntention.findUniqueOrThrow({ where: { id: intentionId } })
  const input = { intentionId, version: found.version, kind, on: on(day), amountWan, text }
  return followIntention(actor, input, at(on(day)))
}

test('an intention like one there is, of the same firm and bank, is recorded once more only when somebody says so', async () => {
  const { eventId } = await held()
  const again = (amountWan: string, confirm?: string) =>
    signIntention(
      d.office,
      { eventId, enterpriseId: firms[0]?.id ?? '', bankId: banks[0]?.id ?? '', amountWan, confirm },
      at(),
    )
  const asked = await again('500.00')
  expect(asked).toMatchObject({ error: { code: 'EVENT_INTENTION_TWICE', field: 'amountWan', amountFen: '500000000' } })
  const answer = (asked as unknown as { error: { confirm: string } }).error.confirm
  expect(await again('600', answer)).toMatchObject({ ok: true })
  expect(await again('500', answer)).toMatchObject({ ok: true })
  // One more is another question.
  expect(await again('500', answer)).toMatchObject({ error: { code: 'EVENT_INTENTION_TWICE' } })
  // An amount above a billion yuan is asked about first, and is sure once it is said to be another one.
  expect(await again('500000')).toMatchObject({ error: { code: 'EVENT_AMOUNT_LARGE' } })
  expect(await again('500000', '500000')).toMatchObject({ ok: true })
  const large = await again('500000', '500000')
  expect(large).toMatchObject({ error: { code: 'EVENT_INTENTION_TWICE' } })
  expect(await again('500000', (large as unknown as { error: { confirm: string } }).error.confirm)).toMatchObject({
    ok: true,
  })
})

describe('invitations', () => {
  test('do not go out without a bank or without a firm, and nobody sees the event before they do', async () => {
    const eventId = await plan()
    must(await pick(eventId, [0]))
    expect(await send(eventId)).toMatchObject({ error: { code: 'EVENT_NO_BANKS' } })
    await ask(eventId, [0])
    expect(await findEvent(contact, eventId, DAY)).toBe(null)
    expect(await findEvent(bank, eventId, DAY)).toBe(null)
    expect(await send(eventId)).toMatchObject({ ok: true })
    expect(await findEvent(contact, eventId, DAY)).toMatchObject({ state: 'INVITED', may: { answer: true } })
    expect(await findEvent(bank, eventId, DAY)).toMatchObject({ state: 'INVITED', guests: [], counts: { invited: 0 } })
    expect(await findEvent(rival, eventId, DAY)).toBe(null)
    const none = await plan()
    await ask(none)
    expect(await send(none)).toMatchObject({ error: { code: 'EVENT_NO_FIRMS' } })
  })

  test('leave a firm in peace that is booked that week, and say for what; with a reason it is asked all the same', async () => {
    const first = await plan(on('2026-08-20'))
    await ask(first)
    must(await pick(first, [0, 1]))
    must(await send(first))
    const [same, next] = [await plan(on('2026-08-23'), '商贸对接会'), await plan(on('2026-08-24'), '下周的会')]
    const offered = await listCandidates(d.office, same, on('2026-08-23'), inviteFilter.parse({}))
    const marked = offered.rows.filter(({ bookings }) => bookings.length > 0)
    expect(marked.map(({ name, bookings }) => [name, bookings[0]?.title])).toEqual([
      ['北辰食品', '制造业对接会'],
      ['安泰机械', '制造业对接会'],
    ])
    expect(await pick(same, [0, 2])).toMatchObject({ error: { code: 'EVENT_FIRM_BOOKED', names: ['安泰机械'] } })
    expect(await pick(next, [0])).toMatchObject({ ok: true })
    expect(await pick(same, [0, 2], '企业自己要来')).toMatchObject({ ok: true, value: { added: 2 } })
    const booked = await db.eventGuest.findMany({
      where: { eventId: same },
      select: { enterpriseId: true, despite: true },
    })
    expect(new Map(booked.map((row) => [row.enterpriseId, row.despite]))).toEqual(
      new Map([
        [firms[0]?.id, '企业自己要来'],
        [firms[2]?.id, null],
      ]),
    )
    // A firm that refused is free again.
    const refused = await guest(first, 1)
    must(await answerInvitation(d.office, { guestId: refused.id, answer: 'REFUSED', word: '' }, at()))
    expect(await bookingsOf(db, [firms[1]?.id ?? ''], on('2026-08-23'))).toEqual(new Map())
  })

  test('are answered by the firm itself, without a reason, until the day; nobody answers for another firm', async () => {
    const eventId = await plan()
    await ask(eventId)
    must(await pick(eventId, [0, 1]))
    must(await send(eventId))
    const [own, other] = [await guest(eventId, 0), await guest(eventId, 1)]
    const say = (guestId: string, today = DAY) =>
      answerInvitation(contact, { guestId, answer: 'REFUSED', word: '' }, at(today))
    expect(await say(other.id)).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await say(own.id)).toMatchObject({ ok: true })
    expect((await findEvent(contact, eventId, DAY))?.guests.map(({ answer }) => answer)).toEqual(['REFUSED'])
    // By telephone: the row says who wrote it down, until the firm answers itself.
    must(await answerInvitation(d.office, { guestId: own.id, answer: 'COMING', word: '' }, at()))
    const { recordedBy } = (await findEvent(contact, eventId, DAY))?.guests[0] ?? {}
    expect(recordedBy).toBe(d.office.name)
    expect(await say(own.id)).toMatchObject({ ok: true })
    expect((await findEvent(d.office, eventId, DAY))?.guests.map((row) => row.recordedBy)).toEqual([null, null])
    expect(await say(own.id, on('2026-08-21'))).toMatchObject({ error: { code: 'EVENT_PAST' } })
    expect(await dropGuest(d.office, { guestId: own.id }, at())).toMatchObject({
      error: { code: 'EVENT_INVITED_ALREADY' },
    })
  })

  test('an event that lies ahead is moved or called off with a reason, one that was held is not', async () => {
    const eventId = await plan()
    const cancel = async (reason: string) => cancelEvent(d.office, { ...(await about(eventId)), reason }, at())
    expect(await cancel('')).toMatchObject({ error: { code: 'EVENT_WHY_MISSING' } })
    expect(await cancel('改期')).toMatchObject({ ok: true })
    const { eventId: over } = await held()
    const change = { ...(await about(over)), reason: '改期' }
    expect(await cancelEvent(d.office, change, at())).toMatchObject({ error: { code: 'EVENT_STATE' } })
    const edit = { ...change, theme: '新主题', kind: 'GENERAL' as const, heldOn: DAY, startsAt: '10:00' }
    const rest = {
      place: '别处',
      organiserId: d.office.orgId ?? '',
      note: '',
      industry: undefined,
      streetId: undefined,
    }
    expect(await editEvent(d.office, { ...edit, ...rest }, at())).toMatchObject({ error: { code: 'EVENT_STATE' } })
  })
})

describe('intentions', () => {
  test('a bank sees and records its own, a firm reads its own, leaders read totals, the others nothing', async () => {
    const { eventId, own, other } = await held()
    const seen = async (actor: Actor) =>
      (await listIntentions(actor, intentionFilter.parse({}), DAY)).rows.map(({ id }) => id).toSorted()
    expect(await seen(d.office)).toEqual([own, other].toSorted())
    expect(await seen(bank)).toEqual([own])
    expect(await seen(contact)).toEqual([own])
    for (const actor of [head, d.steward, d.agency, d.auditor]) expect(await seen(actor)).toEqual([])
    expect(await findIntention(bank, other, DAY)).toBe(null)
    const money = async (actor: Actor) =>
      (await listEvents(actor, eventFilter.parse({}), DAY)).sum.intendedFen / 1_000_000n
    expect([await money(d.office), await money(head), await money(bank), await money(contact)]).toEqual([
      800n,
      800n,
      500n,
      500n,
    ])
    // A leader reads totals of the firms of his own projects, and no others.
    const led = { ...head, role: 'LEADER' as const } as Actor
    expect(await money(led)).toBe(0n)
    await db.project.update({
      where: { id: d.projectId },
      data: { leaderId: head.personId, enterpriseId: contact.enterpriseId },
    })
    expect(await money(led)).toBe(500n)
    expect(await findEvent(d.steward, eventId, DAY)).toBe(null)
    expect((await listEvents(bank, eventFilter.parse({}), DAY)).sum).toMatchObject({ firms: 0, invited: 0 })
    expect(await follow(rival, own, 'GRANT', '2026-09-20', '400')).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await follow(contact, own, 'GRANT', '2026-09-20', '400')).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect(await follow(bank, own, 'GRANT', '2026-09-20', '400')).toMatchObject({ ok: true })
  })

  test('are followed up on the 30th, 60th and 90th day, on the first page of the office and of the bank', async () => {
    const { own } = await held()
    const due = async (actor: Actor, day: string) => (await loadEventDay(actor, on(day)))?.due.map(({ id }) => id)
    expect(await due(bank, '2026-09-18')).toEqual([])
    expect(await due(bank, '2026-09-19')).toEqual([own])
    expect((await loadEventDay(d.office, on('2026-09-19')))?.dueCount).toBe(2)
    must(await follow(bank, own, 'GRANT', '2026-09-21', '400'))
    expect(await due(bank, '2026-10-18')).toEqual([])
    expect(await due(bank, '2026-10-19')).toEqual([own])
    must(await follow(bank, own, 'PAY_NEW', '2026-10-20', '100'))
    expect(await due(bank, '2026-11-18')).toEqual([own])
    must(await follow(bank, own, 'PAY_RENEWED', '2026-11-18', '300'))
    expect(await due(bank, '2026-12-31')).toEqual([])
  })

  test('a record made by mistake is made void with a reason and stays in sight; an intention is mended while nothing came of it', async () => {
    const { own } = await held()
    const amend = async (amountWan: string, confirm?: string) =>
      amendIntention(
        d.office,
        { intentionId: own, version: 1, bankId: banks[1]?.id ?? '', amountWan, reason: '写错了', confirm },
        at(),
      )
    expect(await amend('500000')).toMatchObject({ error: { code: 'EVENT_AMOUNT_LARGE', confirm: '500000' } })
    expect(await amend('50')).toMatchObject({ ok: true })
    must(await follow(rival, own, 'GRANT', '2026-09-21', '400'))
    const found = await findIntention(rival, own, on('2026-09-21'))
    expect(await amend('60')).toMatchObject({ error: { code: 'CONFLICT' } })
    const input = {
      intentionId: own,
      version: found?.version ?? 0,
      followId: found?.steps[0]?.id ?? '',
      text: '登记错了',
    }
    expect(await voidFollow(rival, input, at(on('2026-09-22')))).toMatchObject({ ok: true })
    expect(await findIntention(d.office, own, on('2026-09-22'))).toMatchObject({
      stand: { state: 'INTENDED', grantedFen: 0n },
      steps: [{ voided: '登记错了' }],
      may: { amend: true },
    })
  })
})

test('figures and the report keep what was intended, granted and paid apart, and open exactly their rows', async () => {
  const { eventId, own, other } = await held()
  must(await follow(d.office, own, 'GRANT', '2026-09-20', '400'))
  must(await follow(d.office, own, 'PAY_NEW', '2026-10-20', '150'))
  must(await follow(d.office, other, 'GRANT', '2026-09-20', '300'))
  must(await follow(d.office, other, 'PAY_RENEWED', '2026-10-21', '300'))
  const today = on('2026-11-23')
  const year = { from: on('2026-01-01'), to: on('2026-10-20') }
  const figures = await eventFigures(head, year, { taskforceId: null })
  const wan = (name: string) => {
    const value = figures.find((figure) => figure.name === `events.${name}`)?.value
    return value?.kind === 'money' ? Number(value.fen / 1_000_000n) : value?.kind === 'count' ? value.n : null
  }
  // What was recorded after the last day of the period does not count.
  expect(['held', 'enterprises', 'banks', 'intentions'].map(wan)).toEqual([1, 2, 2, 2])
  expect(['intended', 'granted', 'paidNew', 'paidRenewed'].map(wan)).toEqual([800, 700, 150, 0])
  const href = new URL(figures[0]?.href ?? '', 'http://x')
  const page = await listEvents(head, eventFilter.parse(Object.fromEntries(href.searchParams)), today)
  expect([page.total, page.sum.firms, page.sum.banks]).toEqual([1, 2, 2])
  const sums = [page.sum.intendedFen, page.sum.grantedFen, page.sum.paidNewFen, page.sum.paidRenewedFen]
  expect(sums.map((fen) => Number(fen / 1_000_000n))).toEqual([800, 700, 150, 0])
  expect(await eventFigures(d.steward, year, { taskforceId: null })).toEqual([])
  // One row changed, and the figure changes.
  await db.eventIntention.update({ where: { id: own }, data: { intendedFen: 600_000_000n } })
  const again = await eventFigures(head, year, { taskforceId: null })
  expect(again.find(({ name }) => name === 'events.intended')?.value).toEqual({ kind: 'money', fen: 900_000_000n })
  // Those about 三化改造 are counted by themselves as well, and open their own rows.
  const upgrades = async (name: string) =>
    (await eventFigures(head, year, { taskforceId: null })).find((figure) => figure.name === `events.upgrade.${name}`)
  expect((await upgrades('held'))?.value).toEqual({ kind: 'count', n: 0 })
  await db.financeEvent.update({ where: { id: eventId }, data: { kind: 'UPGRADE' } })
  expect((await upgrades('intended'))?.value).toEqual({ kind: 'money', fen: 900_000_000n })
  expect((await upgrades('enterprises'))?.href).toContain('kind=UPGRADE')
  // A team's report counts only firms that have a project of it.
  const team = await db.org.create({
    data: { districtId: d.districtId, kind: 'TASKFORCE', name: '工业专班', shortName: '工业专班', searchText: '' },
  })
  await db.project.update({
    where: { id: d.projectId },
    data: { taskforceId: team.id, enterpriseId: firms[1]?.id ?? null },
  })
  const ofTeam = await eventFigures(head, year, { taskforceId: team.id })
  expect(ofTeam.find(({ name }) => name === 'events.intended')?.value).toEqual({ kind: 'money', fen: 300_000_000n })
  const report = await loadEventReport(head, eventId, undefined, today)
  expect(report).toMatchObject({
    money: {
      intendedFen: 900_000_000n,
      grantedFen: 700_000_000n,
      paidNewFen: 150_000_000n,
      paidRenewedFen: 300_000_000n,
    },
    states: { granted: 2, paid: 2, lapsed: 0 },
    follow: { due: 6, done: 5 },
    firms: ['北辰食品', '安泰机械'],
  })
  expect(await loadEventReport(head, eventId, on('2026-09-30'), today)).toMatchObject({
    asOf: '2026-09-30',
    money: { paidNewFen: 0n },
    states: { granted: 2, paid: 0 },
  })
  expect(await loadEventReport(bank, eventId, undefined, today)).toBe(null)
  await db.financeEvent.update({ where: { id: eventId }, data: { heldOn: toDb(on('2025-08-20')) } })
  expect((await eventFigures(head, year, { taskforceId: null }))[0]?.value).toEqual({ kind: 'count', n: 0 })
})
