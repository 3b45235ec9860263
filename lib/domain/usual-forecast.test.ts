import { expect, test } from 'vitest'
import type { ForecastItem } from './forecast'
import { withUsual } from './usual-forecast'
import { usualTime } from './usual-time'

const item = (code: string, changes: Partial<ForecastItem> = {}): ForecastItem => ({
  code,
  status: 'open',
  remainingWd: 5,
  running: false,
  finishedOn: null,
  planFinishOn: null,
  ...changes,
})

test('what usually takes longer than promised is foreseen so, less what is used; too few cases keep the promise', () => {
  const items = [item('A'), item('B', { running: true }), item('C'), item('D', { status: 'finished' })]
  const told = withUsual(items, [
    { code: 'A', usual: usualTime([4, 6, 8, 10, 12]), used: 0 },
    { code: 'B', usual: usualTime([4, 6, 8, 10, 12]), used: 3 },
    { code: 'C', usual: usualTime([30, 30]), used: 0 },
    { code: 'D', usual: usualTime([4, 6, 8, 10, 12]), used: 0 },
  ])
  expect(told.items.map(({ remainingWd }) => remainingWd)).toEqual([10, 7, 5, 5])
  expect([told.known, told.open]).toEqual([2, 3])
})

test('one that is over what is usual has nothing left', () =>
  expect(
    withUsual([item('A', { running: true })], [{ code: 'A', usual: usualTime([1, 1, 1, 1, 2]), used: 9 }]).items[0]
      ?.remainingWd,
  ).toBe(0))
