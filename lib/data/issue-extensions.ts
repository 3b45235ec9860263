import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import { issueDay } from '@/lib/domain/issue/term'
import { decideExtension } from '@/lib/domain/meeting/task-term'
import type { PlainDate } from '@/lib/domain/plain-date'
import { type CountedDay, countedDay } from '@/lib/domain/provisional'
import { err, ok, type Result } from '@/lib/domain/result'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import type { IssueAskInput, IssueExtendInput, IssueStepKind } from '@/lib/schemas/issue'
import { dayOrNull, fromDb, toDb } from './date'
import type { Tx } from './db'
import { caseOf, type IssueRecord } from './issue-rows'
import { loadLevelContext } from './level-context'
import { refreshProjects } from './levels'
import { type LockedIssue, lockIssue } from './lock-issue'
import { write } from './write'

/** Whether more time could be asked for at all: it is in somebody's hands, has a day, and nobody is asked already. */
const asksAtAll = (issue: IssueRecord): boolean =>
  (issue.state === 'IN_HAND' || issue.state === 'IN_PROGRESS') && issue.askedUntilOn === null

/** The term of a problem as that of a task is asked about; null where it is measured by no day. */
function termOf(issue: IssueRecord) {
  const dueOn = issueDay(caseOf(issue))
  return dueOn && { issuedOn: fromDb(issue.reopenedOn ?? issue.raisedOn), dueOn, extensions: issue.extensions }
}

/**
 * What the actor may do about the time of a problem: ask for more, while that is not too late and was not granted before; decide
 * what somebody asked for. Nobody grants himself time.
 *
 * @param askedBy who asked last
 */
export function extensionOf(
  actor: Actor,
  { issue, parts }: LockedIssue,
  askedBy: string | null,
  today: PlainDate,
  calendar: WorkCalendar,
): Readonly<{ mayAsk: boolean; latestOn: CountedDay | null; mayDecide: boolean; askedUntilOn: PlainDate | null }> {
  const term = termOf(issue)
  const asks = parts.has('LEAD') && asksAtAll(issue) && relationFor(actor.role, 'issue.askExtension') !== null
  // What is refused for being too long says how long it may be.
  const refused = term && asks ? decideExtension(term, today, '9999-12-31' as PlainDate, calendar) : null
  const latest = refused && !refused.ok && refused.error.code === 'TASK_EXTENSION_LONG' ? refused.error.latest : null
  return {
    mayAsk: latest !== null,
    latestOn: term && latest ? countedDay(calendar, term.issuedOn, latest as PlainDate) : null,
    mayDecide: decides(actor, { issue, parts }, askedBy),
    askedUntilOn: dayOrNull(issue.askedUntilOn),
  }
}

const decides = (
  { role, userId }: Actor,
  { issue, parts }: Pick<LockedIssue, 'issue' | 'parts'>,
  askedBy: string | null,
): boolean =>
  issue.askedUntilOn !== null &&
  askedBy !== userId &&
  relationFor(role, 'issue.extend') !== null &&
  (role === 'OFFICE' || (parts.has('SETTLER') && !parts.has('LEAD')))

const step = (
  tx: Tx,
  actorId: string,
  issue: IssueRecord,
  kind: IssueStepKind,
  said: Readonly<{ text: string; untilOn: Date }>,
  today: PlainDate,
) =>
  tx.issueMove.create({
    data: {
      issueId: issue.id,
      kind,
      from: issue.state,
      to: issue.state,
      tier: issue.tier,
      unitId: issue.leadOrgId,
      text: said.text || null,
      dueOn: said.untilOn,
      on: toDb(today),
      actorId,
    },
  })

const answer = (issue: IssueRecord, detail: Readonly<{ toOn: PlainDate; reason: string; decision?: string }>) =>
  ok({
    value: { issueId: issue.id, number: issue.number },
    subject: issue.id,
    ...(issue.projectId ? { projectId: issue.projectId } : {}),
    detail,
  })

