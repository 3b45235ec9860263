import { expect, test } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import {
  acceptColourPaper,
  closeColourPaper,
  copyColourPaper,
  explainColourPaper,
  issueColourPaper,
  planColourPaper,
  refuseColourPaper,
  reportColourPaper,
  returnColourPaper,
  signColourPaper,
} from './colour-paper-writes'
import {
  countColourDrafts,
  findColourPaperLine,
  listAllColourPapers,
  listColourPapers,
  loadColourDay,
} from './colour-papers'
import { toDb } from './date'
import { db } from './db'
import { addUser, makeDistrict, START, type TestDistrict } from './district.fixture'
import { escalate } from './escalate'
import { listNotices } from './notice-inbox'
import { answerNotice } from './notice-writes'

const PAGE = { page: 1 } as const

let turns = 0
async function turn(d: TestDistrict, day: string, to: 'GREEN' | 'RED') {
  await db.levelChange.create({
    data: {
      districtId: d.districtId,
      projectId: d.projectId,
      procedureId: d.first.id,
      at: new Date(Date.now() + 1000 * turns++),
      on: toDb(on(day)),
      from: to === 'RED' ? 'GREEN' : 'RED',
      to,
      reasons: [],
      owner: 'AGENCY',
      inputs: {},
      rulesVersion: 0,
      cause: 'DAY',
    },
  })
  await db.procedure.update({ where: { id: d.first.id }, data: { level: to, levelOwner: 'AGENCY' } })
}

/** A district whose first procedure is red since a day. */
async function redDistrict(day: string) {
  const d = await makeDistrict()
  await db.procedure.updateMany({ where: { projectId: d.projectId }, data: { level: 'GREEN' } })
  await db.project.update({ where: { id: d.projectId }, data: { level: 'GREEN' } })
  await turn(d, START, 'GREEN')
  await turn(d, day, 'RED')
  return d
}
const run = (d: TestDistrict, day: string) =>
  escalate(d.districtId, { day: on(day), minute: 540 }, new Date(`${day}T01:00:00Z`))
const papersOf = async (d: TestDistrict) => (await listColourPapers(d.office, PAGE, START)).rows
const firstOf = async (d: TestDistrict, kind: string) => {
  const paper = (await papersOf(d)).find((one) => one.kind === kind)
  if (!paper) throw new Error(`no ${kind}`)
  return { paperId: paper.id, version: paper.version }
}

test('red on its day: a draft for the office; issued it has a number and stays as it was; answered it urges no more', async () => {
  const d = await redDistrict('2026-11-16')
  expect((await run(d, '2026-11-16')).drafts).toBe(1)
  expect((await run(d, '2026-11-16')).drafts).toBe(0)
  expect(await countColourDrafts(d.office)).toBe(1)
  // A draft is nobody else's.
  expect((await listColourPapers(d.steward, PAGE, START)).rows).toEqual([])
  const draft = await firstOf(d, 'SUPERVISE')
  expect(await issueColourPaper(d.office, draft, { today: on('2026-11-17') })).toMatchObject({ ok: true })
  expect(await issueColourPaper(d.office, { ...draft, version: 2 }, { today: on('2026-11-17') })).toMatchObject({
    error: { code: 'SLIP_NOT_DRAFT' },
  })
  await db.project.update({ where: { id: d.projectId }, data: { name: `另一个名字${d.districtId}` } })
  const [issued] = (await listColourPapers(d.steward, PAGE, START)).rows
  expect(issued).toMatchObject({ no: '色督〔2026〕1号', project: '热力管网', unit: '住建局', answerBy: '2026-11-18' })
  expect(issued?.state).toBe('UNANSWERED')
  // Two working days past its day without an answer.
  await run(d, '2026-11-20')
  expect((await papersOf(d)).map(({ kind }) => kind)).toContain('URGE')
  const { rows } = await listNotices(d.agency, { show: 'open', instead: undefined, page: 1 }, START)
  const answer = { noticeId: rows[0]?.id ?? '', reason: '专家意见未出', newOn: on('2026-11-30') }
  await answerNotice(d.agency, answer, { today: on('2026-11-20') })
  await run(d, '2026-11-27')
  const kinds = (await papersOf(d)).map(({ kind }) => kind).sort()
  expect(kinds).toEqual(['ON_SITE', 'SUPERVISE', 'URGE'])
})

