import 'server-only'
import { createHash } from 'node:crypto'
import { allows } from '@/lib/domain/access'
import { fenOfWan } from '@/lib/domain/money'
import { latest, monthOf, on, type PlainDate, yearOf } from '@/lib/domain/plain-date'
import { planDayRefusal } from '@/lib/domain/plan-day'
import { plannedStart, proposePlan } from '@/lib/domain/plan-proposal'
import { decideStart } from '@/lib/domain/plan-start'
import { fitsMilestones, type MilestoneKind, PLANNED_ORDER, SIGNED_STAGES, type Stage } from '@/lib/domain/project'
import { countedDay } from '@/lib/domain/provisional'
import { err, type Failure, gathered, ok, type Result, refusalOf } from '@/lib/domain/result'
import { decideLoad } from '@/lib/domain/steward-load'
import { newlyTight, tightPlans } from '@/lib/domain/tight-plans'
import { refusePlan } from '@/lib/domain/week-money'
import { countsAsWorkday, type WorkCalendar, workdayFrom } from '@/lib/domain/work-calendar'
import type { CreationDoubts } from '@/lib/schemas/plan-preview'
import type { ProjectCreationInput } from '@/lib/schemas/project-change'
import type { Prisma } from '@/prisma/generated/client'
import { leaderCandidates, stewardCandidates, unitCandidates } from './candidates'
import { toDb } from './date'
import type { Tx } from './db'
import { findOrCreateContact, findOrCreateEnterprise } from './enterprise-people'
import { FORECAST_TARGET } from './forecast-items'
import { loadLevelContext } from './level-context'
import { refreshProjects } from './levels'
import { chooseItems, loadCatalogue } from './project-proposal'
import { searchTextOf } from './search-text'
import { stewardLoad } from './steward-load'
import { write } from './write'

/** Held while a project number is given out, so that no two are the same and none is left out. */
const NUMBER_LOCK = 7_432

