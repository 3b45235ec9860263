import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { type Acknowledged, doubtsOf, impliedDays, type MoveDoubts, proposedDay } from '@/lib/domain/move-doubts'
import type { PlainDate } from '@/lib/domain/plain-date'
import { FINISHED_STATES, type MoveKind } from '@/lib/domain/procedure-move'
import type { MoveTerms } from '@/lib/schemas/procedure'
import type { MoveQuestions, NamedDoubts } from '@/lib/schemas/procedure-detail'
import type { Procedure, ProcedureEvent } from '@/prisma/generated/client'
import { dayOrNull, fromDb } from './date'
import { db, type Tx } from './db'
import { caseOf } from './procedure-rows'
import { visibleProcedures } from './visible'

type Row = Procedure & { events: readonly ProcedureEvent[] }

/** What was confirmed with moves that still stand. */
function acknowledgedOf(events: readonly ProcedureEvent[]): Acknowledged {
  const gone = new Set(events.flatMap((e) => (e.takesBack === null ? [] : [e.takesBack])))
  const said = events.flatMap((e) => {
    const { despite } = e.data as { despite?: MoveDoubts }
    return despite && !gone.has(e.seq) ? [despite] : []
  })
  return {
    codes: new Set(said.flatMap(({ open, later }) => [...open, ...later.map(({ code }) => code)])),
    entry: said.some(({ enteredOn }) => enteredOn !== null),
  }
}

/** What has to be confirmed before a move of a procedure is recorded; null in the ordinary case. */
export async function findDoubts(
  tx: Tx,
  row: Row,
  kind: MoveKind,
  days: readonly PlainDate[],
): Promise<MoveDoubts | null> {
  const siblings = await tx.procedure.findMany({
    where: { projectId: row.projectId },
    select: { code: true, state: true, finishedOn: true, predecessors: true },
  })
  const project = await tx.project.findUniqueOrThrow({ where: { id: row.projectId }, select: { enteredOn: true } })
  const byCode = new Map(siblings.map((s) => [s.code, { ...s, finishedOn: dayOrNull(s.finishedOn) }]))
  const own = byCode.get(row.code)
  return own ? doubtsOf(own, byCode, kind, days, fromDb(project.enteredOn), acknowledgedOf(row.events)) : null
}

/** The same with the names of the items, for whoever is asked. */
export async function namedDoubts(tx: Tx, projectId: string, doubts: MoveDoubts): Promise<NamedDoubts> {
  const codes = [...doubts.open, ...doubts.later.map(({ code }) => code)]
  const rows = await tx.procedure.findMany({
    where: { projectId, code: { in: codes } },
    select: { code: true, item: { select: { nameZh: true, nameEn: true } } },
  })
  const names = new Map(rows.map(({ code, item }) => [code, item]))
  const named = (code: string) => names.get(code) ?? { nameZh: code, nameEn: code }
  return {
    open: doubts.open.map(named),
    later: doubts.later.map(({ code, on }) => ({ ...named(code), on })),
    enteredOn: doubts.enteredOn,
  }
}

/**
 * What the form of a move asks besides its own fields: days of steps nobody recorded, and what does not go together.
 *
 * @returns null when the procedure is out of the actor's sight
 */
export async function findMoveQuestions(
  actor: Actor,
  id: string,
  kind: MoveKind,
  typed: MoveTerms,
  today: PlainDate,
): Promise<MoveQuestions | null> {
  const row = await db.procedure.findFirst({
    where: { AND: [{ id }, visibleProcedures(actor)] },
    include: { events: { orderBy: { seq: 'asc' } } },
  })
  if (!row || FINISHED_STATES.has(row.state)) return row && { steps: [], doubts: null }
  const facts = caseOf(row)
  const on = typed.on ?? today
  const implied = impliedDays(facts, kind)
  const steps = implied.map((name) => ({
    name,
    proposed: proposedDay(facts, { kind, on: today }, name, row.promisedWd),
  }))
  const days = [on, ...implied.flatMap((name) => typed[name] ?? [])]
  const doubts = await findDoubts(db, row, kind, days)
  return { steps, doubts: doubts && (await namedDoubts(db, row.projectId, doubts)) }
}
