import { describe, expect, test } from 'vitest'
import { on } from '../plain-date'
import { PUBLISHED_YEARS } from '../published-years'
import { buildCalendar } from '../work-calendar'
import type { Book } from './decision-mention'
import { retold, type Told } from './decision-retold'
import { readSentence } from './decision-sentence'
import { DEFAULT_RHYTHM } from './week'

const unit = (id: string, name: string) => ({ id, name, words: [name, id] })
const book: Book = {
  units: [unit('zgj', '自规局'), unit('gdb', '国动办'), unit('zjj', '住建局')],
  people: [{ id: 'han', name: '韩磊', orgId: 'zgj', unit: '自规局', words: ['韩磊'] }],
}
const setting = {
  book,
  from: on('2026-11-23'),
  calendar: buildCalendar(PUBLISHED_YEARS),
  rhythm: DEFAULT_RHYTHM,
  tier: 'DISTRICT' as const,
}
const said = (text: string, more: Partial<Told> = {}) => {
  const { lead, supportIds, owner, due } = readSentence(text, {}, setting)
  return { text, leadOrgId: lead.id, supportIds, ownerId: owner.id, dueSaid: due.said, dueOn: due.on, ...more }
}

describe('a sentence that is put differently', () => {
  test('takes along what had been read from it', () => {
    expect(retold(said('自规局周五前核发'), '住建局周四前核发，国动办配合', setting)).toEqual({
      text: '住建局周四前核发，国动办配合',
      leadOrgId: 'zjj',
      supportIds: ['gdb'],
      dueOn: '2026-11-26',
      dueSaid: '周四前',
    })
    expect(retold(said('自规局周五前核发'), 'zjj周五前核发', setting)).toEqual({
      text: '住建局周五前核发',
      leadOrgId: 'zjj',
    })
  })
  test('leaves what somebody chose by hand', () => {
    const chosen = { leadOrgId: 'gdb', dueOn: on('2026-12-10'), dueSaid: null }
    expect(retold(said('自规局周五前核发', chosen), '住建局周四前核发', setting)).toEqual({ text: '住建局周四前核发' })
  })
  test('that says nothing of it, or two things, changes nothing', () => {
    expect(retold(said('自规局周五前核发'), '核发规划许可证', setting)).toEqual({ text: '核发规划许可证' })
    expect(retold(said('自规局周五前核发'), '住建局、国动办周五前核发', setting)).toEqual({
      text: '住建局、国动办周五前核发',
    })
  })
})
