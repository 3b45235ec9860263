import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { isOpenIssue } from '@/lib/domain/issue/issue'
import { issueTitle } from '@/lib/domain/issue/kind'
import { taskNumber } from '@/lib/domain/meeting/task-number'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { SlipSource } from '@/lib/domain/supervision/slip'
import { usualSlipDue } from '@/lib/domain/supervision/term'
import type { SupervisionStart, SupervisionStartAddress } from '@/lib/schemas/supervision'
import { visibleComplaints } from './complaint-where'
import { fromDb } from './date'
import { db, type Tx } from './db'
import { issueRows, routeColumns } from './issue-rows'
import { ownIssues } from './issue-where'
import { loadLevelContext } from './level-context'
import { visibleTasks } from './meeting-decisions'
import { dueWhere } from './procedure-where'
import { supervisedUnits } from './supervision-where'
import { taskRows } from './task-rows'
import { visibleProcedures } from './visible'

/** What a slip can be about, at most one of them. */
export type SubjectIds = Readonly<
  Partial<Record<'complaintId' | 'procedureId' | 'issueId' | 'taskId', string | undefined>>
>

/** What a slip is to be about, who has it, and whether it is time for one. */
export type Subject = Readonly<{
  source: SlipSource
  ties: Readonly<{
    complaintId?: string
    procedureId?: string
    issueId?: string
    taskId?: string
    projectId: string | null
  }>
  text: string
  href: string
  unitId: string | null
  /** The unit whose people supervise the point of a complaint: nobody is asked to look into his own. */
  supervisorUnitId?: string | null
  /** It began as a complaint, whose words are nobody's matter. */
  unsaid?: boolean
  late: boolean
}>

/** A complaint can be followed up at any time, by nobody whose own unit it is about: what was asked is never closed by its handler alone. */
async function complaintSubject(tx: Tx, actor: Actor, id: string, today: PlainDate): Promise<Subject | null> {
  const { calendar } = await loadLevelContext(tx, actor.districtId, today)
  const row = await tx.complaint.findFirst({
    where: { AND: [visibleComplaints(actor, { today, calendar }), { id }] },
    select: {
      number: true,
      text: true,
      leadOrgId: true,
      againstOrgId: true,
      projectId: true,
      point: { select: { supervisor: { select: { orgId: true } } } },
    },
  })
  return (
    row && {
      source: 'COMPLAINT',
      ties: { complaintId: id, projectId: row.projectId },
      text: issueTitle(row.text),
      href: `/supervision/complaints/${id}`,
      unitId: row.leadOrgId ?? row.againstOrgId,
      supervisorUnitId: row.point?.supervisor.orgId ?? null,
      late: true,
    }
  )
}

/** A procedure whose agency is past its day, or that is red for it. */
async function procedureSubject(tx: Tx, actor: Actor, id: string, today: PlainDate): Promise<Subject | null> {
  const row = await tx.procedure.findFirst({
    where: { AND: [visibleProcedures(actor), { id }] },
    select: {
      projectId: true,
      agencyId: true,
      level: true,
      levelOwner: true,
      item: { select: { nameZh: true } },
      project: { select: { name: true } },
    },
  })
  if (!row) return null
  const over = await tx.procedure.count({ where: { AND: [{ id }, dueWhere('late', today)] } })
  return {
    source: 'PROCEDURE',
    ties: { procedureId: id, projectId: row.projectId },
    text: `${row.project.name} ${row.item.nameZh}`,
    href: `/procedures/${id}`,
    unitId: row.agencyId,
    late: over > 0 || (row.level === 'RED' && row.levelOwner === 'AGENCY'),
  }
}

