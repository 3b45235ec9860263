import { describe, expect, test } from 'vitest'
import { parseHolidayNotice } from './holiday-notice'
import { PUBLISHED_YEARS } from './published-years'

const HEAD = (year: number) => `国务院办公厅关于${year}年部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
　　经国务院批准，现将${year}年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。`
const TAIL = (day: string) => `
　　节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作，遇有重大突发事件，要按规定及时报告并妥善处置。
国务院办公厅
${day}
（此件公开发布）`

const NOTICES: Readonly<Record<number, string>> = {
  2024: `${HEAD(2024)}
　　一、元旦：1月1日放假，与周末连休。
　　二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
　　三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
　　四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
　　五、端午节：6月10日放假，与周末连休。
　　六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
　　七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。${TAIL('2023年10月25日')}`,
  2025: `${HEAD(2025)}
　　根据修订后的《全国年节及纪念日放假办法》，自2025年1月1日起，全体公民放假的假日增加2天。
　　一、元旦：1月1日（周三）放假1天，不调休。
　　二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
　　三、清明节：4月4日（周五）至6日（周日）放假，共3天。
　　四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
　　五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
　　六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。${TAIL('2024年11月12日')}`,
  2026: `${HEAD(2026)}
　　一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
　　二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
　　三、清明节：4月4日（周六）至6日（周一）放假，共3天。
　　四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
　　五、端午节：6月19日（周五）至21日（周日）放假，共3天。
　　六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
　　七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。${TAIL('2025年11月4日')}`,
}
const notice = (year: number) => NOTICES[year] ?? ''
const published = (year: number) => {
  const { off, work } = PUBLISHED_YEARS.find((one) => one.year === year) ?? { off: {}, work: {} }
  return { ok: true, value: { year, off, work } }
}
const changed = (from: string, to: string) => {
  const text = notice(2026)
  if (!text.includes(from)) throw new Error(`not in the notice: ${from}`)
  return parseHolidayNotice(text.replace(from, to))
}

describe('the text of a holiday notice', () => {
  test.each([2024, 2025, 2026])('of %i gives exactly the published days', (year) =>
    expect(parseHolidayNotice(notice(year))).toEqual(published(year)),
  )

  test('may come in half width, with blanks, without line ends or without numbering', () => {
    const half = notice(2026)
      .replaceAll('：', ': ')
      .replaceAll('，', ', ')
      .replaceAll('（', ' (')
      .replaceAll('）', ') ')
    expect(parseHolidayNotice(half)).toEqual(published(2026))
    expect(parseHolidayNotice(notice(2025).replaceAll('\n', ''))).toEqual(published(2025))
    expect(parseHolidayNotice(notice(2024).replaceAll('\n', '\r\n'))).toEqual(published(2024))
    expect(parseHolidayNotice(notice(2026).replace(/[一二三四五六七]、(?=[元春清劳端中国])/g, ''))).toEqual(
      published(2026),
    )
    const wide = notice(2026).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    expect(parseHolidayNotice(wide)).toEqual(published(2026))
  })

  test.each([
    [
      '12月30日至1月1日放假调休，共3天。12月28日（周日）上班。',
      ['2025-12-30', '2025-12-31', '2026-01-01'],
      ['2025-12-28'],
    ],
    ['2025年12月31日至2026年1月2日放假调休，共3天。', ['2025-12-31', '2026-01-01', '2026-01-02'], []],
    ['2026年1月1日至3日放假，共3天。', ['2026-01-01', '2026-01-02', '2026-01-03'], []],
    ['1月1日放假。', ['2026-01-01'], []],
    ['1月1日、1月2日放假调休，共2天。1月4日（星期天）正常上班。', ['2026-01-01', '2026-01-02'], ['2026-01-04']],
  ])('元旦：%s', (sentences, off, work) => {
    const result = changed('1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。', sentences)
    if (!result.ok) throw new Error(JSON.stringify(result.error))
    const days = (of: Readonly<Record<string, string>>) => Object.keys(of).filter((day) => of[day] === '元旦')
    expect([days(result.value.off), days(result.value.work)]).toEqual([off, work])
  })

  test.each([
    ['共9天', '共8天', { code: 'NOTICE_COUNT', name: '春节', said: 8, found: 9 }],
    ['9月20日（周日）', '9月20日（周六）', { code: 'NOTICE_WEEKDAY', day: '2026-09-20', said: '周六' }],
    ['5月9日（周六）上班', '5月8日上班', { code: 'NOTICE_NOT_WEEKEND', day: '2026-05-08' }],
    ['2月28日（周六）上班', '2月21日（周六）上班', { code: 'NOTICE_DAY_TWICE', day: '2026-02-21' }],
    ['6月19日（周五）', '6月31日', { code: 'NOTICE_UNREADABLE', text: '6月31日至21日(周日)放假,共3天' }],
    [
      '2月28日（周六）上班',
      '2月28日（周六）酌情安排',
      { code: 'NOTICE_UNREADABLE', text: '2月14日(周六)、2月28日(周六)酌情安排' },
    ],
    ['9月25日（周五）至27日（周日）', '9月27日至25日', { code: 'NOTICE_UNREADABLE', text: '9月27日至25日放假,共3天' }],
    ['六、中秋节：', '六、中秋：', { code: 'NOTICE_UNREADABLE', text: '六、中秋:9月25日(周五)至27日(周日)放假,共3天' }],
    ['三、清明节：4月4日（周六）至6日（周一）放假，共3天。', '', { code: 'NOTICE_INCOMPLETE', name: '清明' }],
  ])('with “%s” read as “%s” is refused', (from, to, error) => {
    expect(changed(from, to)).toEqual({ ok: false, error })
  })

  test('without its title has no year', () =>
    expect(parseHolidayNotice('一、元旦：1月1日放假，与周末连休。')).toEqual({
      ok: false,
      error: { code: 'NOTICE_YEAR_MISSING' },
    }))
  test('that is something else altogether names the first holiday it misses', () =>
    expect(parseHolidayNotice('关于2026年部分节假日安排的说明。')).toEqual({
      ok: false,
      error: { code: 'NOTICE_INCOMPLETE', name: '元旦' },
    }))
})
