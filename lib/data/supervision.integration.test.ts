import { beforeEach, describe, expect, test } from 'vitest'
import { type Actor, ROLES } from '@/lib/domain/access'
import { addDays, on, type PlainDate } from '@/lib/domain/plain-date'
import { SEES_SLIPS } from '@/lib/domain/supervision/sight'
import { noticeFilter } from '@/lib/schemas/notice'
import { searchQuery } from '@/lib/schemas/search'
import { supervisionFilter, supervisionMove, supervisionOpen } from '@/lib/schemas/supervision'
import { toDb } from './date'
import { db, type Tx } from './db'
import { addUser, makeDistrict, START, type TestDistrict } from './district.fixture'
import { escalate } from './escalate'
import { countUnseen, listNotices } from './notice-inbox'
import { seeNotice } from './notice-writes'
import { moveProcedure } from './procedure-moves'
import { search } from './search'
import { loadAnalysis, sumSupervisions } from './supervision-analysis'
import { chaseSlips } from './supervision-chase'
import { findSupervision, supervisionsAbout } from './supervision-detail'
import { doubtfulSupervisions } from './supervision-doubts'
import { supervisionFigures } from './supervision-figures'
import { listSupervisions } from './supervision-list'
import { loadSupervisionStart } from './supervision-start'
import {
  announceSupervision,
  closeSupervision,
  extendSupervision,
  openSlip,
  openSupervision,
  replySupervision,
  returnSupervision,
  revisitSupervision,
  urgeSupervision,
  verifySupervision,
} from './supervision-writes'

let d: TestDistrict
let commission: Actor
let unitId: string
/** Accepted on the first day with seven working days promised: late from here on. */
const LATE = on('2026-11-16')
const filter = (more: object = {}) => supervisionFilter.parse({ state: 'all', ...more })
const as = (role: string, more: object = {}) => ({ ...d.office, role, ...more }) as unknown as Actor

beforeEach(async () => {
  d = await makeDistrict()
  unitId = d.first.agencyId ?? ''
  const org = await db.org.create({
    data: { districtId: d.districtId, kind: 'DISCIPLINE', name: '监督岗', shortName: '监督岗' },
  })
  commission = await addUser(d.districtId, 'DISCIPLINE', '孙监督', org.id)
  const move = { procedureId: d.first.id, version: d.first.version, kind: 'ACCEPT' as const, on: START }
  await moveProcedure(d.agency, move, { today: START })
})

