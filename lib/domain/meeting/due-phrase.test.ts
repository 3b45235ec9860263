import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, on } from '../plain-date'
import { PUBLISHED_YEARS } from '../published-years'
import { anyDay } from '../testdata/arbitrary-facts'
import { buildCalendar } from '../work-calendar'
import { dueSaidIn, parseDue } from './due-phrase'
import { DEFAULT_RHYTHM, type WeekRhythm } from './week'

const calendar = buildCalendar(PUBLISHED_YEARS)
const monday = on('2026-11-23')
const due = (text: string, from = monday, rhythm: WeekRhythm = DEFAULT_RHYTHM) => {
  const parsed = parseDue(text, from, calendar, rhythm)
  return parsed.ok ? parsed.value.on : parsed.error.code
}

describe('a phrase becomes a date', () => {
  test.each([
    ['今天', '2026-11-23'],
    ['明天', '2026-11-24'],
    ['明天前', '2026-11-24'],
    ['后天', '2026-11-25'],
    ['大后天', '2026-11-26'],
    ['本周三', '2026-11-25'],
    ['这周五前', '2026-11-27'],
    ['周四', '2026-11-26'],
    ['星期天', '2026-11-29'],
    ['下周五', '2026-12-04'],
    ['下个星期一之前', '2026-11-30'],
    ['下下周二', '2026-12-08'],
    ['本周内', '2026-11-27'],
    ['下周', '2026-12-04'],
    ['下次例会前', '2026-11-30'],
    ['下一次周例会之前', '2026-11-30'],
    ['下周例会前', '2026-11-30'],
    ['周末前', '2026-11-27'],
    ['3个工作日内', '2026-11-26'],
    ['三个工作日内', '2026-11-26'],
    ['两个工作日', '2026-11-25'],
    ['十五个工作日内', '2026-12-14'],
    ['一周内', '2026-11-30'],
    ['两周内', '2026-12-07'],
    ['10天内', '2026-12-03'],
    ['二十天内', '2026-12-13'],
    ['5日内', '2026-11-28'],
    ['5日前', '2026-12-05'],
    ['25号前', '2026-11-25'],
    ['12月5日前', '2026-12-05'],
    ['十二月五日', '2026-12-05'],
    ['12-05', '2026-12-05'],
    ['12.5前', '2026-12-05'],
    ['2026年12月5日', '2026-12-05'],
    ['2027-01-08', '2027-01-08'],
    ['1月15日前', '2027-01-15'],
    ['明年3月1日', '2027-03-01'],
    ['本月30日前', '2026-11-30'],
    ['下月10日', '2026-12-10'],
    ['下个月10号前', '2026-12-10'],
    ['月底', '2026-11-30'],
    ['本月底前', '2026-11-30'],
    ['下月底', '2026-12-31'],
    ['12月底前完成', '2026-12-31'],
    ['12月上旬', '2026-12-10'],
    ['24小时内', '2026-11-24'],
    ['四十八小时之内', '2026-11-25'],
    ['4小时内', '2026-11-23'],
    ['下月中旬前', '2026-12-20'],
    ['半个月内', '2026-12-08'],
    ['一个月内', '2026-12-23'],
    ['年底前', '2026-12-31'],
    ['年内', '2026-12-31'],
    ['明年底', '2027-12-31'],
    ['季度末', '2026-12-31'],
    ['一季度末', '2027-03-31'],
    ['元旦前', '2026-12-31'],
    ['春节前', '2027-02-04'],
    ['五一前', '2027-04-30'],
    [' 下 周 五 ', '2026-12-04'],
    ['１２月５日前', '2026-12-05'],
  ])('%s', (text, day) => expect(due(text)).toBe(day))

  test('a holiday of a published year is left by the working days before it, make-up days counted', () => {
    expect(due('春节前', on('2026-01-12'))).toBe('2026-02-14')
    expect(due('国庆节前', on('2026-09-21'))).toBe('2026-09-30')
    expect(due('5个工作日内', on('2026-09-30'))).toBe('2026-10-13')
  })

  test('the next meeting is the one the rhythm of the district brings, whatever the day it is said on', () => {
    const wednesdays = { ...DEFAULT_RHYTHM, meeting: { weekday: 3, hour: 9 } }
    expect(due('下次例会前', on('2026-11-25'))).toBe('2026-11-30')
    expect(due('下次例会前', on('2026-11-27'))).toBe('2026-11-30')
    expect(due('下次例会前', monday, wednesdays)).toBe('2026-11-25')
    expect(due('下次例会前', on('2026-11-25'), wednesdays)).toBe('2026-12-02')
    expect(due('下周例会前', monday, wednesdays)).toBe('2026-12-02')
    // 10-05 is a holiday: its meeting is held on the last working day before.
    expect(due('下次例会前', on('2026-09-28'))).toBe('2026-09-30')
    expect(due('下次例会前', on('2026-09-30'))).toBe('2026-10-12')
  })

  test('a day that leans on a year not yet published says so, and so does a day off', () => {
    expect(parseDue('30个工作日内', monday, calendar, DEFAULT_RHYTHM)).toMatchObject({ value: { provisional: true } })
    expect(parseDue('12月5日前', monday, calendar, DEFAULT_RHYTHM)).toMatchObject({
      value: { provisional: false, dayOff: true },
    })
  })
})

