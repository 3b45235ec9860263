import { basisPoints } from '../money'
import { PROGRESS_STAGES } from '../project'
import { plannedShare } from '../project-dimension'
import type { ScoreTable } from '../score'
import type { RankedProject } from './facts'
import type { NewItem, OutReason } from './item'
import { type Span, stewardDays } from './span'

/** Where a project stands against the year's plan at the data line, in hundredths of a percent; null: not measured. */
export function progressOf(
  { plan, stage }: RankedProject,
  { last }: Span,
): Readonly<{ planned: number; actual: number }> | null {
  if (!plan || !PROGRESS_STAGES.includes(stage)) return null
  const actual = basisPoints(plan.doneFen, plan.plannedFen)
  return actual === null ? null : { planned: plannedShare(last, plan.fromOn), actual }
}

/**
 * 进度达成 of a project: clamp(1 − max(0, planned% − actual%)/30, 0, 1), for its team, its area, and each of its stewards by
 * the days he answered for it. Each project counts once, however large; one in 谋划 never does.
 *
 * @param spanPp percentage points behind at which nothing is left
 * @source meetings-and-ranking B2
 * @example deviations of 0, 5, 12, 33 points → 1, .833, .6, 0
 */
export function observeProgress(project: RankedProject, span: Span, spanPp: number): NewItem[] {
  const progress = progressOf(project, span)
  if (!progress) return []
  const { planned, actual } = progress
  const den = spanPp * 100
  const num = Math.min(den, Math.max(0, den - Math.max(0, planned - actual)))
  const out: OutReason | null = project.leftOn !== null ? 'LEFT' : project.status === 'SUSPENDED' ? 'WAIVED' : null
  const item = (table: ScoreTable, subjectId: string, weight: number): NewItem => ({
    table,
    subjectId,
    indicator: 'B',
    kind: 'PROJECT',
    factId: project.id,
    projectId: project.id,
    label: project.name,
    num,
    den,
    weight,
    n: 1,
    open: false,
    dueOn: null,
    doneOn: null,
    out,
    detail: { planned, actual, ...(table === 'STEWARD' ? { days: weight } : {}) },
  })
  return [
    ...[...stewardDays(project, span)].map(([personId, days]) => item('STEWARD', personId, days)),
    ...(project.taskforceId ? [item('TASKFORCE', project.taskforceId, 1)] : []),
    ...(project.areaId ? [item('AREA', project.areaId, 1)] : []),
  ]
}
