import { FACTOR_PAPER_NAMES } from '../factor-board'
import type { ScoreTable } from '../score'
import type { RankedNeed, RankedProject } from './facts'
import type { NewItem, OutReason } from './item'
import { countedOn, hadLeft, type Span, within } from './span'

/**
 * 要素到位率 of a team, and of an area what of it is clearing and its surroundings 征迁与施工环境: a need counts on the day it is
 * there or needed, whichever comes first, and is good when it is there by the day it is needed. An alternative the office
 * accepted stands for it; one that was revoked before it was due is left out.
 *
 * @source meetings-and-ranking B2, 专班 E and 板块 E; other-mechanisms §4
 */
export function observeNeed(need: RankedNeed, project: RankedProject, span: Span): NewItem[] {
  const { needBy, doneOn, revokedOn } = need
  const day = countedOn(needBy, doneOn ?? revokedOn)
  if (!within(span, day)) return []
  const out: OutReason | null =
    revokedOn && revokedOn <= needBy ? 'NOT_APPLICABLE' : hadLeft(project, day) ? 'LEFT' : null
  const item = (table: ScoreTable, subjectId: string | null): NewItem[] =>
    subjectId
      ? [
          {
            table,
            subjectId,
            indicator: 'E',
            kind: 'FACTOR',
            factId: need.id,
            projectId: need.projectId,
            label: `${project.name} ${FACTOR_PAPER_NAMES[need.kind]}`,
            num: doneOn && doneOn <= needBy ? 1 : 0,
            den: 1,
            weight: 1,
            n: 1,
            open: doneOn === null && revokedOn === null,
            dueOn: needBy,
            doneOn,
            out,
            detail: {},
          },
        ]
      : []
  return [...item('TASKFORCE', project.taskforceId), ...(need.kind === 'CLEARANCE' ? item('AREA', project.areaId) : [])]
}
