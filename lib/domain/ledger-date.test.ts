import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOfSerial, readDay, readSpan } from './ledger-date'

describe('建设起止年限', () => {
  test.each([
    ['2024.8-2026.7', '2024-08', '2026-07'],
    ['2026.9—2027.6', '2026-09', '2027-06'],
    ['2024-03至2026-07', '2024-03', '2026-07'],
    ['2025-08-2026-05', '2025-08', '2026-05'],
    ['2026年2月底~2027年8月底', '2026-02', '2027-08'],
    ['2025.03.01-2026.12.31', '2025-03', '2026-12'],
    ['2025年3月-12月', '2025-03', '2025-12'],
    ['2025.3-12', '2025-03', '2025-12'],
    ['202508-202612', '2025-08', '2026-12'],
    ['2025-2027年', '2025-01', '2027-12'],
    ['2025年3月起', '2025-03', null],
    ['2025年3月～至今', '2025-03', null],
    ['2025年二月-2026年三月', '2025-02', '2026-03'],
    ['二〇二五年三月至二〇二六年十二月', '2025-03', '2026-12'],
    ['2025.3-26.5', '2025-03', '2026-05'],
    ['25年3月-26年5月', '2025-03', '2026-05'],
    ['2025年3月-次年5月', '2025-03', '2026-05'],
    ['2025年3月至当年年底', '2025-03', '2025-12'],
    ['2025年3月-年底', '2025-03', '2025-12'],
    ['去年3月至明年6月', '2025-03', '2027-06'],
    ['2025.3-2027.3（共24个月）', '2025-03', '2027-03'],
    ['至2027年底', null, '2027-12'],
    ['2026年3月上旬-5月下旬', '2026-03', '2026-05'],
  ])('%s', (text, from, to) => expect(readSpan(text, 2026)).toEqual({ ok: true, value: { from, to } }))
  test.each([
    ['2024.13-2025.2', 'MONTH_INVALID'],
    ['2026.9-2025.3', 'SPAN_REVERSED'],
    ['24个月', 'SPAN_DURATION'],
    ['长期', 'SPAN_UNREADABLE'],
    ['2026年春节前-2027年6月', 'SPAN_UNREADABLE'],
    ['2025年3月-2026年腊月', 'SPAN_UNREADABLE'],
    ['2025年3月-5月、9月-12月', 'SPAN_UNREADABLE'],
    ['25.3-26.5', 'SPAN_UNREADABLE'],
  ])('%s: %s', (text, code) => expect(readSpan(text, 2026)).toMatchObject({ ok: false, error: { code } }))
})

describe('days', () => {
  test.each([
    ['2026.6', '2026-06-30', true],
    ['2028年2月', '2028-02-29', true],
    ['2026年11月3日', '2026-11-03', false],
    ['2026/11/23', '2026-11-23', false],
    ['11月23日', '2026-11-23', false],
    ['45597', '2024-11-01', false],
    ['明年3月', '2027-03-31', true],
    ['去年12月', '2025-12-31', true],
    ['次年5月', '2027-05-31', true],
    ['25年6月', '2025-06-30', true],
    ['27年6月', '2027-06-30', true],
    ['2027年二月', '2027-02-28', true],
    ['2026年十月', '2026-10-31', true],
    ['2026年十二月二十五日', '2026-12-25', false],
    ['二〇二七年元月', '2027-01-31', true],
    ['2026/6/15 0:00', '2026-06-15', false],
    ['2026年3月初步设计后', '2026-03-31', true],
    ['6月中标', '2026-06-30', true],
  ])('%s', (text, on, monthOnly) =>
    expect(readDay(text, 2026, false, 2026)).toEqual({ ok: true, value: { on, monthOnly } }),
  )
  test.each([
    ['2026年3月上旬', '2026-03-10'],
    ['3月上旬', '2026-03-10'],
    ['2026.3上旬', '2026-03-10'],
    ['2026年6月中旬', '2026-06-20'],
    ['二月中旬前', '2026-02-20'],
    ['3月初', '2026-03-10'],
    ['明年6月中', '2027-06-15'],
  ])('%s: the last day of that part, assumed', (text, on) =>
    expect(readDay(text, 2026, false, 2026)).toEqual({ ok: true, value: { on, monthOnly: false, assumed: true } }),
  )
  test.each([
    ['6月底', '2026-06-30'],
    ['2026年三季度', '2026-09-30'],
    ['年底', '2026-12-31'],
    ['今年年底', '2026-12-31'],
    ['27年底', '2027-12-31'],
    ['2026年3季度', '2026-09-30'],
    ['2026年6月下旬', '2026-06-30'],
    ['2027年', '2027-12-31'],
    ['2026年上半年', '2026-06-30'],
    ['二季度', '2026-06-30'],
    ['2026.6月末', '2026-06-30'],
  ])('%s: the month it ends with, assumed', (text, on) =>
    expect(readDay(text, 2026, false, 2026)).toEqual({ ok: true, value: { on, monthOnly: true, assumed: true } }),
  )
  test.each([
    ['2026年春节前', 'a feast'],
    ['2026年腊月', 'a month of another calendar'],
    ['2025年6月-7月', 'two months'],
    ['2025.6-7', 'two months'],
    ['6、7月', 'two months'],
    ['2026年1-3季度', 'three quarters'],
    ['2027年前', 'not the year it names'],
    ['明后年', 'one of two years'],
    ['每年3月', 'every year'],
    ['2026年2期', 'no month at all'],
  ])('%s is refused, not taken for a day: %s', (text) =>
    expect(readDay(text, 2026, false, 2026)).toEqual({ ok: false, error: { code: 'DATE_UNREADABLE' } }),
  )
  test('明年 follows the day the ledger speaks of, not the year of its plan', () =>
    expect(readDay('明年3月', 2027, false, 2026)).toEqual({ ok: true, value: { on: '2027-03-31', monthOnly: true } }))
  test('no unread word after a year becomes its December', () => {
    const word = fc.stringMatching(/^[\u4e00-\u9fff]{1,4}$/)
    fc.assert(
      fc.property(word, (said) => {
        const read = readDay(`2026年${said}`, 2026, false, 2026)
        fc.pre(
          !/[底末初]|季度|半年|[一二三四五六七八九十]月|^(?:内|全年|度|[开动]工|[竣完]工|建成|投[产用]|运营|开业)/.test(
            said,
          ),
        )
        expect(read).toMatchObject({ ok: false })
      }),
    )
  })
  test('both calendars of spreadsheets', () => {
    expect([dayOfSerial(1, false), dayOfSerial(59, false), dayOfSerial(61, false)]).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
    ])
    expect(dayOfSerial(45597 - 1462, true)).toBe(dayOfSerial(45597, false))
  })
  test.each(['2026.2.30', '13月'])('%s does not exist', (text) =>
    expect(readDay(text, 2026, false, 2026)).toMatchObject({ error: { code: 'MONTH_INVALID' } }),
  )
})
