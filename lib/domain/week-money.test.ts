import { describe, expect, test } from 'vitest'
import { fenOfWan } from './money'
import { canonicalWan, readTypedMoney } from './money-entry'
import { doubtToken, doubtWeek, type MoneyStanding, refusePlan } from './week-money'

const wan = (text: string) => fenOfWan(text) ?? 0n

describe('an amount somebody types', () => {
  test.each([
    ['3200', '3200'],
    ['12,000', '12000'],
    ['１２，０００', '12000'],
    ['3200万', '3200'],
    ['3200 万元', '3200'],
    ['1.2亿', '12000'],
    ['1.2 亿元', '12000'],
    ['8600000元', '860'],
    ['0', '0'],
    ['¥300', '300'],
  ])('%s is %s 万元', (typed, read) => expect(canonicalWan(typed)).toBe(read))

  test.each([
    ['约三千', 'MONEY_UNREADABLE'],
    ['1,23', 'MONEY_UNREADABLE'],
    ['无', 'MONEY_UNREADABLE'],
    ['-5', 'MONEY_NEGATIVE'],
    ['300万美元', 'MONEY_FOREIGN'],
    ['999999999', 'MONEY_TOO_LARGE'],
    ['99999999999999', 'MONEY_TOO_LARGE'],
  ])('%s is answered by %s', (typed, code) => {
    const read = readTypedMoney(typed)
    expect(read.ok ? null : read.error).toMatchObject({ code, text: typed })
  })
})

describe('a week that cannot be, or may be', () => {
  const standing: MoneyStanding = {
    totalFen: wan('13000'),
    plannedFen: wan('9600'),
    yearFen: wan('8000'),
    otherYearsFen: wan('3000'),
  }
  const doubt = (week: string, was = '0', of = standing) => doubtWeek(wan(week), wan(was), of)?.code ?? null

  test.each([
    ['within the plan', '1600', '0', null],
    ['above the plan of the year', '1601', '0', 'WEEK_OVER_PLAN'],
    ['above the whole investment in all', '2001', '0', 'WEEK_OVER_TOTAL'],
    ['alone above the whole investment: probably 元', '13001', '0', 'WEEK_LIKELY_YUAN'],
    ['corrected downwards', '5000', '6000', null],
    ['left as it is', '5000', '5000', null],
  ])('%s', (_, week, was, code) => expect(doubt(week, was)).toBe(code))

  test('without a total the plan is what a week is measured by, and without either only the absurd is asked about', () => {
    expect(doubt('9601', '0', { ...standing, totalFen: null })).toBe('WEEK_LIKELY_YUAN')
    const bare = { totalFen: null, plannedFen: 0n, yearFen: 0n, otherYearsFen: 0n }
    expect([doubt('500000', '0', bare), doubt('3200000', '0', bare)]).toEqual([null, 'WEEK_LIKELY_YUAN'])
  })

  test('a tick stands for these figures only', () => {
    const [one, other] = [doubtWeek(wan('1700'), 0n, standing), doubtWeek(wan('1701'), 0n, standing)]
    expect(one && doubtToken(one)).not.toBe(other && doubtToken(other))
    expect(doubtWeek(wan('13001'), 0n, standing)?.yuanFen).toBe(1_300_100n)
  })
})

test('a plan above the total is refused with both figures; a missing one breaks nothing', () => {
  expect(refusePlan(wan('999999'), wan('1300'))).toEqual({
    code: 'PLAN_OVER_TOTAL',
    planFen: '999999000000',
    totalFen: '1300000000',
  })
  expect([refusePlan(wan('1300'), wan('1300')), refusePlan(wan('1'), null), refusePlan(null, 1n)]).toEqual([
    null,
    null,
    null,
  ])
})