/** A problem that is red. */
async function issueSubject(tx: Tx, actor: Actor, id: string, today: PlainDate): Promise<Subject | null> {
  const context = await loadLevelContext(tx, actor.districtId, today)
  const [row] = await issueRows(tx, actor, { where: { AND: [ownIssues(actor), { id }] } }, today, context)
  const kept =
    row &&
    (await tx.issue.findUnique({
      where: { id },
      select: { projectId: true, leadOrgId: true, text: true, complaint: routeColumns },
    }))
  return kept
    ? {
        source: 'ISSUE',
        ties: { issueId: id, projectId: kept.projectId },
        text: issueTitle(kept.text),
        href: `/issues/${id}`,
        unitId: kept.leadOrgId,
        unsaid: kept.complaint !== null,
        supervisorUnitId: kept.complaint?.point?.supervisor.orgId ?? null,
        late: row.level === 'RED' && isOpenIssue(row),
      }
    : null
}

/** A task of a meeting that is red. */
async function taskSubject(tx: Tx, actor: Actor, id: string, today: PlainDate): Promise<Subject | null> {
  const { calendar } = await loadLevelContext(tx, actor.districtId, today)
  const [row] = await taskRows(tx, actor, { where: { AND: [visibleTasks(actor), { id }] } }, today, calendar)
  const kept =
    row &&
    (await tx.task.findUnique({
      where: { id },
      select: { projectId: true, leadOrgId: true, year: true, week: true, nth: true, text: true },
    }))
  return kept
    ? {
        source: 'TASK',
        ties: { taskId: id, projectId: kept.projectId },
        text: `${taskNumber(kept)} ${kept.text}`,
        href: `/tasks/${id}`,
        unitId: kept.leadOrgId,
        late: row.level === 'RED',
      }
    : null
}

/** What a slip is to be about, of the actor's sight; null where there is no such thing, or more than one was named. */
export async function subjectOf(tx: Tx, actor: Actor, ids: SubjectIds, today: PlainDate): Promise<Subject | null> {
  const { complaintId, procedureId, issueId, taskId } = ids
  if ([complaintId, procedureId, issueId, taskId].filter(Boolean).length !== 1) return null
  if (complaintId) return complaintSubject(tx, actor, complaintId, today)
  if (procedureId) return procedureSubject(tx, actor, procedureId, today)
  if (issueId) return issueSubject(tx, actor, issueId, today)
  return taskId ? taskSubject(tx, actor, taskId, today) : null
}

/** What a slip could be about, for whoever reads its page. @returns as `subjectOf` */
export const loadSubject = (actor: Actor, ids: SubjectIds, today: PlainDate) => subjectOf(db, actor, ids, today)

/**
 * What the form of a new slip begins with.
 *
 * @returns null where there is nothing it could be about
 */
export async function loadSupervisionStart(
  actor: Actor,
  address: SupervisionStartAddress,
  today: PlainDate,
): Promise<(SupervisionStart & Readonly<{ late: boolean }>) | null> {
  const ids = {
    complaintId: address.complaint,
    procedureId: address.procedure,
    issueId: address.issue,
    taskId: address.task,
  }
  const subject = await subjectOf(db, actor, ids, today)
  if (!subject) return null
  const barred = [actor.orgId, subject.supervisorUnitId].flatMap((id) => id ?? [])
  const [units, running, { calendar }] = await Promise.all([
    db.org.findMany({
      where: { AND: [supervisedUnits(actor.districtId), { id: { notIn: barred } }] },
      select: { id: true, shortName: true },
      orderBy: { shortName: 'asc' },
    }),
    db.supervisionSlip.findFirst({
      where: { districtId: actor.districtId, ...ids, state: { not: 'CLOSED' } },
      select: { id: true, number: true, issuedOn: true },
    }),
    loadLevelContext(db, actor.districtId, today),
  ])
  return {
    source: subject.source,
    about: { text: subject.text, href: subject.href },
    matter: subject.source === 'COMPLAINT' || subject.unsaid ? '' : subject.text,
    unitId: subject.unitId,
    units: units.map(({ id, shortName }) => ({ id, name: shortName })),
    usualDue: usualSlipDue(today, calendar),
    address,
    running: running && { ...running, issuedOn: fromDb(running.issuedOn) },
    late: subject.late,
  }
}
