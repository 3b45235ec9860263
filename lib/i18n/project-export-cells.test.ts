import { describe, expect, test } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import type { ProjectExportRow } from '@/lib/schemas/ledger-export'
import { projectCell } from './project-export-cells'

const today = on('2026-11-23')
const row = (changes: Partial<ProjectExportRow>): ProjectExportRow =>
  ({ level: 'RED', lastWeekLevel: 'RED', reasons: [], lead: null, ruler: null, ...changes }) as ProjectExportRow

describe('a colour in a workbook', () => {
  const item = { code: 'SG08', nameZh: '消防设计审查', nameEn: 'Fire design review' }
  const reasons = [{ code: 'PROMISE_OVER', params: { days: 6 }, item }] as unknown as ProjectExportRow['reasons']

  test('goes out with its reason where the layout has no column for it', () =>
    expect(projectCell('levelWithReason', row({ reasons }), 0, today)).toEqual({
      value: '红，消防设计审查 承诺超期6工作日',
      fill: 'FFC7CE',
    }))
  test('is the word alone beside the column of the reason', () =>
    expect(projectCell('level', row({ reasons }), 0, today)).toEqual({ value: '红', fill: 'FFC7CE' }))
  test.each([
    ['YELLOW', '↓黄→红'],
    ['RED', '→持平'],
    [null, '—'],
  ] as const)('says in words how it moved since %s', (lastWeekLevel, text) =>
    expect(projectCell('change', row({ lastWeekLevel }), 0, today)).toBe(text),
  )
  test('shows the year of a day that is not of this one', () => {
    const ruler = (day: string) => ({
      kind: 'planFinish' as const,
      on: on(day),
      late: 1,
      redAt: 10,
      level: 'YELLOW' as const,
    })
    expect(projectCell('ruler', row({ ruler: ruler('2024-05-31') }), 0, today)).toBe('计划办结 2024-05-31')
    expect(projectCell('ruler', row({ ruler: ruler('2026-05-31') }), 0, today)).toBe('计划办结 05-31')
  })
})
