import { describe, expect, test } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import { AGENCY, ENTERPRISE, ownerKey, ownerOf, REASON_CODES, STEWARD } from '@/lib/domain/reason'
import { dayIn, dayWithWeekday, longDay } from './day'
import { isLocale, LOCALES } from './locale'
import { ownerText, reasonText } from './reason-text'
import { refusalText } from './refusal-text'
import { translator } from './translator'

describe('reasons in words', () => {
  /** Every number a reason may carry. */
  const params = {
    days: 1234,
    by: 'LX09',
    used: 3,
    promise: 4,
    statute: 0,
    plan: 2,
    planned: 4071,
    actual: 3000,
    behind: 1071,
    monthEnds: 3,
    months: 2,
    meetings: 2,
  }
  test.each(LOCALES.flatMap((locale) => REASON_CODES.map((code) => ({ locale, code }))))(
    '$code in $locale',
    ({ locale, code }) => {
      const text = reasonText({ code, params }, locale)
      expect(text).not.toMatch(/[{}]|undefined|NaN/)
      // The rules fix the Chinese wording: 1234, never 1,234.
      if (locale === 'zh-CN') expect(text).not.toContain('1,234')
    },
  )

  test('what holds an item up has its name, never its code', () => {
    const said = (named: object, locale: 'zh-CN' | 'en') =>
      reasonText({ code: 'BLOCKED_OVER', params: { days: 4, by: 'LX01', ...named } }, locale)
    const names = { byZh: '项目备案', byEn: 'Project filing' }
    expect(said(names, 'zh-CN')).toBe('计划逾期4工作日（被项目备案阻塞）')
    expect(said(names, 'en')).toBe('4 working days behind plan (held up by Project filing)')
    expect(said({}, 'zh-CN')).toBe('计划逾期4工作日（被前置手续阻塞）')
    expect(said({}, 'en')).not.toContain('LX01')
  })

  test('shares are written in percent, without dust', () =>
    expect(reasonText({ code: 'PROGRESS_BEHIND', params }, 'zh-CN')).toBe(
      '进度落后10.71个百分点（序时40.71%，实际30%）',
    ))
})

describe('nothing is said of a number that is 0', () => {
  const said = (monthEnds: number, locale: 'zh-CN' | 'en') =>
    reasonText({ code: 'START_MISSED', params: { monthEnds } }, locale)
  test('month ends passed since the planned start', () => {
    expect([0, 1, 3].map((n) => said(n, 'zh-CN'))).toEqual([
      '应开工未开工',
      '应开工未开工（跨1个月末）',
      '应开工未开工（跨3个月末）',
    ])
    expect([0, 1, 3].map((n) => said(n, 'en'))).toEqual([
      'Construction not started',
      'Construction not started (1 month end passed)',
      'Construction not started (3 month ends passed)',
    ])
  })
  test('limits that were kept', () => {
    const late = (params: Record<string, number>) =>
      LOCALES.map((locale) => reasonText({ code: 'DONE_LATE', params }, locale))
    expect(late({ promise: 4, statute: 0, plan: 2 })).toEqual([
      '逾期办结（承诺+4，计划+2）',
      'Finished late (promise +4, plan +2)',
    ])
    expect(late({ promise: 0, statute: 0, plan: 1 })[0]).toBe('逾期办结（计划+1）')
  })
  test.each([
    'PROMISE_LEFT',
    'PLAN_LEFT',
    'SUBMIT_LEFT',
    'SUPPLEMENT_LEFT',
    'ACCEPTANCE_LEFT',
    'SPECIAL_LEFT',
    'TOLERANCE_LEFT',
    'ISSUE_LEFT',
    'FACTOR_LEFT',
  ] as const)('days in which %s can be cured', (code) => {
    for (const locale of LOCALES) {
      const cure = (n: number) => translator(locale)(`projectPage.cures.${code}`, { n, agency: 'A' } as never)
      expect(cure(0)).toMatch(/今天|today/)
      expect(cure(0)).not.toContain('0')
      expect(cure(2)).toMatch(/在2个工作日内|within 2 working days/)
    }
  })
})

describe('owners in words', () => {
  test.each([
    [AGENCY, '部门', 'Agency'],
    [ENTERPRISE, '项目单位', 'Project unit'],
    [STEWARD, '管家', 'Steward'],
    [{ kind: 'NAMED', name: '区城市管理局' } as const, '区城市管理局', '区城市管理局'],
  ])('%j', (owner, zh, en) => {
    expect([ownerText(owner, 'zh-CN'), ownerText(owner, 'en')]).toEqual([zh, en])
    const key = ownerKey(owner)
    expect(key && ownerOf(key)).toEqual(owner)
  })
  test('nobody is nobody', () => expect([ownerText(null, 'zh-CN'), ownerKey(null)]).toEqual([null, null]))
})

describe('refusals in words', () => {
  test('name states and moves as people do', () =>
    expect(refusalText({ code: 'ILLEGAL_MOVE', state: 'DONE', move: 'NOTICE' }, 'zh-CN')).toBe(
      '“办结”状态不能“告知补正”，请刷新看最新状态。',
    ))
  test('name the sentence of a task that is missing, not a result where somebody objects', () => {
    const words = (of: string) => refusalText({ code: 'TASK_TEXT_MISSING', of }, 'zh-CN')
    expect(['OBJECT', 'RETURN', 'ANSWER', 'ASK_EXTENSION'].map(words)).toEqual([
      '请写明为什么不该由您办。',
      '请写明为什么退回。',
      '请写明原因和办结时间。',
      '请写明为什么要延期。',
    ])
    for (const move of ['UPHOLD', 'REASSIGN', 'REPORT', 'SUBMIT', 'SUSPEND', 'WITHDRAW', 'REFUSE_EXTENSION'])
      expect(words(move), move).not.toBe(words(''))
  })
  test('a code nobody wrote words for becomes the general sentence', () =>
    expect(refusalText({ code: 'NEVER_HEARD_OF' }, 'en')).toBe(translator('en')('refusals.INPUT_UNREADABLE')))
})

describe('days in words', () => {
  const [day, today] = [on('2026-12-03'), on('2026-11-23')]
  test('leave out a year that goes without saying', () => {
    expect(dayIn(day, today)).toBe('12-03')
    expect(dayIn(on('2027-09-30'), today)).toBe('2027-09-30')
  })
  test('name the weekday in either language', () => {
    expect(dayWithWeekday(day, today, 'zh-CN')).toBe('12-03（周四）')
    expect(dayWithWeekday(day, today, 'en')).toMatch(/^12-03 \(Thu/)
    expect(longDay(today, 'zh-CN')).toBe('11月23日 周一')
    expect(longDay(today, 'en')).toMatch(/^Mon\w* 23 Nov$/)
  })
})

test('a language is one of ours', () =>
  expect(['zh-CN', 'en', 'zh', '', null].map(isLocale)).toEqual([true, true, false, false, false]))

test('a word that does not exist is loud', () => {
  const t = translator('zh-CN') as unknown as (key: string) => string
  expect(() => t('reasons.NO_SUCH_CODE')).toThrow()
})
