import { addDays, mondayOf, type PlainDate } from '../plain-date'
import { REPORTED_STAGES } from '../project'
import type { RankedProject, RankedWeek } from './facts'
import type { NewItem } from './item'
import { hadLeft, type Span, stewardOn } from './span'

/** Weekday of a week's data line: Thursday. */
const LINE_WEEKDAY = 4
/** Of ten: reported in time, and nothing to put right afterwards. */
const IN_TIME = 6
const CLEAN = 4

/** Weeks whose data line lies in a month, by their Monday. */
export function weeksOf({ first, last }: Span): PlainDate[] {
  const weeks: PlainDate[] = []
  for (let monday = mondayOf(first); addDays(monday, LINE_WEEKDAY - 1) <= last; monday = addDays(monday, 7))
    if (addDays(monday, LINE_WEEKDAY - 1) >= first) weeks.push(monday)
  return weeks
}

/**
 * 数据质量: for each week of a project that is to be reported on, six of ten for a report by Thursday (“无变化” is one), four
 * for no figure that had to be replaced. Counted for whoever answered for the project on that Thursday.
 *
 * @param weeks what was reported, by week
 * @source meetings-and-ranking B2, 管家 E: 60 % on-time weekly update, 40 % no correction
 */
export function observeUpdates(
  project: RankedProject,
  weeks: ReadonlyMap<PlainDate, RankedWeek>,
  span: Span,
): NewItem[] {
  if (!REPORTED_STAGES.includes(project.stage) || project.status !== 'ACTIVE') return []
  const own = new Map<string, { weeks: number; inTime: number; clean: number }>()
  for (const weekOf of weeksOf(span)) {
    const line = addDays(weekOf, LINE_WEEKDAY - 1)
    const steward = stewardOn(project.stewards, line)
    if (!steward || project.enteredOn > weekOf || hadLeft(project, line)) continue
    const week = weeks.get(weekOf)
    const inTime = week?.reportedOn != null && week.reportedOn <= line
    const sum = own.get(steward) ?? { weeks: 0, inTime: 0, clean: 0 }
    own.set(steward, {
      weeks: sum.weeks + 1,
      inTime: sum.inTime + (inTime ? 1 : 0),
      clean: sum.clean + (week?.corrected ? 0 : 1),
    })
  }
  return [...own].map(
    ([subjectId, { weeks: count, inTime, clean }]): NewItem => ({
      table: 'STEWARD',
      subjectId,
      indicator: 'E',
      kind: 'UPDATES',
      factId: null,
      projectId: project.id,
      label: project.name,
      num: IN_TIME * inTime + CLEAN * clean,
      den: (IN_TIME + CLEAN) * count,
      weight: count,
      n: count,
      open: false,
      dueOn: null,
      doneOn: null,
      out: null,
      detail: { weeks: count, inTime, clean },
    }),
  )
}
