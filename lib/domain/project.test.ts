import { describe, expect, test } from 'vitest'
import { on } from './plain-date'
import {
  decideStage,
  earlierWorks,
  fitsMilestones,
  type MilestoneKind,
  PLANNED_ORDER,
  SIGNED_STAGES,
  STAGES,
  type StageMove,
} from './project'

const move = (changes: Partial<StageMove>): StageMove => ({
  fromStage: 'SIGNED',
  toStage: 'SIGNED',
  fromStatus: 'ACTIVE',
  toStatus: 'ACTIVE',
  ...changes,
})

describe('dynamic management', () => {
  test.each([
    ['one stage forward', { toStage: 'PERMITTING' }, false],
    ['several stages forward', { toStage: 'PRODUCTION' }, false],
    ['backward', { toStage: 'NEGOTIATING' }, true],
    ['suspended', { toStatus: 'SUSPENDED' }, true],
    ['removed', { toStatus: 'REMOVED' }, true],
    ['taken back into the library', { fromStatus: 'REMOVED' }, true],
    ['taken back at a later stage', { fromStatus: 'SUSPENDED', toStage: 'CONSTRUCTION' }, true],
  ] as const)('%s', (_, changes, approval) =>
    expect(decideStage(move(changes))).toEqual({ ok: true, value: { approval } }),
  )
  test('no change is none', () => expect(decideStage(move({}))).toEqual({ ok: false, error: { code: 'NO_CHANGE' } }))
  test('what is not in the library has no stage to move', () =>
    expect(decideStage(move({ fromStatus: 'REMOVED', toStatus: 'SUSPENDED', toStage: 'PERMITTING' }))).toEqual({
      ok: false,
      error: { code: 'NOT_IN_LIBRARY', status: 'REMOVED' },
    }))
  test('signed counts everything from the signature on', () => {
    expect(SIGNED_STAGES[0]).toBe('SIGNED')
    expect(SIGNED_STAGES.at(-1)).toBe(STAGES.at(-1))
    expect(SIGNED_STAGES).not.toContain('NEGOTIATING')
  })
})

describe('planned days', () => {
  const days = new Map<MilestoneKind, ReturnType<typeof on>>([
    ['SIGNING', on('2026-02-02')],
    ['ENROLMENT', on('2026-06-01')],
    ['COMPLETION', on('2027-03-01')],
  ])
  const planned = (kind: MilestoneKind, day: string) => fitsMilestones(kind, on(day), days, PLANNED_ORDER)

  test('the works are not planned to begin after 入库, nor before they are signed; the nearest is named', () => {
    expect(planned('START', '2026-06-01').ok).toBe(true)
    expect(planned('START', '2027-06-01')).toMatchObject({
      error: { code: 'MILESTONE_ORDER_LATER', after: 'ENROLMENT', on: '2026-06-01' },
    })
    expect(planned('START', '2026-02-01')).toMatchObject({ error: { code: 'MILESTONE_ORDER', before: 'SIGNING' } })
    expect(planned('PRODUCTION', '2026-01-01')).toMatchObject({ error: { before: 'COMPLETION' } })
  })
  test('a project may enter the library at any time', () => expect(planned('IN_LIBRARY', '2028-01-01').ok).toBe(true))
})

describe('days of the works', () => {
  const days = new Map<MilestoneKind, ReturnType<typeof on>>([
    ['START', on('2026-03-02')],
    ['PRODUCTION', on('2026-10-12')],
  ])

  test.each([
    ['completed on the day works began', 'COMPLETION', '2026-03-02', true],
    ['completed before works began', 'COMPLETION', '2026-03-01', { code: 'MILESTONE_ORDER', before: 'START' }],
    [
      'completed after it was in use',
      'COMPLETION',
      '2026-10-13',
      { code: 'MILESTONE_ORDER_LATER', after: 'PRODUCTION' },
    ],
    ['begun again on another day', 'START', '2026-04-01', true],
    ['signed at any time', 'SIGNING', '2027-01-01', true],
    ['enrolled at any time', 'ENROLMENT', '2025-01-01', true],
  ] as const)('%s', (_, kind, day, fits) => {
    const answer = fitsMilestones(kind, on(day), days)
    if (fits === true) expect(answer.ok).toBe(true)
    else expect(answer).toMatchObject({ ok: false, error: fits })
  })
})

test('nothing produces before it was begun and finished; not everything built has a roof', () => {
  expect(earlierWorks('FULL_CAPACITY')).toEqual(['START', 'COMPLETION', 'PRODUCTION'])
  expect(earlierWorks('PRODUCTION')).toEqual(['START', 'COMPLETION'])
  expect(earlierWorks('START')).toEqual([])
  expect(earlierWorks('ENROLMENT')).toEqual([])
})
