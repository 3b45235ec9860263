import type { Level } from '../level-scale'
import { addDays, daysBetween, latest, type PlainDate } from '../plain-date'
import type { RankedProject } from './facts'
import { printedShare } from './month-money'
import { progressOf } from './observe-progress'
import type { ProjectLine } from './row'
import { type Span, stewardOn } from './span'

const NO_DAYS: Readonly<Record<Level, number>> = { GREY: 0, GREEN: 0, BLUE: 0, YELLOW: 0, RED: 0 }

/** Calendar days of the month a project had each colour while it was in the ledger 亮灯天数. */
export function colourDays(
  { colours, enteredOn, leftOn }: RankedProject,
  { first, last }: Span,
): Record<Level, number> {
  const days = { ...NO_DAYS }
  const end: PlainDate = leftOn ?? last
  for (const [i, { on, level }] of colours.entries()) {
    const from = latest(latest(on, first), enteredOn)
    const next = colours[i + 1]
    const until = next ? addDays(next.on, -1) : last
    days[level] += Math.max(0, daysBetween(from, until < end ? until : end) + 1)
  }
  return days
}

const text = (fen: bigint | null | undefined): string | null => (fen === null || fen === undefined ? null : String(fen))

/** Deviations, the furthest ahead first; those that print alike share a rank and the next is skipped. */
function rankOf(deviations: readonly (number | null)[]): (deviation: number | null) => number | null {
  const sorted = deviations.flatMap((d) => (d === null ? [] : [printedShare(d)])).sort((a, b) => b - a)
  return (deviation) => (deviation === null ? null : sorted.indexOf(printedShare(deviation)) + 1)
}

/**
 * The table of projects in the classic bulletin's columns: plan, completed, share, new in the month, deviation, days in each
 * colour. Ranked by deviation; what has no plan to be measured by stands last.
 *
 * @source formats.md §1 row 1; meetings-and-ranking B2
 */
export function projectLines(projects: readonly RankedProject[], span: Span): ProjectLine[] {
  const measured = projects.map((project) => {
    const progress = progressOf(project, span)
    return { project, progress, deviation: progress && progress.actual - progress.planned }
  })
  // What is suspended or has left is shown, not ranked.
  const counts = ({ project }: (typeof measured)[number]) => project.status === 'ACTIVE' && project.leftOn === null
  const place = rankOf(measured.filter(counts).map(({ deviation }) => deviation))
  return measured
    .map((row): ProjectLine => {
      const { project, progress, deviation } = row
      return {
        subjectId: project.id,
        name: project.name,
        number: project.number,
        taskforceId: project.taskforceId,
        taskforce: project.taskforce,
        areaId: project.areaId,
        area: project.area,
        stewardId: stewardOn(project.stewards, span.last),
        leadUnit: project.leadUnit,
        stage: project.stage,
        rank: counts(row) ? place(deviation) : null,
        totalFen: text(project.totalFen),
        yearPlanFen: text(project.plan?.plannedFen),
        doneFen: text(project.plan?.doneFen),
        newFen: text(project.plan?.newFen),
        planned: progress?.planned ?? null,
        actual: progress?.actual ?? null,
        deviation,
        colourDays: colourDays(project, span),
        level: project.colours.at(-1)?.level ?? 'GREY',
        leftOn: project.leftOn,
      }
    })
    .sort(
      (a, b) =>
        Number(a.rank === null) - Number(b.rank === null) || (a.rank ?? 0) - (b.rank ?? 0) || a.number - b.number,
    )
}
