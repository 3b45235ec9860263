import { describe, expect, test } from 'vitest'
import { evaluateProcedureProvisionally } from './level'
import { on } from './plain-date'
import { evaluateProjectProvisionally, NO_FACTS, type ProjectFacts } from './project-level'
import { PUBLISHED_YEARS } from './published-years'
import { DEFAULT_PARAMETERS } from './rule-parameters'
import { draftOf, keptParameters, levelsUnder, tallyLevels, thresholdChanges } from './rules-trial'
import { factsWith } from './testdata/procedure-facts'
import { buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const day = on('2026-11-24')

describe('a draft of thresholds', () => {
  test('keeps what is not named, and says what is another one', () => {
    const draft = draftOf(DEFAULT_PARAMETERS, { promise_red_wd: 3 })
    if (!draft.ok) throw new Error('refused')
    expect(thresholdChanges(DEFAULT_PARAMETERS, draft.value)).toEqual([{ name: 'promise_red_wd', from: 5, to: 3 }])
    expect(keptParameters(JSON.parse(JSON.stringify(draft.value)))).toEqual(draft.value)
  })
  test('without a change is none', () =>
    expect(draftOf(DEFAULT_PARAMETERS, { promise_red_wd: 5 })).toMatchObject({ error: { code: 'NO_CHANGE' } }))
  test.each([
    [{ plan_red_wd: 2 }, { code: 'THRESHOLD_ORDER', field: 'params.plan_blue_wd', low: 3, high: 2 }],
    [
      { expiry_blue_cd: 10, expiry_yellow_cd: 20 },
      { code: 'THRESHOLD_ORDER', field: 'params.expiry_yellow_cd', low: 20, high: 10, strict: 'DOWN' },
    ],
    [{ plan_red_wd: 4.5 }, { code: 'THRESHOLD_INVALID', field: 'params.plan_red_wd', trouble: 'WHOLE' }],
    [{ warn_ratio: 2 }, { code: 'THRESHOLD_INVALID', field: 'params.warn_ratio', trouble: 'LARGE', most: 100 }],
    [{ nobody: 1 }, { code: 'THRESHOLD_INVALID', field: 'params.nobody' }],
  ])('%j is refused at its field', (named, error) =>
    expect(draftOf(DEFAULT_PARAMETERS, named as Record<string, number>)).toMatchObject({ ok: false, error }),
  )
})

describe('colours under a draft', () => {
  const late = factsWith({ state: 'ACCEPTED', acceptedOn: on('2026-11-02'), promisedWd: 10, statutoryWd: 40 })
  const facts: ProjectFacts = {
    ...NO_FACTS,
    procedures: [{ id: 'p', code: 'GH01', critical: true, outlook: null, agency: '住建局', facts: late }],
  }
  test('are what the evaluation of a day decides', () => {
    for (const parameters of [DEFAULT_PARAMETERS, { ...DEFAULT_PARAMETERS, promise_red_wd: 8 }]) {
      const found = levelsUnder(facts, day, calendar, parameters)
      const project = evaluateProjectProvisionally(facts, day, calendar, parameters)
      const procedure = evaluateProcedureProvisionally(late, day, calendar, parameters)
      expect(found.project).toMatchObject({ level: project.level, reason: project.reasons[0] })
      expect(found.procedures.get('p')?.level).toBe(procedure.level)
    }
  })
  test('turn with the threshold: six days over the promise are red with five, yellow with eight', () => {
    const level = (promise_red_wd: number) =>
      levelsUnder(facts, day, calendar, { ...DEFAULT_PARAMETERS, promise_red_wd }).procedures.get('p')?.level
    expect([level(5), level(8)]).toEqual(['RED', 'YELLOW'])
  })
})

test('a tally adds up: as many before as after, and each turn in one of its moves', () => {
  const { add, tally } = tallyLevels()
  add('GREEN', 'GREEN')
  add('YELLOW', 'RED')
  add('YELLOW', 'RED')
  add('RED', 'YELLOW')
  expect(tally()).toEqual({
    before: { GREY: 0, GREEN: 1, BLUE: 0, YELLOW: 2, RED: 1 },
    after: { GREY: 0, GREEN: 1, BLUE: 0, YELLOW: 1, RED: 2 },
    moves: [
      { from: 'YELLOW', to: 'RED', n: 2 },
      { from: 'RED', to: 'YELLOW', n: 1 },
    ],
    turned: 3,
  })
})
