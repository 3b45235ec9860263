import { addMonths, type PlainDate } from '../plain-date'
import type { Indicator, ScoreTable } from '../score'
import type { RankedProject } from './facts'
import type { NewItem, OutReason } from './item'
import { countedOn, hadLeft, type Span, within } from './span'

/** Months a signed project is watched for its start 12-month rolling. */
const ROLLING = 12

type Kept = Readonly<{
  dueOn: PlainDate | null
  doneOn: PlainDate | null
  /** Day of the signature, where that is what the start follows. */
  signedOn?: PlainDate
  good: boolean
  out: OutReason | null
}>

const itemOf = (
  table: ScoreTable,
  subjectId: string | null,
  indicator: Indicator,
  project: RankedProject,
  factId: string,
  { dueOn, doneOn, signedOn, good, out }: Kept,
): NewItem[] =>
  subjectId
    ? [
        {
          table,
          subjectId,
          indicator,
          kind: 'MILESTONE',
          factId,
          projectId: project.id,
          label: project.name,
          num: good ? 1 : 0,
          den: 1,
          weight: 1,
          n: 1,
          open: doneOn === null,
          dueOn,
          doneOn,
          out,
          detail: signedOn ? { signedOn } : {},
        },
      ]
    : []

const reachedBy = (day: PlainDate | null | undefined, last: PlainDate): PlainDate | null =>
  day && day <= last ? day : null

/** 计划开工兑现率: starts of construction against the plan as it stood at the data line. */
function plannedStart(project: RankedProject, span: Span): Kept | null {
  const dueOn = project.start?.plannedOn
  if (!dueOn) return null
  const doneOn = reachedBy(project.start?.actualOn, span.last)
  const day = countedOn(dueOn, doneOn)
  if (!within(span, day)) return null
  return { dueOn, doneOn, good: doneOn !== null && doneOn <= dueOn, out: hadLeft(project, day) ? 'LEFT' : null }
}

/** 签约转开工: whether what was signed in the last twelve months has begun. */
function signedAndBegun(project: RankedProject, span: Span): Kept | null {
  const signedOn = reachedBy(project.signing?.actualOn, span.last)
  if (!signedOn || signedOn <= addMonths(span.last, -ROLLING)) return null
  const doneOn = reachedBy(project.start?.actualOn, span.last)
  return { dueOn: null, doneOn, signedOn, good: doneOn !== null, out: hadLeft(project, span.first) ? 'LEFT' : null }
}

/** 入库及时: statistics follow the start within the months of the colour rules (D4). */
function enrolledInTime(project: RankedProject, span: Span, months: number): Kept | null {
  const startedOn = reachedBy(project.start?.actualOn, span.last)
  if (!startedOn) return null
  const dueOn = addMonths(startedOn, months)
  const doneOn = reachedBy(project.enrolledOn, span.last)
  const day = countedOn(dueOn, doneOn)
  if (!within(span, day)) return null
  return { dueOn, doneOn, good: doneOn !== null && doneOn <= dueOn, out: hadLeft(project, day) ? 'LEFT' : null }
}

/**
 * Signing, start and 入库 of a project for its team and its area.
 *
 * @param enrolMonths months after the start within which it is to be entered in the statistics
 * @source meetings-and-ranking B2, 专班 A and D, 板块 A and D
 */
export function observeStarts(project: RankedProject, span: Span, enrolMonths: number): NewItem[] {
  const { taskforceId, areaId } = project
  const [start, signed, enrolled] = [
    plannedStart(project, span),
    signedAndBegun(project, span),
    enrolledInTime(project, span, enrolMonths),
  ]
  const startId = project.start?.id ?? project.id
  return [
    ...(signed ? itemOf('TASKFORCE', taskforceId, 'A', project, project.signing?.id ?? project.id, signed) : []),
    ...(start ? itemOf('TASKFORCE', taskforceId, 'D', project, startId, start) : []),
    ...(start ? itemOf('AREA', areaId, 'A', project, startId, start) : []),
    ...(enrolled ? itemOf('AREA', areaId, 'D', project, project.id, enrolled) : []),
  ]
}
