import { describe, expect, test } from 'vitest'
import { checkTemplate, type KnownNames, nearestName, typedNumber } from './check'
import { OWN_WORDS } from './period'
import { PARAGRAPH_KEYS, STANDARD_SECTIONS, standardText } from './standard'

const known: KnownNames = new Map([
  ['projects.inLibrary', 'count'],
  ['projects.signed', 'count'],
  ['projects.signedShare', 'share'],
  ['financing.applied', 'money'],
  ['projects.daysToStart', 'time'],
  ['period.year', 'word'],
])
const refused = (typed: string) => {
  const checked = checkTemplate(typed, known)
  return checked.ok ? null : checked.error
}

describe('a template is refused', () => {
  test('for a name nobody counts, with the one that is most like it', () =>
    expect(refused('签约{projects.singed}个')).toEqual({
      code: 'BRIEFING_NAME_NEAR',
      name: 'projects.singed',
      near: 'projects.signed',
    }))
  test('for a name that is like none', () =>
    expect(refused('{zzz.qqqqqqqqqqqqqqqqqqq}')).toMatchObject({ code: 'BRIEFING_NAME_UNKNOWN' }))
  test('for a way to say it that there is not, with those there are', () =>
    expect(refused('{projects.signed:亿元}')).toEqual({
      code: 'BRIEFING_FORMAT_UNKNOWN',
      name: 'projects.signed',
      format: '亿元',
      formats: '余十、余百、余千、余万',
    }))
  test('for a way to say what is said in one way only', () => {
    expect(refused('{projects.daysToStart:余十}')).toMatchObject({ code: 'BRIEFING_FORMAT_NONE' })
    expect(refused('{period.year:余十}')).toMatchObject({ code: 'BRIEFING_FORMAT_NONE' })
  })
  test.each([
    ['谋划产业项目142个', '142'],
    ['占43.0%', '43.0%'],
    ['申请贷款５．２９亿元', '５．２９'],
    ['解决问题二百八十六个', '二百八十六个'],
    ['解决率百分之九十八', '百分之九十八'],
    ['2024年以来', '2024'],
    ['共1,234件', '1,234'],
    ['授信五千万，比上年增长', '五千万'],
    ['比上年增长三成', '三成'],
    ['组长两名', '两名'],
    ['另有②名', '②'],
    ['分Ⅳ类', 'Ⅳ'],
    ['二〇二四年', '二〇二四年'],
    ['放款三点五亿元', '五亿元'],
    ['占三分之一', '三分之一'],
    ['增长一倍', '一倍'],
    ['投资翻两番', '翻两番'],
    ['过半已开工', '过半'],
    ['惠及百余家', '百余家'],
    ['岗位万余个', '万余个'],
    ['数万岗位', '数万'],
    ['零项超期', '零项'],
    ['项目二十，企业', '二十'],
    ['第一批三家', '三家'],
    ['贰拾万元', '贰拾万元'],
  ])('for a number somebody typed: %s', (typed, number) =>
    expect(refused(typed)).toEqual({ code: 'BRIEFING_NUMBER_TYPED', number }),
  )
})

describe('a template is taken', () => {
  test.each([
    '全区谋划产业项目{projects.inLibrary}个，签约落地{projects.signed}个，占{projects.signedShare}。',
    '{period.year}年以来，申请贷款{financing.applied:亿元}。',
    '一、总体情况',
    '（一）双轮驱动',
    '1. 项目管家',
    '（1）落实“1+1+N”服务，拨打12345热线',
    '一把手走流程、万人助万企、三化改造、五项标准、一个专班',
    '一是双轮驱动，二是两端发力，三是一事一议；第一，第二批，第三方',
    '“十四五”期间落实“五个一”“三个一批”，贯彻党的二十大和二十届三中全会精神',
    '单位：万元；亿元以上项目，千亿级产业集群，千方百计，一成不变，重点一家一策',
    '三季度、上半年、四套班子、五大行动、十分重视、统一项目、面积平方米m²',
  ])('%s', (typed) => expect(refused(typed)).toBeNull())
})

test('a number of a paragraph is no typed number, but one behind it is', () => {
  expect(typedNumber('1. 办结')).toBeNull()
  expect(typedNumber('1. 办结37项')).toBe('37')
  expect(typedNumber('1.5亿元')).toBe('1.5')
  expect(typedNumber('已建成金融服务港湾九家')).toBe('九家')
  expect(typedNumber('按五项标准核验，一家一策，推进三化改造')).toBeNull()
})

test('nearest is by the signs to change', () => {
  expect(nearestName('projects.inlibary', known.keys())).toBe('projects.inLibrary')
  expect(nearestName('a.b', [])).toBeNull()
})

describe('the standard text', () => {
  test('holds no typed number and no key twice', () => {
    expect(new Set(PARAGRAPH_KEYS).size).toBe(PARAGRAPH_KEYS.length)
    for (const { heading, paragraphs } of STANDARD_SECTIONS) {
      expect(typedNumber(heading)).toBeNull()
      // A name with a dot would be taken apart on its way through a form.
      for (const { key } of paragraphs) expect(key).toMatch(/^[a-z-]+$/)
      for (const { text } of paragraphs) expect(typedNumber(text.replace(/\{[^}]*\}/gu, ''))).toBeNull()
    }
  })
  test('is found by its key', () => {
    expect(standardText(PARAGRAPH_KEYS[0] ?? '')).toBe(STANDARD_SECTIONS[0]?.paragraphs[0]?.text)
    expect(standardText('—')).toBeUndefined()
  })
})

test('no word of a paper is called like a figure', () =>
  expect(OWN_WORDS.filter((name) => known.get(name) === 'count')).toEqual([]))
