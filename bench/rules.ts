// The pure rules alone: no database, no I/O.
import { evaluateProcedureProvisionally } from '@/lib/domain/level'
import { nextProcedureChange } from '@/lib/domain/next-change'
import { addDays, on } from '@/lib/domain/plain-date'
import { PROCEDURE_STATES, type ProcedureFacts } from '@/lib/domain/procedure'
import { PUBLISHED_YEARS } from '@/lib/domain/published-years'
import { DEFAULT_PARAMETERS } from '@/lib/domain/rule-parameters'
import { buildCalendar } from '@/lib/domain/work-calendar'

const TODAY = on('2026-11-23')

/** Different facts of every state, days spread around today. */
function sample(n: number): ProcedureFacts {
  const state = PROCEDURE_STATES[n % PROCEDURE_STATES.length] ?? 'ACCEPTED'
  const began = addDays(TODAY, -(n % 90))
  const ended = state === 'DONE' || state === 'DONE_TOL' || state === 'REJECTED'
  return {
    state,
    promisedWd: (n % 18) + 2,
    statutoryWd: 20,
    extensionWd: n % 7 === 0 ? 10 : 0,
    receivedOn: state === 'NOT_STARTED' || state === 'READY' ? null : began,
    acceptedOn: state === 'ACCEPTED' || state === 'SUPPLEMENT' || state === 'SPECIAL' || ended ? began : null,
    finishedOn: ended ? addDays(began, n % 30) : null,
    rejectedOn: state === 'REJECTED' ? addDays(began, n % 30) : null,
    supplementSince: state === 'SUPPLEMENT' ? addDays(began, 2) : null,
    supplementLimitWd: state === 'SUPPLEMENT' ? 10 : null,
    specialSince: state === 'SPECIAL' ? addDays(began, 2) : null,
    specialLimitWd: state === 'SPECIAL' ? 15 : null,
    toleranceDueOn: state === 'DONE_TOL' ? addDays(TODAY, (n % 20) - 10) : null,
    pauses: n % 5 === 0 ? [{ from: began, to: addDays(began, 4), kind: 'SUPPLEMENT' }] : [],
    planSubmitOn: null,
    planFinishOn: n % 6 === 0 ? null : addDays(TODAY, (n % 60) - 30),
    enteredOn: addDays(began, -10),
    blockedBy: null,
  }
}

/** A million colours, and a hundred thousand searches for the next change. */
export function benchRules() {
  const calendar = buildCalendar([...PUBLISHED_YEARS])
  const facts = Array.from({ length: 10_000 }, (_, n) => sample(n))
  const counts: Record<string, number> = {}
  const pass = (times: number) => {
    for (let i = 0; i < times; i++)
      for (const item of facts) {
        const { level } = evaluateProcedureProvisionally(item, TODAY, calendar, DEFAULT_PARAMETERS)
        counts[level] = (counts[level] ?? 0) + 1
      }
  }
  pass(5)
  const started = performance.now()
  pass(100)
  const evaluated = performance.now()
  for (let i = 0; i < 10; i++) for (const item of facts) nextProcedureChange(item, TODAY, calendar, DEFAULT_PARAMETERS)
  const searched = performance.now()
  return {
    evaluations: 1_000_000,
    evaluationsMs: Math.round(evaluated - started),
    nextChanges: 100_000,
    nextChangesMs: Math.round(searched - evaluated),
    levels: counts,
  }
}
