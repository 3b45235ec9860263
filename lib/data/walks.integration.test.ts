import { beforeEach, describe, expect, test } from 'vitest'
import { type Actor, ROLES } from '@/lib/domain/access'
import { addDays, on } from '@/lib/domain/plain-date'
import { SEES_WALKS } from '@/lib/domain/sight'
import { findingCorrect, findingMove, LAST_STEP, walkFilter, walkFind, walkStart, walkStep } from '@/lib/schemas/walk'
import { db } from './db'
import { addUser, makeDistrict, START, type TestDistrict } from './district.fixture'
import { takeBackFinding } from './finding-take-back'
import { enterIssue } from './issue-entry'
import { findFinding, findWalk, loadWalkStart } from './walk-detail'
import { assignFinding, closeFinding, returnFinding, startFinding, submitFinding } from './walk-finding-writes'
import { listAllFindings, listWalks, loadWalkMonths } from './walk-list'
import {
  cancelWalk,
  correctFinding,
  dropWalkStep,
  findOnWalk,
  finishWalk,
  recordWalkStep,
  startWalk,
} from './walk-writes'
import { walksFigures } from './walks-figures'

let d: TestDistrict
let bureau: Actor
const options = { today: START }
const filter = (more: object = {}) => walkFilter.parse(more)

const begun = async (actor: Actor = d.head, more: object = {}, today = START) => {
  const input = walkStart.parse({ code: 'GH01', mode: 'SELF', place: 'HALL', on: today, ...more })
  const answer = await startWalk(actor, input, { today })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.walkId
}
const step = (actor: Actor, walkId: string, name: string, papers: number, trips: number, more: object = {}) =>
  recordWalkStep(actor, walkStep.parse({ walkId, name, minutes: '30', papers, trips, ...more }), options)
const find = async (walkId: string, text: string, more: object = {}, actor: Actor = d.head) => {
  const answer = await findOnWalk(actor, walkFind.parse({ walkId, text, ...more }), options)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.findingId
}
const finished = async (actor: Actor, walkId: string, days?: number) => {
  const { version } = await db.walk.findUniqueOrThrow({ where: { id: walkId } })
  return finishWalk(actor, { walkId, version, days, note: '' }, options)
}
const about = async (findingId: string, more: object = {}) => {
  const { version } = await db.walkFinding.findUniqueOrThrow({ where: { id: findingId } })
  return findingMove.parse({ findingId, version, ...more })
}
/** A head walked, found something at the counter, and his unit says that it is mended. */
async function handedIn(day = START) {
  const walkId = await begun()
  await step(d.head, walkId, '窗口受理', 7, 2)
  await step(d.head, walkId, '领证', 1, 1)
  const findingId = await find(walkId, '窗口还要复印件', { step: '窗口受理' })
  await finished(d.head, walkId, 9)
  await startFinding(d.agency, await about(findingId, { measure: 'PAPERS' }), { today: day })
  await submitFinding(d.agency, await about(findingId, { text: '不再收复印件' }), { today: day })
  return { walkId, findingId }
}

beforeEach(async () => {
  d = await makeDistrict()
  const org = await db.org.create({
    data: { districtId: d.districtId, kind: 'SERVICE_BUREAU', name: '营商办', shortName: '营商办' },
  })
  bureau = await addUser(d.districtId, 'BIZENV', '马科', org.id)
})

