import 'server-only'
import { blockerOf, blockerOwner, waitsFor } from '@/lib/domain/blocking'
import { needDay, needOwner } from '@/lib/domain/factor-need'
import { criticalCodes } from '@/lib/domain/forecast'
import type { IssueCase } from '@/lib/domain/issue/issue'
import { issueFacts, issueOwner } from '@/lib/domain/issue/term'
import { basisPoints } from '@/lib/domain/money'
import { outlooksOf } from '@/lib/domain/outlook'
import { addMonths, monthOf, type PlainDate, yearOf } from '@/lib/domain/plain-date'
import type { ProcedureFacts } from '@/lib/domain/procedure'
import { FINISHED_STATES } from '@/lib/domain/procedure-move'
import { PROGRESS_STAGES, REPORTED_STAGES, STAGES, type Stage } from '@/lib/domain/project'
import { NO_FACTS, type ProjectFacts } from '@/lib/domain/project-level'
import type { RuleParameters } from '@/lib/domain/rule-parameters'
import { waivedSpans } from '@/lib/domain/waiver'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb } from './date'
import type { Tx } from './db'
import { waitingNeeds } from './factor-rows'
import { heldMeetings } from './issue-rows'
import { measuredIssue } from './issue-where'
import { turnColumns } from './next-turn'
import { pausesOf } from './procedure-rows'
import { waiverColumns, waiverOf } from './waiver-rows'

/** Codes of the production item every template ends with. */
const TARGET = 'TC05'

export const procedureColumns = {
  id: true,
  code: true,
  agencyId: true,
  agency: { select: { shortName: true } },
  item: { select: { agencyName: true, nameZh: true, nameEn: true } },
  predecessors: true,
  promisedWd: true,
  statutoryWd: true,
  extensionWd: true,
  state: true,
  receivedOn: true,
  acceptedOn: true,
  finishedOn: true,
  rejectedOn: true,
  supplementSince: true,
  supplementLimitWd: true,
  specialSince: true,
  specialLimitWd: true,
  toleranceDueOn: true,
  pauses: true,
  expiresOn: true,
  enteredOn: true,
  planSubmitOn: true,
  planFinishOn: true,
  level: true,
  levelReasons: true,
  levelOwner: true,
  ...turnColumns,
  evaluatedOn: true,
  dueOn: true,
  rulesVersion: true,
} satisfies Prisma.ProcedureSelect

const columns = {
  id: true,
  districtId: true,
  stage: true,
  status: true,
  enteredOn: true,
  enrolledOn: true,
  lastVerifiedOn: true,
  lastChangedOn: true,
  level: true,
  levelReasons: true,
  levelOwner: true,
  ...turnColumns,
  evaluatedOn: true,
  rulesVersion: true,
  template: { select: { startConditions: true } },
  taskforce: { select: { shortName: true } },
  milestones: { where: { kind: 'START' }, select: { id: true, plannedOn: true, actualOn: true } },
  procedures: { select: procedureColumns, orderBy: { code: 'asc' } },
  issues: {
    where: measuredIssue,
    select: {
      id: true,
      districtId: true,
      state: true,
      tier: true,
      tierSince: true,
      dueOn: true,
      plannedOn: true,
      outcome: true,
      closedOn: true,
      leadOrg: { select: { shortName: true } },
      owner: { select: { name: true } },
    },
    orderBy: { number: 'asc' },
  },
  factorNeeds: {
    where: waitingNeeds,
    select: {
      id: true,
      state: true,
      needBy: true,
      failedOn: true,
      settledOn: true,
      lead: { select: { shortName: true } },
    },
    orderBy: { id: 'asc' },
  },
  waivers: { where: { state: 'APPROVED' }, select: waiverColumns, orderBy: { id: 'asc' } },
} satisfies Prisma.ProjectSelect

export type FactsRow = Prisma.ProjectGetPayload<{ select: typeof columns }> & {
  /** Completion of the year's plan in hundredths of a percent, and the day the plan counts from. */
  progress: Readonly<{ actual: number; fromOn: PlainDate | null }> | null
  monthLevels: ProjectFacts['monthLevels']
  /** Meetings held since a problem came to the district. */
  meetingsOf: (issue: FactsIssue) => number
}
/** A problem as the colour of its project reads it. */
export type FactsIssue = Prisma.ProjectGetPayload<{ select: typeof columns }>['issues'][number]
export type FactsProcedure = FactsRow['procedures'][number]

