import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DueMatter, dueTurns } from './matter-turns'
import { addDays, on, type PlainDate } from './plain-date'
import { factorVerdict, issueVerdict } from './project-dimension'
import { PUBLISHED_YEARS } from './published-years'
import { AGENCY } from './reason'
import { DEFAULT_PARAMETERS } from './rule-parameters'
import { anyDay } from './testdata/arbitrary-facts'
import { buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const p = DEFAULT_PARAMETERS
/** The colour of a matter on a day: what it turned last. */
const levelOf = (matter: DueMatter, today: PlainDate) => dueTurns(matter, today, calendar).at(-1)?.to ?? 'GREEN'
const issue = (from: string, dueOn: string) => ({
  from: on(from),
  dueOn: on(dueOn),
  blueWd: p.issue_blue_wd,
  redWd: p.issue_red_wd,
})

test('a matter turns blue, yellow and red as its day comes and passes', () => {
  const turns = dueTurns(issue('2026-11-02', '2026-11-20'), on('2026-11-30'), calendar)
  expect(turns.map(({ on: day, to }) => `${day} ${to}`)).toEqual([
    '2026-11-18 BLUE',
    '2026-11-23 YELLOW',
    '2026-11-27 RED',
  ])
})

test('what was late when it came to be measured was late at once, and nothing before', () =>
  expect(dueTurns(issue('2026-11-25', '2026-11-20'), on('2026-11-25'), calendar)).toEqual([
    { on: '2026-11-25', from: 'GREEN', to: 'YELLOW' },
  ]))

test('two meetings that settled nothing make it red before its day', () =>
  expect(levelOf({ ...issue('2026-11-02', '2026-12-10'), redFrom: on('2026-11-16') }, on('2026-11-16'))).toBe('RED'))

test('its colour is the one its project reads (D5, D6)', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -30, max: 30 }), (dueOn, off) => {
      const today = addDays(dueOn, off)
      const from = addDays(dueOn < today ? dueOn : today, -60)
      const need = { from, dueOn, blueWd: p.plan_blue_wd, redWd: p.plan_red_wd }
      expect(levelOf({ ...issue('2020-01-01', '2020-01-01'), from, dueOn }, today)).toBe(
        issueVerdict(dueOn, 0, AGENCY, today, calendar, p).level,
      )
      expect(levelOf(need, today)).toBe(factorVerdict(dueOn, AGENCY, today, calendar, p).level)
    }),
  )
})
