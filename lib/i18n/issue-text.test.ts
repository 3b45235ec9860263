import { expect, test } from 'vitest'
import { ratedOutcome } from './issue-text'

test('a rating is told of the answer it was given to, not of one that came later', () => {
  const step = (kind: 'ANSWER' | 'CONFIRM', outcome: 'SOLVED' | 'EXPLAINED' | null, satisfied: boolean | null = null) =>
    ({ kind, outcome, satisfied }) as const
  const steps = [step('ANSWER', 'SOLVED'), step('CONFIRM', null, false), step('ANSWER', 'EXPLAINED')]
  expect(ratedOutcome(steps)).toBe('SOLVED')
  expect(ratedOutcome([...steps, step('CONFIRM', null)])).toBe('SOLVED')
  expect(ratedOutcome(steps.slice(0, 1))).toBeNull()
})
