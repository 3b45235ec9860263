import 'server-only'
import { recordedDay } from '@/lib/clock'
import { type Actor, allows } from '@/lib/domain/access'
import { deadlineAhead } from '@/lib/domain/deadline'
import { drivers, type Forecast, type ForecastWorks } from '@/lib/domain/forecast'
import { issueDay } from '@/lib/domain/issue/term'
import { evaluateProcedureProvisionally, leadingReason } from '@/lib/domain/level'
import { type PlainDate, yearOf } from '@/lib/domain/plain-date'
import { FINISHED_STATES } from '@/lib/domain/procedure-move'
import { MILESTONES, type MilestoneKind, STAGES } from '@/lib/domain/project'
import { evaluateProjectProvisionally } from '@/lib/domain/project-level'
import { countedDay } from '@/lib/domain/provisional'
import { relayOf } from '@/lib/domain/relay'
import { isRunning } from '@/lib/domain/remaining'
import { clockOf } from '@/lib/domain/ruler'
import { seesCardOnly } from '@/lib/domain/sight'
import { axisOf } from '@/lib/domain/timeline'
import { cappedTurn, turnCause } from '@/lib/domain/turn'
import { whyProject } from '@/lib/domain/why'
import { workdaysBetween, workdaysLate } from '@/lib/domain/work-calendar'
import type { MilestoneLine, MilestoneOutlook, ProcedureLine, ProjectDetail } from '@/lib/schemas/project-detail'
import { projectClearing } from './clearing'
import { loadClearingParts } from './clearing-parts'
import { dayOrNull, fromDb } from './date'
import { db } from './db'
import { standInsOf } from './deputies'
import { FORECAST_TARGET } from './forecast-items'
import { foreseeProject } from './foresee-project'
import { freshenLevels } from './freshen-levels'
import { notAboutOwn, openIssue } from './issue-where'
import { loadLevelContext } from './level-context'
import { scopeOf } from './lock-project'
import { cachedTurn, countedTurn, turnColumns } from './next-turn'
import { findCorrections } from './plan-correction'
import { loadActivity } from './project-activity'
import { cardOf, cardProcedures } from './project-card'
import { agencyOf, type FactsProcedure, loadFactsRows, procedureFactsOf, projectFactsOf } from './project-facts'
import { reachable, teamOf } from './project-team'
import { onlyOffered, opensProcedure, readableProjects, visibleProcedures } from './visible'

const NO_MILESTONE = { plannedOn: null, actualOn: null, monthOnly: false }

const header = (actor: Actor) => ({
  id: true,
  version: true,
  number: true,
  name: true,
  code: true,
  nature: true,
  content: true,
  stage: true,
  status: true,
  totalFen: true,
  worksWd: true,
  districtId: true,
  leaderId: true,
  taskforceId: true,
  streetId: true,
  enterpriseId: true,
  ...turnColumns,
  progressText: true,
  nextPlanText: true,
  lastVerifiedOn: true,
  lastChangedOn: true,
  taskforce: { select: { shortName: true } },
  street: { select: { shortName: true } },
  leadUnit: { select: { shortName: true } },
  enterprise: { select: { name: true } },
  leader: { select: { name: true } },
  contact: { select: { name: true, phone: true } },
  stewards: { where: { toOn: null }, select: { personId: true, person: { select: { name: true, phone: true } } } },
  agencies: {
    select: { orgId: true, org: { select: { shortName: true } }, person: { select: { name: true, phone: true } } },
  },
  milestones: true,
  handovers: {
    where: { state: 'PROPOSED' as const },
    select: { id: true, toId: true, to: { select: { name: true } }, proposedAt: true },
    take: 1,
  },
  issues: {
    where: { AND: [openIssue, notAboutOwn(actor)] },
    select: {
      id: true,
      number: true,
      text: true,
      state: true,
      tier: true,
      dueOn: true,
      plannedOn: true,
      leadOrg: { select: { shortName: true } },
      owner: { select: { name: true } },
    },
    orderBy: [{ dueOn: { sort: 'asc' as const, nulls: 'last' as const } }, { number: 'asc' as const }],
  },
  template: { select: { startConditions: true } },
  procedures: {
    select: {
      id: true,
      planMoves: true,
      statutoryDays: true,
      statutoryUnit: true,
      handler: { select: { name: true, phone: true } },
      item: { select: { code: true, stage: true, nameZh: true, nameEn: true } },
    },
  },
})

