import { expect, test } from 'vitest'
import type { ProcedureState } from './procedure'
import { turnOf } from './turn'

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
