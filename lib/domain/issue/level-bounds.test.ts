import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, on } from '../plain-date'
import { issueVerdict } from '../project-dimension'
import { PUBLISHED_YEARS } from '../published-years'
import { ownerOf } from '../reason'
import { DEFAULT_PARAMETERS } from '../rule-parameters'
import { buildCalendar } from '../work-calendar'
import { issueBounds } from './level-bounds'

const calendar = buildCalendar(PUBLISHED_YEARS)

test('a list asked for a colour finds exactly the rows that show it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 365 }), fc.integer({ min: -40, max: 40 }), (start, offset) => {
      const today = addDays(on('2026-01-05'), start)
      const due = addDays(today, offset)
      const { level } = issueVerdict(due, 0, ownerOf('STEWARD'), today, calendar, DEFAULT_PARAMETERS)
      const { redBefore, lateBefore, blueBefore } = issueBounds(today, calendar, DEFAULT_PARAMETERS)
      const asked = due < redBefore ? 'RED' : due < lateBefore ? 'YELLOW' : due < blueBefore ? 'BLUE' : 'GREEN'
      expect(asked).toBe(level)
    }),
    { numRuns: 2_000 },
  )
})
