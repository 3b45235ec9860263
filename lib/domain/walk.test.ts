import { describe, expect, test } from 'vitest'
import { on } from './plain-date'
import { PUBLISHED_YEARS } from './published-years'
import {
  costAt,
  type FindingCase,
  findingMovesFrom,
  metAt,
  moveFinding,
  type SecondWalk,
  savedOf,
  stepNameApart,
  walkTotals,
} from './walk'
import { findingClock, findingColour } from './walk-colour'
import { mayMoveFinding, mayRecordWalk, takesBackFinding } from './walk-parts'
import { buildCalendar } from './work-calendar'

const step = (name: string, minutes: number, papers: number, trips: number) => ({ name, minutes, papers, trips })
const way = { days: 9, steps: [step('取号', 10, 0, 0), step('窗口 受理', 30, 7, 1), step('补件', 20, 2, 2)] }

describe('what a way costs', () => {
  test('is the sum of its steps; its days are said, not added', () => {
    expect(walkTotals(way)).toEqual({ days: 9, minutes: 60, papers: 9, trips: 3 })
    expect(walkTotals({ days: null, steps: [] })).toEqual({ days: null, minutes: 0, papers: 0, trips: 0 })
  })

  test('each paper, trip and day is measured by one finding at most', () => {
    expect(costAt(way, '窗口受理', [])).toEqual({ days: null, papers: 7, trips: 1 })
    expect(costAt(way, '窗口受理', ['窗口受理'])).toEqual({ days: null, papers: null, trips: null })
    expect(costAt(way, null, ['窗口受理', '补件'])).toEqual({ days: 9, papers: 0, trips: 0 })
    expect(costAt(way, '取号', [null])).toEqual({ days: null, papers: null, trips: null })
    expect(costAt(way, '缴费', [])).toEqual({ days: null, papers: null, trips: null })
    const shares = [costAt(way, '补件', []), costAt(way, null, ['补件'])]
    expect(shares.reduce((sum, { papers }) => sum + (papers ?? 0), 0)).toBe(walkTotals(way).papers)
  })

  test('two steps of one name are kept apart, so that neither counts the other', () => {
    expect(stepNameApart('取号', ['窗口受理'], 40)).toBe('取号')
    expect(stepNameApart('窗口受理', ['窗口 受理'], 40)).toBe('窗口受理（2）')
    expect(stepNameApart('窗口受理', ['窗口受理', '窗口受理（2）'], 40)).toBe('窗口受理（3）')
    expect(stepNameApart('甲'.repeat(40), ['甲'.repeat(40)], 40)).toBe(`${'甲'.repeat(37)}（2）`)
    const twice = { days: 9, steps: [step('窗口受理', 10, 5, 1), step('窗口受理（2）', 20, 2, 1)] }
    expect(costAt(twice, '窗口受理', [])).toMatchObject({ papers: 5, trips: 1 })
    expect(costAt(twice, '窗口受理（2）', ['窗口受理'])).toMatchObject({ papers: 2, trips: 1 })
  })

  test('what was saved is before less after; what became more counts against it, what was not measured is nothing', () => {
    const before = { days: 9, papers: 7, trips: null }
    expect(savedOf(before, { days: 5, papers: 8, trips: 1 })).toEqual({ days: 4, papers: -1, trips: null })
  })
})

const finding: FindingCase = {
  state: 'TO_VERIFY',
  walkId: 'first',
  code: 'GH01',
  submittedOn: on('2026-11-10'),
  result: '改了',
  before: { days: null, papers: 7, trips: 1 },
}
const second: SecondWalk = { ...way, id: 'second', code: 'GH01', on: on('2026-11-12'), done: true }
const after = { days: null, papers: 3, trips: 0 }
const close = { kind: 'CLOSE', on: on('2026-11-13'), second, after } as const
const code = (result: ReturnType<typeof moveFinding>) => (result.ok ? result.value.state : result.error.code)

