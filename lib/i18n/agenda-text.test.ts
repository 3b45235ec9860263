import { expect, test } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import type { AgendaLine } from '@/lib/schemas/meeting'
import { askText, historyText, issueText } from './agenda-text'

const TODAY = on('2026-12-28')
const issue = {
  number: 7,
  text: '临时用电',
  unit: '供电公司',
  raisedOn: on('2026-12-21'),
  dueOn: on('2027-01-05'),
  closedOn: null,
  openWd: 5,
  lateWd: -6,
}
const line = (provisional: boolean) =>
  ({
    ask: null,
    orgs: [{ id: 'u', name: '供电公司' }],
    people: [],
    merged: [],
    proposal: { code: 'ANSWER', dueOn: on('2027-01-07'), tier: 'DISTRICT', ...(provisional ? { provisional } : {}) },
  }) as unknown as AgendaLine

test('days of an agenda counted into a year whose holidays are not published are 暂定', () => {
  const due = (provisional: boolean) =>
    issueText({ ...issue, provisional }, TODAY, 'zh-CN')
      .split('，')
      .at(-1)
  expect(due(true)).toBe(`${due(false)} 暂定`)
  const asked = (provisional: boolean) => askText(line(provisional), TODAY, 'zh-CN')
  expect([asked(true).includes('2027-01-07 暂定'), asked(false).includes('暂定')]).toEqual([true, false])
})

test('of a project that left the library nothing the rules proposed is asked, but what was decided all the same holds', () => {
  const gone = { ...line(false), gone: true, state: 'OPEN' } as AgendaLine
  expect(askText(gone, TODAY, 'zh-CN')).toBe('项目已出库，原来的建议不再适用，这一题可以撤下。')
  expect(askText({ ...gone, ask: '另议' }, TODAY, 'zh-CN')).toBe('另议')
  expect(askText({ ...gone, state: 'DECIDED' }, TODAY, 'zh-CN')).toBe(askText(line(false), TODAY, 'zh-CN'))
})

test('a gap is said in the language of its reader', () => {
  const gap = { kind: 'POWER', amount: '2632', unit: '千瓦' } as const
  const history = { code: 'FACTOR', text: '用电缺2632千瓦', on: on('2026-12-31'), gap } as const
  expect(historyText({ history, item: null }, TODAY, 'zh-CN')).toContain('用电缺2632千瓦')
  expect(historyText({ history, item: null }, TODAY, 'en')).toContain('Electricity, 2632 千瓦 missing')
})