describe('a walk', () => {
  test('is written down on the way, corrected, and stands once it is over', async () => {
    const walkId = await begun()
    await step(d.head, walkId, '取号', 0, 0)
    await step(d.head, walkId, '受理', 5, 1)
    const [first, second] = (await findWalk(d.head, walkId, START))?.lines ?? []
    await step(d.head, walkId, '窗口受理', 6, 1, { stepId: second?.id })
    await dropWalkStep(d.head, { walkId, stepId: first?.id ?? '' }, options)
    expect(await findWalk(d.head, walkId, START)).toMatchObject({
      state: 'WALKING',
      papers: 6,
      minutes: 30,
      lines: [{ name: '窗口受理' }],
      unit: { name: '住建局' },
      leader: '郑局',
    })
    expect(await finished(d.head, walkId, 5)).toMatchObject({ ok: true })
    expect(await step(d.head, walkId, '再来', 0, 0)).toMatchObject({ error: { code: 'WALK_OVER' } })
    expect(await findWalk(d.head, walkId, START)).toMatchObject({ state: 'DONE', days: 5 })
  })

  test('is refused in words: no procedure, a day to come, no steps, another unit’s, called off with findings', async () => {
    const input = walkStart.parse({ code: 'XX99', mode: 'SELF', place: 'HALL', on: START })
    expect(await startWalk(d.head, input, options)).toMatchObject({ error: { code: 'WALK_CODE_MISSING' } })
    expect(await startWalk(d.head, { ...input, code: 'GH01', on: addDays(START, 1) }, options)).toMatchObject({
      error: { code: 'WALK_FUTURE' },
    })
    const walkId = await begun()
    expect(await finished(d.head, walkId)).toMatchObject({ error: { code: 'WALK_STEPS_MISSING' } })
    const other = await begun(bureau)
    expect(await step(d.head, other, '取号', 0, 0)).toMatchObject({ error: { code: 'NOT_FOUND' } })
    await find(walkId, '找不到窗口', { step: LAST_STEP })
    const { version } = await db.walk.findUniqueOrThrow({ where: { id: walkId } })
    expect(await cancelWalk(d.head, { walkId, version }, options)).toMatchObject({
      error: { code: 'WALK_HAS_FINDINGS' },
    })
    expect(await cancelWalk(bureau, { walkId: other, version: 1 }, options)).toMatchObject({ ok: true })
    expect((await listWalks(bureau, filter(), START)).total).toBe(1)
  })

  test('a finding typed by mistake is taken back that day by whoever typed it, and counts no more', async () => {
    const walkId = await begun()
    await step(d.head, walkId, '窗口受理', 5, 1)
    const slip = await find(walkId, '打错了', { step: '窗口受理' })
    const kept = await find(walkId, '要复印件', { step: '窗口受理' })
    await finished(d.head, walkId, 5)
    const back = async (actor: Actor, id = slip, today = START) => {
      const { version } = await db.walkFinding.findUniqueOrThrow({ where: { id } })
      return takeBackFinding(actor, { findingId: id, version, reason: '记到别的窗口了' }, { today })
    }
    expect(await back(bureau)).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect(await back(d.head, slip, addDays(START, 1))).toMatchObject({ error: { code: 'FINDING_DAY_OVER' } })
    expect((await findFinding(bureau, slip, START))?.mayTakeBack).toBe(false)
    expect((await findFinding(d.head, slip, START))?.mayTakeBack).toBe(true)
    expect(await back(d.head)).toMatchObject({ ok: true })
    expect(await back(d.head)).toMatchObject({ error: { code: 'FINDING_MOVE_ILLEGAL' } })
    // What it measured is measured by the other one now.
    expect((await findFinding(d.head, kept, START))?.before).toMatchObject({ papers: 5, trips: 1 })
    const gone = await findFinding(d.agency, slip, START)
    expect(gone).toMatchObject({ state: 'WITHDRAWN', moves: [], mayTakeBack: false })
    expect(gone?.steps[0]).toMatchObject({ kind: 'WITHDRAW', text: '记到别的窗口了' })
    const listed = await listWalks(d.office, filter({ tab: 'findings' }), START)
    expect(listed.findings.map(({ id }) => id)).toEqual([kept])
    expect(listed.counts.byState).toMatchObject({ all: 1, WITHDRAWN: 1, open: 1 })
    const figures = await walksFigures(d.office, { from: START, to: START }, { taskforceId: null })
    expect(figures.find(({ name }) => name === 'walks.findings')?.value).toEqual({ kind: 'count', n: 1 })
    await startFinding(d.agency, await about(kept, { measure: 'PAPERS' }), options)
    expect(await back(d.head, kept)).toMatchObject({ error: { code: 'FINDING_MOVE_ILLEGAL' } })
    expect(await db.auditEntry.count({ where: { action: 'finding.takeBack', subject: slip, ok: true } })).toBe(1)
  })

  test('two steps of one name are kept apart in what is counted', async () => {
    const walkId = await begun()
    await step(d.head, walkId, '窗口受理', 5, 1)
    await find(walkId, '要复印件', { step: LAST_STEP })
    await step(d.head, walkId, '窗口受理', 2, 1)
    await find(walkId, '再要一份', { step: LAST_STEP })
    await finished(d.head, walkId, 5)
    const walk = await findWalk(d.head, walkId, START)
    expect(walk?.lines.map(({ name }) => name)).toEqual(['窗口受理', '窗口受理（2）'])
    expect(walk?.found.map(({ step: at, before }) => [at, before.papers])).toEqual([
      ['窗口受理', 5],
      ['窗口受理（2）', 2],
    ])
  })

  test('a finding is met at the step that was written down last, or on the whole way', async () => {
    const walkId = await begun()
    await step(d.head, walkId, '取号', 0, 0)
    await step(d.head, walkId, '受理', 5, 1)
    await find(walkId, '要复印件', { step: LAST_STEP })
    await find(walkId, '太慢')
    const found = (await findWalk(d.head, walkId, START))?.found
    expect(found?.map((finding) => finding.step)).toEqual(['受理', null])
  })

  test('what was found is corrected while the walk goes on, and then by nobody', async () => {
    const walkId = await begun()
    await step(d.head, walkId, '取号', 0, 0)
    await find(walkId, '教号机坏了')
    const [slip] = (await findWalk(d.head, walkId, START))?.found ?? []
    const right = (version: number) =>
      findingCorrect.parse({ findingId: slip?.id, version, text: '叫号机坏了', kind: 'BLOCKAGE', step: '取号' })
    expect(await correctFinding(d.agency, right(slip?.version ?? 0), options)).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
    expect(await correctFinding(d.head, right(99), options)).toMatchObject({ error: { code: 'CONFLICT' } })
    expect(await correctFinding(d.head, right(slip?.version ?? 0), options)).toMatchObject({ ok: true })
    const found = await findFinding(d.head, slip?.id ?? '', START)
    expect(found).toMatchObject({ text: '叫号机坏了', kind: 'BLOCKAGE', step: '取号', state: 'TO_MEND' })
    expect(found?.steps.map(({ kind }) => kind)).toEqual(['CORRECT', 'RAISE'])
    await finished(d.head, walkId)
    const { version } = await db.walkFinding.findUniqueOrThrow({ where: { id: slip?.id } })
    expect(await correctFinding(d.head, right(version), options)).toMatchObject({ error: { code: 'WALK_OVER' } })
  })

  test('a step sent twice with one key is one step', async () => {
    const walkId = await begun()
    const input = walkStep.parse({ walkId, name: '取号', minutes: '3' })
    const once = { today: START, formKey: 'kept-on-the-phone', bodyHash: 'same' }
    await recordWalkStep(d.head, input, once)
    await recordWalkStep(d.head, input, once)
    expect(await db.walkStep.count({ where: { walkId } })).toBe(1)
  })
})

