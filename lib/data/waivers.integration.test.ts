import { beforeEach, describe, expect, test } from 'vitest'
import { addDays, on, type PlainDate } from '@/lib/domain/plain-date'
import { spanOf } from '@/lib/domain/ranking/span'
import { toDb } from './date'
import { db } from './db'
import { addUser, makeDistrict, projectHistory, type TestDistrict } from './district.fixture'
import { raiseFactor } from './factor-writes'
import { freshenLevels } from './freshen-levels'
import { walkedFindings } from './invariant-walk'
import { loadLevelContext } from './level-context'
import { refreshProjects } from './levels'
import { loadRows } from './project-rows'
import { loadRankedProjects } from './ranking-projects'
import { visibleProjects } from './visible'
import { findWaiver, listWaivers, waitingWaivers } from './waiver-list'
import { decideWaiver, endWaiver, proposeWaiver, renewalOfWaiver, withdrawWaiver } from './waiver-writes'
import { waivedOn } from './waivers'

/** 30 days from here run out in 国庆. */
const DAY = on('2026-09-07')
let d: TestDistrict
const options = (today: PlainDate = DAY) => ({ today })

const propose = (rest: object = {}, day = DAY) =>
  proposeWaiver(
    d.steward,
    {
      projectId: d.projectId,
      dimension: 'D6',
      reason: 'ARCHAEOLOGY',
      text: '发现古墓葬，有停工通知',
      fromOn: day,
      untilOn: addDays(day, 30),
      ...rest,
    },
    options(day),
  )
const proposed = async (rest: object = {}) => {
  const answer = await propose(rest)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.waiverId
}
const about = async (waiverId: string, rest: object = {}) => {
  const { version } = await db.waiver.findUniqueOrThrow({ where: { id: waiverId } })
  return { waiverId, version, text: '', ...rest }
}
const approve = async (waiverId: string, day = DAY) =>
  decideWaiver(d.office, { ...(await about(waiverId)), decision: 'APPROVE' as const }, options(day))
const level = async (day: PlainDate) => {
  await freshenLevels(d.districtId, day)
  return (await db.project.findUniqueOrThrow({ where: { id: d.projectId } })).level
}

beforeEach(async () => {
  d = await makeDistrict()
  await db.project.update({
    where: { id: d.projectId },
    data: { lastVerifiedOn: toDb(on('2026-12-31')), enteredOn: toDb(on('2026-08-03')) },
  })
  await db.procedure.updateMany({ where: { projectId: d.projectId }, data: { state: 'NA' } })
  // Needed by a Wednesday, so that without a waiver it is yellow on Thursday and red two weeks later.
  await raiseFactor(
    d.steward,
    {
      projectId: d.projectId,
      kind: 'LAND',
      quantity: '30',
      unit: '亩',
      needBy: on('2026-09-16'),
      reason: '厂房用地',
    },
    options(),
  )
})

