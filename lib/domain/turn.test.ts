import { describe, expect, test } from 'vitest'
import type { Level } from './level-scale'
import { on } from './plain-date'
import type { ProcedureState } from './procedure'
import type { Dimension } from './project-level'
import { cappedTurn, turnCause, turnOf } from './turn'

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

describe('what turns a project', () => {
  type Told = Readonly<{ code: string; level: Level; dimension: Dimension; subjectId: string | null }>
  const told = (subjectId: string | null, level: Level, dimension: Dimension = 'D1', code = 'SUBMIT_OVER'): Told => ({
    code,
    level,
    dimension,
    subjectId,
  })
  const verdict = (level: Level, ...reasons: Told[]) => ({ level, reasons })

  test('is not named when the colour speaks of it already', () => {
    const then = verdict('RED', told('b', 'RED'), told('a', 'RED'))
    expect(turnCause(verdict('YELLOW', told('a', 'YELLOW')), then)).toBeNull()
  })
  test('is the procedure that makes the new colour, whatever its own next turn is', () => {
    const then = verdict('RED', told('b', 'RED'), told('a', 'YELLOW'))
    expect(turnCause(verdict('YELLOW', told('a', 'YELLOW')), then)?.subjectId).toBe('b')
  })
  test('is named where nothing was to be said before', () => {
    expect(turnCause(verdict('GREEN'), verdict('BLUE', told(null, 'BLUE', 'D7')))).toEqual({
      dimension: 'D7',
      subjectId: null,
      third: false,
    })
  })
  test('is a third month of yellow, though the same procedure leads', () => {
    const third = told('a', 'RED', 'D1', 'THIRD_MONTH')
    expect(turnCause(verdict('YELLOW', told('a', 'YELLOW')), verdict('RED', third))?.third).toBe(true)
  })
  test('is none when the colour stays or gets better', () => {
    const now = verdict('YELLOW', told('a', 'YELLOW'))
    expect(turnCause(now, verdict('YELLOW', told('b', 'YELLOW')))).toBeNull()
    expect(turnCause(now, verdict('BLUE', told('b', 'BLUE')))).toBeNull()
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