describe('what was found', () => {
  test('is the walked unit’s in ten working days, and measures its step once the walk is over', async () => {
    const { findingId } = await handedIn()
    expect(await findFinding(d.agency, findingId, START)).toMatchObject({
      state: 'TO_VERIFY',
      owner: { name: '住建局' },
      dueOn: '2026-11-16',
      before: { days: null, papers: 7, trips: 2 },
      moves: [],
    })
  })

  test('is struck off only by walking again; what both walks measured is what was saved', async () => {
    const { walkId, findingId } = await handedIn()
    expect(await closeFinding(bureau, await about(findingId), options)).toMatchObject({
      error: { code: 'FINDING_WALK_MISSING' },
    })
    expect(await closeFinding(bureau, await about(findingId, { walkId }), options)).toMatchObject({
      error: { code: 'FINDING_WALK_SAME' },
    })
    expect(await loadWalkStart(bureau, findingId, START)).toMatchObject({ finding: { walk: { code: 'GH01' } } })
    const again = await begun(bureau, { verifiesId: findingId })
    expect((await findWalk(bureau, again, START))?.stepNames).toEqual(['窗口受理', '领证'])
    await step(bureau, again, '窗口受理', 3, 0)
    await finished(bureau, again, 6)
    expect((await findFinding(bureau, findingId, START))?.seconds).toMatchObject([
      { id: again, cost: { papers: 3, trips: 0 } },
    ])
    expect(await closeFinding(bureau, await about(findingId, { walkId: again }), options)).toMatchObject({ ok: true })
    const closed = await findFinding(d.office, findingId, START)
    expect(closed).toMatchObject({ state: 'CLOSED', saved: { days: null, papers: 4, trips: 2 }, level: 'GREEN' })
    expect(closed?.steps.map(({ kind }) => kind)).toEqual(['CLOSE', 'SUBMIT', 'START', 'RAISE'])
  })

  test('is struck off by a worse walk only with a reason, also where another finding counts its step', async () => {
    const walkId = await begun()
    await step(d.head, walkId, '窗口受理', 4, 1)
    await find(walkId, '没有叫号屏', { step: '窗口受理' })
    const findingId = await find(walkId, '排队太久', { step: '窗口受理' })
    await finished(d.head, walkId, 3)
    await submitFinding(d.agency, await about(findingId, { text: '加了一个窗口' }), options)
    const again = await begun(bureau, { verifiesId: findingId })
    await step(bureau, again, '窗口受理', 10, 3)
    await finished(bureau, again)
    const asked = await closeFinding(bureau, await about(findingId, { walkId: again }), options)
    expect(asked).toMatchObject({
      error: {
        code: 'FINDING_WORSE',
        worse: [
          { cost: 'papers', from: 4, to: 10 },
          { cost: 'trips', from: 1, to: 3 },
        ],
      },
    })
    const confirm = asked.ok ? '' : String(asked.error.confirm)
    const sure = await about(findingId, { walkId: again, confirm, text: '当天有别的事一起办' })
    expect(await closeFinding(bureau, sure, options)).toMatchObject({ ok: true })
    expect(await findFinding(d.office, findingId, START)).toMatchObject({
      before: { days: null, papers: null, trips: null },
      met: { before: { days: 3, papers: 4, trips: 1 }, after: { days: null, papers: 10, trips: 3 } },
    })
  })

  test('is given back, and to another unit; what somebody else changed meanwhile is said', async () => {
    const { findingId } = await handedIn()
    const old = await about(findingId, { text: '还在收' })
    expect(await returnFinding(bureau, old, options)).toMatchObject({ ok: true })
    expect(await returnFinding(bureau, old, options)).toMatchObject({ error: { code: 'CONFLICT' } })
    expect(await assignFinding(bureau, await about(findingId), options)).toMatchObject({
      error: { code: 'FINDING_SAME' },
    })
    const silent = await db.org.create({
      data: { districtId: d.districtId, kind: 'AGENCY', name: '城管局', shortName: '城管局' },
    })
    await assignFinding(bureau, await about(findingId, { ownerId: silent.id }), options)
    // Nobody of it can sign in: the office answers for it.
    expect(await submitFinding(d.office, await about(findingId, { text: '已改' }), options)).toMatchObject({ ok: true })
  })

  test('its unit does not verify it, and nobody else mends it', async () => {
    const { findingId } = await handedIn()
    expect(await closeFinding(d.head, await about(findingId), options)).toMatchObject({ error: { code: 'FORBIDDEN' } })
    await returnFinding(bureau, await about(findingId, { text: '没改' }), options)
    expect(await submitFinding(d.office, await about(findingId, { text: '改了' }), options)).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
  })
})

