import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { addDays, on, type PlainDate } from '@/lib/domain/plain-date'
import { type FactorFilter, factorFilter } from '@/lib/schemas/factor'
import { meetingWeekOf } from './agenda-draft'
import { loadAgendaProjects } from './agenda-facts'
import { toDb } from './date'
import { db } from './db'
import { addUser, freezeWeekOf, makeDistrict, projectHistory, START, type TestDistrict } from './district.fixture'
import { findFactor } from './factor-detail'
import { factorsOfProject, listFactors, loadFactorBoard } from './factor-list'
import {
  acceptFactor,
  commitFactor,
  confirmFactor,
  correctFactor,
  failFactor,
  provideFactor,
  raiseFactor,
  reopenFactor,
  revokeFactor,
} from './factor-writes'
import { freshenLevels } from './freshen-levels'

let d: TestDistrict
let agencyId = ''
const options = { today: START }
const asked = (rest: Partial<FactorFilter> = {}) => ({ ...factorFilter.parse({}), ...rest })

const raise = async (rest: Partial<Parameters<typeof raiseFactor>[1]> = {}, actor: Actor = d.steward) =>
  raiseFactor(
    actor,
    {
      projectId: d.projectId,
      kind: 'POWER',
      quantity: '1200.5',
      unit: '千瓦',
      needBy: on('2026-11-20'),
      reason: '生产线用电',
      leadId: agencyId,
      ...rest,
    },
    options,
  )
const raised = async (rest: Partial<Parameters<typeof raiseFactor>[1]> = {}) => {
  const answer = await raise(rest)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.needId
}
const versionOf = async (id: string) => (await db.factorNeed.findUniqueOrThrow({ where: { id } })).version
const about = async (needId: string, rest: object = {}) => ({
  needId,
  version: await versionOf(needId),
  text: '',
  ...rest,
})
const level = async (day: PlainDate) => {
  await freshenLevels(d.districtId, day)
  const { level: now, levelOwner } = await db.project.findUniqueOrThrow({ where: { id: d.projectId } })
  return [now, levelOwner]
}

beforeEach(async () => {
  d = await makeDistrict()
  agencyId = d.agency.orgId ?? ''
  // Somebody looks at the project all the time: its updates do not speak.
  await db.project.update({ where: { id: d.projectId }, data: { lastVerifiedOn: toDb(on('2026-12-31')) } })
  await db.procedure.updateMany({ where: { projectId: d.projectId }, data: { state: 'NA' } })
})

