import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDecimal, toFixedDecimal } from './decimal'
import { INDICATORS, type Indicator, type Observation, SCORE_RULES, SCORE_TABLES, score } from './score'

const MEANS = { A: '0.85', B: '0.80', C: '0.80', D: '0.85', E: '0.90' }
const of = (num: string, den: string, n: number): Observation => ({ num, den, n })
const perfect = (n: number) => of(String(n), String(n), n)

describe('the monthly score', () => {
  test.each(SCORE_TABLES)('the weights of %s add up to 100', (table) => {
    const { weights } = SCORE_RULES[table]
    expect(INDICATORS.reduce((sum, indicator) => sum + weights[indicator], 0)).toBe(100)
  })

  test('张 with one perfect project has 88.1, 李 with eight good ones 89.1', () => {
    const zhang = { A: perfect(3), B: perfect(1), C: perfect(1), D: perfect(1), E: perfect(4) }
    expect(score('STEWARD', zhang, MEANS, 0)).toEqual({
      ok: true,
      value: { score: '88.1', raw: '100.0', parts: { A: '27.19', B: '21.67', C: '20.83', D: '8.88', E: '9.50' } },
    })
    const li = {
      A: of('36', '40', 40),
      B: of('0.90', '1', 8),
      C: of('18', '20', 20),
      D: of('0.90', '1', 8),
      E: of('0.944', '1', 32),
    }
    expect(score('STEWARD', li, MEANS, 0)).toEqual({
      ok: true,
      value: { score: '89.1', raw: '90.4', parts: { A: '26.83', B: '22.00', C: '22.00', D: '8.86', E: '9.39' } },
    })
  })

  test('nobody observed is the district mean', () => {
    expect(score('STEWARD', {}, MEANS, 0)).toMatchObject({ ok: true, value: { score: '83.0', raw: '83.0' } })
    expect(score('STEWARD', { A: of('0', '0', 0) }, MEANS, 0)).toEqual(score('STEWARD', {}, MEANS, 0))
  })

  test.each([
    ['STEWARD', 1, '81.0'],
    ['STEWARD', 3, '77.0'],
    ['STEWARD', 4, '77.0'],
    ['AGENCY', 1, '80.5'],
    ['AGENCY', 9, '68.5'],
  ] as const)('%s with %i counted events has %s', (table, events, expected) => {
    expect(score(table, {}, MEANS, events)).toMatchObject({ ok: true, value: { score: expected } })
  })

  test('what is no rate is refused, with its indicator', () => {
    const ask = (B: Observation) => score('AREA', { B }, MEANS, 0)
    const refused = { ok: false, error: { code: 'OBSERVATION_INVALID', indicator: 'B' } }
    for (const broken of [
      of('2', '1', 1),
      of('-1', '2', 1),
      of('1', '0', 1),
      of('0', '0', 2),
      of('x', '1', 1),
      of('1', '2', 0.5),
    ])
      expect(ask(broken)).toEqual(refused)
    expect(score('AREA', {}, { ...MEANS, C: '1.01' }, 0)).toEqual({
      ok: false,
      error: { code: 'MEAN_INVALID', indicator: 'C' },
    })
    expect(score('AREA', {}, MEANS, -1)).toEqual({ ok: false, error: { code: 'EVENTS_INVALID' } })
  })

  const anyObservation = fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.nat())
    .map(([n, seed]) => of(String(seed % (n + 1)), String(n), n))
  const anySubject = fc.record({
    A: anyObservation,
    B: anyObservation,
    C: anyObservation,
    D: anyObservation,
    E: anyObservation,
  })
  const anyMean = fc
    .integer({ min: 0, max: 100 })
    .map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`)
  const anyMeans = fc.record({ A: anyMean, B: anyMean, C: anyMean, D: anyMean, E: anyMean })
  const points = (text: string) => Math.round(Number(text) * 10)

  test('lies in [0, 100] and its parts add up to it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SCORE_TABLES),
        anySubject,
        anyMeans,
        fc.nat(12),
        (table, subject, means, events) => {
          const result = score(table, subject, means, events)
          if (!result.ok) throw new Error(result.error.code)
          const total = Number(result.value.score)
          expect(total).toBeGreaterThanOrEqual(0)
          expect(total).toBeLessThanOrEqual(100)
          const { each, cap } = SCORE_RULES[table].deduction
          const parts = INDICATORS.reduce((sum, indicator) => sum + Number(result.value.parts[indicator]), 0)
          expect(Math.abs(Math.max(0, parts - Math.min(cap, each * events)) - total)).toBeLessThan(0.08)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('doing better in one indicator never costs points', () => {
    fc.assert(
      fc.property(anySubject, anyMeans, fc.constantFrom<Indicator>(...INDICATORS), (subject, means, indicator) => {
        const now = subject[indicator]
        fc.pre(now.num !== now.den)
        const better = { ...subject, [indicator]: { ...now, num: String(Number(now.num) + 1) } }
        const [before, after] = [score('AGENCY', subject, means, 1), score('AGENCY', better, means, 1)]
        if (!before.ok || !after.ok) throw new Error('refused')
        expect(points(after.value.score)).toBeGreaterThanOrEqual(points(before.value.score))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('decimals', () => {
  test.each([
    ['8.875', 2, '8.88'],
    ['8.8749999', 2, '8.87'],
    ['0.05', 1, '0.1'],
    ['-0.05', 1, '-0.1'],
    ['-0.04', 1, '0.0'],
    ['99.95', 1, '100.0'],
    ['7', 0, '7'],
  ])('%s to %i places is %s', (text, places, expected) => {
    const value = parseDecimal(text)
    expect(value && toFixedDecimal(value, places)).toBe(expected)
  })
  test.each(['', '.5', '1.', '1e3', '１', '+1', 'NaN', '1 '])('%j is not a decimal', (text) =>
    expect(parseDecimal(text)).toBeNull(),
  )
})
