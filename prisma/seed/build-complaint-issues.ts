import { fromDb, toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { issueSearchText } from '@/lib/data/search-text'
import { proposeKind } from '@/lib/domain/issue/kind'
import { defaultIssueDue } from '@/lib/domain/issue/tier'
import { addMonths } from '@/lib/domain/plain-date'
import { addWorkdays } from '@/lib/domain/work-calendar'
import type { Prisma } from '@/prisma/generated/client'
import { issuePeople, momentOf } from './build-issue-moves'
import type { Workshop } from './draft'
import { insertRows } from './insert-rows'
import { tellIssue } from './issue-story'
import { randomOf } from './random'
import { REAL_NAMES } from './real-names'
import { instantOn } from './timeline'

type Complaint = Prisma.ComplaintCreateManyInput
type Move = Prisma.ComplaintMoveCreateManyInput

/** Words of what was said at a point about something that is being built: it belonged to a project, and became a problem of it. */
const OF_PROJECTS = ['厂房扩建要增容', '门口的绿化带挡住消防通道出口', '冬季施工的渣土外运路线'] as const
/** Months back at least: no month that is still counted or argued about changes by it. */
const MONTHS_AGO = 3
/** Working days after it was tied on which the unit of a problem answered, and it was struck off. */
const ANSWERED_WD = 5
const CLOSED_WD = 7

/** Projects that are being built and are nobody's trouble, of enterprises nobody of whom signs in. */
const quietProjects = (tx: Tx, districtId: string) =>
  tx.project.findMany({
    where: {
      districtId,
      status: 'ACTIVE',
      stage: 'CONSTRUCTION',
      level: 'GREEN',
      enterprise: { users: { none: {} } },
      name: { notIn: REAL_NAMES.map(({ name }) => name) },
    },
    select: { id: true, name: true, enterpriseId: true, enteredOn: true },
    orderBy: { number: 'asc' },
  })

const dayOf = (value: Complaint['passedOn']) => (value instanceof Date ? fromDb(value) : null)

/**
 * Ties some complaints that are done with to the project they belonged to 关联项目: each became a problem of source 监测点, with the
 * unit that handled it, and is solved. Writes the problems, and says it in what is still to be written of the complaints.
 */
export async function tieComplaints(
  tx: Tx,
  shop: Workshop,
  rows: Readonly<{ complaints: Complaint[]; moves: Move[] }>,
  bureau: string,
): Promise<void> {
  const { districtId, calendar, newId, today } = shop
  const [projects, people] = await Promise.all([quietProjects(tx, districtId), issuePeople(tx, districtId)])
  const { _max } = await tx.issue.aggregate({ where: { districtId }, _max: { number: true } })
  const latest = toDb(addMonths(today, -MONTHS_AGO))
  const r = randomOf('complaint issues')
  const issues: object[] = []
  const moves: object[] = []
  for (const [i, begins] of OF_PROJECTS.entries()) {
    const complaint = rows.complaints.findLast(
      ({ text, closedOn }) => text.startsWith(begins) && closedOn instanceof Date && closedOn < latest,
    )
    const on = dayOf(complaint?.passedOn)
    // One that was in the library by then, and each once.
    const at = projects.findIndex(({ enteredOn }) => on !== null && fromDb(enteredOn) <= on)
    const [project] = at < 0 ? [] : projects.splice(at, 1)
    if (!complaint || !on || !project) continue
    const [id, number, text] = [
      newId(),
      (_max.number ?? 0) + issues.length + 1,
      `${complaint.text}（${complaint.place}）`,
    ]
    const story = tellIssue(r, {
      text,
      tier: 'DEPARTMENT',
      leadId: complaint.leadOrgId ?? null,
      otherId: null,
      raisedOn: on,
      state: 'SOLVED',
      answeredOn: addWorkdays(calendar, on, ANSWERED_WD),
      closedOn: addWorkdays(calendar, on, CLOSED_WD),
      today,
      calendar,
    })
    const due = defaultIssueDue('DEPARTMENT', on, calendar)
    issues.push({
      id,
      districtId,
      number,
      source: 'MONITOR_POINT',
      kind: proposeKind(text),
      text,
      projectId: project.id,
      enterpriseId: project.enterpriseId,
      tier: 'DEPARTMENT',
      leadOrgId: story.leadId,
      raisedById: people.bizenv?.personId ?? null,
      state: story.state,
      raisedOn: toDb(on),
      heldSince: toDb(story.heldSince),
      tierSince: toDb(story.tierSince),
      passed: story.passed,
      dueOn: due && toDb(due),
      outcome: story.outcome,
      result: story.result,
      satisfied: story.satisfied,
      closedOn: story.closedOn && toDb(story.closedOn),
      searchText: issueSearchText({ text, number }),
      createdAt: instantOn(on, 17_000 + i),
    })
    story.steps.forEach(({ by, on: day, plannedOn: _planned, ...step }, line) => {
      moves.push({
        id: newId(),
        issueId: id,
        ...step,
        on: toDb(day),
        at: momentOf(day, line, number),
        actorId:
          by === 'UNIT' ? (people.accountAt(step.unitId) ?? bureau) : by === 'OFFICE' ? shop.officeUserId : bureau,
      })
    })
    Object.assign(complaint, { projectId: project.id, issueId: id })
    tie(rows.moves, complaint.id ?? '', project.name, bureau, newId())
  }
  await insertRows(tx, 'Issue', issues)
  await insertRows(tx, 'IssueMove', moves)
}

/** Puts the line that ties a complaint after the one that passed it on. */
function tie(moves: Move[], complaintId: string, text: string, actorId: string, id: string): void {
  const at = moves.findIndex((move) => move.complaintId === complaintId && move.kind === 'PASS')
  const passed = moves[at]
  if (!passed) return
  const { unitId, dueOn, on, to } = passed
  const nth = passed.nth + 1
  for (const move of moves) if (move.complaintId === complaintId && move.nth >= nth) move.nth += 1
  moves.splice(at + 1, 0, { id, complaintId, nth, kind: 'RELATE', from: to, to, unitId, text, dueOn, on, actorId })
}