describe('what a project needs', () => {
  test('is raised, confirmed, promised, provided bit by bit, and met once nothing is missing', async () => {
    const needId = await raised()
    expect(await confirmFactor(d.agency, await about(needId), options)).toMatchObject({ ok: true })
    expect(await commitFactor(d.agency, await about(needId, { committedOn: on('2026-11-25') }), options)).toMatchObject(
      { ok: true },
    )
    expect(await findFactor(d.agency, needId, START)).toMatchObject({ state: 'IN_HAND', tooLate: true, gap: '1200.5' })
    await provideFactor(d.agency, await about(needId, { provided: '1000.25' }), options)
    expect(await findFactor(d.steward, needId, START)).toMatchObject({ state: 'IN_HAND', gap: '200.25' })
    await provideFactor(d.agency, await about(needId, { provided: '1200.50' }), options)
    const met = await findFactor(d.steward, needId, START)
    expect(met).toMatchObject({ state: 'MET', gap: '0', level: 'GREEN', moves: [] })
    expect(met?.steps.map((step) => step.kind)).toEqual(['PROVIDE', 'PROVIDE', 'COMMIT', 'CONFIRM', 'RAISE'])
  })

  test('more of it than was asked for is asked about, and put right with a reason; its history keeps both', async () => {
    const needId = await raised()
    await confirmFactor(d.agency, await about(needId), options)
    const typed = async (more: object) =>
      provideFactor(d.agency, await about(needId, { provided: '12005', ...more }), options)
    expect(await typed({})).toMatchObject({ error: { code: 'FACTOR_AMOUNT_ABOVE', confirm: '12005' } })
    expect(await typed({ confirm: '12005' })).toMatchObject({ ok: true })
    const wrong = async (actor: Actor, text: string) =>
      correctFactor(actor, await about(needId, { provided: '500', text }), options)
    expect(await wrong(d.steward, '多输一位')).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect(await wrong(d.agency, '')).toMatchObject({ error: { code: 'FACTOR_TEXT_MISSING' } })
    expect((await findFactor(d.office, needId, START))?.moves).toEqual(['CORRECT'])
    expect(await wrong(d.agency, '多输一位')).toMatchObject({ ok: true })
    const need = await findFactor(d.steward, needId, START)
    expect(need).toMatchObject({ state: 'IN_HAND', provided: '500', gap: '700.5' })
    expect(need?.steps.slice(0, 2)).toMatchObject([
      { kind: 'CORRECT', provided: '500', text: '多输一位' },
      { kind: 'PROVIDE', provided: '12005' },
    ])
    const logged = await db.auditEntry.findFirstOrThrow({
      where: { action: 'factor.correct', subject: needId, ok: true },
    })
    expect(logged.detail).toMatchObject({ was: '12005', provided: '500', reason: '多输一位' })
  })

  test('turns its project on its day, and clears it when it is met (D6)', async () => {
    const needId = await raised({ needBy: on('2026-11-20') })
    await confirmFactor(d.agency, await about(needId), options)
    expect((await level(START))[0]).toBe('GREEN')
    expect((await level(on('2026-11-16')))[0]).toBe('GREEN')
    expect(await level(on('2026-11-17'))).toEqual(['BLUE', '住建局'])
    expect((await level(on('2026-11-22')))[0]).toBe('BLUE')
    expect((await level(on('2026-11-23')))[0]).toBe('YELLOW')
    expect((await level(on('2026-12-04')))[0]).toBe('RED')
    expect((await projectHistory(d.projectId)).slice(-3)).toEqual([
      ['BLUE', '2026-11-17'],
      ['YELLOW', '2026-11-23'],
      ['RED', '2026-12-04'],
    ])
    await provideFactor(d.agency, await about(needId, { provided: '1200.5' }), { today: on('2026-12-04') })
    expect((await level(on('2026-12-04')))[0]).toBe('GREEN')
  })

  test('a “no” of its unit alone clears no colour: the office accepts what is done instead, or has it tried again', async () => {
    const needId = await raised()
    await confirmFactor(d.agency, await about(needId), options)
    expect(await failFactor(d.agency, await about(needId), options)).toMatchObject({
      error: { code: 'FACTOR_TEXT_MISSING' },
    })
    await failFactor(d.agency, await about(needId, { text: '自建光伏' }), options)
    expect(await findFactor(d.steward, needId, START)).toMatchObject({ state: 'UNMET', alternative: '自建光伏' })
    // It is the office's, blue at once and yellow the next working day, however far the day it is needed.
    expect(await level(START)).toEqual(['BLUE', '领导小组办公室'])
    const next = { today: on('2026-11-03') }
    expect((await level(next.today))[0]).toBe('YELLOW')
    expect((await findFactor(d.agency, needId, next.today))?.moves).toEqual([])
    expect(await acceptFactor(d.agency, await about(needId), next)).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect((await findFactor(d.office, needId, next.today))?.moves).toEqual(['REVOKE', 'ACCEPT', 'REOPEN'])
    await reopenFactor(d.office, await about(needId, { text: '换双回路' }), next)
    expect((await level(next.today))[0]).toBe('GREEN')
    await failFactor(d.agency, await about(needId, { text: '还是自建光伏' }), next)
    expect((await level(on('2026-11-04')))[0]).toBe('YELLOW')
    expect(await acceptFactor(d.office, await about(needId), { today: on('2026-11-04') })).toMatchObject({ ok: true })
    expect((await level(on('2026-11-04')))[0]).toBe('GREEN')
    expect(await findFactor(d.office, needId, on('2026-11-04'))).toMatchObject({
      level: 'GREY',
      settledOn: '2026-11-04',
    })
  })

  test('is refused in words: late the day it is said, a unit that is gone, what somebody else changed meanwhile', async () => {
    expect(await raise({ needBy: addDays(START, -1) })).toMatchObject({ error: { code: 'FACTOR_NEED_PAST' } })
    await db.org.update({ where: { id: agencyId }, data: { dissolvedOn: toDb(START) } })
    expect(await raise()).toMatchObject({ error: { code: 'UNIT_DISSOLVED' } })
    const needId = await raised({ leadId: undefined })
    expect(await confirmFactor(d.office, await about(needId), options)).toMatchObject({
      error: { code: 'FACTOR_LEAD_MISSING' },
    })
    expect(await revokeFactor(d.steward, { needId, version: 9, text: '不要了' }, options)).toMatchObject({
      error: { code: 'CONFLICT' },
    })
  })
})

