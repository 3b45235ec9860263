import 'server-only'
import { HORIZON_DAYS } from '@/lib/domain/next-change'
import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import { replay } from '@/lib/domain/procedure-move'
import { ownerKey } from '@/lib/domain/reason'
import type { Procedure, ProcedureEvent } from '@/prisma/generated/client'
import { dayOrNull, fromDb } from './date'
import { db } from './db'
import type { Finding } from './finding'
import { loadLevelContext } from './level-context'
import { decideLevels, graphMoves, sameVerdict } from './levels'
import { caseOf, recordedMove } from './procedure-rows'
import { type FactsRow, loadFactsRows } from './project-facts'
import { projectPages } from './project-pages'

/**
 * The day a cached verdict speaks for: today, or the last day before a change the day job has not yet written down.
 * Readers evaluate such a row themselves, so a job that is late is not a wrong colour.
 */
const dayOf = (nextLevelOn: Date | null, today: PlainDate): PlainDate =>
  nextLevelOn && fromDb(nextLevelOn) <= today ? addDays(fromDb(nextLevelOn), -1) : today

/** Verdicts of a page of projects on any day, each evaluated once; the rows are those of `today`. */
function verdicts(districtId: string, page: readonly FactsRow[], today: PlainDate) {
  const decided = new Map<PlainDate, Map<string, ReturnType<typeof decideLevels>>>()
  return async (projectId: string, day: PlainDate) => {
    let ofDay = decided.get(day)
    if (!ofDay) {
      const context = await loadLevelContext(db, districtId, day)
      const ids = page.map((row) => row.id)
      const rows = day === today ? page : await loadFactsRows(db, ids, day)
      ofDay = new Map(rows.map((row) => [row.id, decideLevels(row, day, context)]))
      decided.set(day, ofDay)
    }
    return ofDay.get(projectId)
  }
}

type Cached = Parameters<typeof sameVerdict>[0]
type Verdict = Parameters<typeof sameVerdict>[1]

/** Longest time a change at the far end of the horizon may go unseen: the day job looks at every row once a month. */
const UNSEEN_DAYS = 31

/** The verdict without a next change that has only just come within sight. */
function asFarAsSeen(cached: Cached, verdict: Verdict, day: PlainDate): Verdict {
  const far = verdict.next !== null && verdict.next.on > addDays(day, HORIZON_DAYS - UNSEEN_DAYS)
  return far && cached.nextLevelOn === null ? { ...verdict, next: null } : verdict
}

function cacheFinding(subject: string, cached: Cached, verdict: Verdict | undefined, day: PlainDate): Finding | null {
  const invariant = 'LEVEL_CACHE'
  if (!cached.evaluatedOn) return { invariant, subject, found: 'never evaluated' }
  if (!verdict || sameVerdict(cached, asFarAsSeen(cached, verdict, day))) return null
  const stored = [
    cached.level,
    cached.levelOwner,
    dayOrNull(cached.nextLevelOn),
    cached.nextLevel,
    cached.nextOwner,
    cached.nextJoins,
    cached.nextProvisional,
    dayOrNull(cached.dueOn ?? null),
  ]
  const said = [
    verdict.level,
    verdict.owner,
    verdict.next?.on ?? null,
    verdict.next?.level ?? null,
    ownerKey(verdict.next?.owner ?? null),
    verdict.next?.joins ?? false,
    verdict.next?.provisional ?? false,
    verdict.dueOn ?? null,
  ]
  return { invariant, subject, found: `${JSON.stringify(stored)} instead of ${JSON.stringify(said)}` }
}

async function* cacheFindings(
  rows: readonly FactsRow[],
  today: PlainDate,
  verdictOf: ReturnType<typeof verdicts>,
): AsyncGenerator<Finding> {
  for (const row of rows) {
    const day = dayOf(row.nextLevelOn, today)
    const wrong = cacheFinding(`project ${row.id}`, row, (await verdictOf(row.id, day))?.project, day)
    if (wrong) yield wrong
    for (const p of row.procedures) {
      const itsDay = dayOf(p.nextLevelOn, today)
      const verdict = (await verdictOf(row.id, itsDay))?.procedures.find((d) => d.id === p.id)
      const broken = cacheFinding(`procedure ${p.id}`, p, verdict, itsDay)
      if (broken) yield broken
    }
    for (const turn of graphMoves(row))
      yield {
        invariant: 'LEVEL_CACHE',
        subject: `procedure ${turn.id}`,
        found: `${turn.from}, though the graph says ${turn.to}`,
      }
  }
}

/** Equal whatever order the keys have. */
const same = (a: object, b: object): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
const sorted = (value: object): unknown =>
  Array.isArray(value)
    ? value.map((item) => (item && typeof item === 'object' ? sorted(item) : item))
    : Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, item]) => [key, item && typeof item === 'object' ? sorted(item) : item]),
      )

function* foldFindings(row: Procedure, events: readonly ProcedureEvent[]): Generator<Finding> {
  const invariant = 'PROCEDURE_FOLD'
  const subject = `procedure ${row.id}`
  const moves = events.map(recordedMove)
  for (const [i, event] of events.entries()) {
    if (event.seq !== i + 1) yield { invariant, subject, found: `event ${event.seq} where ${i + 1} was expected` }
    const before = replay(moves.slice(0, i)).state
    if (event.fromState !== before)
      yield { invariant, subject, found: `event ${event.seq} starts from ${event.fromState}, not ${before}` }
    const after = replay(moves.slice(0, i + 1)).state
    if (event.toState !== after)
      yield { invariant, subject, found: `event ${event.seq} ends in ${event.toState}, not ${after}` }
  }
  const folded = replay(moves)
  const stored = caseOf(row)
  if (same(folded, stored)) return
  const keys = Object.keys(folded) as (keyof typeof folded)[]
  const differ = keys.filter((key) => !same({ value: folded[key] }, { value: stored[key] }))
  yield { invariant, subject, found: `differs from its events in ${differ.join(', ')}` }
}

async function* foldsOf(ids: readonly string[]): AsyncGenerator<Finding> {
  const rows = await db.procedure.findMany({ where: { projectId: { in: [...ids] } }, orderBy: { id: 'asc' } })
  const events = await db.procedureEvent.findMany({
    where: { procedure: { projectId: { in: [...ids] } } },
    orderBy: [{ procedureId: 'asc' }, { seq: 'asc' }],
  })
  const byProcedure = new Map<string, ProcedureEvent[]>()
  for (const event of events) byProcedure.set(event.procedureId, [...(byProcedure.get(event.procedureId) ?? []), event])
  for (const row of rows) yield* foldFindings(row, byProcedure.get(row.id) ?? [])
}

/**
 * The invariants that need the rules: every procedure is folded from its events again, every colour is decided again.
 *
 * Walks in pages; memory does not grow with the number of projects.
 */
export async function* walkedFindings(districtId: string, today: PlainDate): AsyncGenerator<Finding> {
  for await (const ids of projectPages(districtId)) {
    const page = await loadFactsRows(db, ids, today)
    yield* cacheFindings(page, today, verdicts(districtId, page, today))
    yield* foldsOf(ids)
  }
}