test('a problem an enterprise told on the way is an issue of its source, tied to the walk', async () => {
  const walkId = await begun()
  const entry = { text: '企业反映排水许可跑三趟', walkId } as Parameters<typeof enterIssue>[1]
  const answer = await enterIssue(d.head, entry, options)
  expect(answer).toMatchObject({ ok: true })
  const issue = await db.issue.findFirstOrThrow({ where: { walkId } })
  expect(issue).toMatchObject({ source: 'WALKTHROUGH', raisedById: d.head.personId })
  expect((await findWalk(d.head, walkId, START))?.told).toMatchObject([{ id: issue.id }])
  const stranger = await addUser(d.districtId, 'AGENCY_HEAD', '外局', null)
  expect(await enterIssue(stranger, entry, options)).toMatchObject({ error: { code: 'NOT_FOUND' } })
})

describe('who sees what', () => {
  test('fifteen roles: those of the district all, an agency its own, the others none; so do lists, exports and figures', async () => {
    const { findingId, walkId } = await handedIn()
    const other = await db.org.create({
      data: { districtId: d.districtId, kind: 'AGENCY', name: '自规局', shortName: '自规局' },
    })
    for (const role of ROLES) {
      const actor = { ...bureau, role, orgId: other.id } as Actor
      const sees = SEES_WALKS.has(role) && role !== 'AGENCY' && role !== 'AGENCY_HEAD'
      expect([role, (await findWalk(actor, walkId, START)) !== null]).toEqual([role, sees])
      expect([role, (await findFinding(actor, findingId, START)) !== null]).toEqual([role, sees])
      expect([role, (await listWalks(actor, filter({ tab: 'findings' }), START)).total]).toEqual([role, Number(sees)])
      expect([role, (await listAllFindings(actor, filter(), START, 9)).rows.length]).toEqual([role, Number(sees)])
    }
    expect((await listWalks(d.agency, filter(), START)).total).toBe(1)
  })

  test('another district sees nothing', async () => {
    const { findingId } = await handedIn()
    const away = await makeDistrict()
    const stranger = { ...bureau, districtId: away.districtId } as Actor
    expect(await findFinding(stranger, findingId, START)).toBeNull()
    expect(await closeFinding(stranger, await about(findingId), options)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    })
  })
})

