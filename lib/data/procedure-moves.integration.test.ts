import { beforeEach, expect, test } from 'vitest'
import { addDays, on, type PlainDate } from '@/lib/domain/plain-date'
import type { ProcedureMoveInput } from '@/lib/schemas/procedure'
import { approveOpen } from './approval.fixture'
import { fromDb } from './date'
import { db } from './db'
import { makeDistrict, START, type TestDistrict } from './district.fixture'
import { freshenLevels } from './freshen-levels'
import { walkedFindings } from './invariant-walk'
import { findProcedure, listApprovers } from './procedure-detail'
import { moveProcedure, takeBackMove } from './procedure-moves'

let d: TestDistrict
beforeEach(async () => {
  d = await makeDistrict()
})

const read = (id: string) => db.procedure.findUniqueOrThrow({ where: { id } })

async function move(
  kind: ProcedureMoveInput['kind'],
  day: PlainDate,
  more: Partial<ProcedureMoveInput> = {},
  id = d.first.id,
) {
  const { version } = await read(id)
  return moveProcedure(d.agency, { procedureId: id, version, kind, on: day, ...more }, { today: day })
}

async function findings(today: PlainDate): Promise<unknown[]> {
  const found: unknown[] = []
  for await (const finding of walkedFindings(d.districtId, today)) found.push(finding)
  return found
}

test('the first item is open, the next waits; finishing the first opens it', async () => {
  expect([d.first.state, d.second.state]).toEqual(['READY', 'NOT_STARTED'])
  expect(await move('ACCEPT', START)).toMatchObject({ ok: true })
  expect(await move('FINISH', addDays(START, 1))).toMatchObject({ ok: true })
  expect((await read(d.second.id)).state).toBe('READY')
  const opened = await db.procedureEvent.findFirstOrThrow({ where: { procedureId: d.second.id, move: 'OPEN' } })
  expect(fromDb(opened.on)).toBe(addDays(START, 1))
  expect(await findings(addDays(START, 1))).toEqual([])
})

test('colours follow in the transaction of the move, and the day does the rest', async () => {
  await move('ACCEPT', START)
  const accepted = await read(d.first.id)
  expect(accepted.level).toBe('GREEN')
  // 7 working days from Monday 2 November end on the 11th; two days before that the lamp turns blue.
  expect(accepted.nextLevelOn && fromDb(accepted.nextLevelOn)).toBe('2026-11-09')
  await freshenLevels(d.districtId, on('2026-11-09'))
  expect((await read(d.first.id)).level).toBe('BLUE')
  await freshenLevels(d.districtId, on('2026-11-20'))
  const late = await read(d.first.id)
  expect(late.level).toBe('RED')
  const turns = await db.levelChange.findMany({ where: { procedureId: d.first.id }, orderBy: { id: 'asc' } })
  expect(turns.at(-1)).toMatchObject({ to: 'RED', cause: 'DAY' })
  expect(await findings(on('2026-11-20'))).toEqual([])
})

test('a back-entry keeps both days', async () => {
  const { version } = await read(d.first.id)
  const today = addDays(START, 3)
  const result = await moveProcedure(
    d.agency,
    { procedureId: d.first.id, version, kind: 'ACCEPT', on: START },
    { today },
  )
  expect(result.ok).toBe(true)
  const event = await db.procedureEvent.findFirstOrThrow({ where: { procedureId: d.first.id, move: 'ACCEPT' } })
  expect([fromDb(event.on), fromDb(event.recordedOn)]).toEqual([START, today])
})

test('a move nobody may make from here, ahead of time or out of order is refused and writes nothing', async () => {
  expect(await move('TOL_CLEARED', START)).toMatchObject({ ok: false, error: { code: 'ILLEGAL_MOVE' } })
  await move('ACCEPT', addDays(START, 2))
  const before = await read(d.first.id)
  const early = await moveProcedure(
    d.agency,
    { procedureId: d.first.id, version: before.version, kind: 'FINISH', on: START },
    { today: addDays(START, 2) },
  )
  expect(early).toMatchObject({ ok: false, error: { code: 'BEFORE_LAST_MOVE' } })
  expect(await read(d.first.id)).toEqual(before)
})

test('an extension needs the head of the agency', async () => {
  await move('ACCEPT', START)
  const extension = { days: 5, reason: '现场核查' }
  expect(await move('EXTEND', START, extension)).toMatchObject({ ok: false, error: { code: 'APPROVER_MISSING' } })
  expect(await move('EXTEND', START, { ...extension, approverId: d.steward.personId })).toMatchObject({
    ok: false,
    error: { code: 'APPROVER_NOT_ENTITLED' },
  })
  expect(await move('EXTEND', START, { ...extension, approverId: d.head.personId })).toMatchObject({ ok: true })
  expect((await read(d.first.id)).extensionWd).toBe(0)
  expect((await approveOpen(d.head, START)).ok).toBe(true)
  expect((await read(d.first.id)).extensionWd).toBe(5)
})

