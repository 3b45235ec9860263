import { expect, test } from 'vitest'
import type { LadderItem, Step, Told } from './escalation-ladder'
import { toldBy, untoldRungs } from './escalation-untold'
import { on } from './plain-date'
import { PUBLISHED_YEARS } from './published-years'
import { AGENCY } from './reason'
import { buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const since = on('2026-11-09')
const item: LadderItem = {
  id: 'i',
  owner: AGENCY,
  turns: [{ on: since, from: 'GREEN', to: 'RED' }],
  answeredOn: [],
  waived: false,
  disciplineApproved: false,
  people: {},
}
const told = (step: Step, from = since): Told => ({
  itemId: 'i',
  since: from,
  step,
  personId: 'p',
  at: { day: from, minute: 510 },
})
const untold = (today: string, ...sent: Told[]) => untoldRungs(item, since, sent, toldBy(on(today), calendar), calendar)

test('a red is forgotten from the working day after it should have been told, rung by rung', () => {
  expect(untold('2026-11-09')).toEqual([])
  expect(untold('2026-11-10')).toEqual(['RED_0'])
  expect(untold('2026-11-17', told('RED_0'))).toEqual(['RED_5'])
  expect(untold('2026-11-17', told('RED_5'))).toEqual([])
})

test('what was told in an earlier warning does not count, and neither does what a waiver covers', () => {
  expect(untold('2026-11-10', told('RED_5', on('2026-10-12')))).toEqual(['RED_0'])
  const by = toldBy(on('2026-11-17'), calendar)
  expect(untoldRungs({ ...item, waived: true }, since, [], by, calendar)).toEqual([])
})

test('days off ask for nothing: on a Monday the Friday before counts', () => {
  expect(toldBy(on('2026-11-23'), calendar)).toEqual({ day: '2026-11-20', minute: 1199 })
})
