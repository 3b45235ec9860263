import fc from 'fast-check'
import { addDays, on, type PlainDate } from '../plain-date'
import { PROCEDURE_STATES, type ProcedureFacts } from '../procedure'

const FIRST = on('2024-01-02')

/** Days of 2024 and the first half of 2025: far enough from the ends of what is published. */
export const anyDay: fc.Arbitrary<PlainDate> = fc.nat(540).map((n) => addDays(FIRST, n))

/** A day near another one, now and then none. */
const near = (day: PlainDate, before: number, after: number) =>
  fc.option(fc.integer({ min: -before, max: after }).map((n) => addDays(day, n)))

/** Facts about a procedure around a day, also such as no careful person would record. */
export const anyFacts = (day: PlainDate): fc.Arbitrary<ProcedureFacts> =>
  fc.integer({ min: 1, max: 35 }).chain((promisedWd) =>
    fc.record({
      state: fc.constantFrom(...PROCEDURE_STATES),
      promisedWd: fc.constant(promisedWd),
      statutoryWd: fc.option(fc.integer({ min: promisedWd, max: promisedWd + 30 })),
      extensionWd: fc.constantFrom(0, 0, 0, 3, 10),
      receivedOn: near(day, 40, 5),
      acceptedOn: near(day, 60, 5),
      finishedOn: near(day, 45, 0),
      rejectedOn: near(day, 30, 0),
      supplementSince: near(day, 30, 2),
      supplementLimitWd: fc.option(fc.integer({ min: 1, max: 15 })),
      specialSince: near(day, 30, 2),
      specialLimitWd: fc.option(fc.integer({ min: 1, max: 30 })),
      toleranceDueOn: near(day, 20, 30),
      pauses: fc.array(
        fc.tuple(fc.integer({ min: -60, max: 25 }), fc.option(fc.nat(20), { freq: 8 })).map(([from, length]) => ({
          from: addDays(day, from),
          to: length === null ? null : addDays(day, from + length),
          kind: 'SUPPLEMENT' as const,
        })),
        { maxLength: 3 },
      ),
      planSubmitOn: near(day, 40, 60),
      planFinishOn: near(day, 60, 90),
      enteredOn: near(day, 40, 0),
      blockedBy: fc.option(fc.constant({ code: 'LX09', owner: '自然资源和规划局' })),
    }),
  )