/**
 * Reads what the colours of some projects depend on, with the colours they have.
 *
 * @param today decides which year's plan and which two month ends count
 */
export async function loadFactsRows(tx: Tx, ids: readonly string[], today: PlainDate): Promise<FactsRow[]> {
  const projectId = { in: [...ids] }
  const year = yearOf(today)
  const months = [1, 2].map((n) => monthOf(addMonths(today, -n)))
  // One after the other: inside a transaction there is one connection.
  const rows = await tx.project.findMany({ where: { id: projectId }, select: columns, orderBy: { id: 'asc' } })
  const plans = await tx.yearPlan.findMany({ where: { projectId, year, plannedFen: { gt: 0 } } })
  const frozen = await tx.monthLevel.findMany({ where: { projectId, month: { in: months } } })
  const progress = new Map(
    plans.map((p) => {
      const actual = basisPoints(p.openingFen + p.enteredFen, p.plannedFen)
      return [p.projectId, actual === null ? null : { actual, fromOn: dayOrNull(p.fromOn) }] as const
    }),
  )
  const raised = rows.filter((row) => row.issues.some(({ tier }) => tier === 'DISTRICT' || tier === 'CITY'))
  const meetingsOf =
    raised.length > 0 ? await heldMeetings(tx, [...new Set(raised.map((row) => row.districtId))], today) : () => 0
  const levels = new Map<string, Record<string, FactsRow['level']>>()
  for (const m of frozen) levels.set(m.projectId, { ...levels.get(m.projectId), [m.month]: m.level })
  return rows.map((row) => ({
    ...row,
    progress: progress.get(row.id) ?? null,
    monthLevels: levels.get(row.id) ?? {},
    meetingsOf,
  }))
}

/** The agency of a procedure as people call it. */
export const agencyOf = (p: { agency: FactsProcedure['agency']; item: { agencyName: string } }): string =>
  p.agency?.shortName ?? p.item.agencyName

/**
 * One procedure as the rules see it.
 *
 * @param siblings all procedures of its project by code, for what holds it up
 */
export function procedureFactsOf(p: FactsProcedure, siblings: ReadonlyMap<string, FactsProcedure>): ProcedureFacts {
  const blocker = p.state === 'NOT_STARTED' ? blockerOf(p, siblings) : null
  return {
    state: p.state,
    promisedWd: p.promisedWd,
    statutoryWd: p.statutoryWd,
    extensionWd: p.extensionWd,
    receivedOn: dayOrNull(p.receivedOn),
    acceptedOn: dayOrNull(p.acceptedOn),
    finishedOn: dayOrNull(p.finishedOn),
    rejectedOn: dayOrNull(p.rejectedOn),
    supplementSince: dayOrNull(p.supplementSince),
    supplementLimitWd: p.supplementLimitWd,
    specialSince: dayOrNull(p.specialSince),
    specialLimitWd: p.specialLimitWd,
    toleranceDueOn: dayOrNull(p.toleranceDueOn),
    pauses: pausesOf(p.pauses),
    planSubmitOn: dayOrNull(p.planSubmitOn),
    planFinishOn: dayOrNull(p.planFinishOn),
    enteredOn: fromDb(p.enteredOn),
    blockedBy: blocker && {
      code: blocker.code,
      owner: blockerOwner(blocker.state, agencyOf(blocker), 'ENTERPRISE'),
      nameZh: blocker.item.nameZh,
      nameEn: blocker.item.nameEn,
    },
  }
}

/** The part of a project its colour depends on. */
type Measured = Pick<
  FactsRow,
  | 'status'
  | 'stage'
  | 'enteredOn'
  | 'enrolledOn'
  | 'lastVerifiedOn'
  | 'lastChangedOn'
  | 'template'
  | 'milestones'
  | 'procedures'
  | 'issues'
  | 'factorNeeds'
  | 'waivers'
  | 'progress'
  | 'monthLevels'
  | 'meetingsOf'
> &
  Partial<Pick<FactsRow, 'taskforce'>>

const upTo = (stage: Stage, last: Stage): boolean => STAGES.indexOf(stage) <= STAGES.indexOf(last)
const from = (stage: Stage, first: Stage): boolean => STAGES.indexOf(stage) >= STAGES.indexOf(first)

