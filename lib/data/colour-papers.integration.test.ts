import { expect, test } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import { closeColourPaper, copyColourPaper, issueColourPaper, refuseColourPaper } from './colour-paper-writes'
import { countColourDrafts, listColourPapers } from './colour-papers'
import { toDb } from './date'
import { db } from './db'
import { addUser, makeDistrict, START, type TestDistrict } from './district.fixture'
import { escalate } from './escalate'
import { listNotices } from './notice-inbox'
import { answerNotice } from './notice-writes'

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
const papersOf = async (d: TestDistrict) => (await listColourPapers(d.office, 1)).rows
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
  expect((await listColourPapers(d.steward, 1)).rows).toEqual([])
  const draft = await firstOf(d, 'SUPERVISE')
  expect(await issueColourPaper(d.office, draft, { today: on('2026-11-17') })).toMatchObject({ ok: true })
  expect(await issueColourPaper(d.office, { ...draft, version: 2 }, { today: on('2026-11-17') })).toMatchObject({
    error: { code: 'SLIP_NOT_DRAFT' },
  })
  await db.project.update({ where: { id: d.projectId }, data: { name: `另一个名字${d.districtId}` } })
  const [issued] = (await listColourPapers(d.steward, 1)).rows
  expect(issued).toMatchObject({ no: '色督〔2026〕1号', project: '热力管网', unit: '住建局', answerBy: '2026-11-18' })
  expect(issued?.state).toBe('UNANSWERED')
  // Two working days past its day without an answer.
  await run(d, '2026-11-20')
  expect((await papersOf(d)).map(({ kind }) => kind)).toContain('URGE')
  const { rows } = await listNotices(d.agency, { show: 'open', instead: undefined, page: 1 })
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
  const paper = (unit: string, nth: number) =>
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
      },
    })
  await paper(shortName, 1)
  await paper('某某置业有限公司', 2)
  expect((await listColourPapers(d.agency, 1)).rows.map(({ unit }) => unit)).toEqual([shortName])
  expect((await listColourPapers(d.steward, 1)).rows).toHaveLength(2)
})
