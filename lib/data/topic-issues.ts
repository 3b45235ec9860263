import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { isOpenIssue } from '@/lib/domain/issue/issue'
import { issueDay } from '@/lib/domain/issue/term'
import type { AgendaHistory } from '@/lib/domain/meeting/agenda'
import type { PlainDate } from '@/lib/domain/plain-date'
import { countedDay } from '@/lib/domain/provisional'
import { workdaysBetween, workdaysLate } from '@/lib/domain/work-calendar'
import type { TopicIssue } from '@/lib/schemas/meeting'
import type { LiveReason } from '@/lib/schemas/project-row'
import { fromDb } from './date'
import { db } from './db'
import { caseOf } from './issue-rows'
import { notAboutOwn } from './issue-where'
import { loadLevelContext } from './level-context'

type IssueRow = TopicIssue & Readonly<{ id: string; district: boolean }>

/** The issues of some projects but those about the reader's own unit, counted to today, the oldest first; the agenda picks those its topics are about. */
export async function topicIssues(
  actor: Actor,
  projectIds: readonly string[],
  today: PlainDate,
): Promise<ReadonlyMap<string, readonly IssueRow[]>> {
  const [rows, { calendar }] = await Promise.all([
    db.issue.findMany({
      where: { districtId: actor.districtId, projectId: { in: [...projectIds] }, ...notAboutOwn(actor) },
      include: { leadOrg: { select: { shortName: true } } },
      orderBy: [{ raisedOn: 'asc' }, { number: 'asc' }],
    }),
    loadLevelContext(db, actor.districtId, today),
  ])
  const byProject = new Map<string, IssueRow[]>()
  for (const row of rows) {
    if (!row.projectId) continue
    const [raisedOn, closedOn] = [fromDb(row.raisedOn), isOpenIssue(caseOf(row)) ? null : fromDb(row.heldSince)]
    const dueOn = issueDay(caseOf(row))
    const issue = {
      id: row.id,
      district: row.tier === 'DISTRICT' || row.tier === 'CITY',
      number: row.number,
      text: row.request ?? row.text,
      unit: row.leadOrg?.shortName ?? null,
      raisedOn,
      dueOn,
      closedOn,
      openWd: Math.max(0, workdaysBetween(calendar, raisedOn, today)),
      lateWd: dueOn && workdaysLate(calendar, dueOn, today),
      provisional: dueOn !== null && countedDay(calendar, today, dueOn).provisional,
    }
    byProject.set(row.projectId, [...(byProject.get(row.projectId) ?? []), issue])
  }
  return byProject
}

/** The issue a topic is about: the one its history names, the one its colour rests on, else the oldest that was raised. */
export function issueOf(
  issues: readonly IssueRow[],
  about: Readonly<{ history: AgendaHistory | null; reason: LiveReason | null; rules: readonly string[] }>,
): TopicIssue | null {
  const { history, reason, rules } = about
  const named = history?.code === 'RAISED' ? issues.find(({ number }) => number === history.number) : undefined
  const blamed = reason?.dimension === 'D5' ? issues.find(({ id }) => id === reason.subjectId) : undefined
  const raised = rules.includes('RAISED') ? issues.find(({ district, closedOn }) => district && !closedOn) : undefined
  const issue = named ?? blamed ?? raised
  if (!issue) return null
  const { id: _id, district: _district, ...said } = issue
  return said
}
