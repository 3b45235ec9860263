import { isBefore, type RowPen } from './ledger-pen'
import { startDoubts } from './move-doubts'
import { lastDayOfMonth, type PlainDate } from './plain-date'
import { PLAN_MOVES_MAX, planApproval } from './plan-change'
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

/**
 * Remarks that works are said to have begun although the record speaks against it: by hand it would have been asked. That the
 * day lies before the project was entered is what a ledger is for.
 */
function doubtStart(pen: RowPen, on: PlainDate) {
  const permits = pen.project?.permits ?? []
  const doubts = startDoubts(permits, on, null)
  if (!doubts) return
  const named = (codes: readonly string[]) => {
    const meant = permits.filter(({ code }) => codes.includes(code))
    return { on, zh: meant.map((p) => p.nameZh).join('、'), en: meant.map((p) => p.nameEn).join(', ') }
  }
  const later = doubts.later.map(({ code }) => code)
  if (doubts.open.length > 0) pen.warn('START_UNREADY', { field: 'startActual', ...named(doubts.open) })
  if (later.length > 0) pen.warn('START_EARLY', { field: 'startActual', ...named(later) })
}

/** Whether a plan that moves once more needs an approval nobody in a ledger gives; then its day stays what it was. */
function isSpent(pen: RowPen, kind: string, known: Readonly<{ moves: number }>): boolean {
  if (planApproval(known.moves) === 'REPLAN') return false
  pen.warn('MILESTONE_SPENT', { field: `milestone.${kind}`, max: PLAN_MOVES_MAX })
  return true
}

function milestone(
  pen: RowPen,
  kind: string,
  said: Readonly<{ on?: PlainDate; actual?: PlainDate; monthOnly: boolean }>,
) {
  const known = pen.project?.milestones.find((m) => m.kind === kind)
  const actualOn = said.actual ?? known?.actualOn ?? null
  if (kind === 'START' && actualOn && actualOn !== known?.actualOn) doubtStart(pen, actualOn)
  if (!known) {
    const plannedOn = said.on ?? null
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
  const moving = known.plannedOn !== null && said.on !== undefined && said.on !== known.plannedOn
  const moved = moving && !isSpent(pen, kind, known)
  const plannedOn = moving && !moved ? known.plannedOn : (said.on ?? known.plannedOn)
  if (plannedOn === known.plannedOn && actualOn === known.actualOn) return
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
