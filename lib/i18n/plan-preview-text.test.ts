import { expect, test } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import type { PlanPreview } from '@/lib/schemas/plan-preview'
import { planPreviewLines } from './plan-preview-text'

const nothing: PlanPreview = {
  earliest: null,
  later: [],
  construction: null,
  production: null,
  level: { from: 'GREEN', to: 'GREEN', reason: null },
  project: { from: 'YELLOW', to: 'YELLOW', reason: null },
}

test('where nothing follows from another plan, that is what is said', () => {
  expect(planPreviewLines(nothing, 'zh-CN')).toEqual(['其他事项、开工、投产和四色都不受影响。'])
  const earliest = { on: on('2026-12-18'), provisional: false }
  expect(planPreviewLines({ ...nothing, earliest }, 'zh-CN')).toEqual([
    '这个日期办不到：按前置事项推算，最早 2026-12-18 办结。',
  ])
})
