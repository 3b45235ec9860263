import { describe, expect, test } from 'vitest'
import { promiseIn, promiseNote } from './procedure-ledger-promise'

describe('承诺时限 of a ledger', () => {
  test.each([
    ['7', 7],
    ['7个工作日', 7],
    ['７ 工作日', 7],
    ['10wd', 10],
    ['7天', null],
    ['15自然日', null],
    ['1个月', null],
    ['尽快', null],
    ['7.5', null],
  ])('%s', (text, days) => expect(promiseIn(text)).toBe(days))

  const known = { promisedWd: 10, state: 'READY', statutory: { days: 20, unit: 'WD' } } as const
  test.each([
    ['the same is no change, whatever the state', 10, { ...known, state: 'DONE' } as const, null],
    ['shorter, and longer within the law, before it has begun', 20, known, null],
    ['not longer than the law', 21, known, 'PROMISE_OVER_LAW'],
    [
      'of a limit in calendar days, the working days in it (K14)',
      12,
      { ...known, statutory: { days: 15, unit: 'CD' } },
      'PROMISE_OVER_LAW',
    ],
    ['none at all is no promise', 0, known, 'PROMISE_UNREADABLE'],
    ['running it can become shorter', 5, { ...known, state: 'ACCEPTED' } as const, null],
    [
      'but not longer: lateness is not written away',
      11,
      { ...known, state: 'ACCEPTED' } as const,
      'PROMISE_LENGTHENED',
    ],
    ['ended it stays', 5, { ...known, state: 'DONE' } as const, 'PROMISE_ENDED'],
    ['without a limit by law any', 300, { ...known, statutory: { days: null, unit: null } }, null],
  ] as const)('%s', (_, promised, of, code) => expect(promiseNote(promised, of)?.code ?? null).toBe(code))
})
