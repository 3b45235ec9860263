import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { on } from '../plain-date'
import { PUBLISHED_YEARS } from '../published-years'
import { buildCalendar } from '../work-calendar'
import type { Book } from './decision-mention'
import { type Picks, readSentence, shownOf, withoutStrayKey } from './decision-sentence'
import { DEFAULT_RHYTHM } from './week'

const book: Book = {
  units: [
    { id: 'zgj', name: '自规局', words: ['自规局', '二七区自然资源和规划局', '区自规局', 'ziguiju', 'zgj'] },
    { id: 'gdb', name: '国动办', words: ['国动办', '人防办', 'guodongban', 'gdb', 'rfb'] },
    { id: 'zjj', name: '住建局', words: ['住建局', 'zhujianju', 'zjj'] },
    { id: 'zjz', name: '质监站', words: ['质监站', 'zhijianzhan', 'zjz'] },
    { id: 'zjf', name: '资金服务中心', words: ['资金服务中心', 'zjfwzx'] },
  ],
  people: [
    { id: 'han', name: '韩磊', orgId: 'zgj', unit: '自规局', words: ['韩磊', 'hanlei', 'hl'] },
    { id: 'wei1', name: '王伟', orgId: 'zjj', unit: '住建局', words: ['王伟', 'wangwei', 'ww'] },
    { id: 'wei2', name: '王伟', orgId: 'gdb', unit: '国动办', words: ['王伟', 'wangwei', 'ww'] },
  ],
}
const setting = {
  book,
  from: on('2026-11-23'),
  calendar: buildCalendar(PUBLISHED_YEARS),
  rhythm: DEFAULT_RHYTHM,
  tier: 'DISTRICT' as const,
}
const read = (sentence: string, picks: Picks = {}) => readSentence(sentence, picks, setting)

test('one sentence says who, until when and what', () => {
  expect(read('自规局下周一前核发规划许可证')).toMatchObject({
    text: '自规局下周一前核发规划许可证',
    lead: { id: 'zgj', choices: [] },
    supportIds: [],
    owner: { id: null, choices: [] },
    due: { from: 'SAID', said: '下周一前', on: '2026-11-30', workdays: 5 },
    tier: 'DISTRICT',
  })
})

describe('who leads and who supports', () => {
  test.each([
    ['自规局牵头，国动办配合，明天会审，一次性提出修改意见', 'zgj', ['gdb']],
    ['国动办、住建局配合自规局明天会审', 'zgj', ['gdb', 'zjj']],
    ['国动办配合，由自规局明天会审', 'zgj', ['gdb']],
    ['自规局会同国动办、住建局3个工作日内拿出方案', 'zgj', ['gdb', 'zjj']],
    ['请二七区自然资源和规划局周五前答复', 'zgj', []],
    ['责成人防办月底前办结', 'gdb', []],
  ])('%s', (sentence, lead, support) => {
    const { lead: found, supportIds } = read(sentence)
    expect([found.id, supportIds]).toEqual([lead, support])
  })

  test('a unit that is only reported to has no part in it, but can be given one', () => {
    const { lead, supportIds, alsoIds } = read('自规局周五前向住建局移交图纸')
    expect([lead.id, supportIds, alsoIds]).toEqual(['zgj', [], ['zjj']])
    expect(read('自规局周五前向住建局移交图纸', { supportIds: ['zjj'] })).toMatchObject({
      supportIds: ['zjj'],
      alsoIds: [],
    })
  })

  test('several named together are a choice, and the others support whoever leads', () => {
    expect(read('自规局、国动办明天会审')).toMatchObject({
      lead: { id: null, choices: ['zgj', 'gdb'] },
      supportIds: [],
    })
    expect(read('自规局、国动办明天会审', { leadOrgId: 'gdb' })).toMatchObject({
      lead: { id: 'gdb' },
      supportIds: ['zgj'],
    })
  })

  test('nobody named is nobody', () => expect(read('明天会审').lead).toEqual({ id: null, choices: [], said: null }))
})

