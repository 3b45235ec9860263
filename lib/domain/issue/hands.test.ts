import { describe, expect, test } from 'vitest'
import { on } from '../plain-date'
import { PUBLISHED_YEARS } from '../published-years'
import { DEFAULT_PARAMETERS } from '../rule-parameters'
import { buildCalendar } from '../work-calendar'
import { type HandsAfter, handsOf, holderKey, issueTurns, relayOfIssue, unitInText } from './hands'
import { issueTitle, proposeKind } from './kind'
import { isTermProvisional } from './term'
import { defaultIssueDue } from './tier'

const calendar = buildCalendar(PUBLISHED_YEARS, [])
const line = (
  kind: string,
  day: string,
  to: HandsAfter['to'],
  unitId: string | null,
  tier: HandsAfter['tier'] = 'DEPARTMENT',
) => ({
  kind,
  on: on(day),
  to,
  tier,
  unitId,
})
/** The relay of the drawing: an office, a unit that gave it back, a task force, the unit that has it. */
const lines = [
  line('ENTER', '2026-11-04', 'TO_ASSIGN', null),
  line('ASSIGN', '2026-11-06', 'IN_HAND', 'street'),
  line('TRANSFER', '2026-11-10', 'IN_HAND', 'city'),
  line('RETURN', '2026-11-11', 'TO_ASSIGN', null),
  line('RAISE', '2026-11-11', 'TO_ASSIGN', null, 'TASKFORCE'),
  line('ASSIGN', '2026-11-13', 'IN_HAND', 'power', 'TASKFORCE'),
  line('REPORT', '2026-11-19', 'IN_HAND', 'power', 'TASKFORCE'),
]

describe('hands', () => {
  test('follow each other without a gap, and a report changes none', () => {
    const hands = handsOf(lines)
    for (const [i, hand] of hands.entries()) expect(hand.to).toBe(hands[i + 1]?.from ?? null)
    expect(hands.map(({ holder, returned }) => [holder.kind, returned])).toEqual([
      ['TIER', false],
      ['UNIT', false],
      ['UNIT', true],
      ['TIER', false],
      ['TIER', false],
      ['UNIT', false],
    ])
  })

  test('every working day since it was raised is somebody’s, and nobody’s twice', () => {
    const relay = relayOfIssue(lines, on('2026-11-25'), on('2026-11-23'), calendar)
    const told = relay?.days.map(
      (_, i) => relay.lanes.filter(({ cells }) => ['held', 'returned', 'now', 'over'].includes(cells[i] ?? '')).length,
    )
    expect(relay?.days.map((day, i) => [day <= '2026-11-23' ? 1 : 0, told?.[i]])).toEqual(
      relay?.days.map((day) => (day <= '2026-11-23' ? [1, 1] : [0, 0])),
    )
    expect(relay?.lanes.map(({ wd }) => wd)).toEqual([2, 2, 1, 2, 6])
    expect(relay?.lanes.at(-1)?.cells.filter((cell) => cell === 'left')).toHaveLength(2)
  })

  test('two moves on one day are two hands, one of them without a day', () => {
    const twice = [
      line('ENTER', '2026-11-16', 'TO_ASSIGN', null),
      line('ASSIGN', '2026-11-16', 'IN_HAND', 'street'),
      line('TRANSFER', '2026-11-18', 'IN_HAND', 'city'),
      line('RETURN', '2026-11-18', 'TO_ASSIGN', null),
      line('RAISE', '2026-11-18', 'TO_ASSIGN', null, 'TASKFORCE'),
      line('ASSIGN', '2026-11-19', 'IN_HAND', 'power', 'TASKFORCE'),
    ]
    const relay = relayOfIssue(twice, on('2026-11-25'), on('2026-11-23'), calendar)
    expect(relay?.lanes.map(({ holder, wd, returned }) => [holderKey(holder), wd, returned])).toEqual([
      ['DEPARTMENT', 0, false],
      ['street', 2, false],
      ['city', 0, true],
      ['TASKFORCE', 1, false],
      ['power', 2, false],
    ])
    expect(relay?.lanes.map(({ cells }) => cells.findIndex((cell) => cell !== 'none'))).toEqual([0, 0, 1, 2, 3])
    expect(relay?.lanes[2]?.cells[1]).toBe('touched')
  })

  test('beyond its day the cells of whoever has it are over; a settled one is in nobody’s hands', () => {
    const late = relayOfIssue(lines, on('2026-11-18'), on('2026-11-20'), calendar)
    expect(late?.lanes.at(-1)?.cells.filter((cell) => cell === 'over')).toHaveLength(2)
    const settled = [...lines, line('OUTSIDE', '2026-11-20', 'OUTSIDE', null, 'TASKFORCE')]
    expect(relayOfIssue(settled, null, on('2026-11-23'), calendar)?.lanes.some(({ current }) => current)).toBe(false)
  })
})

test('a problem turns blue, yellow and red by itself', () => {
  const turns = issueTurns(on('2026-11-25'), on('2026-11-19'), calendar, DEFAULT_PARAMETERS)
  expect(turns.map(({ level, on: day }) => `${level} ${day}`)).toEqual([
    'BLUE 2026-11-23',
    'YELLOW 2026-11-26',
    'RED 2026-12-02',
  ])
})

test('what it turns on is 暂定 where it is counted in a year whose holidays are not published, not before', () => {
  const turns = issueTurns(on('2026-12-30'), on('2026-11-19'), calendar, DEFAULT_PARAMETERS)
  expect(turns.map(({ level, provisional }) => [level, provisional])).toEqual([
    ['BLUE', false],
    ['YELLOW', false],
    ['RED', true],
  ])
})

test('a term the rule counted into such a year is 暂定, a day somebody named is not', () => {
  const term = (dueOn: string) =>
    isTermProvisional({ raisedOn: on('2026-12-29'), reopenedOn: null, dueOn: on(dueOn) }, calendar)
  const ruled = defaultIssueDue('TASKFORCE', on('2026-12-29'), calendar)
  expect([ruled && term(ruled), term('2027-06-30'), term('2026-12-31')]).toEqual([true, false, false])
})

test.each([
  ['施工临时用电容量不足，现场只有80千伏安。', '施工临时用电容量不足', 'FACTOR'],
  ['申请设备更新贷款', '申请设备更新贷款', 'FINANCE'],
  ['消防验收排不上号', '消防验收排不上号', 'APPROVAL'],
  ['缺数控技工', '缺数控技工', 'LABOUR'],
  ['天气不好', '天气不好', 'OTHER'],
])('%s', (text, title, kind) => {
  expect([issueTitle(text), proposeKind(text)]).toEqual([title, kind])
})

test('the unit a text names is proposed', () => {
  const units = [
    { id: 'w', names: ['供水'] },
    { id: 'p', names: ['供电', '供电企业'] },
  ]
  expect([unitInText('等供电出方案', units), unitInText('道路未通', units)]).toEqual(['p', null])
})