/** What holds up the start of the works, or production once nothing holds up that, and where the works themselves do. */
function lineOf(
  { driver, line }: Forecast,
  /** What of the line is named first. */
  first: string | undefined,
  works: ForecastWorks,
  toStart: boolean,
  named: (code: string) => Readonly<{ nameZh: string; nameEn: string }> | null,
): ProjectDetail['line'] {
  const [head] = line
  const byWorks = !toStart && works.days !== 0 && (head === undefined || works.after.has(head))
  if (head === undefined && !byWorks) return null
  return {
    to: toStart ? 'START' : driver ? 'PRODUCTION' : 'END',
    works: byWorks,
    items: [...new Set([...(first ? [first] : []), ...line])].flatMap((code) => named(code) ?? []),
  }
}

const daysOf = (l: ProcedureLine): PlainDate[] =>
  [l.startedOn, l.finishedOn, l.planSubmitOn, l.planFinishOn, l.forecastFinishOn].filter((d) => d !== null)

/**
 * Everything the page of a project shows 项目页, as of a day.
 *
 * Colours come from the rules, asked now; the cached ones agree with them, or `npm run doctor` says so.
 *
 * @returns null when it does not exist or is out of the actor's sight
 */
export async function findProject(actor: Actor, id: string, today: PlainDate): Promise<ProjectDetail | null> {
  await freshenLevels(actor.districtId, today)
  const row = await db.project.findFirst({ where: { AND: [{ id }, readableProjects(actor)] }, select: header(actor) })
  if (!row) return null
  const year = yearOf(today)
  const cardOnly = seesCardOnly(actor.role)
  const steward = row.stewards[0]
  const [[factsRow], context, plan, activity, standIns] = await Promise.all([
    loadFactsRows(db, [id], today),
    loadLevelContext(db, row.districtId, today),
    db.yearPlan.findUnique({ where: { projectId_year: { projectId: id, year } } }),
    loadActivity(id, cardOnly ? visibleProcedures(actor) : null),
    steward ? standInsOf(steward.personId, today) : [],
  ])
  if (!factsRow) return null
  const { calendar, parameters } = context
  const facts = projectFactsOf(factsRow, today, calendar, parameters)
  const project = evaluateProjectProvisionally(facts, today, calendar, parameters)
  const parts = await loadClearingParts(actor, facts)
  const byCode = new Map(factsRow.procedures.map((p) => [p.code, p]))
  const extras = new Map(row.procedures.map((p) => [p.id, p]))
  const factsOf = (p: FactsProcedure) => procedureFactsOf(p, byCode)

  const { works, conditions, foreseen: predicted, impossible } = foreseeProject(factsRow, row, today, context)
  // Where nothing is left to do, nothing is foreseen.
  const unfinished = factsRow.procedures.some((p) => p.state !== 'NA' && !FINISHED_STATES.has(p.state))
  const future = predicted.ok && row.status === 'ACTIVE' && unfinished ? predicted.value : null
  const started =
    row.milestones.some((m) => m.kind === 'START' && m.actualOn !== null) ||
    STAGES.indexOf(row.stage) >= STAGES.indexOf('CONSTRUCTION')
  const past = STAGES.indexOf(row.stage) >= STAGES.indexOf('COMPLETED')
  const constructionStart = started ? null : (future?.constructionStart ?? null)
  const worksEnd = (future && !past && future.worksEnd) || null
  const foreseenOn = (day: PlainDate) => countedDay(calendar, today, day)
  const foreseen = new Map(future?.items.map((item) => [item.code, item]))
  const line = new Set(future?.line)

  const opens = opensProcedure(actor)
  const scope = scopeOf({ ...row, procedures: factsRow.procedures })
  const all = factsRow.procedures.map((p): ProcedureLine => {
    const itemFacts = factsOf(p)
    const evaluation = evaluateProcedureProvisionally(itemFacts, today, calendar, parameters)
    const level = row.status === 'ACTIVE' ? evaluation.level : 'GREY'
    const extra = extras.get(p.id)
    const ahead = FINISHED_STATES.has(p.state) ? undefined : foreseen.get(p.code)
    const since = itemFacts.supplementSince ?? itemFacts.specialSince
    return {
      id: p.id,
      open: opens(p),
      code: p.code,
      stage: extra?.item.stage ?? '',
      nameZh: extra?.item.nameZh ?? p.code,
      nameEn: extra?.item.nameEn ?? p.code,
      agency: agencyOf(p),
      state: p.state,
      level,
      reason: leadingReason(evaluation),
      owner: evaluation.owner,
      clock: clockOf(itemFacts, level, today, calendar, parameters),
      promisedWd: p.promisedWd,
      startedOn: itemFacts.receivedOn ?? itemFacts.acceptedOn,
      acceptedOn: itemFacts.acceptedOn,
      finishedOn: itemFacts.finishedOn ?? itemFacts.rejectedOn,
      pauses: [...itemFacts.pauses, ...(since && isRunning(p.state) ? [{ from: since, to: null }] : [])],
      promise: relayOf(itemFacts, null, today, calendar, parameters)?.promise ?? null,
      planSubmitOn: itemFacts.planSubmitOn,
      planFinishOn: itemFacts.planFinishOn,
      planMoves: extra?.planMoves ?? 0,
      forecastStartOn: ahead?.start ?? null,
      forecastFinishOn: ahead?.finish ?? null,
      provisional: ahead?.finish != null && foreseenOn(ahead.finish).provisional,
      slack: ahead?.slack ?? null,
      critical: line.has(p.code),
      predecessors: p.predecessors,
      ...cachedTurn(p),
      deadline: deadlineAhead(itemFacts, today, calendar, parameters),
    }
  })

  const levelOf = (code: string) => all.find((line) => line.code === code)?.level ?? 'GREY'
  const procedures = cardOnly ? cardProcedures(all) : all
  const until = (await findCorrections(db, actor, id, calendar))({ began: false, moves: 0 })
  const correctable = all.some((p) => p.startedOn === null && p.planFinishOn !== null && p.planMoves === 0)

  const milestones = MILESTONES.map((kind): MilestoneLine => {
    const m = row.milestones.find((found) => found.kind === kind)
    const plannedOn = m ? dayOrNull(m.plannedOn) : null
    const actualOn = m ? dayOrNull(m.actualOn) : null
    const forecastOn = actualOn
      ? null
      : kind === 'START'
        ? constructionStart
        : kind === 'COMPLETION'
          ? worksEnd
          : kind === 'PRODUCTION' && byCode.has(FORECAST_TARGET)
            ? (future?.production ?? null)
            : null
    const late = plannedOn && forecastOn && forecastOn > plannedOn
    return {
      kind,
      plannedOn,
      baselineOn: m ? dayOrNull(m.baselineOn) : null,
      actualOn,
      monthOnly: m?.monthOnly ?? false,
      moves: m?.moves ?? 0,
      forecast: late ? foreseenOn(forecastOn) : null,
      lateWd: late ? workdaysBetween(calendar, plannedOn, forecastOn) : 0,
    }
  })

  /** A milestone's promise beside what the graph foresees. */
  const outlookOf = (kind: MilestoneKind, on: PlainDate | null): MilestoneOutlook => {
    const { plannedOn, actualOn, monthOnly } = milestones.find((m) => m.kind === kind) ?? NO_MILESTONE
    const foreseen = actualOn ? null : on
    const late = plannedOn && foreseen
    return {
      plannedOn,
      monthOnly,
      actualOn,
      on: foreseen && foreseenOn(foreseen),
      lateWd: late
        ? foreseen > plannedOn
          ? workdaysBetween(calendar, plannedOn, foreseen)
          : -workdaysBetween(calendar, foreseen, plannedOn)
        : null,
      lateOpen: late ? countedDay(calendar, plannedOn, foreseen).provisional : false,
    }
  }

  const axis = axisOf(procedures.flatMap(daysOf), today, calendar)
  const names = new Map(all.map((p) => [p.code, p]))
  const leading = project.reasons.find((r) => r.level === project.level)
  const subject =
    facts.procedures.find((p) => p.id === leading?.subjectId) ?? facts.procedures.find((p) => isRunning(p.facts.state))
  const subjectLine = procedures.find((p) => p.id === subject?.id)
  const relay =
    subject && subjectLine ? relayOf(subject.facts, subjectLine.nextLevelOn, today, calendar, parameters) : null
  const handover = row.handovers[0]
  const first = future ? impossible[0] : undefined
  const named = (code: string | undefined | null) => {
    const found = code ? names.get(code) : undefined
    return found ? { nameZh: found.nameZh, nameEn: found.nameEn } : null
  }
  const nameOfSubject = (subjectId: string | null) => {
    const found = all.find((p) => p.id === subjectId)
    return found ? { code: found.code, nameZh: found.nameZh, nameEn: found.nameEn } : null
  }
  const impossibleName = named(first?.code)
  const turnsOn = dayOrNull(row.nextLevelOn)
  const cause = turnsOn && turnCause(project, evaluateProjectProvisionally(facts, turnsOn, calendar, parameters))
  const detail: ProjectDetail = {
    id: row.id,
    cardOnly,
    offered: onlyOffered(actor, scope),
    version: row.version,
    number: row.number,
    name: row.name,
    code: row.code,
    nature: row.nature,
    content: row.content,
    stage: row.stage,
    status: row.status,
    totalFen: row.totalFen,
    yearPlan: plan ? { year, plannedFen: plan.plannedFen, doneFen: plan.openingFen + plan.enteredFen } : null,
    taskforce: row.taskforce?.shortName ?? null,
    street: row.street?.shortName ?? null,
    leadUnit: row.leadUnit?.shortName ?? null,
    enterprise: row.enterprise?.name ?? null,
    leader: row.leader?.name ?? null,
    level: project.level,
    reasons: project.reasons.map((reason) => ({
      ...reason,
      item: reason.dimension === 'D1' ? nameOfSubject(reason.subjectId) : null,
      why: whyProject(facts, reason, today, calendar, parameters),
    })),
    clearing:
      row.status !== 'ACTIVE'
        ? null
        : projectClearing(
            project.level,
            facts,
            extras,
            { today, calendar, p: parameters },
            {
              projectId: row.id,
              byCode,
              may: (action) => allows(actor, action, scope),
              opens,
              parts,
              conditions: (row.template?.startConditions ?? []).flatMap((code) => {
                const one = byCode.get(code)
                return one && !FINISHED_STATES.has(one.state) ? [one] : []
              }),
              card: cardOnly,
              steward: steward?.person.name ?? null,
              contact: row.contact?.name ?? null,
            },
          ),
    waived: project.waived.map((reason) => ({
      ...reason,
      item: reason.dimension === 'D1' ? nameOfSubject(reason.subjectId) : null,
    })),
    ...countedTurn(cachedTurn(row), today, calendar),
    deadline:
      leading && subject && leading.subjectId === subject.id
        ? deadlineAhead(subject.facts, today, calendar, parameters)
        : null,
    relay: relay && subjectLine ? { ...relay, of: cappedTurn(subjectLine, subject?.critical ?? true) } : null,
    turnsBy: cause && { dimension: cause.dimension, third: cause.third, item: nameOfSubject(cause.subjectId) },
    steward: reachable(steward?.person, actor),
    deputies: standIns.flatMap(({ person, until }) => {
      const deputy = reachable(person, actor)
      return deputy ? [{ ...deputy, until }] : []
    }),
    contact: reachable(row.contact, actor),
    agencies: teamOf(
      procedures,
      row.agencies,
      new Map(row.procedures.flatMap((p) => (p.handler ? [[p.id, p.handler] as const] : []))),
      actor,
    ),
    milestones,
    procedures,
    axis,
    openFrom: axis.find((day) => day > today && foreseenOn(day).provisional) ?? null,
    constructionStart: constructionStart && foreseenOn(constructionStart),
    production: future?.production ? foreseenOn(future.production) : null,
    outlook: future && {
      start: outlookOf('START', constructionStart),
      works: row.worksWd === null ? null : { days: row.worksWd, end: worksEnd && foreseenOn(worksEnd) },
      production: outlookOf('PRODUCTION', future.production),
    },
    line: future && lineOf(future, drivers(future, levelOf)[0], works, constructionStart !== null, named),
    impossible:
      first && impossibleName
        ? { ...impossibleName, what: first.what, plannedOn: first.plannedOn, earliest: foreseenOn(first.earliest) }
        : null,
    conditions: conditions.filter((code) => names.has(code)),
    issues: row.issues.map((issue) => {
      const dueOn = issueDay({
        state: issue.state,
        dueOn: dayOrNull(issue.dueOn),
        plannedOn: dayOrNull(issue.plannedOn),
      })
      return {
        id: issue.id,
        number: issue.number,
        text: issue.text,
        asked: issue.state === 'TO_CONFIRM',
        givenOutAt: issue.state === 'TO_ASSIGN' || issue.state === 'UNSOLVABLE' ? issue.tier : null,
        unstruck: issue.state === 'UNSOLVABLE',
        dueOn,
        leftWd: dueOn && -workdaysLate(calendar, dueOn, today),
        leftProvisional: dueOn !== null && foreseenOn(dueOn).provisional,
        owner: issue.leadOrg?.shortName ?? issue.owner?.name ?? null,
      }
    }),
    progressText: row.progressText,
    nextPlanText: row.nextPlanText,
    lastVerifiedOn: row.lastVerifiedOn && fromDb(row.lastVerifiedOn),
    lastChangedOn: row.lastChangedOn && fromDb(row.lastChangedOn),
    activity,
    correctUntil: until && today <= until && correctable ? until : null,
    openHandover: handover
      ? {
          id: handover.id,
          toName: handover.to.name,
          on: recordedDay(handover.proposedAt),
          mine: actor.standsInFor.includes(handover.toId),
        }
      : null,
  }
  return cardOnly ? cardOf(detail) : detail
}
