import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { addDays, on } from '@/lib/domain/plain-date'
import { procedureMove } from '@/lib/schemas/procedure'
import { fromDb } from './date'
import { db } from './db'
import { makeDistrict, START, type TestDistrict } from './district.fixture'
import { findMoveQuestions } from './move-doubts'
import { findProcedure } from './procedure-detail'
import { moveProcedure, takeBackMove } from './procedure-moves'

let d: TestDistrict
beforeEach(async () => {
  d = await makeDistrict()
})
const TODAY = addDays(START, 21)
const row = (id: string) => db.procedure.findUniqueOrThrow({ where: { id } })

async function move(
  kind: string,
  said: Record<string, unknown> = {},
  { by = d.agency, id = d.first.id, formKey }: { by?: Actor; id?: string; formKey?: string } = {},
) {
  const { version } = await row(id)
  const input = procedureMove.parse({ procedureId: id, version, kind, on: TODAY, ...said })
  return moveProcedure(by, input, { today: TODAY, formKey, bodyHash: 'same' })
}
const codeOf = (answer: Awaited<ReturnType<typeof move>>) => (answer.ok ? 'OK' : answer.error.code)

describe('a move that skips what was never recorded', () => {
  test('asks for the earlier days and records them with it', async () => {
    expect(await findMoveQuestions(d.agency, d.first.id, 'FINISH', {}, TODAY)).toEqual({
      steps: [
        { name: 'receivedOn', proposed: null },
        { name: 'acceptedOn', proposed: null },
      ],
      doubts: null,
    })
    expect(await move('FINISH')).toMatchObject({ error: { code: 'STEP_MISSING', field: 'receivedOn' } })
    expect(await move('FINISH', { receivedOn: addDays(START, 2), acceptedOn: START })).toMatchObject({
      error: { code: 'STEP_TOO_EARLY', field: 'acceptedOn' },
    })
    const days = { receivedOn: START, acceptedOn: addDays(START, 2) }
    expect(codeOf(await move('FINISH', days))).toBe('OK')
    const done = await row(d.first.id)
    expect([done.receivedOn, done.acceptedOn].map((day) => day && fromDb(day))).toEqual([START, addDays(START, 2)])
    const page = await findProcedure(d.agency, d.first.id, TODAY)
    expect(page?.events[0]).toMatchObject({ move: 'FINISH', stated: days, despite: null, bySteward: false })
  })

  test('names what it waits for, and is recorded only with the reason how it can be so', async () => {
    const days = { receivedOn: START, acceptedOn: START }
    const asked = await findMoveQuestions(d.agency, d.second.id, 'FINISH', {}, TODAY)
    expect(asked?.doubts).toEqual({ open: [{ nameZh: '事项GH01', nameEn: 'Item GH01' }], later: [], enteredOn: null })
    const second = { id: d.second.id }
    expect(await move('FINISH', days, second)).toMatchObject({
      error: { code: 'MOVE_DOUBTED', asks: 'despite', open: [{ nameZh: '事项GH01' }] },
    })
    expect((await row(d.second.id)).state).toBe('NOT_STARTED')
    expect(await move('FINISH', { ...days, despite: 'OTHER' }, second)).toMatchObject({
      error: { code: 'REASON_MISSING', field: 'despiteNote' },
    })
    expect(codeOf(await move('FILE', { despite: 'PARALLEL', on: START }, { ...second, by: d.steward }))).toBe('OK')
    // What was confirmed once is not asked with every step.
    expect(codeOf(await move('ACCEPT', { on: START }, second))).toBe('OK')
    const page = await findProcedure(d.agency, d.second.id, TODAY)
    expect(page?.events.find((e) => e.move === 'FILE')?.despite).toEqual({
      reason: 'PARALLEL',
      note: null,
      open: [{ nameZh: '事项GH01', nameEn: 'Item GH01' }],
      later: [],
      enteredOn: null,
    })
  })

  test('is questioned before a predecessor’s finish and before the project was entered', async () => {
    expect(await move('RECEIVE', { on: '2026-10-20' })).toMatchObject({
      error: { code: 'MOVE_DOUBTED', open: [], enteredOn: START },
    })
    expect(codeOf(await move('RECEIVE', { on: '2026-10-20', despite: 'BEFORE_ENTRY' }))).toBe('OK')
    expect(codeOf(await move('ACCEPT', { on: '2026-10-21' }))).toBe('OK')
    expect(codeOf(await move('FINISH', { on: addDays(START, 9) }))).toBe('OK')
    expect(await move('RECEIVE', { on: addDays(START, 3) }, { id: d.second.id })).toMatchObject({
      error: { code: 'MOVE_DOUBTED', later: [{ nameZh: '事项GH01', on: addDays(START, 9) }] },
    })
    expect(codeOf(await move('RECEIVE', { on: addDays(START, 9) }, { id: d.second.id }))).toBe('OK')
  })
})

