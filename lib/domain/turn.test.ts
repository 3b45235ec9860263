import { describe, expect, test } from 'vitest'
import type { Level } from './level-scale'
import { on } from './plain-date'
import type { ProcedureState } from './procedure'
import { cappedTurn, turningItem, turnOf } from './turn'

const step = (state: ProcedureState, due = false) => ({ state, due })

test.each<[string, ReturnType<typeof step>[], string]>([
  ['a stopped clock comes before everything', [step('ACCEPTED'), step('READY', true), step('SUPPLEMENT')], 'PAPERS'],
  ['what should have been filed comes before what others do', [step('ACCEPTED'), step('READY', true)], 'FILE'],
  ['what could be filed later comes after it', [step('READY'), step('ACCEPTED')], 'AGENCY'],
  ['a refused one wants filing anew', [step('REJECTED', true)], 'FILE'],
  ['received and not accepted', [step('RECEIVED'), step('NOT_STARTED')], 'RECEIVED'],
  ['a review under way', [step('SPECIAL')], 'SPECIAL'],
  ['nothing to do but wait', [step('NOT_STARTED'), step('DONE')], 'WAITS'],
  ['all done', [step('DONE'), step('DONE_TOL'), step('NA')], 'FINISHED'],
  ['nothing at all', [], 'FINISHED'],
])('%s', (_, steps, turn) => expect(turnOf(steps).turn).toBe(turn))

test('names the first step it speaks of', () => {
  const first = { ...step('SUPPLEMENT'), id: 'a' }
  expect(turnOf([first, { ...step('SUPPLEMENT'), id: 'b' }]).step).toBe(first)
})

describe('the procedure that turns a project', () => {
  const turning = (id: string, day: string | null, nextLevel: Level | null) => ({
    id,
    level: 'YELLOW' as Level,
    nextLevelOn: day === null ? null : on(day),
    nextLevel,
  })
  const project = turning('project', '2026-12-03', 'RED')

  test('goes without saying when the colour speaks of it already', () => {
    expect(turningItem(project, 'a', [turning('a', '2026-12-03', 'RED'), turning('b', '2026-12-03', 'RED')])).toBeNull()
  })
  test('is named when it is another one', () => {
    const items = [turning('a', '2026-12-08', 'RED'), turning('b', '2026-12-03', 'RED')]
    expect(turningItem(project, 'a', items)?.id).toBe('b')
  })
  test('is none when something else turns the project', () => {
    expect(turningItem(project, 'a', [turning('a', '2026-12-08', 'RED')])).toBeNull()
  })
  test('is none when the colour stays', () => {
    const stays = turning('project', '2026-12-03', 'YELLOW')
    expect(turningItem(stays, null, [turning('b', '2026-12-03', 'YELLOW')])).toBeNull()
    expect(turningItem(turning('project', null, null), null, [turning('b', null, null)])).toBeNull()
  })
})

describe('how a procedure turns in the eyes of its project', () => {
  const turning = (level: Level, nextLevel: Level | null) => ({
    level,
    nextLevelOn: nextLevel === null ? null : on('2026-11-26'),
    nextLevel,
  })

  test('beside the critical path it never turns red there', () => {
    expect(cappedTurn(turning('YELLOW', 'RED'), false)).toMatchObject({ nextLevelOn: null, nextLevel: null })
    expect(cappedTurn(turning('BLUE', 'RED'), false)).toMatchObject({ nextLevelOn: '2026-11-26', nextLevel: 'YELLOW' })
    expect(cappedTurn(turning('BLUE', 'YELLOW'), false)).toMatchObject({ nextLevel: 'YELLOW' })
  })
  test('on it, its own turn is the one', () => {
    expect(cappedTurn(turning('YELLOW', 'RED'), true)).toMatchObject({ nextLevelOn: '2026-11-26', nextLevel: 'RED' })
    expect(cappedTurn(turning('YELLOW', null), false)).toMatchObject({ nextLevelOn: null })
  })
})