describe('a finding', () => {
  test('goes from to mend over mending and to verify to struck off, and back', () => {
    const day = on('2026-11-09')
    expect(findingMovesFrom('TO_MEND')).toEqual(['START', 'SUBMIT', 'ASSIGN'])
    expect(findingMovesFrom('TO_VERIFY')).toEqual(['RETURN', 'CLOSE'])
    expect(findingMovesFrom('CLOSED')).toEqual([])
    const fresh = { ...finding, state: 'TO_MEND', submittedOn: null, result: null } as const
    expect(code(moveFinding(fresh, { kind: 'START', on: day }))).toBe('FINDING_MEASURE_MISSING')
    expect(code(moveFinding(fresh, { kind: 'START', on: day, measure: 'PAPERS' }))).toBe('MENDING')
    expect(code(moveFinding(fresh, { kind: 'SUBMIT', on: day, text: ' ' }))).toBe('FINDING_TEXT_MISSING')
    expect(moveFinding(fresh, { kind: 'SUBMIT', on: day, text: '不再收' })).toEqual({
      ok: true,
      value: { state: 'TO_VERIFY', result: '不再收', submittedOn: day },
    })
    expect(moveFinding(finding, { kind: 'RETURN', on: day, text: '还在收' })).toEqual({
      ok: true,
      value: { state: 'MENDING', submittedOn: null },
    })
    expect(code(moveFinding(fresh, close))).toBe('FINDING_MOVE_ILLEGAL')
  })

  test.each([
    ['without a second walk', { second: null }, 'FINDING_WALK_MISSING'],
    ['by the walk it was found on', { second: { ...second, id: 'first' } }, 'FINDING_WALK_SAME'],
    ['by another procedure', { second: { ...second, code: 'SG01' } }, 'FINDING_WALK_OTHER'],
    ['by a walk that is not over', { second: { ...second, done: false } }, 'FINDING_WALK_OPEN'],
    ['by a walk from before it was mended', { second: { ...second, on: on('2026-11-09') } }, 'FINDING_WALK_EARLY'],
    ['with something measured once only', { after: { ...after, trips: null } }, 'FINDING_AFTER_MISSING'],
    ['by the same way once more', {}, 'CLOSED'],
  ] as const)('is struck off %s: %s', (_, more, answer) => {
    expect(code(moveFinding(finding, { ...close, ...more }))).toBe(answer)
  })

  test('keeps only what was measured before as well', () => {
    const closed = moveFinding(finding, { ...close, after: { days: 4, papers: 3, trips: 0 } })
    expect(closed.ok && closed.value.after).toEqual({ days: null, papers: 3, trips: 0 })
  })

  test('what became worse is struck off only with a reason and a tick', () => {
    const worse = { ...close, after: { days: null, papers: 10, trips: 0 } }
    const asked = moveFinding(finding, worse)
    expect(asked).toMatchObject({ error: { code: 'FINDING_WORSE', worse: [{ cost: 'papers', from: 7, to: 10 }] } })
    const confirm = String(!asked.ok && asked.error.confirm)
    expect(code(moveFinding(finding, { ...worse, text: '同一窗口两件事' }))).toBe('FINDING_WORSE')
    expect(code(moveFinding(finding, { ...worse, confirm }))).toBe('FINDING_WORSE')
    expect(code(moveFinding(finding, { ...worse, confirm, text: '同一窗口两件事' }))).toBe('CLOSED')
  })

  test('also where another finding counts its step', () => {
    const shared = { ...finding, before: { days: null, papers: null, trips: null }, met: metAt(way, '补件') }
    const metAgain = metAt({ ...way, days: 12 }, '窗口受理')
    expect(moveFinding(shared, { ...close, metAgain })).toMatchObject({
      error: {
        worse: [
          { cost: 'days', from: 9, to: 12 },
          { cost: 'papers', from: 2, to: 7 },
        ],
      },
    })
    expect(code(moveFinding(shared, { ...close, metAgain: metAt(way, '取号') }))).toBe('CLOSED')
  })

  test('is taken back by whoever wrote it down, on that day, while nobody mends it', () => {
    const raised = { state: 'TO_MEND', raisedBy: 'a', raisedOn: on('2026-11-23') } as const
    const code = (more: object, who = 'a', day = '2026-11-23') => {
      const answer = takesBackFinding({ ...raised, ...more }, who, on(day))
      return answer.ok ? 'yes' : answer.error.code
    }
    expect(code({})).toBe('yes')
    expect(code({}, 'b')).toBe('FORBIDDEN')
    expect(code({ raisedBy: null })).toBe('FORBIDDEN')
    expect(code({ state: 'MENDING' })).toBe('FINDING_MOVE_ILLEGAL')
    expect(code({ state: 'WITHDRAWN' })).toBe('FINDING_MOVE_ILLEGAL')
    expect(code({}, 'a', '2026-11-24')).toBe('FINDING_DAY_OVER')
  })

  test('has the colour and the clock of any other duty', () => {
    const calendar = buildCalendar(PUBLISHED_YEARS)
    const dated = {
      state: 'TO_MEND',
      raisedOn: on('2026-11-02'),
      dueOn: on('2026-11-16'),
      submittedOn: null,
    } as const
    const level = (day: string) => findingColour(dated, on(day), calendar).level
    expect(['2026-11-10', '2026-11-13', '2026-11-16', '2026-11-17', '2026-11-23'].map(level)).toEqual([
      'GREEN',
      'BLUE',
      'BLUE',
      'YELLOW',
      'RED',
    ])
    expect(findingClock(dated, on('2026-11-10'), calendar)).toMatchObject({ used: 6, promised: 10, paused: false })
    const closed = { ...dated, state: 'CLOSED' } as const
    expect(findingColour(closed, on('2026-12-31'), calendar).level).toBe('GREEN')
    expect(findingClock(closed, on('2026-12-31'), calendar)).toBeNull()
  })
})

test('a head records his own unit’s walks; what is mended is said by its owner, whether it is by the bureau', () => {
  const who = (role: 'AGENCY_HEAD' | 'AGENCY' | 'BIZENV' | 'OFFICE', orgId: string) => ({ role, orgId })
  expect([mayRecordWalk(who('AGENCY_HEAD', 'a'), 'a'), mayRecordWalk(who('AGENCY_HEAD', 'a'), 'b')]).toEqual([
    true,
    false,
  ])
  expect(mayRecordWalk(who('BIZENV', 'x'), 'a')).toBe(true)
  expect(mayMoveFinding(who('AGENCY', 'a'), 'SUBMIT', 'a', false)).toBe(true)
  expect(mayMoveFinding(who('AGENCY', 'b'), 'SUBMIT', 'a', false)).toBe(false)
  expect(mayMoveFinding(who('OFFICE', 'o'), 'START', 'a', false)).toBe(false)
  expect(mayMoveFinding(who('OFFICE', 'o'), 'START', 'a', true)).toBe(true)
  expect(mayMoveFinding(who('AGENCY_HEAD', 'a'), 'CLOSE', 'a', false)).toBe(false)
  expect(mayMoveFinding(who('BIZENV', 'x'), 'CLOSE', 'a', false)).toBe(true)
  expect(mayMoveFinding(who('BIZENV', 'a'), 'CLOSE', 'a', false)).toBe(false)
})