describe('a stale page', () => {
  test('does not seem to record again what was taken back, whether it sends the old key or a new one', async () => {
    const before = await row(d.first.id)
    const input = procedureMove.parse({ procedureId: before.id, version: before.version, kind: 'RECEIVE', on: TODAY })
    const send = (formKey: string) => moveProcedure(d.agency, input, { today: TODAY, formKey, bodyHash: 'same' })
    expect((await send('a')).ok).toBe(true)
    // The same press twice is one move.
    expect((await send('a')).ok).toBe(true)
    const { version } = await row(before.id)
    const back = { procedureId: before.id, version, reason: '点错了' }
    expect((await takeBackMove(d.agency, back, { today: TODAY })).ok).toBe(true)
    expect(await send('a')).toMatchObject({ error: { code: 'TAKEN_BACK' } })
    expect(await send('b')).toMatchObject({ error: { code: 'CONFLICT' } })
    expect((await row(before.id)).state).toBe('READY')
  })
})

describe('a steward', () => {
  test('records for the agency what the papers show, marked as his', async () => {
    const steward = { by: d.steward }
    expect(codeOf(await move('FILE', { on: START }, steward))).toBe('OK')
    expect(codeOf(await move('ACCEPT', { on: addDays(START, 1) }, steward))).toBe('OK')
    const page = await findProcedure(d.steward, d.first.id, TODAY)
    expect(page?.events.slice(0, 2).map((e) => [e.move, e.bySteward])).toEqual([
      ['ACCEPT', true],
      ['FILE', false],
    ])
    expect([page?.recordedBySteward, page?.stewardDays]).toEqual([true, ['acceptedOn']])
  })

  test('neither extends, nor refuses to accept, nor rejects, and is not offered it', async () => {
    const steward = { by: d.steward }
    await move('RECEIVE', { on: START })
    const said = { reason: '—', days: 5, approverId: d.head.personId }
    for (const kind of ['NOT_ACCEPT', 'EXTEND', 'REJECT'])
      expect(await move(kind, said, steward)).toMatchObject({
        error: { code: 'FORBIDDEN', action: `procedure.${kind}` },
      })
    await move('ACCEPT', { on: START })
    const offered = (await findProcedure(d.steward, d.first.id, TODAY))?.moves
    expect(offered).toContain('FINISH')
    expect(offered).not.toContain('EXTEND')
    expect(offered).not.toContain('REJECT')
    expect((await findProcedure(d.agency, d.first.id, TODAY))?.moves).toContain('EXTEND')
  })
})

test('while the clock stands no limit has a day, and the page says since when and what is left', async () => {
  await move('RECEIVE', { on: START })
  await move('ACCEPT', { on: START })
  expect((await findProcedure(d.agency, d.first.id, TODAY))?.promise?.dueOn).toBe('2026-11-11')
  await move('NOTICE', { on: on('2026-11-05'), reason: '缺图' })
  const paused = await findProcedure(d.agency, d.first.id, TODAY)
  expect([paused?.promise, paused?.statute]).toEqual([null, null])
  expect(paused?.standstill).toEqual({
    kind: 'SUPPLEMENT',
    since: '2026-11-05',
    used: 3,
    promiseLeft: 4,
    statuteLeft: 17,
  })
  await move('SUPPLEMENTED', { on: on('2026-11-12') })
  expect((await findProcedure(d.agency, d.first.id, TODAY))?.promise?.dueOn).toBe('2026-11-18')
})
