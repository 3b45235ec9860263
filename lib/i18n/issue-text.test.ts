import { expect, test } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import type { IssueRow } from '@/lib/schemas/issue'
import { issueClearsText, issueStandingText, ratedOutcome } from './issue-text'
import { translator } from './translator'

test('a rating is told of the answer it was given to, not of one that came later', () => {
  const step = (kind: 'ANSWER' | 'CONFIRM', outcome: 'SOLVED' | 'EXPLAINED' | null, satisfied: boolean | null = null) =>
    ({ kind, outcome, satisfied }) as const
  const steps = [step('ANSWER', 'SOLVED'), step('CONFIRM', null, false), step('ANSWER', 'EXPLAINED')]
  expect(ratedOutcome(steps)).toBe('SOLVED')
  expect(ratedOutcome([...steps, step('CONFIRM', null)])).toBe('SOLVED')
  expect(ratedOutcome(steps.slice(0, 1))).toBeNull()
})

test('working days to a day in a year without published holidays are 暂定', () => {
  const row = (leftProvisional: boolean) =>
    ({
      closedOn: null,
      reason: null,
      state: 'IN_PROGRESS',
      holder: { kind: 'UNIT', id: 'unit' },
      plannedOn: on('2027-06-30'),
      leftWd: 155,
      leftProvisional,
    }) as IssueRow
  const said = (open: boolean) => issueStandingText(row(open), on('2026-11-23'), translator('zh-CN'))
  expect([said(true), said(false)]).toEqual(['推进中，还有155工作日到计划日 暂定', '推进中，还有155工作日到计划日'])
})

test('what is the city’s waits for the office, which records its answer: nobody of the city can act here', () => {
  const at = (tier: 'CITY' | 'DISTRICT') =>
    issueClearsText(
      {
        holder: { kind: 'TIER', tier },
        state: 'TO_ASSIGN',
        tier,
        lead: null,
        enterprise: { id: 'firm', name: '某某公司' },
        taskforce: null,
        outcome: null,
        satisfied: null,
        plannedOn: null,
      },
      on('2026-11-23'),
      translator('zh-CN'),
    )
  expect(at('CITY')).toBe('办公室记下市里的答复，写明期限交给一个单位，单位答复，企业确认')
  expect(at('DISTRICT')).toBe('分包区领导或办公室交给一个单位，单位答复，企业确认')
})

test.each([
  ['DEPARTMENT', { kind: 'RAISER' }, 'TO_CONFIRM', '企业点“认可”，再由领导小组办公室销号'],
  ['DEPARTMENT', { kind: 'TIER', tier: 'DEPARTMENT' }, 'UNSOLVABLE', '领导小组办公室销号'],
  ['TASKFORCE', { kind: 'TIER', tier: 'TASKFORCE' }, 'UNSOLVABLE', '商贸专班销号'],
] as const)('what cannot be solved at level %s, held by %o, names every step to green', (tier, holder, state, said) => {
  const issue = {
    holder,
    state,
    tier,
    lead: null,
    enterprise: { id: 'firm', name: '某某公司' },
    taskforce: '商贸专班',
    outcome: 'UNSOLVABLE',
    satisfied: null,
    plannedOn: null,
  } as const
  expect(issueClearsText(issue, on('2026-11-23'), translator('zh-CN'))).toBe(said)
})
