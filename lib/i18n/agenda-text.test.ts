import { expect, test } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import type { AgendaLine } from '@/lib/schemas/meeting'
import { askText, issueText } from './agenda-text'

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
