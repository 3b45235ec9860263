import { describe, expect, test } from 'vitest'
import { confirmPack, costOf, handPack, readCode, returnPack, stockOf } from './gift-pack'
import { daysOfMonth, monthsBetween } from './month-row'
import { on } from './plain-date'

const batch = { prepared: 2, out: 1, on: on('2026-03-02'), name: '三月' }
const day = on('2026-03-05')

describe('a pack', () => {
  test('goes out while there are any, once to each enterprise of a batch', () => {
    expect(handPack(batch, null, day)).toEqual({ ok: true, value: null })
    expect(handPack({ ...batch, out: 2 }, null, day)).toMatchObject({
      error: { code: 'PACK_STOCK_EMPTY', prepared: 2 },
    })
    expect(handPack(batch, { on: on('2026-03-03'), by: '王管家' }, day)).toEqual({
      ok: false,
      error: { code: 'PACK_TWICE', field: 'enterprise', on: '2026-03-03', by: '王管家', batch: '三月' },
    })
    expect(handPack(batch, null, on('2026-03-01'))).toMatchObject({ error: { code: 'PACK_BEFORE_BATCH' } })
  })

  test('the stock is never below nothing', () => {
    expect([stockOf({ prepared: 5, out: 2 }), stockOf({ prepared: 5, out: 9 })]).toEqual([3, 0])
  })

  test('is confirmed once, and what was confirmed does not come back', () => {
    const waiting = { confirmedOn: null, returnedOn: null }
    expect([confirmPack(waiting).ok, returnPack(waiting).ok]).toEqual([true, true])
    expect(confirmPack({ ...waiting, confirmedOn: day })).toMatchObject({ error: { code: 'PACK_CONFIRMED' } })
    expect(confirmPack({ ...waiting, returnedOn: day })).toMatchObject({ error: { code: 'PACK_RETURNED' } })
    expect(returnPack({ ...waiting, confirmedOn: day })).toMatchObject({ error: { code: 'PACK_KEPT' } })
    expect(returnPack({ ...waiting, returnedOn: day })).toMatchObject({ error: { code: 'PACK_RETURNED' } })
  })

  test('costs its share of the batch, in whole 分; all of them cost all of it', () => {
    expect([costOf({ prepared: 3, costFen: 100n }, 1), costOf({ prepared: 3, costFen: 100n }, 3)]).toEqual([33n, 100n])
  })

  test('a code is read as it is printed, however it was typed', () => {
    expect(readCode(' ab2-3cd ')).toBe('AB23CD')
  })
})

test('a span has the months it touches, each with its days', () => {
  expect(monthsBetween(on('2025-12-31'), on('2026-02-01'))).toEqual(['2025-12', '2026-01', '2026-02'])
  expect(daysOfMonth('2026-02')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
})