test('the office approves an extension only where the agency has no head with an account', async () => {
  await move('ACCEPT', START)
  const extend = async () => {
    const { version } = await read(d.first.id)
    const extension = {
      procedureId: d.first.id,
      version,
      kind: 'EXTEND',
      on: START,
      days: 5,
      reason: '现场核查',
    } as const
    return moveProcedure(d.office, extension, { today: START })
  }
  expect(await extend()).toMatchObject({ ok: false, error: { code: 'APPROVER_MISSING' } })
  const { agencyId } = await db.procedure.findUniqueOrThrow({ where: { id: d.first.id }, select: { agencyId: true } })
  await db.user.updateMany({ where: { role: 'AGENCY_HEAD', orgId: agencyId }, data: { disabledAt: new Date() } })
  expect(await extend()).toMatchObject({ ok: true, value: { asked: null } })
  // Recorded on his behalf, and marked as that 代录.
  expect((await findProcedure(d.office, d.first.id, START))?.events[0]).toMatchObject({
    move: 'EXTEND',
    who: '周办',
    onBehalf: true,
  })
})

test('a pause stops the clock and its end starts it again', async () => {
  await move('ACCEPT', START)
  await move('NOTICE', addDays(START, 1), { reason: '缺图纸' })
  expect((await read(d.first.id)).state).toBe('SUPPLEMENT')
  await move('SUPPLEMENTED', addDays(START, 8))
  const back = await read(d.first.id)
  expect(back.pauses).toEqual([{ from: '2026-11-03', to: '2026-11-10', kind: 'SUPPLEMENT' }])
  // Five working days stood still, so the blue lamp comes a week later.
  expect(back.nextLevelOn && fromDb(back.nextLevelOn)).toBe('2026-11-16')
  expect(await findings(addDays(START, 8))).toEqual([])
})

test('who made the last move takes it back on the same day; everything is as before and nothing is deleted', async () => {
  await move('ACCEPT', START)
  const before = await read(d.first.id)
  await move('FINISH', START)
  const done = await read(d.first.id)
  expect((await read(d.second.id)).state).toBe('READY')
  const back = await takeBackMove(
    d.agency,
    { procedureId: d.first.id, version: done.version, reason: '点错了' },
    { today: START },
  )
  expect(back).toMatchObject({ ok: true })
  const after = await read(d.first.id)
  expect({ ...after, version: before.version }).toEqual(before)
  expect((await read(d.second.id)).state).toBe('NOT_STARTED')
  expect(await db.procedureEvent.count({ where: { procedureId: d.first.id } })).toBe(4)
  expect(await findings(START)).toEqual([])
})

test('nobody else takes a move back, and nobody on another day', async () => {
  await move('ACCEPT', START)
  const { version } = await read(d.first.id)
  const input = { procedureId: d.first.id, version, reason: '点错了' }
  expect(await takeBackMove(d.steward, input, { today: START })).toMatchObject({
    ok: false,
    error: { code: 'NOT_YOURS' },
  })
  expect(await takeBackMove(d.agency, input, { today: addDays(START, 1) })).toMatchObject({
    ok: false,
    error: { code: 'TOO_LATE' },
  })
  expect((await read(d.first.id)).version).toBe(version)
})

test('recorded moves cannot be changed or deleted', async () => {
  const event = await db.procedureEvent.findFirstOrThrow({ where: { procedureId: d.first.id } })
  await expect(db.procedureEvent.update({ where: { id: event.id }, data: { move: 'FINISH' } })).rejects.toThrow(
    /append-only/,
  )
  await expect(db.procedureEvent.delete({ where: { id: event.id } })).rejects.toThrow(/append-only/)
})

test('a day before the first year of the calendar is refused in the form, and writes nothing', async () => {
  expect(await move('ACCEPT', on('2023-12-29'))).toMatchObject({
    error: { code: 'BEFORE_CALENDAR', field: 'receivedOn' },
  })
  expect((await read(d.first.id)).state).toBe('READY')
})

test('the head of another task force neither stands in the list of approvers nor is taken as one', async () => {
  const head = async (name: string) => {
    const org = await db.org.create({
      data: { districtId: d.districtId, kind: 'TASKFORCE', name, shortName: name, searchText: name },
    })
    const person = await db.person.create({ data: { districtId: d.districtId, name, orgId: org.id, searchText: name } })
    await db.user.create({
      data: {
        districtId: d.districtId,
        username: `${name}-${person.id}`,
        passwordHash: 'none',
        role: 'TASKFORCE',
        personId: person.id,
        orgId: org.id,
      },
    })
    return { orgId: org.id, personId: person.id }
  }
  const [own, other] = [await head('甲专班'), await head('乙专班')]
  await db.project.update({ where: { id: d.projectId }, data: { taskforceId: own.orgId } })
  const offered = (await listApprovers(d.steward, d.first.id, 'NOT_APPLICABLE')).map(({ id }) => id)
  expect(offered.toSorted()).toEqual([own.personId, d.office.personId].toSorted())
  const say = async (approverId: string) =>
    moveProcedure(
      d.steward,
      {
        procedureId: d.first.id,
        version: (await read(d.first.id)).version,
        kind: 'NOT_APPLICABLE',
        on: START,
        reason: '不涉及',
        approverId,
      },
      { today: START },
    )
  expect(await say(other.personId)).toMatchObject({ error: { code: 'APPROVER_NOT_ENTITLED' } })
  expect((await say(own.personId)).ok).toBe(true)
})