describe('a unit nobody knows is asked for', () => {
  test('who leads: candidates are units with such a name', () => {
    expect(read('规划局下周一前核发')).toMatchObject({
      lead: { id: null, choices: ['zgj'], said: '规划局' },
      unknown: [{ said: '规划局', choices: ['zgj'] }],
    })
    expect(read('人社局牵头，自规局周五前办结')).toMatchObject({ lead: { id: null, said: '人社局' } })
    expect(read('请人社局周五前办结')).toMatchObject({ lead: { id: null, said: '人社局' } })
    expect(read('下周五前由人社局牵头办结').lead.said).toBe('人社局')
    expect(read('下周五前规划局核发').lead).toMatchObject({ choices: ['zgj'], said: '规划局' })
    expect(read('规划局下周一前核发', { leadOrgId: 'zgj' }).lead).toMatchObject({ id: 'zgj' })
  })
  test('who supports: the others stand', () => {
    expect(read('自规局牵头，人社局、国动办配合，周五前办结')).toMatchObject({
      lead: { id: 'zgj' },
      supportIds: ['gdb'],
      unknown: [{ said: '人社局', choices: [], leads: false }],
    })
  })
  test('it is neither dropped nor taken for another one in silence: what was shown says so', () => {
    const sentence = '自规局牵头，人社局、建交局配合，周五前办结'
    const found = read(sentence)
    // Who does the same work is proposed, never taken for it.
    expect(found.strange).toEqual([
      { said: '人社局', choices: [], leads: false },
      { said: '建交局', choices: ['zjj'], leads: false },
    ])
    expect(shownOf(found)).toBe('2026-11-27|人社局|建交局')
    expect(shownOf(found, ['人社局'])).toBe('2026-11-27|人社局')
    expect(read('规划局下周一前核发').strange).toEqual([])
    // A person nobody knows is asked about, too; what only begins like a name is not one.
    expect(read('住建局李四下周一前核发').strange.map(({ said }) => said)).toEqual(['李四'])
    expect(read('住建局王伟下周一前核发').strange).toEqual([])
    for (const matter of ['周五前核发', '许可证下周一前核发', '马上办', '方案，周五前报', '张贴公示，周五前报'])
      expect(read(`住建局${matter}`).strange).toEqual([])
  })
  test('the city’s is not the district’s of that name', () => {
    expect(read('市自规局牵头，住建局配合，周五前办结')).toMatchObject({
      lead: { id: null, said: '市自规局', choices: ['zgj'] },
      supportIds: ['zjj'],
    })
    expect(read('自规局周五前对接省自规局办结')).toMatchObject({ lead: { id: 'zgj' }, alsoIds: [], unknown: [] })
  })
  test.each([
    '请抓紧办理',
    '自规局下周一前核发规划许可证',
    '自规局会同国动办拿出方案',
    '住建局负责办理，质监站参加',
    '对接市教育局办理',
    '对接市教育局，自规局周五前办结',
  ])('%s names nobody else', (sentence) => expect(read(sentence).unknown).toEqual([]))
})

describe('letters', () => {
  test('initials stand for a unit, and its name is what is recorded', () => {
    expect(read('zgj 下周一前核发规划许可证')).toMatchObject({
      text: '自规局下周一前核发规划许可证',
      lead: { id: 'zgj' },
    })
    expect(read('zgj牵头，gdb配合，明天会审')).toMatchObject({
      text: '自规局牵头，国动办配合，明天会审',
      lead: { id: 'zgj' },
      supportIds: ['gdb'],
    })
    expect(read('rfb明天答复').text).toBe('国动办明天答复')
  })
  test('the beginning of one is enough, of several it is a choice', () => {
    expect(read('zjf周五前拨付').lead.id).toBe('zjf')
    const many = read('zj周五前拨付')
    expect(many.lead).toMatchObject({ id: null, said: 'zj' })
    expect([...many.lead.choices].sort()).toEqual(['zjf', 'zjj', 'zjz'])
    expect(many.text).toBe('zj周五前拨付')
    expect(read('zj周五前拨付', { leadOrgId: 'zjz' }).text).toBe('质监站周五前拨付')
  })
  test('capital letters are words of the trade', () => {
    expect(read('EPC合同自规局周五前报').lead.id).toBe('zgj')
    expect(read('PPP方案').text).toBe('PPP方案')
  })
})

describe('people', () => {
  test('a person alone means his unit', () => {
    expect(read('韩磊周五前办结')).toMatchObject({ owner: { id: 'han' }, lead: { id: 'zgj' } })
    expect(read('hl周五前办结')).toMatchObject({ text: '韩磊周五前办结', owner: { id: 'han' } })
  })
  test('of two with one name the one of the unit that leads; without one it is asked', () => {
    expect(read('住建局王伟周五前办结').owner.id).toBe('wei1')
    expect(read('王伟周五前办结').owner).toMatchObject({ id: null, choices: ['wei1', 'wei2'] })
    expect(read('王伟周五前办结', { ownerId: 'wei2' })).toMatchObject({ owner: { id: 'wei2' }, lead: { id: 'gdb' } })
  })
})

