import { describe, expect, test } from 'vitest'
import { on } from '../plain-date'
import { PUBLISHED_YEARS } from '../published-years'
import { buildCalendar } from '../work-calendar'
import { type Accepted, matterOf } from './decision-matter'
import type { Book } from './decision-mention'
import { type Picks, readSentence } from './decision-sentence'
import { DEFAULT_RHYTHM } from './week'

const unit = (id: string, name: string, ...words: string[]) => ({ id, name, words: [name, `区${name}`, ...words] })
const book: Book = {
  units: [
    unit('zgj', '自规局', '二七区自然资源和规划局'),
    unit('gdb', '国动办'),
    unit('zjj', '住建局'),
    unit('gxj', '工信局'),
    unit('swj', '商务局'),
  ],
  people: [{ id: 'han', name: '韩磊', orgId: 'zgj', unit: '自规局', words: ['韩磊'] }],
}
const setting = { book, from: on('2026-11-23'), calendar: buildCalendar(PUBLISHED_YEARS), rhythm: DEFAULT_RHYTHM }

/** What is left of a sentence that was recorded as it was read. */
const matter = (sentence: string, picks: Picks = {}, more: Partial<Accepted> = {}, from = setting.from) => {
  const { lead, supportIds, owner, due, tier, text } = readSentence(sentence, picks, { ...setting, tier: 'DISTRICT' })
  const accepted = { leadOrgId: lead.id, supportIds, ownerId: owner.id, dueSaid: due.said, dueOn: due.on, tier }
  return matterOf(text, { ...accepted, ...more }, { ...setting, from })
}

describe('the matter alone, as a signed paper says it', () => {
  test.each([
    ['自规局下周一前核发规划许可证', '核发规划许可证'],
    ['工信局下周五前办完招聘', '办完招聘'],
    ['请二七区自然资源和规划局周五前答复', '答复'],
    ['由自规局牵头，国动办配合，于12月5日前，核发规划许可证。', '核发规划许可证。'],
    ['自规局会同国动办、住建局3个工作日内拿出方案', '拿出方案'],
    ['国动办、住建局配合自规局下周五前完成会审', '完成会审'],
    ['国动办配合，由自规局牵头，月底前一次性提出修改意见', '一次性提出修改意见'],
    ['自规局部门级核发规划许可证', '核发规划许可证'],
    ['区级，自规局负责核发规划许可证，最迟12月5日前', '核发规划许可证'],
    ['自规局要在下周五前办结', '办结'],
    ['自规局 下周五前 核发规划许可证，国动办配合', '核发规划许可证'],
    ['自规局韩磊周五前报方案', '报方案'],
    ['韩磊周五前报方案', '报方案'],
    ['工信局组织专场招聘，月底前办完', '组织专场招聘'],
    ['自规局牵头，国动办配合，月底前办结', '办结'],
    ['规划许可证，自规局月底前办结', '规划许可证，办结'],
  ])('%s', (sentence, text) => expect(matter(sentence)).toBe(text))

  test('whoever was replaced by hand is not named any more', () => {
    expect(matter('自规局下周一前核发', {}, { leadOrgId: 'zjj' })).toBe('核发')
    expect(matter('自规局牵头，国动办配合，明天会审', {}, { supportIds: ['zjj'] })).toBe('11月24日会审')
    expect(matter('自规局韩磊周五前报方案', {}, { leadOrgId: 'zjj', ownerId: null })).toBe('报方案')
    expect(matter('自规局周五前向住建局移交图纸', {}, { leadOrgId: 'gdb' })).toBe('向住建局移交图纸')
  })
  test('a choice made by hand counts as said', () =>
    expect(matter('部门级，工信局和商务局明天会同办', { leadOrgId: 'gxj' })).toBe('11月24日会同办'))
})

describe('what says more than that stays', () => {
  test.each([
    ['核发规划许可证', '核发规划许可证'],
    ['EPC合同，按批复执行；不得变更', 'EPC合同，按批复执行；不得变更'],
    ['自规局周五前向住建局移交图纸', '向住建局移交图纸'],
    ['自规局核发规划许可证，国动办配合做好图审', '核发规划许可证，国动办配合做好图审'],
    ['落实自规局的意见', '落实自规局的意见'],
    ['自规局负责人到场', '自规局负责人到场'],
    ['自规局报区级协调', '报区级协调'],
    ['要素保障方案自规局下周五前报', '要素保障方案报'],
  ])('%s', (sentence, text) => expect(matter(sentence)).toBe(text))

  test('a sentence of nothing else', () => expect(matter('自规局下周五前')).toBe('自规局下周五前'))
})

describe('days', () => {
  test('a day of the text shows its date', () => {
    expect(matter('自规局牵头，国动办配合，明天会审，一次性提出修改意见')).toBe('11月24日会审，一次性提出修改意见')
    expect(matter('自规局下周五前会审，明天先看图纸')).toBe('会审，11月24日先看图纸')
  })
  test('closed a day later it is still the day that was shown', () =>
    expect(matter('自规局明天会审', {}, {}, on('2026-11-24'))).toBe('11月24日会审'))
  test('what cannot be known any more is left as it was said', () =>
    expect(matter('自规局下周五前会审，明天先看图纸', {}, {}, on('2026-12-01'))).toBe('会审，明天先看图纸'))
  test('a deadline that was overruled goes too', () =>
    expect(matter('自规局下周五前办结', {}, { dueSaid: null, dueOn: on('2026-12-10') })).toBe('办结'))
  test('left open and set later', () =>
    expect(matter('自规局报方案，时间另定', {}, { dueOn: on('2026-12-10') })).toBe('报方案'))
})