describe('who sees and does what', () => {
  test('an agency sees and moves what it was asked for; another one nothing of it', async () => {
    const needId = await raised()
    const other = await db.org.create({
      data: { districtId: d.districtId, kind: 'UTILITY', name: '供电所', shortName: '供电', searchText: '' },
    })
    const stranger = await addUser(d.districtId, 'AGENCY', '钱经办', other.id)
    expect(await findFactor(stranger, needId, START)).toBeNull()
    expect(await confirmFactor(stranger, await about(needId), options)).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect((await findFactor(d.agency, needId, START))?.moves).toEqual(['CONFIRM'])
    expect((await findFactor(d.steward, needId, START))?.moves).toEqual(['REVOKE'])
    // The steward asks, and does not answer for whom he asked.
    expect(await confirmFactor(d.steward, await about(needId), options)).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect((await listFactors(stranger, asked({ state: 'all' }), START)).total).toBe(0)
    expect((await factorsOfProject(d.agency, d.projectId, START)).map((row) => row.id)).toEqual([needId])
  })
})

describe('the board', () => {
  test('counts every need once by kind and by agency, and each figure opens as many rows', async () => {
    const late = await raised({ needBy: on('2026-11-10') })
    await confirmFactor(d.agency, await about(late), options)
    await raised({ kind: 'LAND', unit: '亩', quantity: '35', leadId: undefined })
    const met = await raised({ quantity: '50', unit: '万千瓦' })
    await confirmFactor(d.agency, await about(met), options)
    await provideFactor(d.agency, await about(met, { provided: '50' }), options)
    const gone = await raised()
    await revokeFactor(d.steward, await about(gone, { text: '不要了' }), options)
    const day = on('2026-11-16')
    const board = await loadFactorBoard(d.office, asked(), day)
    expect(board.all).toMatchObject({ total: 3, met: 1, late: 1 })
    expect(board.kinds.map(({ key, total, met: n, late: over, gaps }) => [key, total, n, over, gaps])).toEqual([
      ['LAND', 1, 0, 0, [{ unit: '亩', gap: '35' }]],
      ['POWER', 2, 1, 1, [{ unit: '千瓦', gap: '1200.5' }]],
    ])
    expect(board.agencies.map(({ name, total }) => [name, total])).toEqual([
      ['住建局', 2],
      [null, 1],
    ])
    const total = async (rest: Partial<FactorFilter>) => (await listFactors(d.office, asked(rest), day)).total
    expect(await total({ state: 'all', kind: 'POWER' })).toBe(2)
    expect(await total({ state: 'MET' })).toBe(1)
    expect(await total({ state: 'open', late: '1' })).toBe(1)
    expect(await total({ state: 'all', lead: 'none' })).toBe(1)
    expect(await total({ state: 'all', gap: '1', measure: '千瓦' })).toBe(1)
  })
})

test('a gap nobody has promised to close in time comes before the meeting, one that is promised does not', async () => {
  const needId = await raised({ needBy: on('2026-11-20') })
  await confirmFactor(d.agency, await about(needId), options)
  const monday = on('2026-11-09')
  await freezeWeekOf(d.districtId, monday)
  const week = await meetingWeekOf(db, d.districtId, monday)
  if (!week) throw new Error('no meeting')
  const snapshot = await db.weekSnapshot.findFirstOrThrow({ where: { districtId: d.districtId } })
  const gaps = async () =>
    (
      await loadAgendaProjects(db, d.districtId, week, { id: snapshot.id, lastLevels: new Map() }, addDays(monday, -7))
    ).flatMap(({ factorGaps }) => factorGaps.map(({ text, orgId }) => [text, orgId]))
  expect(await gaps()).toEqual([['用电缺1200.5千瓦', agencyId]])
  await commitFactor(d.agency, await about(needId, { committedOn: on('2026-11-19') }), options)
  expect(await gaps()).toEqual([])
})