describe('until when', () => {
  test('where no day is said the term of the level is proposed', () => {
    expect(read('自规局核发规划许可证').due).toMatchObject({ from: 'TERM', on: '2026-12-14', workdays: 15 })
    expect(read('自规局部门级核发规划许可证')).toMatchObject({ tier: 'DEPARTMENT', due: { on: '2026-11-26' } })
    expect(read('自规局核发规划许可证', { tier: 'TASKFORCE' }).due).toMatchObject({ on: '2026-12-02', workdays: 7 })
  })
  test.each(['尽快', '立即', '月中', '近期'])('%s is no day: the term is taken and that is said', (word) =>
    expect(read(`自规局${word}核发规划许可证`).due).toMatchObject({ from: 'TERM', vague: word, on: '2026-12-14' }),
  )
  test('a date counts without 前 where no other day is said', () => {
    expect(read('自规局2026-12-8核发').due).toMatchObject({ from: 'SAID', on: '2026-12-08' })
    expect(read('自规局12月8日核发').due).toMatchObject({ from: 'SAID', on: '2026-12-08' })
    expect(read('11月2日的申请自规局周五前答复').due).toMatchObject({ on: '2026-11-27' })
    expect(read('自规局答复11月2日的申请').due).toMatchObject({ from: 'TERM', vague: '11月2日' })
  })
  test.each(['昨天前', '上周五前', '11月20日前', '2026-11-2前'])('%s is over', (word) =>
    expect(read(`自规局${word}答复`).due).toMatchObject({ on: null, error: { code: 'DUE_PAST' } }),
  )
  test('what comes back every week is no day', () => expect(read('自规局每周五报进度').due.from).toBe('TERM'))
  test('what is left open has none', () => {
    expect(read('自规局报方案，时间另定').due).toMatchObject({ from: 'OPEN', on: null, error: null })
  })
  test('a day that is none says why, and another one can be said beside it', () => {
    expect(read('自规局11月20日前答复').due).toMatchObject({ on: null, error: { code: 'DUE_PAST' } })
    expect(read('自规局11月20日前答复', { dueSaid: '周五' }).due).toMatchObject({ on: '2026-11-27', error: null })
  })
})

test('whatever is typed, nothing is lost but spaces after letters, and nobody leads and supports at once', () => {
  const piece = fc.constantFrom(
    '自规局',
    'zgj',
    'zj ',
    '王伟',
    '、',
    '，',
    '配合',
    '牵头',
    '周五前',
    '报',
    ' ',
    '办结',
    'X',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const sentence = pieces.join('')
      const { text, lead, supportIds, alsoIds } = read(sentence)
      const rest = (s: string) => s.replace(/[\sa-z]|自规局|韩磊|住建局|质监站|资金服务中心|国动办/gu, '')
      expect(rest(text)).toBe(rest(sentence))
      expect(supportIds.includes(lead.id ?? '')).toBe(false)
      expect(alsoIds.some((id) => supportIds.includes(id) || id === lead.id)).toBe(false)
    }),
  )
})

test.each([
  ['n住建局3个工作日内核发', '住建局3个工作日内核发'],
  ['t 住建局明天答复', '住建局明天答复'],
  ['n', ''],
  ['nyj下周五前答复', 'nyj下周五前答复'],
  ['F区地块周五前交地', 'F区地块周五前交地'],
])('a key of the room that slipped into a sentence is no word of it: %s', (typed, said) =>
  expect(withoutStrayKey(typed)).toBe(said),
)

test.each([
  ['自规局李四下周一前核发规划许可证', '李四'],
  ['请李四下周一前答复', '李四'],
])('a person whose account is disabled is told apart from one nobody knows: %s', (sentence, said) => {
  const disabled = { ...setting, book: { ...book, disabled: [said, '王伟'] } }
  expect(readSentence(sentence, {}, disabled).strange).toEqual([{ said, choices: [], leads: false, disabled: true }])
  // Of the same name as somebody who can be given something, he is meant.
  expect(readSentence('住建局王伟下周一前答复', {}, disabled)).toMatchObject({ strange: [], owner: { id: 'wei1' } })
})