test('each figure is what its list shows', async () => {
  const { findingId } = await handedIn()
  const again = await begun(bureau, { verifiesId: findingId })
  await step(bureau, again, '窗口受理', 3, 0)
  await finished(bureau, again)
  await closeFinding(bureau, await about(findingId, { walkId: again }), options)
  await find(again, '还有一处', { ownerId: d.agency.orgId }, bureau)
  const period = { from: on('2026-01-01'), to: START }
  const figures = await walksFigures(d.office, period, { taskforceId: null })
  const shown = async (href: string) => {
    const page = await listWalks(d.office, filter(Object.fromEntries(new URL(href, 'http://x').searchParams)), START)
    return { total: page.total, ...page.sums }
  }
  const of = (name: string) => figures.find((figure) => figure.name === name)
  const value = (name: string) => of(name)?.value
  expect(value('walks.walks')).toEqual({ kind: 'count', n: (await shown(of('walks.walks')?.href ?? '')).total })
  expect(value('walks.findings')).toEqual({ kind: 'count', n: (await shown(of('walks.findings')?.href ?? '')).total })
  expect(value('walks.closedShare')).toEqual({ kind: 'share', part: 1n, whole: 2n })
  const saved = await shown(of('walks.papersSaved')?.href ?? '')
  expect(saved).toMatchObject({ total: 1, papers: 4, trips: 2, days: 0 })
  expect(value('walks.papersSaved')).toEqual({ kind: 'count', n: 4 })
  expect(value('walks.tripsSaved')).toEqual({ kind: 'count', n: 2 })
  expect(value('walks.issuesSolved')).toEqual({ kind: 'count', n: 0 })
  const months = await loadWalkMonths(d.office, period)
  expect(months.at(-1)).toMatchObject({
    month: '2026-11',
    walks: 2,
    findings: 2,
    closed: 1,
    saved: { papers: 4, trips: 2 },
  })
  expect(await walksFigures(d.office, period, { taskforceId: d.districtId })).toEqual([])
})
