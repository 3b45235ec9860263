import { expect, test } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import type { PlanPreview } from '@/lib/schemas/plan-preview'
import { planPreviewLines } from './plan-preview-text'

const nothing: PlanPreview = {
  earliest: null,
  tight: [],
  milestones: [],
  foreseen: { start: null, production: null },
  level: { from: 'GREEN', to: 'GREEN', reason: null },
  project: { from: 'YELLOW', to: 'YELLOW', reason: null },
}

test('where nothing follows from another plan, that is what is said', () => {
  expect(planPreviewLines(nothing, 'zh-CN')).toEqual(['其他事项的计划、里程碑和四色都不受影响。'])
  const earliest = { on: on('2026-12-18'), provisional: false }
  expect(planPreviewLines({ ...nothing, earliest }, 'zh-CN')).toEqual([
    '这个日期办不到：按前置事项推算，最早 2026-12-18 办结。',
  ])
})

test('plans that no longer fit are named with their earliest day, and what is foreseen stands as the page will show it', () => {
  const [on1, on2] = [on('2026-12-28'), on('2026-12-22')]
  const shown: PlanPreview = {
    ...nothing,
    tight: [
      { nameZh: '备案', nameEn: 'Filing', planFinishOn: on('2026-12-02'), earliest: { on: on1, provisional: false } },
    ],
    milestones: [{ kind: 'START', plannedOn: on2, earliest: { on: on1, provisional: false } }],
    foreseen: { start: { on: on2, provisional: false }, production: null },
  }
  expect(planPreviewLines(shown, 'zh-CN')).toEqual([
    '备案：计划 2026-12-02 办结；接在新计划后面最早 2026-12-28，赶不上，要一并改',
    '计划开工 2026-12-22，早于新计划允许的最早日期 2026-12-28，要一并改里程碑',
    '预计开工 2026-12-22：预计按还要办的工作日推算，不随计划日期变',
  ])
})