/**
 * A project as the rules see it. Which dimension is measured follows from its stage:
 * 进度 while permits are sought or building goes on, 开工 until construction, 入库 while building, 更新 from signing to
 * completion, 证照 until the start uses them, 在谈 while talks go on.
 */
export function projectFactsOf(
  row: Measured,
  today: PlainDate,
  calendar: WorkCalendar,
  { accept_wd }: Pick<RuleParameters, 'accept_wd'>,
): ProjectFacts {
  if (row.status !== 'ACTIVE') return NO_FACTS
  const { stage } = row
  const byCode = new Map(row.procedures.map((p) => [p.code, p]))
  const items = row.procedures.map((p) => ({ row: p, facts: procedureFactsOf(p, byCode) }))
  const outlooks = outlooksOf(
    items
      .filter(({ row: p }) => !FINISHED_STATES.has(p.state))
      .map(({ row: p, facts }) => ({
        code: p.code,
        waitsFor: waitsFor(p, byCode).map((before) => before.code),
        facts,
      })),
    calendar,
    accept_wd,
  )
  const conditions = row.template?.startConditions ?? []
  const critical = criticalCodes(
    Object.fromEntries(row.procedures.map((p) => [p.code, p.predecessors])),
    row.procedures.map((p) => ({
      code: p.code,
      status: p.state === 'NA' ? 'absent' : FINISHED_STATES.has(p.state) ? 'finished' : 'open',
      promisedWd: p.promisedWd,
    })),
    conditions,
    TARGET,
  )
  const start = row.milestones[0]
  const startedOn = start ? dayOrNull(start.actualOn) : null
  const building = stage === 'CONSTRUCTION' || stage === 'COMPLETED'
  const finished = (code: string) => FINISHED_STATES.has(byCode.get(code)?.state ?? 'DONE')
  return {
    procedures: items.map(({ row: p, facts }) => ({
      id: p.id,
      code: p.code,
      critical: critical.has(p.code),
      outlook: outlooks.get(p.code) ?? null,
      agency: agencyOf(p),
      facts,
    })),
    progress:
      PROGRESS_STAGES.includes(stage) && row.progress !== null ? { year: yearOf(today), ...row.progress } : null,
    start:
      start && upTo(stage, 'PERMITTING')
        ? { plannedOn: dayOrNull(start.plannedOn), actualOn: startedOn, ready: conditions.every(finished) }
        : null,
    enrolment: building && startedOn ? { startedOn, enrolled: row.enrolledOn !== null } : null,
    issues: issueFacts(
      row.issues.map((i) => ({
        id: i.id,
        state: i.state,
        tier: i.tier,
        dueOn: dayOrNull(i.dueOn),
        plannedOn: dayOrNull(i.plannedOn),
        outcome: i.outcome as IssueCase['outcome'],
        closedOn: dayOrNull(i.closedOn),
        meetings: row.meetingsOf(i),
        owner: issueOwner(i, row.taskforce?.shortName ?? null),
      })),
    ),
    factors: row.factorNeeds.flatMap(({ id, state, lead, ...days }) => {
      const needBy = needDay({
        state,
        needBy: fromDb(days.needBy),
        failedOn: dayOrNull(days.failedOn),
        settledOn: dayOrNull(days.settledOn),
      })
      return needBy ? [{ id, needBy, owner: needOwner({ state }, lead?.shortName ?? null) }] : []
    }),
    verifiedOn: REPORTED_STAGES.includes(stage) ? fromDb(row.lastVerifiedOn ?? row.enteredOn) : null,
    permits:
      startedOn || from(stage, 'CONSTRUCTION')
        ? []
        : row.procedures.flatMap((p) =>
            (p.state === 'DONE' || p.state === 'DONE_TOL') && p.expiresOn
              ? [{ id: p.id, expiresOn: fromDb(p.expiresOn) }]
              : [],
          ),
    talks: stage === 'NEGOTIATING' ? { lastProgressOn: fromDb(row.lastChangedOn ?? row.enteredOn) } : null,
    // One that has run out says nothing any more.
    waived: waivedSpans(row.waivers.map(waiverOf), calendar).filter(({ lastOn }) => lastOn >= today),
    monthLevels: row.monthLevels,
  }
}