describe('a waiver', () => {
  test('changes nothing before the office approves it, and then leaves its dimension out', async () => {
    const id = await proposed()
    expect(await level(on('2026-09-17'))).toBe('YELLOW')
    expect(await approve(id, on('2026-09-17'))).toMatchObject({ ok: true })
    expect(await level(on('2026-09-17'))).toBe('GREEN')
    // It begins the day it was approved and reaches back over nothing.
    expect((await projectHistory(d.projectId)).filter(([, day]) => day < '2026-11-01')).toEqual([
      ['YELLOW', '2026-09-17'],
      ['GREEN', '2026-09-17'],
    ])
  })

  test('that runs out in 国庆 holds to the first working day after it, ends by itself, and was foreseen', async () => {
    await approve(await proposed())
    expect(await level(on('2026-10-01'))).toBe('GREEN')
    const project = await db.project.findUniqueOrThrow({ where: { id: d.projectId } })
    expect([project.nextLevelOn, project.nextLevel]).toEqual([toDb(on('2026-10-09')), 'RED'])
    expect(await level(on('2026-10-08'))).toBe('GREEN')
    expect(await level(on('2026-10-09'))).toBe('RED')
    const { calendar } = await loadLevelContext(db, d.districtId, DAY)
    expect((await waivedOn(db, d.districtId, on('2026-10-08'), calendar)).get(d.projectId)).toEqual(['D6'])
    expect((await waivedOn(db, d.districtId, on('2026-10-09'), calendar)).size).toBe(0)
  })

  test('keeps the raw colour in sight, in the list as on the page', async () => {
    await approve(await proposed())
    const day = on('2026-09-30')
    await freshenLevels(d.districtId, day)
    const [row] = await loadRows(d.districtId, { where: visibleProjects(d.office) }, day)
    expect(row?.level).toBe('GREEN')
    expect(row?.reasons).toEqual([])
    expect(row?.waived?.map(({ dimension, code, level: raw }) => [dimension, code, raw])).toEqual([
      ['D6', 'FACTOR_OVER', 'RED'],
    ])
  })

  test('is decided by somebody else of the office, once; a no wants a reason', async () => {
    const id = await proposed()
    const colleague = await addUser(d.districtId, 'OFFICE', '孙办', d.office.orgId)
    const refuse = async (text: string) =>
      decideWaiver(d.office, { ...(await about(id, { text })), decision: 'REFUSE' as const }, options())
    expect(await refuse('')).toMatchObject({ error: { code: 'WAIVER_WHY_MISSING' } })
    expect(await refuse('材料不足')).toMatchObject({ ok: true })
    const again = { ...(await about(id)), decision: 'APPROVE' as const }
    expect(await decideWaiver(colleague, again, options())).toMatchObject({ error: { code: 'WAIVER_DECIDED' } })
    // Somebody who proposed as a steward and works in the office since does not decide what he proposed.
    const own = await proposed()
    const moved = { ...d.office, personId: d.steward.personId }
    const decision = { ...(await about(own)), decision: 'APPROVE' as const }
    expect(await decideWaiver(moved, decision, options())).toMatchObject({ error: { code: 'WAIVER_OWN' } })
  })

  test('is renewed once, with the office’s word, and not again', async () => {
    const id = await proposed()
    await approve(id)
    const day = on('2026-10-08')
    const until = on('2026-11-06')
    const ask = async (untilOn: PlainDate, on_ = day) =>
      renewalOfWaiver(d.steward, (await about(id, { untilOn, text: '勘探没结束' })) as never, options(on_))
    expect(await ask(on('2026-11-07'))).toMatchObject({ error: { code: 'WAIVER_LONG' } })
    expect(await ask(until)).toMatchObject({ ok: true })
    expect((await waitingWaivers(d.office, day)).map((row) => row.id)).toEqual([id])
    await approve(id, day)
    expect(await findWaiver(d.office, id, day)).toMatchObject({ stand: 'IN_FORCE', renewals: 1, untilOn: until })
    expect(await ask(on('2026-11-30'))).toMatchObject({ error: { code: 'WAIVER_RENEWED_BEFORE' } })
    expect(await level(on('2026-11-06'))).toBe('GREEN')
    expect(await level(on('2026-11-07'))).toBe('RED')
  })

  test('ends early from that day on, can be withdrawn before it is decided, and never overlaps another', async () => {
    const id = await proposed()
    expect(await propose()).toMatchObject({ error: { code: 'WAIVER_OVERLAPS' } })
    expect(await withdrawWaiver(d.steward, await about(id), options())).toMatchObject({ ok: true })
    const next = await proposed()
    await approve(next)
    const day = on('2026-09-22')
    expect(await level(day)).toBe('GREEN')
    expect(await endWaiver(d.steward, await about(next, { text: '勘探已结束' }), options(day))).toMatchObject({
      ok: true,
    })
    expect(await level(day)).toBe('YELLOW')
    const { counts } = await listWaivers(d.office, undefined, day)
    expect(counts).toEqual({ waiting: 0, force: 0, over: 2, all: 2 })
  })

  test('is not for the agency or the project unit to see, nor for another steward', async () => {
    const id = await proposed()
    for (const actor of [d.agency, d.successor]) expect(await findWaiver(actor, id, DAY)).toBeNull()
    expect(await findWaiver(d.office, id, DAY)).not.toBeNull()
  })

  test('is known to the ranking of its month, and the caches agree with the rules', async () => {
    await approve(await proposed())
    const [ranked] = await loadRankedProjects(db, d.districtId, spanOf('2026-09'))
    expect(ranked?.waived).toEqual([{ dimension: 'D6', fromOn: DAY, lastOn: on('2026-10-08') }])
    await db.$transaction((tx) => refreshProjects(tx, [d.projectId], DAY, 'DAY', null))
    const findings = []
    for await (const finding of walkedFindings(d.districtId, DAY)) {
      // The fixture has no history of how its procedures came not to apply.
      if (finding.invariant !== 'PROCEDURE_FOLD') findings.push(finding)
    }
    expect(findings).toEqual([])
  })
})
