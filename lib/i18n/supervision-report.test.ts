import { expect, test } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import type { Analysis } from '@/lib/schemas/supervision'
import { supervisionReport } from './supervision-report'

const none = { received: 0, judged: 0, onTime: 0, rated: 0, satisfied: 0, repeated: 0, medianDays: null }
const analysis = {
  total: none,
  byPoint: [],
  byAgency: [],
  byKind: [],
  slips: {
    issued: 0,
    judged: 0,
    inTime: 0,
    byResult: { SUBSTANTIATED: 0, PARTLY: 0, UNFOUNDED: 0, NOT_OURS: 0 },
    redone: 0,
    announced: 0,
    closed: 0,
  },
} as unknown as Analysis

test.each([
  ['DISTRICT', '2026年1月1日至2026年6月30日全区营商环境监督分析'],
  ['PROJECTS', '2026年1月1日至2026年6月30日分管项目营商环境监督分析'],
  ['UNIT', '2026年1月1日至2026年6月30日本单位营商环境监督分析'],
] as const)('a paper that counts a part of the district says so in its title (%s)', (scope, title) =>
  expect(
    supervisionReport(analysis, {
      district: '二七区',
      unit: '区纪委监委',
      period: { from: on('2026-01-01'), to: on('2026-06-30') },
      asOf: on('2026-07-01'),
      scope,
    }).title,
  ).toBe(title),
)