async function nextNumber(tx: Tx, districtId: string): Promise<number> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(${NUMBER_LOCK})::text`
  const { _max } = await tx.project.aggregate({ where: { districtId }, _max: { number: true } })
  return (_max.number ?? 0) + 1
}

/**
 * Creates a project with its steward, contact, procedures and plan dates 新建项目.
 *
 * Plan dates that were not corrected are the proposed ones; they are the baseline a later move is measured against. What
 * waits for works of an unknown length has none until somebody gives it one.
 *
 * @returns err FORBIDDEN (a task force beyond its own), NAME_TAKEN, STEWARD_MISSING, LEADER_MISSING, TASKFORCE_MISSING, STREET_MISSING,
 *          TEMPLATE_MISSING, SPAN_REVERSED, PLAN_OVER_TOTAL, PLAN_REVERSED, PLAN_BEFORE_CALENDAR, START_DOUBTFUL, STEWARD_FULL (either without its reason),
 *          PLAN_SHOWN (a corrected plan that does not fit, to be confirmed by sending it again)
 */
export const createProject = write('project.create', async (tx, actor, input: ProjectCreationInput, today) => {
  const { districtId } = actor
  const scope = {
    districtId,
    stewardId: input.stewardId,
    leaderId: null,
    taskforceId: input.taskforceId,
    streetId: input.streetId,
    enterpriseId: null,
    agencyIds: [],
  }
  if (!allows(actor, 'project.create', scope)) return err({ code: 'FORBIDDEN' })
  const [totalFen, planFen] = [input.totalWan, input.yearPlanWan].map((wan) => (wan ? fenOfWan(wan) : null))
  const { calendar } = await loadLevelContext(tx, districtId, today)
  const catalogue = await loadCatalogue(tx, districtId, today)
  const chosen = catalogue && chooseItems(catalogue, input.templateCode, input.applies)
  if (!chosen) return err({ code: 'TEMPLATE_MISSING' })
  // The day itself was given a step before: it is said where its reason is asked for.
  const uncounted = planDayRefusal(input.startOn, 'startReason', calendar)
  const planned = uncounted ? ok(NO_PLAN) : planOf(input, chosen, calendar)
  const wrong = gathered(
    uncounted ?? refusalOf(decideStart(input.startOn, input.startReason, today)),
    await nameTaken(tx, districtId, input.name),
    refusePlan(planFen ?? null, totalFen ?? null),
    input.buildFrom && input.buildTo && input.buildFrom > input.buildTo ? { code: 'SPAN_REVERSED' } : null,
    await wrongTeam(tx, districtId, input),
    ...Object.entries(input.plans).flatMap(([code, said]) =>
      (['submitOn', 'finishOn'] as const).map((end) => planDayRefusal(said[end], `plans.${code}.${end}`, calendar)),
    ),
    refusalOf(planned),
  )
  if (wrong) return err(wrong)
  if (!planned.ok) return planned
  const { plan } = planned.value
  const doubts = doubtsOf(planned.value, chosen, calendar, input.startOn, today)
  const shown = doubts && createHash('sha256').update(JSON.stringify(doubts)).digest('base64url')
  if (shown && input.shown !== shown) return err({ code: 'PLAN_SHOWN', shown, preview: { creation: doubts } })
  const { taskforceId, streetId, stewardId, leaderId } = input
  const number = await nextNumber(tx, districtId)
  const enterpriseId = await findOrCreateEnterprise(tx, districtId, input.enterpriseName)
  const contactId = await findOrCreateContact(tx, districtId, enterpriseId, input.contactName, input.contactPhone)
  const day = toDb(today)
  const project = await tx.project.create({
    data: {
      districtId,
      number,
      code: input.code ?? null,
      name: input.name,
      searchText: searchTextOf({ name: input.name, code: input.code ?? null, number }),
      nature: input.nature,
      content: input.content ?? null,
      buildFrom: input.buildFrom ?? null,
      buildTo: input.buildTo ?? null,
      totalFen,
      worksWd: input.worksWd,
      stage: input.stage,
      taskforceId,
      streetId,
      leaderId: leaderId ?? null,
      enterpriseId,
      contactId,
      templateId: chosen.template.id,
      answers: Object.fromEntries(input.applies.map((code) => [code, true])),
      enteredOn: day,
      stewards: { create: { personId: stewardId, fromOn: day, note: input.overloadReason ?? null } },
      stageChanges: { create: { toStage: input.stage, toStatus: 'ACTIVE', on: day, actorId: actor.userId } },
      ...(planFen
        ? {
            yearPlans: {
              create: { year: yearOf(today), plannedFen: planFen, fromOn: planFromOn(input.buildFrom, today) },
            },
          }
        : {}),
      milestones: {
        create: milestonesOf(plan, chosen.template.startConditions, input.stage, today, (on) =>
          plannedStart(on, calendar),
        ),
      },
    },
    select: { id: true },
  })
  await tx.procedure.createMany({
    data: chosen.items.map((item) => {
      const p = plan.get(item.code)
      return {
        districtId,
        projectId: project.id,
        itemId: item.id,
        code: item.code,
        agencyId: item.agencyId,
        predecessors: chosen.predecessors[item.code] ?? [],
        promisedWd: item.promisedWd,
        statutoryDays: item.statutoryDays,
        statutoryUnit: item.statutoryUnit,
        planWd: item.planWd,
        enteredOn: day,
        planSubmitOn: p?.submitOn ? toDb(p.submitOn) : null,
        planFinishOn: p?.finishOn ? toDb(p.finishOn) : null,
        baselineFinishOn: p?.finishOn ? toDb(p.finishOn) : null,
      }
    }),
  })
  await refreshProjects(tx, [project.id], today, 'FACT', actor.userId)
  return ok({
    value: { projectId: project.id },
    subject: project.id,
    projectId: project.id,
    detail: {
      name: input.name,
      template: input.templateCode,
      ...(input.startReason && { startReason: input.startReason }),
      ...(input.overloadReason && { overloadReason: input.overloadReason }),
    },
  })
})

type PlanDays = Readonly<{ submitOn: PlainDate | null; finishOn: PlainDate | null }>
type Plan = ReadonlyMap<string, PlanDays>
/** A plan as it was proposed, and with what was corrected. */
type CorrectedPlan = Readonly<{ proposed: Plan; plan: Plan }>
const NO_PLAN: CorrectedPlan = { proposed: new Map(), plan: new Map() }
type Chosen = NonNullable<ReturnType<typeof chooseItems>>

/** The plan as proposed, with what was corrected; err of the rows that end before they begin. */
function planOf(
  { startOn, worksWd, plans }: ProjectCreationInput,
  { template, edges, items }: Chosen,
  calendar: WorkCalendar,
): Result<CorrectedPlan> {
  const works = { conditions: template.startConditions, days: worksWd }
  const proposed = proposePlan(startOn, edges, items, calendar, works)
  if (!proposed.ok) return proposed
  const plan = new Map(
    proposed.value.map(({ code, submitOn, finishOn }): [string, PlanDays] => [
      code,
      { submitOn: plans[code]?.submitOn ?? submitOn, finishOn: plans[code]?.finishOn ?? finishOn },
    ]),
  )
  const reversed = gathered(
    ...[...plan].map(([code, { submitOn, finishOn }]) =>
      submitOn && finishOn && submitOn > finishOn
        ? { code: 'PLAN_REVERSED', field: `plans.${code}.finishOn`, item: code, submitOn, finishOn }
        : null,
    ),
  )
  return reversed
    ? err(reversed)
    : ok({ proposed: new Map(proposed.value.map((p): [string, PlanDays] => [p.code, p])), plan })
}

/**
 * What of a corrected plan is to be looked at once more before it is the promise: items planned to end before what they wait
 * for leaves them the time, ends on a day off, and filings on days that cannot be. What was proposed is not doubted.
 *
 * @param startOn first day of the plan: one that is over lets what was corrected be over as well
 * @returns null when there is nothing to look at
 */
function doubtsOf(
  { proposed, plan }: CorrectedPlan,
  { edges, items, predecessors }: Chosen,
  calendar: WorkCalendar,
  startOn: PlainDate,
  today: PlainDate,
): CreationDoubts | null {
  const tightIn = (days: Plan) => {
    const steps = items.map(({ code, promisedWd }) => {
      const planFinishOn = days.get(code)?.finishOn ?? null
      return { code, status: 'open' as const, remainingWd: promisedWd, running: false, planFinishOn }
    })
    const found = tightPlans(edges, steps, calendar)
    return found.ok ? found.value : []
  }
  const nameOf = new Map(items.map(({ code, nameZh, nameEn }) => [code, { nameZh, nameEn }]))
  const named = (code: string) => nameOf.get(code) ?? { nameZh: code, nameEn: code }
  const tight = newlyTight(tightIn(proposed), tightIn(plan)).map(({ code, planFinishOn, earliest }) => ({
    ...named(code),
    planFinishOn,
    earliest: countedDay(calendar, today, earliest),
  }))
  const daysOff = [...plan].flatMap(([code, { finishOn }]) =>
    finishOn && finishOn !== proposed.get(code)?.finishOn && !countsAsWorkday(calendar, finishOn)
      ? [{ ...named(code), planFinishOn: finishOn, next: workdayFrom(calendar, finishOn) }]
      : [],
  )
  const first = startOn < today ? startOn : today
  const filings = [...plan].flatMap(([code, { submitOn }]): CreationDoubts['filings'][number][] => {
    if (!submitOn || submitOn === proposed.get(code)?.submitOn) return []
    const waits = (predecessors[code] ?? []).flatMap((p) => plan.get(p)?.finishOn ?? []).reduce(latest, first)
    const earliest = workdayFrom(calendar, latest(waits, submitOn))
    if (earliest <= submitOn) return []
    const why = submitOn < first ? 'PAST' : submitOn < waits ? 'BEFORE' : 'DAY_OFF'
    return [{ ...named(code), planSubmitOn: submitOn, why, earliest: countedDay(calendar, today, earliest) }]
  })
  return tight.length + daysOff.length + filings.length > 0 ? { tight, daysOff, filings } : null
}

async function nameTaken(tx: Tx, districtId: string, name: string): Promise<Failure | null> {
  const where = { districtId_name: { districtId, name } }
  return (await tx.project.findUnique({ where, select: { id: true } })) ? { code: 'NAME_TAKEN' } : null
}

/** What is wrong with who answers for a new project, all of it. */
async function wrongTeam(tx: Tx, districtId: string, input: ProjectCreationInput): Promise<Failure | null> {
  const { taskforceId, streetId, leaderId, stewardId } = input
  const unit = async (id: string, kind: 'TASKFORCE' | 'STREET') =>
    (await tx.org.count({ where: { ...unitCandidates(districtId, kind), id } })) > 0
  const person = async (id: string, where: Prisma.PersonWhereInput) =>
    (await tx.person.count({ where: { AND: [where, { id }] } })) > 0
  return gathered(
    (await unit(taskforceId, 'TASKFORCE')) ? null : { code: 'TASKFORCE_MISSING' },
    (await unit(streetId, 'STREET')) ? null : { code: 'STREET_MISSING' },
    !leaderId || (await person(leaderId, leaderCandidates(districtId))) ? null : { code: 'LEADER_MISSING' },
    (await person(stewardId, stewardCandidates(districtId)))
      ? refusalOf(decideLoad(await stewardLoad(tx, stewardId), 1, input.overloadReason))
      : { code: 'STEWARD_MISSING' },
  )
}

/** A new project has its plan from today; works that began in an earlier month began with that month. */
function planFromOn(buildFrom: string | undefined, today: PlainDate): Date | null {
  const began = buildFrom && buildFrom < monthOf(today) ? on(`${buildFrom}-01`) : today
  return yearOf(began) < yearOf(today) ? null : toDb(began)
}

/** Items whose planned finish is that of a milestone. */
const SIGNING_ITEM = 'ZY02'
const COMPLETION_ITEM = 'JG05'
const ENROLMENT_ITEM = 'TC04'

/**
 * Signing, start of construction, enrolment, completion and production as the plan dates imply them; the day of entry is a fact. What is
 * signed already is not planned to be, and a day that stands in no order with the others is left to whoever knows.
 */
function milestonesOf(
  plan: ReadonlyMap<string, { finishOn: PlainDate | null }>,
  conditions: readonly string[],
  stage: Stage,
  today: PlainDate,
  dayAfter: (on: PlainDate) => PlainDate,
) {
  const ready = conditions
    .flatMap((code) => plan.get(code)?.finishOn ?? [])
    .sort()
    .at(-1)
  const finishOf = (code: string) => plan.get(code)?.finishOn ?? null
  const signing = SIGNED_STAGES.includes(stage) ? null : finishOf(SIGNING_ITEM)
  // Nothing is begun before it is signed, whatever its permits say.
  const start = ready ? dayAfter(signing && signing > ready ? signing : ready) : null
  const production = finishOf(FORECAST_TARGET)
  const completion = finishOf(COMPLETION_ITEM)
  const days = new Map<MilestoneKind, PlainDate>()
  const propose = (kind: MilestoneKind, on: PlainDate | null) => {
    if (on && fitsMilestones(kind, on, days, PLANNED_ORDER).ok) days.set(kind, on)
  }
  if (start) days.set('START', start)
  propose('SIGNING', signing)
  propose('PRODUCTION', production)
  propose('COMPLETION', completion)
  propose('ENROLMENT', finishOf(ENROLMENT_ITEM))
  return [
    { kind: 'IN_LIBRARY' as const, actualOn: toDb(today) },
    ...[...days].map(([kind, on]) => ({ kind, plannedOn: toDb(on), baselineOn: toDb(on) })),
  ]
}
