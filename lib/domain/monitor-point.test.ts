import { expect, test } from 'vitest'
import {
  type PlateDays,
  type PlateState,
  plateIssueRefusal,
  platePostRefusal,
  plateRevokeRefusal,
  plateStandOf,
  plateStateOf,
  pointDaysRefusal,
  pointStateOn,
} from './monitor-point'
import { on } from './plain-date'

const TODAY = on('2026-11-23')
const day = (text: string | null) => (text === null ? null : on(text))

test.each([
  ['before it opens', '2026-03-02', null, '2026-03-01', 'PLANNED'],
  ['the day it opens', '2026-03-02', null, '2026-03-02', 'OPEN'],
  ['the day it closes', '2026-03-02', '2026-06-30', '2026-06-30', 'CLOSED'],
  ['the day before', '2026-03-02', '2026-06-30', '2026-06-29', 'OPEN'],
  ['given up before it opened', null, '2026-06-30', '2026-07-01', 'CLOSED'],
])('%s', (_, opened, closed, asked, state) =>
  expect(pointStateOn({ openedOn: day(opened), closedOn: day(closed) }, on(asked))).toBe(state),
)

test('a point closes after it opened, on a day that has come, and says why', () => {
  const said = (opened: string | null, closed: string | null, closedReason = '') =>
    pointDaysRefusal({ openedOn: day(opened), closedOn: day(closed), closedReason }, TODAY)?.code ?? null
  expect(said('2026-03-02', null)).toBe(null)
  expect(said('2026-11-24', null)).toBe('POINT_DAY_AHEAD')
  expect(said('2026-03-02', '2026-03-01', '搬走')).toBe('POINT_CLOSED_EARLY')
  expect(said('2026-03-02', '2026-06-30')).toBe('POINT_CLOSE_WHY')
  expect(said('2026-03-02', null, '搬走')).toBe('POINT_WHY_ALONE')
  expect(said('2026-03-02', '2026-06-30', '搬走')).toBe(null)
})

const plate = (postedOn: string | null, end: PlateDays['end'] = null): PlateDays => ({
  issuedOn: on('2026-05-06'),
  postedOn: day(postedOn),
  end,
})

test.each<[PlateState[], string]>([
  [[], 'NONE'],
  [['REPLACED', 'CLOSED'], 'NONE'],
  [['REVOKED'], 'REVOKED'],
  [['REPLACED', 'REVOKED'], 'REVOKED'],
  [['REVOKED', 'WAITING'], 'WAITING'],
  [['REVOKED', 'POSTED'], 'POSTED'],
  [['WAITING'], 'WAITING'],
  [['REPLACED', 'POSTED'], 'POSTED'],
  [['POSTED', 'WAITING'], 'CHANGING'],
])('a point whose plates are %s has %s', (states, stand) => expect(plateStandOf(states)).toBe(stand))

test('a plate is made where none waits; one that takes the place of another says why', () => {
  const said = (...[point, stand, reason = '']: [Parameters<typeof plateIssueRefusal>[0], string, string?]) =>
    plateIssueRefusal(point, stand as never, { reason })?.code ?? null
  expect(said('OPEN', 'NONE')).toBe(null)
  expect(said('PLANNED', 'NONE')).toBe(null)
  expect(said('OPEN', 'REVOKED')).toBe(null)
  expect(said('CLOSED', 'NONE')).toBe('POINT_SHUT')
  expect(said('OPEN', 'WAITING')).toBe('PLATE_WAITING')
  expect(said('OPEN', 'CHANGING', '破损')).toBe('PLATE_WAITING')
  expect(said('OPEN', 'POSTED')).toBe('PLATE_WHY')
  expect(said('OPEN', 'POSTED', '破损')).toBe(null)
})

test('a plate is hung up once, after it was made and not ahead of time; what has ended stays so', () => {
  const said = (it: PlateDays, asked: string) => platePostRefusal(it, on(asked), TODAY)?.code ?? null
  expect(said(plate(null), '2026-05-06')).toBe(null)
  expect(said(plate(null), '2026-05-05')).toBe('PLATE_DAY_EARLY')
  expect(said(plate(null), '2026-11-24')).toBe('PLATE_DAY_AHEAD')
  expect(said(plate('2026-05-08'), '2026-05-09')).toBe('PLATE_NOT_WAITING')
  expect(said(plate(null, 'REVOKED'), '2026-05-09')).toBe('PLATE_NOT_WAITING')
  expect(plateRevokeRefusal(plate('2026-05-08'))).toBe(null)
  expect(plateRevokeRefusal(plate(null))).toBe(null)
  expect(plateRevokeRefusal(plate('2026-05-08', 'REPLACED'))?.code).toBe('PLATE_OVER')
  expect(plateStateOf(plate('2026-05-08', 'CLOSED'))).toBe('CLOSED')
})