describe('what is not understood is said', () => {
  test.each([
    ['', 'DUE_UNSAID'],
    ['尽快', 'DUE_UNCLEAR'],
    ['抓紧办理', 'DUE_UNCLEAR'],
    ['年前', 'DUE_UNCLEAR'],
    ['11月2日前', 'DUE_PAST'],
    ['2026-11-20', 'DUE_PAST'],
    ['2月30日', 'DUE_NO_SUCH_DAY'],
    ['13月1日', 'DUE_NO_SUCH_DAY'],
  ])('%s', (text, code) => expect(due(text)).toBe(code))
  test('a weekday of this week that is over', () => expect(due('本周三', on('2026-11-26'))).toBe('DUE_PAST'))
})

test('a sentence gives its day away', () => {
  const within = (text: string) => {
    const due = dueSaidIn(text, monday, calendar, DEFAULT_RHYTHM)?.due
    return due?.ok ? due.value.on : (due?.error.code ?? null)
  }
  expect(within('自规局下周一前核发规划许可证')).toBe('2026-11-30')
  expect(within('自规局牵头，国动办配合，明天会审，一次性提出修改意见')).toBe('2026-11-24')
  expect(within('住建局3个工作日内出意见')).toBe('2026-11-26')
  expect(within('市场监管局12月底前办结')).toBe('2026-12-31')
  expect(within('市场监管局12月上旬办结')).toBe('2026-12-10')
  expect(within('城管局24小时内清运')).toBe('2026-11-24')
  expect(within('供电公司拿出接入方案')).toBeNull()
})

describe('a day or a term without 前 or 内', () => {
  const within = (text: string) => {
    const due = dueSaidIn(text, monday, calendar, DEFAULT_RHYTHM)?.due
    return due?.ok ? due.value.on : (due?.error.code ?? null)
  }
  test.each([
    ['住建局本月28日报方案', '2026-11-28'],
    ['住建局下月10日核发', '2026-12-10'],
    ['住建局5个工作日答复', '2026-11-30'],
    ['住建局核发许可证，5个工作日', '2026-11-30'],
    ['住建局限期5个工作日整改', '2026-11-30'],
    ['自规局三天拿出方案', '2026-11-26'],
    ['自规局两周完成', '2026-12-07'],
    ['住建局下周报方案', '2026-12-04'],
    ['住建局报方案，下周。', '2026-12-04'],
    // Another day that is said with 前 is the one.
    ['住建局下周报方案，12月1日前答复', '2026-12-01'],
  ])('%s', (text, day) => expect(within(text)).toBe(day))
  test.each([
    '住建局每3天报一次',
    '住建局3天报一次进度',
    '该项目已超期5个工作日，住建局说明原因',
    '公示5个工作日，住建局办理',
    '停工3天报告',
    '住建局下周起驻场',
    '第3个工作日报到',
    '工期压缩30天',
  ])('%s names none', (text) => expect(within(text)).toBeNull())
})

test('no phrase ever means a day that is over, and nothing throws', () => {
  const word = fc.constantFrom(...'今明后天下本周月一二三五十0123日号底末年前内个工作春节'.split(''))
  fc.assert(
    fc.property(anyDay, fc.array(word, { maxLength: 8 }), (day, words) => {
      const parsed = parseDue(words.join(''), day, calendar, DEFAULT_RHYTHM)
      return !parsed.ok || parsed.value.on >= day
    }),
    { numRuns: 3000 },
  )
})

test('N working days never end before N days', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, n) => {
      const parsed = parseDue(`${n}个工作日内`, day, calendar, DEFAULT_RHYTHM)
      return parsed.ok && parsed.value.on >= addDays(day, n)
    }),
  )
})
