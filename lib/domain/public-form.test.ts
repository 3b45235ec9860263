import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageOf, byField, cleanText, complaintProblem, reportProblem, soundsHigher } from './public-form'

describe('a form is sent between its third second and its second hour', () =>
  test.each([
    [0, 'YOUNG'],
    [2_999, 'YOUNG'],
    [3_000, 'GOOD'],
    [7_200_000, 'GOOD'],
    [7_200_001, 'OLD'],
    [-59_000, 'YOUNG'],
    [-61_000, 'OLD'],
  ])('%i ms after it was opened: %s', (age, state) => expect(ageOf(1_000_000, 1_000_000 + age)).toBe(state)))

describe('text shows what it says', () => {
  test.each([
    ['zero-width signs inside a word', '吃\u200b拿\u2060卡\ufeff要', '吃拿卡要'],
    ['right-to-left overrides', '收费\u202e元001\u202c', '收费元001'],
    ['isolates and marks', '\u2067甲\u2069\u200f乙\u061c', '甲乙'],
    ['tag signs nobody sees', '好\u{e0041}\u{e0042}', '好'],
    ['control signs', 'a\u0000b\u0007c', 'abc'],
    ['half of a pair', 'a\ud83dc', 'ac'],
    ['an emoji stays', '不行😡', '不行😡'],
    ['letters in two ways become one', 'e\u0301', 'é'],
    ['what is nothing but unseen is nothing', '\u200b \u3164\u00ad', ''],
    ['a script is text', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('%s', (_, typed, kept) => expect(cleanText(typed)).toBe(kept))

  test('lines stay where a field has lines, and are spaces where it has none', () => {
    expect(cleanText('一 \r\n\r\n\r\n\r\n二', true)).toBe('一\n\n二')
    expect(cleanText('一\r\n二')).toBe('一 二')
  })

  test('cleaning what is clean changes nothing', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, lines) => {
        const once = cleanText(text, lines)
        expect(cleanText(once, lines)).toBe(once)
        expect(once).not.toMatch(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/)
      }),
    ))
})

describe('all that is wrong is said at once', () => {
  const complaint = { text: '窗口不收', place: '马寨', kind: 'APPEAL', contact: '', agreed: false }
  const wrong = (failure: ReturnType<typeof complaintProblem>) =>
    [...byField(failure)].map(([field, { code }]) => `${field} ${code}`)

  test('of a complaint', () => {
    expect(complaintProblem(complaint)).toBeNull()
    expect(wrong(complaintProblem({ ...complaint, text: '', place: '', contact: '13800000000' }))).toEqual([
      'text MISSING',
      'place MISSING',
      'agree AGREE',
    ])
    expect(wrong(complaintProblem({ ...complaint, text: '字'.repeat(2_001) }))).toEqual(['text TOO_LONG'])
    expect(complaintProblem({ ...complaint, text: '😡'.repeat(2_000) })).toBeNull()
  })

  test('of a report: a name and a way to be reached come together', () => {
    const report = { text: '收了钱', about: '某科长', name: '', contact: '', agreed: false }
    expect(reportProblem(report)).toBeNull()
    expect(wrong(reportProblem({ ...report, name: '王某' }))).toEqual(['contact HALF_NAME'])
    expect(wrong(reportProblem({ ...report, name: '王某', contact: '138' }))).toEqual(['agree AGREE'])
    expect(reportProblem({ ...report, name: '王某', contact: '138', agreed: true })).toBeNull()
  })
})

describe('what belongs higher', () => {
  test.each([
    '区纪委王某',
    '监委工作人员',
    '郑州市住建局李某',
    '市委某领导',
    '省发改委',
    '派驻纪检组长',
    '市中级人民法院',
    '市政府',
    // Leaders of the district: the city manages them.
    '区长李某',
    '副区长李某',
    '常务副区长',
    '二七区委书记张某',
    '区委副书记',
    '区委常委、组织部长王某',
    '宣传部部长',
    '政法委书记',
    '区领导',
    '区委领导',
    '区政府主要领导',
    '区人大主任',
    '区人大常委会副主任赵某',
    '区政协主席',
    '区政协副主席',
    '区法院院长',
    '区人民检察院检察长',
  ])('%s', (about) => expect(soundsHigher(about)).toBe(true))
  test.each([
    '区住建局张某',
    '郑州市二七区城管局',
    '马寨超市门口的城管',
    '街道办主任',
    '市场监管局李某',
    '区市政科',
    '市容科',
    '街道书记',
    '马寨镇书记刘某',
    '社区书记',
    '社区领导',
    '某小区领导',
    '村主任',
    '村支部书记',
    '片区长',
    '办事处主任',
    '办事处政法委书记',
    '镇武装部长',
    '区住建局局长',
    '区教育局党委书记',
    '区城管局领导',
    '区委办主任',
    '区人大代表',
    '住建局局长陈某',
  ])('%s stays here', (about) => expect(soundsHigher(about)).toBe(false))
})
