import 'server-only'
import { type Actor, type Role, SIGHT } from '@/lib/domain/access'
import { wordsForMany } from '@/lib/domain/complaint/routing'
import { issueTitle } from '@/lib/domain/issue/kind'
import { taskNumber } from '@/lib/domain/meeting/task-number'
import type { PlainDate } from '@/lib/domain/plain-date'
import { SEES_TASKS } from '@/lib/domain/sight'
import { ANSWERS_FOR_UNIT, OF_SUPERVISED, OPENS_COMPLAINTS } from '@/lib/domain/supervision/sight'
import { lastRung, type SlipCase, type SlipSource } from '@/lib/domain/supervision/slip'
import { slipClock, slipColour } from '@/lib/domain/supervision/term'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import type { SupervisionAbout, SupervisionRow } from '@/lib/schemas/supervision'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb } from './date'

export const supervisionColumns = {
  id: true,
  version: true,
  number: true,
  source: true,
  complaint: {
    select: {
      id: true,
      number: true,
      state: true,
      leadOrgId: true,
      againstOrgId: true,
      point: { select: { name: true } },
    },
  },
  procedure: { select: { id: true, agencyId: true, item: { select: { nameZh: true } } } },
  issue: { select: { id: true, text: true, leadOrgId: true, complaint: { select: { againstOrgId: true } } } },
  task: { select: { id: true, year: true, week: true, nth: true, text: true, leadOrgId: true } },
  project: { select: { id: true, name: true } },
  toOrg: {
    select: { id: true, shortName: true, users: { where: { disabledAt: null }, select: { role: true } } },
  },
  matter: true,
  demand: true,
  issuedOn: true,
  dueOn: true,
  state: true,
  reply: true,
  repliedOn: true,
  firstReplyOn: true,
  firstDueOn: true,
  result: true,
  finding: true,
  verifiedOn: true,
  effect: true,
  revisitOn: true,
  revisit: true,
  satisfied: true,
  closedOn: true,
  urgedOn: true,
  headOn: true,
  announcedOn: true,
  redone: true,
} satisfies Prisma.SupervisionSlipSelect
export type SupervisionRecord = Prisma.SupervisionSlipGetPayload<{ select: typeof supervisionColumns }>

/** A slip as its rules know it. */
export const slipCaseOf = (
  record: Omit<SupervisionRecord, 'toOrg' | 'complaint' | 'procedure' | 'issue' | 'task' | 'project'>,
): SlipCase => ({
  source: record.source,
  state: record.state,
  issuedOn: fromDb(record.issuedOn),
  dueOn: fromDb(record.dueOn),
  result: record.result,
  repliedOn: dayOrNull(record.repliedOn),
  firstReplyOn: dayOrNull(record.firstReplyOn),
  revisitOn: dayOrNull(record.revisitOn),
  satisfied: record.satisfied,
  urgedOn: dayOrNull(record.urgedOn),
  headOn: dayOrNull(record.headOn),
  announcedOn: dayOrNull(record.announcedOn),
  redone: record.redone,
})

/** Whether nobody who could reply to a slip of this source can sign in. */
const isSilent = (source: SlipSource, users: readonly Readonly<{ role: Role }>[]): boolean => {
  const answers = source === 'RELEASE' ? ANSWERS_FOR_UNIT : OF_SUPERVISED
  return !users.some(({ role }) => answers.has(role))
}

/** Whose a slip is, as `mayMoveSlip` asks for it. */
export const whoseSlip = ({ source, toOrg, complaint }: Pick<SupervisionRecord, 'source' | 'toOrg' | 'complaint'>) => ({
  toOrgId: toOrg.id,
  againstId: complaint?.againstOrgId ?? null,
  source,
  silent: isSilent(source, toOrg.users),
})

/** Roles that see what is their unit's, and nothing of others. */
const OF_ONE_UNIT: ReadonlySet<Role> = new Set(['AGENCY', 'AGENCY_HEAD', 'STREET', 'TASKFORCE'])

/** What a slip is about, and the page it is on where the reader has that page: a unit where it is its own. */
function aboutOf({ role, orgId }: Actor, record: SupervisionRecord): SupervisionAbout | null {
  const { complaint, procedure, issue, task } = record
  const about = (text: string, href: string, unitId: string | null, opens: boolean): SupervisionAbout => ({
    text,
    href: opens && (!OF_ONE_UNIT.has(role) || unitId === orgId) ? href : null,
  })
  if (complaint) {
    const { id, number, leadOrgId } = complaint
    const opens = OPENS_COMPLAINTS.has(role) || OF_ONE_UNIT.has(role)
    return about(String(number), `/supervision/complaints/${id}`, leadOrgId, opens)
  }
  if (procedure) {
    const { id, item, agencyId } = procedure
    return about(item.nameZh, `/procedures/${id}`, agencyId, SIGHT.procedure[role] !== undefined)
  }
  if (issue)
    return about(
      // What is said about a unit is not told to it: a slip says what it needs to know.
      orgId !== null && issue.complaint?.againstOrgId === orgId
        ? wordsForMany(issue.text, issue.complaint)
        : issueTitle(issue.text),
      `/issues/${issue.id}`,
      issue.leadOrgId,
      SIGHT.project[role] !== undefined,
    )
  if (task) return about(`${taskNumber(task)} ${task.text}`, `/tasks/${task.id}`, task.leadOrgId, SEES_TASKS.has(role))
  return null
}

/** A slip as a line of a list. */
export function supervisionRowOf(
  record: SupervisionRecord,
  actor: Actor,
  today: PlainDate,
  calendar: WorkCalendar,
): SupervisionRow {
  const slip = slipCaseOf(record)
  const { id, version, number, matter, demand, reply, effect, toOrg, project, complaint } = record
  const point = complaint?.point
  return {
    ...slip,
    id,
    version,
    number,
    matter,
    demand,
    reply,
    effect,
    about: aboutOf(actor, record),
    point: point ? point.name : null,
    project: project && {
      ...project,
      href: SIGHT.project[actor.role] && !OF_ONE_UNIT.has(actor.role) ? `/projects/${project.id}` : null,
    },
    unit: { id: toOrg.id, name: toOrg.shortName },
    firstDueOn: dayOrNull(record.firstDueOn),
    verifiedOn: dayOrNull(record.verifiedOn),
    closedOn: dayOrNull(record.closedOn),
    ...slipColour(slip, today, calendar),
    clock: slipClock(slip, today, calendar),
    rung: lastRung(slip),
  }
}