test('closed by whoever issued it, and only once the red has gone', async () => {
  const d = await redDistrict('2026-11-16')
  await run(d, '2026-11-16')
  const draft = await firstOf(d, 'SUPERVISE')
  await issueColourPaper(d.office, draft, { today: on('2026-11-16') })
  const issued = { ...draft, version: 2 }
  const close = (who: TestDistrict['office']) => closeColourPaper(who, issued, { today: on('2026-11-18') })
  expect(await close(d.office)).toMatchObject({ error: { code: 'COLOUR_PAPER_RED' } })
  await turn(d, '2026-11-18', 'GREEN')
  await run(d, '2026-11-18')
  const colleague = await addUser(d.districtId, 'OFFICE', '钱办', d.office.orgId)
  expect(await close(colleague)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect(await close(d.office)).toMatchObject({ ok: true })
})

test('the discipline office is told on the tenth day, and only of what the office let it have', async () => {
  const told = (d: TestDistrict) =>
    db.notice.count({ where: { districtId: d.districtId, step: 'RED_10', as: 'DISCIPLINE' } })
  for (const lets of [false, true]) {
    const d = await redDistrict('2026-11-02')
    await addUser(d.districtId, 'DISCIPLINE', '孙监督', null)
    await run(d, '2026-11-02')
    const draft = await firstOf(d, 'SUPERVISE')
    const copy = { ...draft, version: 2 }
    expect(await copyColourPaper(d.office, draft, { today: START })).toMatchObject({
      error: { code: 'SLIP_NOT_ISSUED' },
    })
    await issueColourPaper(d.office, draft, { today: START })
    if (lets) expect(await copyColourPaper(d.office, copy, { today: START })).toMatchObject({ ok: true })
    await run(d, '2026-11-13')
    expect(await told(d)).toBe(0)
    await run(d, '2026-11-16')
    expect(await told(d)).toBe(lets ? 1 : 0)
  }
})

test('refused with a reason it is not drafted again; a draft whose warning went lapses', async () => {
  const d = await redDistrict('2026-11-16')
  await run(d, '2026-11-16')
  const draft = await firstOf(d, 'SUPERVISE')
  const refuse = (text: string) => refuseColourPaper(d.office, { ...draft, text }, { today: on('2026-11-16') })
  expect(await refuse('')).toMatchObject({ error: { code: 'REASON_MISSING' } })
  expect(await refuse('已电话督办')).toMatchObject({ ok: true })
  expect((await run(d, '2026-11-17')).drafts).toBe(0)

  const lapsed = await redDistrict('2026-11-16')
  await run(lapsed, '2026-11-16')
  await turn(lapsed, '2026-11-17', 'GREEN')
  await run(lapsed, '2026-11-17')
  expect((await papersOf(lapsed)).map(({ state }) => state)).toEqual(['LAPSED'])
  expect(await countColourDrafts(lapsed.office)).toBe(0)
  expect(
    await issueColourPaper(lapsed.office, await firstOf(lapsed, 'SUPERVISE'), { today: on('2026-11-17') }),
  ).toMatchObject({
    error: { code: 'COLOUR_PAPER_LAPSED' },
  })
})

test('of a project’s own papers an agency reads those that went to it, and nobody else’s', async () => {
  const d = await redDistrict('2026-11-16')
  const { shortName } = await db.org.findUniqueOrThrow({ where: { id: d.agency.orgId ?? '' } })
  const paper = (unit: string, nth: number, to: { toOwner: string; toOrgId?: string | null }) =>
    db.colourPaper.create({
      data: {
        districtId: d.districtId,
        projectId: d.projectId,
        itemId: d.projectId,
        since: toDb(on(`2026-11-1${nth}`)),
        kind: 'SUPERVISE',
        draftedOn: toDb(on('2026-11-16')),
        issuedOn: toDb(on('2026-11-16')),
        issuedById: d.office.personId,
        year: 2026,
        nth,
        said: { project: '热力管网', item: null, unit },
        ...to,
      },
    })
  await paper(shortName, 1, { toOwner: 'UNIT', toOrgId: d.agency.orgId })
  await paper('某某置业有限公司', 2, { toOwner: 'ENTERPRISE' })
  expect((await listColourPapers(d.agency, PAGE, START)).rows.map(({ unit }) => unit)).toEqual([shortName])
  expect((await listColourPapers(d.steward, PAGE, START)).rows).toHaveLength(2)
})

test('whom it went to signs, explains, plans and reports; the office sends back and accepts; the red gone, it is closed', async () => {
  const d = await redDistrict('2026-11-16')
  await run(d, '2026-11-16')
  const draft = await firstOf(d, 'SUPERVISE')
  const today = on('2026-11-16')
  await issueColourPaper(d.office, draft, { today })
  const { paperId } = draft
  const now = async (actor: TestDistrict['office']) => {
    const line = await findColourPaperLine(actor, paperId, today)
    if (!line) throw new Error('out of sight')
    return line
  }
  const input = async () => ({ paperId, version: (await now(d.office)).version })
  const day = async (actor: TestDistrict['office']) => {
    const { own, check } = await loadColourDay(actor, today)
    return { own: own.map(({ standing }) => standing.wants), check: check.map(({ standing }) => standing.toCheck) }
  }
  // It is on his desk, says why, and nobody else may answer it.
  expect(await day(d.agency)).toEqual({ own: ['SIGN'], check: [] })
  expect((await now(d.agency)).why).not.toBeNull()
  expect(await signColourPaper(d.steward, await input(), { today })).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect(await signColourPaper(d.office, await input(), { today })).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect(await signColourPaper(d.agency, await input(), { today })).toMatchObject({ ok: true })
  expect(
    await planColourPaper(d.agency, { ...(await input()), text: '补件', dueOn: on('2026-11-27') }, { today }),
  ).toMatchObject({
    error: { code: 'COLOUR_PAPER_STEP' },
  })
  const explain = async (newOn: string) =>
    explainColourPaper(d.agency, { ...(await input()), reason: '专家意见未出', newOn: on(newOn) }, { today })
  expect(await explain('2031-01-01')).toMatchObject({ error: { code: 'ANSWER_FAR' } })
  expect(await explain('2026-11-30')).toMatchObject({ ok: true })
  // Said again it puts right what was said; the ladder counts it as an answer.
  expect(await explain('2026-11-27')).toMatchObject({ ok: true })
  expect((await now(d.agency)).answer).toMatchObject({ newOn: '2026-11-27' })
  const plan = async () =>
    planColourPaper(d.agency, { ...(await input()), text: '周四上会', dueOn: on('2026-11-27') }, { today })
  expect(await plan()).toMatchObject({ ok: true })
  expect(await day(d.office)).toMatchObject({ check: ['PLAN'] })
  const say = async (text: string) => ({ ...(await input()), text })
  expect(await returnColourPaper(d.agency, await say('x'), { today })).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect(await returnColourPaper(d.office, await say('写明由谁办'), { today })).toMatchObject({ ok: true })
  expect((await now(d.agency)).standing).toMatchObject({ wants: 'PLAN', returned: true })
  await plan()
  expect(await acceptColourPaper(d.office, await input(), { today })).toMatchObject({ ok: true })
  expect(await reportColourPaper(d.agency, await say('已办结'), { today })).toMatchObject({ ok: true })
  expect(await acceptColourPaper(d.office, await input(), { today })).toMatchObject({ ok: true })
  expect(await day(d.agency)).toEqual({ own: [], check: [] })
  expect(await day(d.office)).toEqual({ own: [], check: [] })
  expect((await now(d.office)).steps.map(({ kind }) => kind)).toEqual([
    'SIGN',
    'EXPLAIN',
    'EXPLAIN',
    'PLAN',
    'RETURN',
    'PLAN',
    'ACCEPT',
    'REPORT',
    'ACCEPT',
  ])
  await turn(d, '2026-11-17', 'GREEN')
  await run(d, '2026-11-17')
  expect(await closeColourPaper(d.office, await input(), { today: on('2026-11-17') })).toMatchObject({ ok: true })
})

test('a paper to somebody who cannot sign in is the office’s to answer; one to a project unit is on its contact’s page', async () => {
  const d = await redDistrict('2026-11-16')
  const today = on('2026-11-16')
  await db.procedure.update({ where: { id: d.first.id }, data: { levelOwner: 'ENTERPRISE' } })
  const enterprise = await db.enterprise.create({ data: { districtId: d.districtId, name: `某置业${d.districtId}` } })
  await db.project.update({ where: { id: d.projectId }, data: { enterpriseId: enterprise.id } })
  await run(d, '2026-11-16')
  await issueColourPaper(d.office, await firstOf(d, 'SUPERVISE'), { today })
  expect((await loadColourDay(d.office, today)).own).toHaveLength(1)
  const contact = { ...(await addUser(d.districtId, 'CONTACT', '企业甲', null)), enterpriseId: enterprise.id }
  await db.user.update({ where: { id: contact.userId }, data: { enterpriseId: enterprise.id } })
  expect((await loadColourDay(d.office, today)).own).toHaveLength(0)
  const [own] = (await loadColourDay(contact, today)).own
  expect(own).toMatchObject({ maySteps: ['SIGN', 'EXPLAIN'], unit: enterprise.name })
  expect((await loadColourDay(d.agency, today)).own).toHaveLength(0)
  // The chain inside is not the unit's.
  expect(await findColourPaperLine(d.agency, own?.id ?? '', today)).toBeNull()
})

test('the ledger’s rows are those that are printed and exported', async () => {
  const d = await redDistrict('2026-11-16')
  await run(d, '2026-11-16')
  await issueColourPaper(d.office, await firstOf(d, 'SUPERVISE'), { today: START })
  for (const filter of [{}, { state: 'unanswered' as const }, { mine: '1' as const }, { q: '没有这个项目' }]) {
    const page = await listColourPapers(d.agency, { ...filter, page: 1 }, START)
    const all = await listAllColourPapers(d.agency, filter, START, 100)
    expect(all.rows.map(({ id }) => id)).toEqual(page.rows.map(({ id }) => id))
  }
})
