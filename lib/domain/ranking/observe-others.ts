import { addDays, earliest, latest } from '../plain-date'
import type { ScoreTable } from '../score'
import { addWorkdays, type WorkCalendar, workdaysBetween } from '../work-calendar'
import type { RankedProject, RankedRating, RankedSlip } from './facts'
import type { NewItem } from './item'
import { hadLeft, type Span, stewardOn, within } from './span'

/**
 * Stars of enterprises 评价: (stars − 1)/4, for a steward or an agency. Who gave them is not said.
 *
 * @source meetings-and-ranking B2
 */
export function observeRating({ id, table, subjectId, stars, on }: RankedRating, span: Span): NewItem[] {
  if (!within(span, on)) return []
  return [
    {
      table,
      subjectId,
      indicator: table === 'STEWARD' ? 'D' : 'E',
      kind: 'RATING',
      factId: id,
      projectId: null,
      label: `${stars}星`,
      num: stars - 1,
      den: 4,
      weight: 1,
      n: 1,
      open: false,
      dueOn: null,
      doneOn: null,
      out: null,
      detail: { stars },
    },
  ]
}

/**
 * A 督办单 that was not answered in time costs its unit points, in every month it stood unanswered.
 *
 * @source meetings-and-ranking B2, 专班 and 板块: 督办单 reply overdue
 */
export function observeSlip(slip: RankedSlip, table: ScoreTable, span: Span): NewItem[] {
  const repliedOn = slip.repliedOn && slip.repliedOn <= span.last ? slip.repliedOn : null
  const overFrom = addDays(slip.replyDueOn, 1)
  const overTo = repliedOn ? addDays(repliedOn, -1) : span.last
  if (overFrom > span.last || overTo < span.first || overTo < overFrom) return []
  return [
    {
      table,
      subjectId: slip.orgId,
      indicator: 'EVENT',
      kind: 'SLIP',
      factId: slip.taskId,
      projectId: slip.projectId,
      label: slip.text,
      num: 0,
      den: 1,
      weight: 1,
      n: 1,
      open: repliedOn === null,
      dueOn: slip.replyDueOn,
      doneOn: repliedOn,
      out: null,
      detail: {},
    },
  ]
}

/**
 * A red whose next move is the steward's own 管家责任红灯 and that lasts longer than the district's limit; once for each month
 * it does, for whoever answers for the project on the day it outlasts the limit, or on the first day of a later month.
 *
 * @param limitWd working days a red may last
 * @source meetings-and-ranking B2, 管家: own red >5 wd
 */
export function observeRed(project: RankedProject, span: Span, calendar: WorkCalendar, limitWd: number): NewItem[] {
  return project.colours.flatMap(({ on, level, owner }, i): NewItem[] => {
    if (level !== 'RED' || owner !== 'STEWARD') return []
    const next = project.colours[i + 1]
    const until = next ? addDays(next.on, -1) : span.last
    const outlasts = latest(addWorkdays(calendar, on, limitWd), span.first)
    if (outlasts > earliest(until, span.last) || hadLeft(project, outlasts)) return []
    const steward = stewardOn(project.stewards, outlasts)
    if (!steward) return []
    return [
      {
        table: 'STEWARD',
        subjectId: steward,
        indicator: 'EVENT',
        kind: 'RED',
        factId: project.id,
        projectId: project.id,
        label: project.name,
        num: 0,
        den: 1,
        weight: 1,
        n: 1,
        open: !next,
        dueOn: on,
        doneOn: next?.on ?? null,
        out: null,
        detail: { days: workdaysBetween(calendar, addDays(on, -1), until) },
      },
    ]
  })
}
