import { expect, test } from 'vitest'
import { rankingCorrect, rankingDecide } from './ranking'

const complaintsOf = (parsed: ReturnType<typeof rankingDecide.safeParse | typeof rankingCorrect.safeParse>) =>
  parsed.error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`).sort()
const decision = (more: object) =>
  rankingDecide.safeParse({
    objectionId: '0190a000-0000-7000-8000-000000000001',
    version: '1',
    verdict: 'ACCEPTED',
    reason: '有证照为凭',
    ...more,
  })

test('an accepted objection names what it changes, and each item once', () => {
  expect(decision({ changes: ['3:LEAVE_OUT', '4:COUNT_GOOD'] }).success).toBe(true)
  expect(complaintsOf(decision({}))).toEqual(['changes CHANGE_MISSING'])
  expect(complaintsOf(decision({ reason: '' }))).toEqual(['changes CHANGE_MISSING', 'reason REASON_MISSING'])
  expect(complaintsOf(decision({ changes: ['3:LEAVE_OUT', '3:COUNT_GOOD'] }))).toEqual(['changes CHANGE_TWICE'])
  expect(decision({ verdict: 'REFUSED' }).success).toBe(true)
})

test('a correction names what it changes, whatever else is missing', () =>
  expect(complaintsOf(rankingCorrect.safeParse({ month: '2026-10', version: '1', note: '' }))).toEqual([
    'changes CHANGE_MISSING',
    'note CORRECTION_NOTE_MISSING',
  ]))