/**
 * The unit that has a problem asks for more time 申请延期: a working day ahead at least, once, half of the term at most; whoever
 * gives problems out at its level decides.
 *
 * @returns err NOT_FOUND, CONFLICT, FORBIDDEN, ISSUE_NOT_RUNNING, TASK_EXTENSION_ASKED, ISSUE_TEXT_MISSING, ISSUE_DUE_MISSING,
 *          and those of `decideExtension`
 */
export const askIssueExtension = write('issue.askExtension', async (tx, actor, input: IssueAskInput, today) => {
  const locked = await lockIssue(tx, actor, input.issueId, input.version)
  if (!locked.ok) return locked
  const { issue, parts } = locked.value
  if (!parts.has('LEAD')) return err({ code: 'FORBIDDEN', action: 'issue.askExtension' })
  if (issue.state !== 'IN_HAND' && issue.state !== 'IN_PROGRESS') return err({ code: 'ISSUE_NOT_RUNNING' })
  if (issue.askedUntilOn) return err({ code: 'TASK_EXTENSION_ASKED' })
  if (!input.text) return err({ code: 'ISSUE_TEXT_MISSING', field: 'text' })
  const term = termOf(issue)
  if (!term) return err({ code: 'ISSUE_DUE_MISSING', field: 'untilOn' })
  const { calendar } = await loadLevelContext(tx, actor.districtId, today)
  const decided: Result<unknown> = decideExtension(term, today, input.untilOn, calendar)
  if (!decided.ok) return err({ ...decided.error, field: 'untilOn' })
  const untilOn = toDb(input.untilOn)
  await tx.issue.update({ where: { id: issue.id }, data: { askedUntilOn: untilOn, version: { increment: 1 } } })
  await step(tx, actor.userId, issue, 'ASK_EXTENSION', { text: input.text, untilOn }, today)
  return answer(issue, { toOn: input.untilOn, reason: input.text })
})

/**
 * Grants or refuses the time the unit asked for 批延期; what was asked for in time is granted in full.
 *
 * @returns err NOT_FOUND, CONFLICT, FORBIDDEN, TASK_EXTENSION_NOT_ASKED, ISSUE_TEXT_MISSING when it is refused without a reason
 */
export const extendIssue = write('issue.extend', async (tx, actor, input: IssueExtendInput, today) => {
  const locked = await lockIssue(tx, actor, input.issueId, input.version)
  if (!locked.ok) return locked
  const { issue } = locked.value
  if (!issue.askedUntilOn) return err({ code: 'TASK_EXTENSION_NOT_ASKED' })
  const asked = await tx.issueMove.findFirst({
    where: { issueId: issue.id, kind: 'ASK_EXTENSION' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { actorId: true },
  })
  if (!decides(actor, locked.value, asked?.actorId ?? null)) return err({ code: 'FORBIDDEN', action: 'issue.extend' })
  const grants = input.decision === 'APPROVE'
  if (!grants && !input.text) return err({ code: 'ISSUE_TEXT_MISSING', field: 'text' })
  const untilOn = issue.askedUntilOn
  const counted = issue.state === 'IN_PROGRESS' && issue.plannedOn ? 'plannedOn' : 'dueOn'
  await tx.issue.update({
    where: { id: issue.id },
    data: {
      askedUntilOn: null,
      ...(grants ? { [counted]: untilOn, extensions: { increment: 1 } } : {}),
      version: { increment: 1 },
    },
  })
  await step(tx, actor.userId, issue, grants ? 'EXTEND' : 'REFUSE_EXTENSION', { text: input.text, untilOn }, today)
  if (grants && issue.projectId) await refreshProjects(tx, [issue.projectId], today, 'FACT', actor.userId)
  return answer(issue, { decision: input.decision, toOn: fromDb(untilOn), reason: input.text })
})
