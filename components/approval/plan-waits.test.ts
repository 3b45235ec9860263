import { expect, test } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import type { ApprovalChange, ApprovalRow } from '@/lib/schemas/approval'
import { planWaits } from './plan-waits'

const to = on('2026-12-18')
const ofPlan = { kind: 'PLAN', nth: 1, fromSubmitOn: null, fromFinishOn: null, submitOn: null, finishOn: to } as const
const ofStart = { kind: 'MILESTONE', milestone: 'START', nth: 1, from: null, to } as const
const row = (change: ApprovalChange, state = 'PENDING') =>
  ({ id: change.kind, state, change }) as unknown as ApprovalRow
const asks = { approvers: [{}], correctUntil: null }

test('a form waits for the request about the same plan, and for no other', () => {
  const rows = [row({ kind: 'NOT_APPLICABLE' }), row(ofPlan), row(ofStart)]
  expect(planWaits(rows, 'PLAN', asks)?.id).toBe('PLAN')
  expect(planWaits(rows, 'START', asks)?.id).toBe('MILESTONE')
  expect(planWaits(rows, 'COMPLETION', asks)).toBeNull()
  expect(planWaits([row(ofPlan, 'REFUSED')], 'PLAN', asks)).toBeNull()
})

test('who needs no approval does not wait for one', () => {
  expect(planWaits([row(ofPlan)], 'PLAN', { ...asks, approvers: [] })).toBeNull()
  expect(planWaits([row(ofPlan)], 'PLAN', { ...asks, correctUntil: to })).toBeNull()
})