const opened = async (more: object = {}, today: PlainDate = LATE) => {
  const input = supervisionOpen.parse({
    procedureId: d.first.id,
    toOrgId: unitId,
    matter: '超期没有办结',
    demand: '说明原因',
    ...more,
  })
  const answer = await openSupervision(commission, input, { today })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.slipId
}
const about = async (slipId: string, more: object = {}) => {
  const { version } = await db.supervisionSlip.findUniqueOrThrow({ where: { id: slipId } })
  return supervisionMove.parse({ slipId, version, ...more })
}
/** What the commission releases, as the sealed letters do it: within another write. */
const released = async (toOrgId = unitId) => {
  const answer = await db.$transaction((tx) =>
    openSlip(tx, commission, { source: 'RELEASE', toOrgId, matter: '作风问题', demand: '整改' }, LATE),
  )
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.slipId
}
/** What somebody does who can switch the triggers of the database off. */
const sabotage = (act: (tx: Tx) => Promise<unknown>) =>
  db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`
    await act(tx)
  })
const doubts = async (id: string) => {
  const found: string[] = []
  for await (const { subject, found: what } of doubtfulSupervisions())
    if (subject.includes(id) || what.includes(id)) found.push(what)
  return found
}

describe('a slip of the commission', () => {
  test('is issued about what is late, once; answered, verified and closed by the commission alone', async () => {
    const early = await openSupervision(
      commission,
      supervisionOpen.parse({ procedureId: d.first.id, toOrgId: unitId, matter: '—', demand: '—' }),
      { today: START },
    )
    expect(early).toMatchObject({ error: { code: 'SUPERVISION_NOT_LATE' } })
    expect(await loadSupervisionStart(commission, { procedure: d.first.id }, LATE)).toMatchObject({
      source: 'PROCEDURE',
      unitId,
      late: true,
      running: null,
    })
    const slipId = await opened()
    const twice = await openSupervision(
      commission,
      supervisionOpen.parse({ procedureId: d.first.id, toOrgId: unitId, matter: '再来', demand: '—' }),
      { today: LATE },
    )
    expect(twice).toMatchObject({ error: { code: 'SUPERVISION_RUNNING', year: '2026', n: '1' } })
    expect(await findSupervision(d.agency, slipId, LATE)).toMatchObject({
      state: 'ISSUED',
      dueOn: '2026-11-30',
      moves: ['REPLY'],
    })
    expect(
      await verifySupervision(d.agency, await about(slipId, { text: '—', result: 'UNFOUNDED' }), { today: LATE }),
    ).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
    await replySupervision(d.agency, await about(slipId, { text: '已办结' }), { today: addDays(LATE, 2) })
    await verifySupervision(commission, await about(slipId, { text: '查过', result: 'SUBSTANTIATED' }), {
      today: addDays(LATE, 3),
    })
    expect(await closeSupervision(commission, await about(slipId), { today: addDays(LATE, 4) })).toMatchObject({
      error: { code: 'SUPERVISION_EFFECT_MISSING' },
    })
    expect(
      await closeSupervision(d.head, await about(slipId, { effect: '好了' }), { today: addDays(LATE, 4) }),
    ).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect(
      await revisitSupervision(commission, await about(slipId, { text: '问过' }), { today: addDays(LATE, 4) }),
    ).toMatchObject({ error: { code: 'SUPERVISION_SATISFIED_MISSING', field: 'satisfied' } })
    await revisitSupervision(commission, await about(slipId, { text: '问过', satisfied: 'yes' }), {
      today: addDays(LATE, 4),
    })
    expect(
      await closeSupervision(commission, await about(slipId, { effect: '当天办结' }), { today: addDays(LATE, 4) }),
    ).toMatchObject({ ok: true })
    const closed = await findSupervision(commission, slipId, addDays(LATE, 5))
    expect(closed).toMatchObject({ state: 'CLOSED', effect: '当天办结', satisfied: true, moves: [], level: 'GREEN' })
    expect(closed?.steps.map(({ kind }) => kind)).toEqual(['CLOSE', 'REVISIT', 'VERIFY', 'REPLY', 'OPEN'])
    expect((await supervisionsAbout(d.agency, { procedureId: d.first.id }, LATE)).map(({ id }) => id)).toEqual([slipId])
    const period = { from: START, to: addDays(LATE, 5) }
    const figures = await supervisionFigures(commission, period, { taskforceId: null }, addDays(LATE, 5))
    expect(figures.map(({ value }) => value)).toEqual([
      { kind: 'count', n: 1 },
      { kind: 'share', part: 1n, whole: 1n },
      { kind: 'count', n: 1 },
      { kind: 'count', n: 1 },
      { kind: 'count', n: 0 },
    ])
    expect(await doubts(slipId)).toEqual([])
  })

  test('goes up the chain by itself, one rung a day, and is announced by a person', async () => {
    const slipId = await opened({ dueOn: '2026-11-18' })
    const chase = async (day: string) => {
      await chaseSlips(d.districtId, on(day))
      await chaseSlips(d.districtId, on(day))
      return (await findSupervision(commission, slipId, on(day)))?.rung
    }
    expect([await chase('2026-11-18'), await chase('2026-11-19'), await chase('2026-11-20')]).toEqual([
      null,
      'URGE',
      'URGE',
    ])
    expect([await chase('2026-11-23'), await chase('2026-11-25')]).toEqual(['HEAD', 'HEAD'])
    const today = on('2026-11-25')
    expect((await findSupervision(commission, slipId, today))?.moves).toEqual(['EXTEND', 'ANNOUNCE'])
    // 组长 sees what was called up, and nothing before.
    expect((await listSupervisions(as('HEAD'), filter(), today)).total).toBe(1)
    await announceSupervision(commission, await about(slipId, { text: '通报' }), { today })
    expect((await findSupervision(commission, slipId, today))?.moves).toEqual(['VERIFY', 'EXTEND'])
    const steps = (await findSupervision(commission, slipId, today))?.steps
    expect(steps?.map(({ kind, by }) => [kind, by])).toEqual([
      ['ANNOUNCE', '孙监督'],
      ['HEAD', null],
      ['URGE', null],
      ['OPEN', '孙监督'],
    ])
    expect(await urgeSupervision(commission, await about(slipId), { today })).toMatchObject({
      error: { code: 'SUPERVISION_MOVE_ILLEGAL' },
    })
    await extendSupervision(commission, await about(slipId, { text: '节后', dueOn: '2026-12-01' }), { today })
    expect(await findSupervision(commission, slipId, today)).toMatchObject({ dueOn: '2026-12-01', rung: null })
    const back = await extendSupervision(commission, await about(slipId, { text: '—', dueOn: '2027-12-01' }), { today })
    expect(back).toMatchObject({ error: { code: 'SUPERVISION_DUE_LONG' } })
    expect(await doubts(slipId)).toEqual([])
  })

  test('looked into without any reply it stays one that was not answered in time', async () => {
    const slipId = await opened({ dueOn: '2026-11-17' })
    for (const day of ['2026-11-19', '2026-11-23']) await chaseSlips(d.districtId, on(day))
    const today = on('2026-11-25')
    await announceSupervision(commission, await about(slipId, { text: '通报' }), { today })
    const verified = { text: '核过', result: 'NOT_OURS' }
    expect(await verifySupervision(commission, await about(slipId, verified), { today })).toMatchObject({ ok: true })
    expect(await sumSupervisions(commission, { from: START, to: today }, today)).toMatchObject({ inTime: 0, judged: 1 })
  })

  test('is refused in words: its own unit, a day gone by, somebody else was quicker, another district', async () => {
    const input = { procedureId: d.first.id, toOrgId: unitId, matter: '超期', demand: '说明' }
    const own = await openSupervision(as('DISCIPLINE', { orgId: unitId }), supervisionOpen.parse(input), {
      today: LATE,
    })
    expect(own).toMatchObject({ error: { code: 'SUPERVISION_OWN_UNIT' } })
    const past = supervisionOpen.parse({ ...input, dueOn: '2026-11-01' })
    expect(await openSupervision(commission, past, { today: LATE })).toMatchObject({
      error: { code: 'SUPERVISION_DUE_PAST' },
    })
    const slipId = await opened()
    const stale = await about(slipId, { text: '已办' })
    await replySupervision(d.agency, stale, { today: LATE })
    expect(await replySupervision(d.head, stale, { today: LATE })).toMatchObject({
      error: { code: 'CONFLICT', version: 2 },
    })
    const away = await makeDistrict()
    const other = await addUser(away.districtId, 'DISCIPLINE', '外人', null)
    expect(await findSupervision(other, slipId, LATE)).toBeNull()
    expect(await returnSupervision(other, await about(slipId, { text: '—' }), { today: LATE })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    })
  })
})

test('every role sees what is its own: what the commission released, nobody but it and who answers for the unit', async () => {
  const [slip, letter] = [await opened(), await released()]
  const sees = async (actor: Actor) =>
    (await listSupervisions(actor, filter(), LATE)).rows.map(({ id }) => (id === slip ? 'slip' : 'letter')).sort()
  const want: Record<string, string[]> = { DISCIPLINE: ['letter', 'slip'], OFFICE: ['slip'] }
  for (const role of ROLES) {
    const actor = role === 'DISCIPLINE' ? commission : as(role, { orgId: null })
    expect([role, await sees(actor)]).toEqual([role, want[role] ?? []])
    if (!SEES_SLIPS.has(role)) expect(await findSupervision(actor, slip, LATE)).toBeNull()
  }
  expect([await sees(d.agency), await sees(d.head)]).toEqual([['slip'], ['letter', 'slip']])
  const found = async (actor: Actor, q: string) =>
    (await search(actor, searchQuery.parse({ q }), LATE)).supervisions.hits.map(({ id }) => id)
  expect([await found(d.agency, '超期'), await found(d.agency, '作风'), await found(d.head, '作风')]).toEqual([
    [slip],
    [],
    [letter],
  ])
  expect([await found(d.agency, '督办〔2026〕1号'), await found(d.agency, '督办〔2025〕1号')]).toEqual([[slip], []])
  expect(await findSupervision(d.office, letter, LATE)).toBeNull()
  // The office knows how many, and no more.
  expect((await listSupervisions(d.office, filter(), LATE)).released).toBe(1)
  expect((await listSupervisions(d.agency, filter(), LATE)).released).toBeNull()
  const lead = await addUser(d.districtId, 'LEADER', '分包', null)
  expect(await sees(lead)).toEqual([])
  await db.project.update({ where: { id: d.projectId }, data: { leaderId: lead.personId } })
  expect(await sees(lead)).toEqual(['slip'])
})

test('for a unit nobody can sign in of the office writes down the reply, of what was released the commission', async () => {
  const silent = await db.org.create({
    data: { districtId: d.districtId, kind: 'UTILITY', name: '供热', shortName: '供热' },
  })
  const [slip, letter] = [await opened({ toOrgId: silent.id }), await released(silent.id)]
  expect(await replySupervision(d.agency, await about(slip, { text: '—' }), { today: LATE })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  })
  expect(await replySupervision(d.office, await about(slip, { text: '供热已答' }), { today: LATE })).toMatchObject({
    ok: true,
  })
  expect(await replySupervision(commission, await about(letter, { text: '已答' }), { today: LATE })).toMatchObject({
    ok: true,
  })
})

test('a team that is given one opens and answers it, also what the commission released; another team has nothing of it', async () => {
  const team = (name: string) =>
    db.org.create({ data: { districtId: d.districtId, kind: 'TASKFORCE', name, shortName: name } })
  const [own, other] = [await team('商贸专班'), await team('智造专班')]
  const [lead, stranger] = [
    await addUser(d.districtId, 'TASKFORCE', '专班甲', own.id),
    await addUser(d.districtId, 'TASKFORCE', '专班乙', other.id),
  ]
  expect((await loadSupervisionStart(commission, { procedure: d.first.id }, LATE))?.units.map(({ id }) => id)).toEqual(
    expect.arrayContaining([own.id, other.id]),
  )
  const [slip, letter] = [await opened({ toOrgId: own.id }), await released(own.id)]
  expect((await listSupervisions(lead, filter(), LATE)).rows.map(({ id }) => id).sort()).toEqual([slip, letter].sort())
  expect((await listSupervisions(stranger, filter(), LATE)).total).toBe(0)
  expect(await findSupervision(lead, slip, LATE)).toMatchObject({ moves: ['REPLY'], silent: false })
  // Somebody else's project and procedure are no pages of his.
  expect(await findSupervision(lead, slip, LATE)).toMatchObject({ about: { href: null }, project: { href: null } })
  const refused = await replySupervision(stranger, await about(slip, { text: '—' }), { today: LATE })
  expect(refused).toMatchObject({ error: { code: 'NOT_FOUND' } })
  for (const id of [slip, letter])
    expect(await replySupervision(lead, await about(id, { text: '已办' }), { today: LATE })).toMatchObject({ ok: true })
  // The office writes for nobody who can sign in.
  expect(await findSupervision(d.office, slip, LATE)).toMatchObject({ moves: [] })
})

describe('the bell', () => {
  const heard = async (actor: Actor, show = 'open') =>
    (await listNotices(actor, noticeFilter.parse({ show }), START)).rows.map(({ step, as }) => `${step} ${as}`)

  test('tells the people of a unit of a slip and of each rung once, and the supervisor of the reply', async () => {
    const slipId = await opened({ dueOn: '2026-11-18' })
    expect([await heard(d.agency), await heard(d.head), await heard(commission), await heard(d.office)]).toEqual([
      ['SLIP_OPEN HANDLER'],
      ['SLIP_OPEN AGENCY_HEAD'],
      [],
      [],
    ])
    const [line] = (await listNotices(d.agency, noticeFilter.parse({}), START)).rows
    expect(line).toMatchObject({
      matter: { kind: 'SLIP', no: '督办〔2026〕1号', over: false },
      answerBy: '2026-11-18',
      mayAnswer: false,
      project: null,
    })
    expect(await countUnseen(d.agency)).toBe(1)
    const see = { noticeId: line?.id ?? '' }
    expect(await seeNotice(d.head, see, { today: LATE })).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await seeNotice(d.agency, see, { today: LATE })).toMatchObject({
      value: { href: `/supervision/slips/${slipId}` },
    })
    expect(await countUnseen(d.agency)).toBe(0)
    for (const day of ['2026-11-19', '2026-11-19', '2026-11-20', '2026-11-23', '2026-11-24'])
      await chaseSlips(d.districtId, on(day))
    expect([await heard(d.agency), await countUnseen(d.agency)]).toEqual([['SLIP_HEAD HANDLER'], 1])
    const today = on('2026-11-25')
    await announceSupervision(commission, await about(slipId, { text: '通报' }), { today })
    expect(await heard(d.head)).toEqual(['SLIP_ANNOUNCE AGENCY_HEAD'])
    const rows = await db.notice.findMany({ where: { itemId: slipId, personId: d.agency.personId } })
    expect(rows.map(({ step }) => step).sort()).toEqual(['SLIP_ANNOUNCE', 'SLIP_HEAD', 'SLIP_OPEN', 'SLIP_URGE'])
    await replySupervision(d.agency, await about(slipId, { text: '已办结' }), { today })
    expect([await heard(d.agency), await heard(d.head), await heard(commission)]).toEqual([
      [],
      [],
      ['SLIP_REPLY DISCIPLINE'],
    ])
    await seeNotice(commission, {}, { today })
    await returnSupervision(commission, await about(slipId, { text: '不实', dueOn: '2026-12-01' }), { today })
    expect([await heard(d.agency), await heard(commission)]).toEqual([['SLIP_RETURN HANDLER'], []])
    await replySupervision(d.head, await about(slipId, { text: '又办了' }), { today })
    // The same message rings anew: one a slip, rung and person.
    expect([await heard(commission), await countUnseen(commission)]).toEqual([['SLIP_REPLY DISCIPLINE'], 1])
    expect(await db.notice.count({ where: { itemId: slipId, step: 'SLIP_REPLY' } })).toBe(1)
    await verifySupervision(commission, await about(slipId, { text: '查过', result: 'UNFOUNDED' }), { today })
    expect([await heard(commission), await heard(commission, 'all')]).toEqual([[], ['SLIP_REPLY DISCIPLINE']])
  })

  test('of what the commission released tells whoever answers for the unit, and nobody who stands in for him', async () => {
    await released()
    expect([await heard(d.head), await heard(d.agency)]).toEqual([['SLIP_OPEN AGENCY_HEAD'], []])
    const standIn = { ...d.agency, standsInFor: [d.agency.personId, d.head.personId] } as Actor
    expect([await heard(standIn), await countUnseen(standIn)]).toEqual([[], 0])
  })

  test('rings at the office for a unit nobody can sign in of, and at the others where the supervisor has gone', async () => {
    const silent = await db.org.create({
      data: { districtId: d.districtId, kind: 'UTILITY', name: '供热', shortName: '供热' },
    })
    const slipId = await opened({ toOrgId: silent.id })
    expect(await heard(d.office)).toEqual(['SLIP_OPEN OFFICE'])
    expect((await listNotices(d.office, noticeFilter.parse({ instead: '1' }), START)).total).toBe(1)
    await released(silent.id)
    expect([await countUnseen(d.office), await countUnseen(commission)]).toEqual([1, 0])
    const other = await addUser(d.districtId, 'DISCIPLINE', '李监督', commission.orgId)
    await db.user.update({ where: { id: commission.userId }, data: { disabledAt: new Date() } })
    await replySupervision(d.office, await about(slipId, { text: '供热已答' }), { today: LATE })
    expect([await heard(other), await heard(d.office)]).toEqual([['SLIP_REPLY DISCIPLINE'], []])
  })

  test('is left alone by the ladder of colours, and a digest names the number and no word that was said', async () => {
    await opened()
    await db.messageChannel.createMany({
      data: [
        { districtId: d.districtId, kind: 'EMAIL', enabled: true, settings: {} },
        { districtId: d.districtId, kind: 'ROBOT', enabled: true, settings: {} },
      ],
    })
    await db.mailAddress.create({
      data: { districtId: d.districtId, personId: d.head.personId, address: 'a@b.cn' },
    })
    await escalate(d.districtId, { day: LATE, minute: 8 * 60 + 30 }, new Date())
    expect(await heard(d.head)).toEqual(['SLIP_OPEN AGENCY_HEAD'])
    const bodies = await db.delivery.findMany({ where: { districtId: d.districtId } })
    const said = (kind: string) => JSON.stringify(bodies.filter(({ channel }) => channel === kind))
    expect(said('EMAIL')).toContain('督办〔2026〕1号')
    expect(said('EMAIL')).not.toContain('超期没有办结')
    expect(said('ROBOT')).not.toContain('督办')
  })
})

describe('nothing is buried', () => {
  const refused = (act: (tx: Tx) => Promise<unknown>) =>
    db.$transaction(act).then(
      () => 'done',
      (error: Error) => (/of the commission|stays/.test(error.message) ? 'refused' : error.message),
    )

  test('the database takes no slip away, changes nothing it was issued with, closes nothing unseen, dates nothing back', async () => {
    const slipId = await opened()
    const where = { id: slipId }
    await replySupervision(d.agency, await about(slipId, { text: '已办' }), { today: addDays(LATE, 2) })
    const day = toDb(LATE)
    const line = { slipId, kind: 'VERIFY', from: 'REPLIED', to: 'VERIFIED', actorId: commission.userId } as const
    const tries: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => tx.supervisionMove.deleteMany({ where: { slipId } }),
      (tx) => tx.supervisionMove.updateMany({ where: { slipId }, data: { on: toDb(START) } }),
      (tx) => tx.supervisionSlip.delete({ where }),
      (tx) => tx.$executeRaw`TRUNCATE "Notice", "SupervisionMove", "SupervisionSlip"`,
      (tx) => tx.supervisionSlip.update({ where, data: { issuedOn: toDb(START) } }),
      (tx) => tx.supervisionSlip.update({ where, data: { matter: '别的事' } }),
      (tx) => tx.supervisionSlip.update({ where, data: { dueOn: day } }),
      // Without a line in its history, or with one that leaves a gap, or with one that is dated back.
      (tx) =>
        tx.supervisionSlip.update({
          where,
          data: {
            state: 'VERIFIED',
            result: 'UNFOUNDED',
            finding: '—',
            verifiedOn: toDb(addDays(LATE, 2)),
            version: 3,
          },
        }),
      (tx) => tx.supervisionMove.create({ data: { ...line, nth: 4, on: toDb(addDays(LATE, 2)) } }),
      (tx) => tx.supervisionMove.create({ data: { ...line, nth: 3, on: day } }),
    ]
    for (const [i, act] of tries.entries()) expect([i, await refused(act)]).toEqual([i, 'refused'])
    expect(await findSupervision(commission, slipId, LATE)).toMatchObject({ state: 'REPLIED', matter: '超期没有办结' })
    expect(await doubts(slipId)).toEqual([])
  })

  test('a day, a word or a result that is in no line is refused, and found where the triggers were off', async () => {
    const slipId = await opened()
    const where = { id: slipId }
    await replySupervision(d.agency, await about(slipId, { text: '已办' }), { today: addDays(LATE, 1) })
    const { number } = await db.supervisionSlip.findUniqueOrThrow({ where })
    const other = await db.org.create({
      data: { districtId: d.districtId, kind: 'AGENCY', name: '别局', shortName: '别局' },
    })
    const changes = {
      demand: '别的要求',
      dueOn: toDb(addDays(LATE, 30)),
      issuedOn: toDb(addDays(LATE, -1)),
      reply: '没有办',
      repliedOn: toDb(addDays(LATE, 3)),
      effect: '好',
      urgedOn: toDb(LATE),
    }
    for (const [field, value] of Object.entries(changes)) {
      const before = await db.supervisionSlip.findUniqueOrThrow({ where })
      await expect(db.supervisionSlip.update({ where, data: { [field]: value } })).rejects.toThrow()
      await sabotage((tx) => tx.supervisionSlip.update({ where, data: { [field]: value } }))
      expect(await doubts(slipId)).toContain(`slip ${number}: ${field} is not what its history says`)
      await sabotage((tx) =>
        tx.supervisionSlip.update({ where, data: { [field]: before[field as keyof typeof before] } as never }),
      )
      expect([field, await doubts(slipId)]).toEqual([field, []])
    }
    // Of what no line says, and where slip and history are changed together, the sealed log knows.
    const { matter, toOrgId } = await db.supervisionSlip.findUniqueOrThrow({ where })
    for (const data of [{ matter: '别的事' }, { toOrgId: other.id }]) {
      await sabotage((tx) => tx.supervisionSlip.update({ where, data }))
      expect(await doubts(slipId)).toEqual([`line 1 of slip ${slipId} says something else than was logged`])
      await sabotage((tx) => tx.supervisionSlip.update({ where, data: { matter, toOrgId } }))
    }
    await sabotage(async (tx) => {
      await tx.supervisionSlip.update({ where, data: { reply: '没有办' } })
      await tx.supervisionMove.updateMany({ where: { slipId, nth: 2 }, data: { text: '没有办' } })
    })
    expect(await doubts(slipId)).toEqual([`line 2 of slip ${slipId} says something else than was logged`])
  })

  test('whoever switches the triggers off is found by the log, which is sealed', async () => {
    const [first, second] = [await opened(), await released()]
    await replySupervision(d.agency, await about(first, { text: '已办' }), { today: addDays(LATE, 2) })
    await sabotage((tx) =>
      tx.supervisionMove.updateMany({ where: { slipId: first, nth: 2 }, data: { on: toDb(LATE) } }),
    )
    expect(await doubts(first)).toEqual([
      `line 2 of slip ${first} is not as it was logged`,
      'slip 1: firstReplyOn is not what its history says',
      'slip 1: repliedOn is not what its history says',
    ])
    await sabotage((tx) => tx.supervisionSlip.update({ where: { id: first }, data: { state: 'ISSUED' } }))
    expect(await doubts(first)).toContain('state ISSUED at version 2 is in no line')
    await sabotage(async (tx) => {
      await tx.supervisionMove.deleteMany({ where: { slipId: first } })
      await tx.supervisionSlip.delete({ where: { id: first } })
    })
    expect(await doubts(d.districtId)).toEqual(['slip 1 is missing'])
    expect(await doubts(first)).toHaveLength(2)
    expect(await doubts(second)).toEqual([])
    await sabotage((tx) => tx.auditEntry.deleteMany({ where: { subject: first } }))
    await sabotage((tx) => tx.supervisionSlip.update({ where: { id: second }, data: { number: 1 } }))
    expect(await doubts(d.districtId)).toEqual([])
  })
})

test('a slip about a complaint goes to no unit of whoever supervises its point; nobody follows up what is said of his own unit', async () => {
  const street = await db.org.create({
    data: { districtId: d.districtId, kind: 'STREET', name: '某街道', shortName: '某街道' },
  })
  const cadre = await addUser(d.districtId, 'STREET', '李网格', street.id)
  await db.person.update({ where: { id: cadre.personId }, data: { orgId: street.id } })
  const point = await db.monitorPoint.create({
    data: {
      districtId: d.districtId,
      number: 1,
      name: '监测点',
      kind: 'HALL',
      address: '—',
      supervisorId: cadre.personId,
      contactId: commission.personId,
      registeredOn: toDb(START),
    },
  })
  const complaint = await db.complaint.create({
    data: {
      districtId: d.districtId,
      number: 1,
      kind: 'DELAY',
      text: '一直没有办',
      place: '—',
      filedOn: toDb(START),
      filedHour: 9,
      pointId: point.id,
      state: 'RECEIVED',
      receivedOn: toDb(START),
      waitsSince: toDb(START),
      clockOn: toDb(LATE),
      dueOn: toDb(LATE),
      againstOrgId: unitId,
    },
  })
  const start = await loadSupervisionStart(commission, { complaint: complaint.id }, LATE)
  expect(start?.units.map(({ id }) => id)).not.toContain(street.id)
  const input = { procedureId: undefined, complaintId: complaint.id, matter: '超期', demand: '说明' }
  const open = (toOrgId: string, actor = commission) =>
    openSupervision(actor, supervisionOpen.parse({ ...input, toOrgId }), { today: LATE })
  expect(await open(street.id)).toMatchObject({ error: { code: 'SUPERVISION_ROUTE_SUPERVISOR', field: 'toOrgId' } })
  // The accused is asked; whoever is of it can neither issue the slip nor verify the reply.
  const ofAccused = as('DISCIPLINE', { orgId: unitId })
  expect(await open(street.id, ofAccused)).toMatchObject({ error: { code: 'NOT_FOUND' } })
  const issued = await open(unitId)
  const slipId = issued.ok ? issued.value.slipId : ''
  await replySupervision(d.agency, await about(slipId, { text: '已办' }), { today: LATE })
  const verify = { text: '查过', result: 'UNFOUNDED' }
  expect(await verifySupervision(ofAccused, await about(slipId, verify), { today: LATE })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
  expect((await findSupervision(ofAccused, slipId, LATE))?.moves).toEqual([])
  expect(await verifySupervision(commission, await about(slipId, verify), { today: LATE })).toMatchObject({ ok: true })
})

test('the analysis counts what somebody took up, each unit its own, and a quiet point as what it is', async () => {
  const person = commission.personId
  const point = (number: number) =>
    db.monitorPoint.create({
      data: {
        districtId: d.districtId,
        number,
        name: `监测点${number}`,
        kind: 'HALL',
        address: '—',
        supervisorId: person,
        contactId: person,
        registeredOn: toDb(START),
      },
    })
  const [busy, quiet] = [await point(1), await point(2)]
  const complaint = (number: number, more: object) =>
    db.complaint.create({
      data: {
        districtId: d.districtId,
        number,
        kind: 'DELAY',
        text: '—',
        place: '—',
        filedOn: toDb(START),
        filedHour: 9,
        pointId: busy.id,
        ...more,
      } as never,
    })
  const handed = {
    state: 'ANSWERED',
    leadOrgId: unitId,
    receivedOn: toDb(START),
    passedOn: toDb(START),
    dueOn: toDb(addDays(START, 30)),
    answer: '已办',
    answeredOn: toDb(addDays(START, 6)),
  }
  await complaint(1, { ...handed, rating: 5, ratedOn: toDb(addDays(START, 7)) })
  await complaint(2, { clockOn: toDb(addDays(START, 2)) })
  const period = { from: START, to: LATE }
  const all = await loadAnalysis(commission, period, LATE)
  expect(all.total).toEqual({
    received: 1,
    onTime: 1,
    judged: 1,
    satisfied: 1,
    rated: 1,
    repeated: 0,
    said: 1,
    answered: 1,
    medianDays: 6,
  })
  expect(all.byPoint.map(({ name, sums }) => [name, sums.received])).toEqual([
    [busy.name, 1],
    [quiet.name, 0],
  ])
  expect((await loadAnalysis(d.agency, period, LATE)).byAgency).toMatchObject([{ id: unitId, name: '住建局' }])
  expect((await loadAnalysis(as('AGENCY', { orgId: null }), period, LATE)).total.received).toBe(0)
  expect((await loadAnalysis(as('BANK'), period, LATE)).total.received).toBe(0)
})
