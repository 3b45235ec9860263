import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayStep, owedBy, PAPER_STEPS, type PaperStep, paperStanding, paperSteps } from './colour-reply'
import { DRAFT_KINDS } from './escalation-draft'
import { on } from './plain-date'

const step = (kind: PaperStep['kind'], about: PaperStep['about'] = null): PaperStep => ({ kind, about })
const facts = (...steps: PaperStep[]) => ({ kind: 'SUPERVISE' as const, issued: true, closed: false, steps })

describe('an issued supervision slip', () => {
  test('is signed for, explained, planned and reported, each in its turn', () => {
    const wants = (...steps: PaperStep[]) => paperStanding('SUPERVISE', steps).wants
    expect(wants()).toBe('SIGN')
    expect(wants(step('SIGN'))).toBe('EXPLAIN')
    expect(wants(step('EXPLAIN'))).toBe('PLAN')
    expect(wants(step('EXPLAIN'), step('PLAN'))).toBe('REPORT')
    expect(wants(step('EXPLAIN'), step('PLAN'), step('REPORT'))).toBeNull()
  })

  test('what is sent back is owed again, and says so', () => {
    const back = [step('EXPLAIN'), step('PLAN'), step('RETURN', 'PLAN')]
    expect(paperStanding('SUPERVISE', back)).toEqual({ wants: 'PLAN', toCheck: null, returned: true, accepted: false })
    expect(paperStanding('SUPERVISE', [...back, step('PLAN')])).toMatchObject({ wants: 'REPORT', toCheck: 'PLAN' })
  })

  test('a wrong explanation can be put right, and be sent back', () => {
    expect(paperSteps(facts(step('EXPLAIN')), 'RECEIVER')).toEqual(['EXPLAIN', 'PLAN'])
    expect(mayStep(facts(step('EXPLAIN')), 'RETURN', 'OFFICE')).toEqual({ ok: true, value: { about: 'EXPLAIN' } })
  })

  test('the office looks at what was handed in last; a report is not asked for before a plan', () => {
    expect(mayStep(facts(step('EXPLAIN')), 'REPORT', 'RECEIVER')).toMatchObject({
      error: { code: 'COLOUR_PAPER_STEP' },
    })
    expect(mayStep(facts(step('EXPLAIN'), step('PLAN')), 'ACCEPT', 'OFFICE')).toMatchObject({
      value: { about: 'PLAN' },
    })
    expect(mayStep(facts(), 'ACCEPT', 'OFFICE')).toMatchObject({ error: { code: 'COLOUR_PAPER_STEP' } })
  })

  test('nothing is done with a draft, nor with one that is closed', () => {
    for (const more of [{ issued: false }, { closed: true }])
      expect(mayStep({ ...facts(), ...more }, 'SIGN', 'RECEIVER')).toMatchObject({ error: { code: 'SLIP_NOT_ISSUED' } })
  })

  test('what is owed has its day: that of the paper, then the one the plan promises', () => {
    const days = { answerBy: on('2026-11-24'), planBy: on('2026-11-26'), plannedOn: on('2026-12-04') }
    expect(owedBy({ wants: 'EXPLAIN' }, days)).toBe('2026-11-24')
    expect(owedBy({ wants: 'PLAN' }, days)).toBe('2026-11-26')
    expect(owedBy({ wants: 'REPORT' }, days)).toBe('2026-12-04')
    expect(owedBy({ wants: null }, days)).toBeNull()
  })
})

test('a circular is only signed for; a call to a meeting on site is reported on', () => {
  expect(paperStanding('CIRCULAR', [step('SIGN')]).wants).toBeNull()
  expect(paperSteps({ ...facts(step('SIGN')), kind: 'ON_SITE' }, 'RECEIVER')).toEqual(['REPORT'])
})

test('whatever happens, somebody is always to move until what was done is accepted', () => {
  const run = fc.array(fc.nat({ max: 5 }), { maxLength: 12 })
  fc.assert(
    fc.property(fc.constantFrom(...DRAFT_KINDS), run, (kind, picks) => {
      const steps: PaperStep[] = []
      for (const pick of picks) {
        const kindOf = PAPER_STEPS[pick] ?? 'SIGN'
        const part = kindOf === 'RETURN' || kindOf === 'ACCEPT' ? 'OFFICE' : 'RECEIVER'
        const may = mayStep({ kind, issued: true, closed: false, steps }, kindOf, part)
        if (may.ok) steps.push(step(kindOf, may.value.about))
      }
      const { wants, toCheck, accepted } = paperStanding(kind, steps)
      if (kind === 'CIRCULAR') return wants === (steps.length > 0 ? null : 'SIGN')
      return accepted ? wants === null && toCheck === null : wants !== null || toCheck !== null
    }),
  )
})
