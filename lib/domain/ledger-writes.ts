import { proposeKind } from './issue/kind'
import { unnumbered } from './ledger-export'
import { writeMilestones } from './ledger-milestone-writes'
import { writeMoney } from './ledger-money-writes'
import { fenText, isBefore, type RowPen } from './ledger-pen'
import { changeProject, createProject } from './ledger-project-writes'
import type { LedgerRow } from './ledger-row'
import { nameKey } from './ledger-text'
import { mondayOf } from './plain-date'

/** Whether the cell of the steward says something, though not who it is. */
const saysSteward = ({ steward, notes }: LedgerRow) =>
  steward !== null || notes.some(({ code, params }) => code === 'PERSON_NAMELESS' && params.field === 'steward')

function steward(pen: RowPen) {
  const { project, row, facts, c } = pen
  const live = project?.steward ?? null
  const wanted = facts.stewardId ?? (live ? null : c.actorPersonId)
  if (!live && !facts.stewardId) {
    if (saysSteward(row)) pen.warn('STEWARD_UNCLEAR', { field: 'steward' })
    else pen.warn('STEWARD_MISSING')
  }
  if (!wanted || wanted === live?.personId) return
  if (live) {
    pen.update('stewardAssignment', { id: live.assignmentId }, { toOn: null }, { toOn: c.today })
    pen.changed('stewardId', live.personId, wanted)
  }
  pen.create('stewardAssignment', { projectId: pen.projectId, personId: wanted, fromOn: c.today, note: c.reason })
}

function stageMove(pen: RowPen) {
  const { project, row, c } = pen
  const from = project?.stage ?? null
  if (from === pen.stage) return
  const back = from !== null && isBefore(pen.stage, from)
  if (back) pen.warn('STAGE_BACK')
  pen.create('stageChange', {
    projectId: pen.projectId,
    fromStage: from,
    toStage: pen.stage,
    fromStatus: project?.status ?? null,
    toStatus: project?.status ?? 'ACTIVE',
    on: row.asOf,
    reason: c.reason,
    approverId: back ? c.actorPersonId : null,
    actorId: c.actorId,
  })
}

function weekly(pen: RowPen) {
  const { row, project, c } = pen
  const fresh = (text: string | null, known: string | null | undefined) => text !== null && text !== known
  if (!fresh(row.progress, project?.progressText) && !fresh(row.next, project?.nextPlanText)) return
  pen.create('weeklyUpdate', {
    projectId: pen.projectId,
    weekOf: mondayOf(row.asOf),
    kind: 'CHANGED',
    text: row.progress,
    nextPlanText: row.next,
    completedFen: fenText(row.weekFen),
    on: row.asOf,
    actorId: c.actorId,
  })
}

function issue(pen: RowPen, text: string, request: string | null) {
  const { row, project, c } = pen
  pen.create('issue', {
    districtId: c.districtId,
    number: c.takeIssueNumber(),
    source: 'LEDGER',
    text,
    request,
    projectId: pen.projectId,
    enterpriseId: pen.facts.enterpriseId ?? project?.enterpriseId ?? null,
    tier: request === null ? 'DEPARTMENT' : row.districtRequest ? 'DISTRICT' : 'TASKFORCE',
    leadOrgId: pen.facts.issueLeadId ?? null,
    // A unit the ledger names has it; without one it waits to be given out.
    state: pen.facts.issueLeadId ? 'IN_HAND' : 'TO_ASSIGN',
    kind: proposeKind(text),
    raisedOn: row.asOf,
    heldSince: row.asOf,
    tierSince: row.asOf,
    version: 1,
  })
  if (project) pen.changed('issue', null, text)
}

/**
 * Issues the project does not have yet. Where a cell numbers several of which the project has some, as an exported ledger
 * does, only the others are new; the requests beside them bear the same numbers.
 */
function issues(pen: RowPen) {
  const { row, project } = pen
  const cell = row.problem ?? row.request
  const known = new Set(project?.issueTexts.map(nameKey))
  if (cell === null || known.has(nameKey(cell))) return
  const parts = unnumbered(cell)
  const fresh = parts.filter(({ text }) => !known.has(nameKey(text)))
  if (fresh.length === parts.length) return issue(pen, cell, row.request)
  const requests = row.problem !== null && row.request !== null ? unnumbered(row.request) : []
  for (const { n, text } of fresh) issue(pen, text, requests.find((request) => request.n === n)?.text ?? null)
}

/**
 * Turns one accepted row into the rows it writes, the project first; into nothing when the library says the same.
 *
 * @param pen collects them
 */
export function writeRow(pen: RowPen): void {
  const below = () => {
    steward(pen)
    writeMoney(pen)
    writeMilestones(pen)
    stageMove(pen)
    weekly(pen)
    issues(pen)
  }
  if (pen.project) {
    below()
    changeProject(pen, pen.project, pen.writes.length > 0)
  } else {
    createProject(pen)
    below()
  }
}
