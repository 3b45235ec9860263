import { isBefore, type RowPen } from './ledger-pen'
import { lastDayOfMonth, type PlainDate } from './plain-date'
import type { Stage } from './project'

/**
 * Days the ledger states, and for what has not happened yet the ends of its span: 建设起止年限 is a plan of months, its
 * last day counts (推定). Of what has begun or ended already the span tells no day.
 */
function planned(pen: RowPen) {
  const { row, project, stage } = pen
  const stated = new Set(row.milestones.map((m) => m.kind))
  const derived = (
    kind: 'START' | 'COMPLETION',
    month: string | null | undefined,
    known: string | null | undefined,
    until: Stage,
  ) =>
    month && month !== known && isBefore(stage, until) && !stated.has(kind)
      ? [{ kind, actual: false, on: lastDayOfMonth(month), monthOnly: true }]
      : []
  return [
    ...row.milestones,
    ...derived('START', row.span?.from, project?.buildFrom, 'CONSTRUCTION'),
    ...derived('COMPLETION', row.span?.to, project?.buildTo, 'COMPLETED'),
  ]
}

function planMove(pen: RowPen, milestoneId: string, fromOn: PlainDate | null, toOn: PlainDate | null, nth: number) {
  const { reason, actorId, today } = pen.c
  pen.create('planChange', {
    projectId: pen.projectId,
    target: 'MILESTONE',
    milestoneId,
    fromOn,
    toOn,
    reason,
    nth,
    actorId,
    on: today,
  })
}

function milestone(
  pen: RowPen,
  kind: string,
  said: Readonly<{ on?: PlainDate; actual?: PlainDate; monthOnly: boolean }>,
) {
  const known = pen.project?.milestones.find((m) => m.kind === kind)
  const plannedOn = said.on ?? known?.plannedOn ?? null
  const actualOn = said.actual ?? known?.actualOn ?? null
  if (!known) {
    pen.create('milestone', {
      projectId: pen.projectId,
      kind,
      baselineOn: plannedOn,
      plannedOn,
      actualOn,
      monthOnly: said.monthOnly,
      moves: 0,
      version: 1,
    })
    if (pen.project) pen.changed(`milestone.${kind}`, null, plannedOn ?? actualOn)
    return
  }
  if (plannedOn === known.plannedOn && actualOn === known.actualOn) return
  const moved = known.plannedOn !== null && plannedOn !== known.plannedOn
  const { plannedOn: was, baselineOn, moves, monthOnly } = known
  const values = { plannedOn: was, actualOn: known.actualOn, baselineOn, moves, monthOnly }
  const monthNow = plannedOn === was ? monthOnly : said.monthOnly
  pen.update('milestone', known, values, {
    plannedOn,
    actualOn,
    baselineOn: baselineOn ?? plannedOn,
    moves: moved ? moves + 1 : moves,
    monthOnly: monthNow,
  })
  if (moved) planMove(pen, known.id, was, plannedOn, moves + 1)
  pen.changed(`milestone.${kind}`, moved ? was : known.actualOn, moved ? plannedOn : actualOn)
}

/** Planned and actual days 里程碑; a plan that moves is a promise that moved, counted and kept. */
export function writeMilestones(pen: RowPen) {
  const byKind = new Map<string, { on?: PlainDate; actual?: PlainDate; monthOnly: boolean }>()
  for (const m of planned(pen))
    byKind.set(m.kind, {
      ...byKind.get(m.kind),
      ...(m.actual ? { actual: m.on } : { on: m.on }),
      monthOnly: m.monthOnly,
    })
  for (const [kind, said] of byKind) milestone(pen, kind, said)
}
