import { expect, test } from 'vitest'
import { ATTACHMENT_BUDGET, fitsBudget, fitsFinding } from './attachment'

const { perProcedure, perProject, projectBytes } = ATTACHMENT_BUDGET

test.each([
  ['an empty project', { procedure: 0, project: 0, bytes: 0 }, 'fits'],
  ['the last place', { procedure: perProcedure - 1, project: perProject - 1, bytes: projectBytes - 10 }, 'fits'],
  ['a full procedure', { procedure: perProcedure, project: 40, bytes: 0 }, 'FILES_PROCEDURE_FULL'],
  ['a full project', { procedure: 0, project: perProject, bytes: 0 }, 'FILES_PROJECT_FULL'],
  ['one byte too many', { procedure: 0, project: 1, bytes: projectBytes - 9 }, 'FILES_BYTES_FULL'],
])('%s', (_, held, answer) => {
  const fits = fitsBudget(held, 10)
  expect(fits.ok ? 'fits' : fits.error.code).toBe(answer)
})

test('a finding has room for a dozen photos', () => {
  expect(fitsFinding(ATTACHMENT_BUDGET.perFinding - 1).ok).toBe(true)
  expect(fitsFinding(ATTACHMENT_BUDGET.perFinding)).toEqual({
    ok: false,
    error: { code: 'FILES_FINDING_FULL', max: ATTACHMENT_BUDGET.perFinding },
  })
})
