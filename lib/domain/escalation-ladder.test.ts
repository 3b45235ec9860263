import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftsFor, type ItemDraft } from './escalation-draft'
import {
  FUNCTIONS,
  LADDER,
  type LadderItem,
  ladder,
  type PersonFunction,
  type Recipient,
  rungsReached,
  type Told,
  warnedSince,
} from './escalation-ladder'
import type { Turn } from './level-history'
import { compareLevel, LEVELS, type Level } from './level-scale'
import { compareMoments, type Moment, mayWrite } from './message-hours'
import { addDays, on, type PlainDate } from './plain-date'
import { PUBLISHED_YEARS } from './published-years'
import { AGENCY, ENTERPRISE, STEWARD } from './reason'
import { addWorkdays, buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const at = (day: string, time = '08:30'): Moment => {
  const [hours, minutes] = time.split(':').map(Number)
  return { day: on(day), minute: (hours ?? 0) * 60 + (minutes ?? 0) }
}
/** One person for every function, called as it. */
const EVERYBODY = Object.fromEntries(FUNCTIONS.map((as) => [as, [{ personId: as, account: true }]])) as Record<
  PersonFunction,
  Recipient[]
>
const turn = (day: string, from: Level, to: Level): Turn => ({ on: on(day), from, to })
const item = (turns: LadderItem['turns'], changes: Partial<LadderItem> = {}): LadderItem => ({
  id: 'i',
  owner: AGENCY,
  turns,
  answeredOn: [],
  waived: false,
  disciplineApproved: false,
  people: EVERYBODY,
  ...changes,
})
const told = (one: LadderItem, now: Moment, before: readonly Told[] = []) =>
  ladder([one], before, now, calendar).messages.map(({ step, personId }) => `${step} ${personId}`)
/** Runs at each moment, keeping what was sent. */
const run = (items: readonly LadderItem[], moments: readonly Moment[]) => {
  const sent: Told[] = []
  for (const now of moments)
    for (const { itemId, since, step, personId } of ladder(items, sent, now, calendar).messages)
      sent.push({ itemId, since, step, personId, at: now })
  return sent
}

// Monday 2026-11-23 to Friday 12-11 without a holiday.
describe('the ladder', () => {
  const blue = item([turn('2026-11-23', 'GREEN', 'BLUE')])
  const yellow = item([turn('2026-11-23', 'GREEN', 'YELLOW')])
  const red = item([turn('2026-11-23', 'GREEN', 'RED')])

  test('blue: the owner’s handler and the steward, in the digest of 08:30', () => {
    expect(told(blue, at('2026-11-23', '08:29'))).toEqual([])
    expect(ladder([blue], [], at('2026-11-23'), calendar).messages).toEqual([
      expect.objectContaining({ step: 'BLUE_0', personId: 'HANDLER', channel: 'DIGEST', answerBy: null }),
      expect.objectContaining({ step: 'BLUE_0', personId: 'STEWARD', channel: 'DIGEST', neutral: false }),
    ])
  })
  test('yellow: the liaison and the task force too, an answer in two working days', () => {
    expect(told(yellow, at('2026-11-23', '08:00'))).toEqual([
      'YELLOW_0 HANDLER',
      'YELLOW_0 STEWARD',
      'YELLOW_0 LIAISON',
      'YELLOW_0 TASKFORCE',
    ])
    expect(ladder([yellow], [], at('2026-11-23'), calendar).messages[0]).toMatchObject({
      channel: 'TODO',
      answerBy: '2026-11-25',
      planBy: null,
    })
  })
  test('yellow for three working days without an answer: the deputy head', () => {
    const sent = run([yellow], [at('2026-11-23')])
    expect(told(yellow, at('2026-11-25'), sent)).toEqual([])
    expect(told(yellow, at('2026-11-26'), sent)).toEqual(['YELLOW_3 DEPUTY'])
    expect(told({ ...yellow, answeredOn: [on('2026-11-25')] }, at('2026-11-26'), sent)).toEqual([])
    // An answer to an earlier warning answers nothing, nor does one that comes too late.
    for (const day of ['2026-11-20', '2026-11-26'])
      expect(told({ ...yellow, answeredOn: [on(day)] }, at('2026-11-26'), sent)).toEqual(['YELLOW_3 DEPUTY'])
  })
  test('red, the same day: up to the agency’s head, the leader of the project and the office', () => {
    expect(told(red, at('2026-11-23', '08:00'))).toHaveLength(8)
    expect(ladder([red], [], at('2026-11-23'), calendar).messages.at(-1)).toMatchObject({
      personId: 'OFFICE',
      channel: 'URGENT',
      answerBy: '2026-11-24',
      planBy: '2026-11-26',
    })
  })
  test('red for five and for ten working days: the leader again, then the heads of the group', () => {
    const sent = run([red], [at('2026-11-23'), at('2026-11-30')])
    expect(sent.filter(({ step }) => step === 'RED_5').map(({ personId }) => personId)).toEqual(['LEADER'])
    expect(told(red, at('2026-12-04'), sent)).toEqual([])
    expect(told(red, at('2026-12-07'), sent)).toEqual(['RED_10 HEAD'])
    const approved = { ...red, disciplineApproved: true }
    expect(told(approved, at('2026-12-07'), sent)).toEqual(['RED_10 HEAD', 'RED_10 DISCIPLINE'])
    expect(told({ ...approved, owner: ENTERPRISE }, at('2026-12-07'), sent)).not.toContain('RED_10 DISCIPLINE')
  })
  test('an agency is not told of what is the enterprise’s, and the enterprise reads no more than its own', () => {
    const { messages } = ladder([{ ...red, owner: ENTERPRISE }], [], at('2026-11-23'), calendar)
    expect(messages.map(({ personId, neutral }) => [personId, neutral])).toEqual([
      ['CONTACT', true],
      ['STEWARD', false],
      ['TASKFORCE', false],
      ['LEADER', false],
      ['OFFICE', false],
    ])
    expect(told({ ...yellow, owner: STEWARD }, at('2026-11-23'))).toEqual(['YELLOW_0 STEWARD', 'YELLOW_0 TASKFORCE'])
  })
  test('nothing at night, in the evening, or on a day off', () => {
    for (const now of [at('2026-11-23', '07:59'), at('2026-11-23', '20:00'), at('2026-11-28', '10:00')])
      expect(told(red, now)).toEqual([])
    // Turned on a Saturday: told on Monday.
    expect(told(item([turn('2026-11-28', 'GREEN', 'RED')]), at('2026-11-30', '08:00'))).toHaveLength(8)
  })
  test('a waived item is told to nobody', () => expect(told({ ...red, waived: true }, at('2026-11-23'))).toEqual([]))
  test('who has no account is told through the next one, who has nobody is reported', () => {
    const people = {
      ...EVERYBODY,
      HANDLER: [{ personId: 'h', account: false }],
      LIAISON: [],
      LEADER: [{ personId: 'l', account: false }],
    }
    const { messages, gaps } = ladder([{ ...red, people }], [], at('2026-11-23'), calendar)
    expect(messages.map(({ personId, as, instead }) => [personId, as, instead])).toEqual([
      ['AGENCY_HEAD', 'AGENCY_HEAD', false],
      ['STEWARD', 'STEWARD', false],
      ['TASKFORCE', 'TASKFORCE', false],
      ['DEPUTY', 'DEPUTY', false],
      ['OFFICE', 'OFFICE', false],
    ])
    expect(gaps).toEqual([])
    const alone = { STEWARD: [{ personId: 's', account: true }] }
    const left = ladder([{ ...yellow, people: alone }], [], at('2026-11-23'), calendar)
    expect(left.messages.map(({ personId }) => personId)).toEqual(['s'])
    expect(left.gaps.map(({ as }) => as)).toEqual(['HANDLER', 'LIAISON', 'TASKFORCE'])
  })
  test('a missed morning is made up for with what holds now, once', () => {
    const risen = item([turn('2026-11-20', 'GREEN', 'BLUE'), turn('2026-11-23', 'BLUE', 'RED')])
    const late = at('2026-11-30', '15:00')
    const sent = run([risen], [late, late, at('2026-11-30', '15:05')])
    expect(sent.filter(({ personId }) => personId === 'LEADER').map(({ step }) => step)).toEqual(['RED_5'])
    expect(sent.filter(({ personId }) => personId === 'HANDLER').map(({ step }) => step)).toEqual(['RED_0'])
    expect(told(item([turn('2026-11-23', 'GREEN', 'RED'), turn('2026-11-24', 'RED', 'GREEN')]), late)).toEqual([])
  })
  test('what eases is told to nobody; what rises again, or was in order in between, begins anew', () => {
    const moments = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'].map((day) => at(day))
    const flapping = (between: Level) =>
      run(
        [
          item([
            turn('2026-11-23', 'GREEN', 'YELLOW'),
            turn('2026-11-24', 'YELLOW', between),
            turn('2026-11-25', between, 'YELLOW'),
          ]),
        ],
        moments,
      ).filter(({ personId }) => personId === 'LIAISON')
    for (const between of ['BLUE', 'GREEN'] as const)
      expect(flapping(between).map(({ since }) => since)).toEqual(['2026-11-23', '2026-11-25'])
    const eased = item([turn('2026-11-23', 'GREEN', 'RED'), turn('2026-11-24', 'RED', 'YELLOW')])
    expect(new Set(run([eased], moments).map(({ since }) => since))).toEqual(new Set(['2026-11-23']))
    expect(warnedSince(eased.turns, on('2026-11-26'))).toBe('2026-11-23')
  })
  test('what stands for something that is told of itself is told to nobody, and still has its papers', () => {
    const quiet = { ...red, quiet: true }
    expect(told(quiet, at('2026-11-23'))).toEqual([])
    expect(draftsFor(quiet, [], at('2026-11-23'), calendar).map(({ kind }) => kind)).toEqual(['SUPERVISE'])
  })
  test('a person has one digest a day, the next one takes what came later', () => {
    const [first, second] = [blue, { ...blue, id: 'j' }]
    const sent = run([first], [at('2026-11-23')])
    expect(told(second, at('2026-11-23', '10:00'), sent)).toEqual([])
    expect(told(second, at('2026-11-24'), sent)).toEqual(['BLUE_0 HANDLER', 'BLUE_0 STEWARD'])
    // What turns in the middle of a day waits for the next morning.
    const noon = item([{ ...turn('2026-11-23', 'GREEN', 'BLUE'), minute: 720 }])
    expect(told(noon, at('2026-11-23', '15:00'))).toEqual([])
    expect(told(noon, at('2026-11-24'))).toHaveLength(2)
  })
})

describe('drafts', () => {
  const red = item([turn('2026-11-23', 'GREEN', 'RED')])
  const drafts = (now: Moment, has: readonly ItemDraft[] = [], one = red) =>
    draftsFor(one, has, now, calendar).map(({ kind }) => kind)
  const slip = (changes: Partial<ItemDraft> = {}): ItemDraft => ({
    kind: 'SUPERVISE',
    issued: true,
    answerBy: on('2026-11-24'),
    answered: false,
    ...changes,
  })
  test('red on its first day is a 督办单 to sign, on its fifth a meeting on the site', () => {
    expect(draftsFor(red, [], at('2026-11-23'), calendar)).toEqual([
      { itemId: 'i', kind: 'SUPERVISE', answerBy: '2026-11-24', planBy: '2026-11-26' },
    ])
    expect(drafts(at('2026-11-30'))).toEqual(['SUPERVISE', 'ON_SITE'])
    expect(drafts(at('2026-11-30'), [slip({ answered: true })])).toEqual(['ON_SITE'])
    expect(drafts(at('2026-11-23'), [], item([turn('2026-11-23', 'GREEN', 'YELLOW')]))).toEqual([])
  })
  test('one that is not answered is urged after two working days and told to all after five, each once', () => {
    expect(drafts(at('2026-11-25'), [slip()])).toEqual([])
    expect(drafts(at('2026-11-26'), [slip()])).toEqual(['URGE'])
    expect(drafts(at('2026-12-01'), [slip(), slip({ kind: 'ON_SITE' })])).toEqual(['URGE', 'CIRCULAR'])
    expect(drafts(at('2026-12-01'), [slip(), slip({ kind: 'ON_SITE' }), slip({ kind: 'URGE' })])).toEqual(['CIRCULAR'])
    // What nobody issued, what is answered, and what is in order again is not urged.
    expect(drafts(at('2026-11-26'), [slip({ issued: false })])).toEqual([])
    expect(drafts(at('2026-11-26'), [slip({ answered: true })])).toEqual([])
    expect(drafts(at('2026-11-26'), [slip()], { ...red, waived: true })).toEqual([])
  })
})

const FIRST = on('2026-09-14')
const anyMoment = fc.tuple(fc.nat(60), fc.nat(1439)).map(([days, minute]) => ({ day: addDays(FIRST, days), minute }))
/** Colours that change every few days, over 国庆 and back. */
const anyTurns = (levels: readonly Level[]) =>
  fc.array(fc.tuple(fc.nat(8), fc.nat(1439), fc.constantFrom(...levels)), { maxLength: 8 }).map((steps) => {
    const turns: LadderItem['turns'][number][] = []
    let [day, from]: [PlainDate, Level] = [FIRST, 'GREEN']
    for (const [days, minute, to] of steps) {
      day = addDays(day, days + 1)
      if (to !== from) turns.push({ on: day, minute, from, to })
      from = to
    }
    return turns
  })
const anyPeople = fc
  .tuple(
    ...FUNCTIONS.map(() =>
      fc.option(fc.record({ personId: fc.constantFrom('a', 'b', 'c', 'd'), account: fc.boolean() })),
    ),
  )
  .map((found) => Object.fromEntries(FUNCTIONS.map((as, i) => [as, found[i] ? [found[i]] : []])))
const anyItems = (levels: readonly Level[]) =>
  fc
    .array(
      fc.record({
        owner: fc.constantFrom(AGENCY, ENTERPRISE, STEWARD),
        turns: anyTurns(levels),
        answeredOn: fc.array(
          fc.nat(50).map((n) => addDays(FIRST, n)),
          { maxLength: 2 },
        ),
        waived: fc.constantFrom(false, false, false, true),
        disciplineApproved: fc.boolean(),
        people: fc.oneof(fc.constant(EVERYBODY), anyPeople),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((all): LadderItem[] => all.map((one, i) => ({ ...one, id: `i${i}` })))
const anyRuns = fc.array(anyMoment, { maxLength: 30 }).map((moments) => moments.toSorted(compareMoments))
const rank = (step: string) => LADDER.findIndex((rung) => rung.step === step)
/** The highest rung each person was told of, by item and warning. */
const highest = (sent: readonly Told[]) => {
  const found = new Map<string, number>()
  for (const { itemId, since, personId, step } of sent) {
    const key = `${itemId} ${since} ${personId}`
    found.set(key, Math.max(found.get(key) ?? -1, rank(step)))
  }
  return found
}
/** Day on which the warning an item stands in at the end began, read off its turns. */
const sinceOf = ({ turns }: LadderItem) => {
  let since: PlainDate | null = null
  let top: Level = 'GREEN'
  let last: Level = 'GREEN'
  for (const { on: day, minute = 0, to } of turns) {
    if (compareMoments({ day, minute }, late) > 0) continue
    // Risen from below what it had been: a warning of its own.
    const again: boolean = compareLevel(last, top) < 0 && compareLevel(to, last) > 0
    if (compareLevel(to, 'GREEN') <= 0) since = null
    else if (since === null || again) since = day
    top = since === null || again || compareLevel(to, top) > 0 ? to : top
    last = to
  }
  return since
}
const late: Moment = { day: addWorkdays(calendar, FIRST, 45), minute: 900 }

describe('whenever it runs', { timeout: 120_000 }, () => {
  test('nobody is told twice, and nobody at night', () => {
    fc.assert(
      fc.property(anyItems(LEVELS), anyRuns, (items, moments) => {
        const sent = run(items, moments)
        const keys = sent.map(({ itemId, since, personId, step }) => `${itemId} ${since} ${personId} ${step}`)
        expect(new Set(keys).size).toBe(keys.length)
        expect(sent.every(({ at: moment }) => mayWrite(moment, calendar))).toBe(true)
        // A rung is only told after lower ones: of what has risen, not of what was passed long ago.
        const last = new Map<string, number>()
        for (const { itemId, since, personId, step } of sent) {
          const key = `${itemId} ${since} ${personId}`
          expect(rank(step)).toBeGreaterThan(last.get(key) ?? -1)
          last.set(key, rank(step))
        }
      }),
      { numRuns: 400 },
    )
  })
  test('nobody is forgotten: after a run everybody whose rung is reached was told of it or of a higher one, or reported', () => {
    fc.assert(
      fc.property(anyItems(LEVELS), anyRuns, (items, moments) => {
        const sent = run(items, [...moments, late])
        const known = highest(sent)
        const { gaps } = ladder(items, sent, late, calendar)
        for (const one of items)
          for (const step of rungsReached(one, late, calendar)) {
            const rung = LADDER[rank(step)]
            const ofAgency = one.owner?.kind === 'AGENCY'
            // Read off the table again: those of the rung that concern the owner.
            const whom = (rung?.whom ?? []).filter((as) =>
              ['LIAISON', 'DEPUTY', 'AGENCY_HEAD'].includes(as)
                ? ofAgency
                : as === 'HANDLER'
                  ? ofAgency
                  : as !== 'DISCIPLINE',
            )
            for (const as of whom) {
              const holders = (one.people[as] ?? []).filter(({ account }) => account)
              for (const { personId } of holders)
                expect(
                  [...known].some(([key, top]) => key === `${one.id} ${sinceOf(one)} ${personId}` && top >= rank(step)),
                  `${step} ${as}`,
                ).toBe(true)
              if (holders.length === 0)
                expect(
                  [...known].some(([key, top]) => key.startsWith(`${one.id} ${sinceOf(one)} `) && top >= rank(step)) ||
                    gaps.some((gap) => gap.itemId === one.id && gap.as === as),
                ).toBe(true)
            }
          }
      }),
      { numRuns: 400 },
    )
  })
  test('a second run at the same moment sends nothing', () => {
    fc.assert(
      fc.property(anyItems(LEVELS), anyRuns, anyMoment, (items, moments, now) => {
        const sent = run(items, [...moments.filter((moment) => compareMoments(moment, now) <= 0), now])
        expect(ladder(items, sent, now, calendar).messages).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
  test('from any missed moment the same people know the same: all of it while colours only rise, never less', () => {
    fc.assert(
      fc.property(anyItems(LEVELS), anyRuns, (items, moments) => {
        const [once, often] = [highest(run(items, [late])), highest(run(items, [...moments, late]))]
        for (const [key, top] of once) expect(often.get(key) ?? -1, key).toBeGreaterThanOrEqual(top)
        const rising = items.map((one) => {
          const turns: LadderItem['turns'][number][] = []
          for (const next of one.turns) {
            const from = turns.at(-1)?.to ?? 'GREEN'
            if (compareLevel(next.to, from) > 0) turns.push({ ...next, from })
          }
          return { ...one, turns }
        })
        expect(highest(run(rising, [...moments, late]))).toEqual(highest(run(rising, [late])))
      }),
      { numRuns: 400 },
    )
  })
})
