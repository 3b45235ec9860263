import { fromDb } from '@/lib/data/date'
import { columnsOf } from '@/lib/data/procedure-rows'
import { type FactsRow, projectFactsOf } from '@/lib/data/project-facts'
import { basisPoints } from '@/lib/domain/money'
import { type PlainDate, yearOf } from '@/lib/domain/plain-date'
import type { ProjectFacts } from '@/lib/domain/project-level'
import { DEFAULT_PARAMETERS } from '@/lib/domain/rule-parameters'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import type { CatalogItem, Prisma } from '@/prisma/generated/client'
import type { ProjectModel } from './build-project'

type PlanChange = Prisma.PlanChangeCreateManyInput
type MonthLevels = ProjectFacts['monthLevels']

const dayOf = (value: Date | string | null | undefined): PlainDate | null => (value ? fromDb(value as Date) : null)
const at = (value: Date | string | null | undefined): Date | null => (value ? (value as Date) : null)
const upTo = (value: Date | string | null | undefined, day: PlainDate): boolean => {
  const known = dayOf(value)
  return known !== null && known <= day
}

/** The promise as it stood on a day: before its later moves. */
function promiseOn(present: Date | null, moves: readonly PlanChange[], day: PlainDate): Date | null {
  const later = moves.find((move) => !upTo(move.on, day))
  return later ? at(later.fromOn) : present
}

const NO_VERDICT = {
  level: 'GREY',
  levelReasons: [],
  levelOwner: null,
  nextLevelOn: null,
  nextLevel: null,
  nextOwner: null,
  nextJoins: false,
  nextProvisional: false,
  dueOn: null,
  evaluatedOn: null,
  rulesVersion: null,
} as const

function progressOn(model: ProjectModel, day: PlainDate): FactsRow['progress'] {
  const year = yearOf(day)
  const plan = model.yearPlans.find((p) => p.year === year)
  if (!plan) return null
  const entered = model.entries.filter((e) => upTo(e.weekOf, day) && yearOf(fromDb(e.weekOf as Date)) === year)
  const sum = entered.reduce((total, e) => total + (e.amountFen as bigint), (plan.openingFen ?? 0n) as bigint)
  const actual = basisPoints(sum, plan.plannedFen as bigint)
  return actual === null ? null : { actual, fromOn: dayOf(plan.fromOn) }
}

/** What is the same on every day: worked out once, asked for many days. */
function memoryOf(model: ProjectModel, agencies: ReadonlyMap<string, string>, items: ReadonlyMap<string, CatalogItem>) {
  const sorted = model.histories.toSorted((a, b) => (a.row.code < b.row.code ? -1 : 1))
  return sorted.map(({ row: p, known }) => {
    const name = agencies.get(p.agencyId ?? '')
    const fixed = {
      ...NO_VERDICT,
      levelReasons: [],
      id: String(p.id),
      code: p.code,
      agencyId: p.agencyId ?? null,
      agency: name === undefined ? null : { shortName: name },
      item: {
        agencyName: items.get(p.code)?.agencyName ?? '',
        nameZh: items.get(p.code)?.nameZh ?? '',
        nameEn: items.get(p.code)?.nameEn ?? '',
      },
      predecessors: p.predecessors as string[],
      promisedWd: p.promisedWd,
      enteredOn: p.enteredOn as Date,
      planSubmitOn: at(p.planSubmitOn),
    }
    const states = known.map(({ since, facts }) => ({
      since,
      row: { ...fixed, ...columnsOf(facts), pauses: facts.pauses as unknown as Prisma.JsonValue },
    }))
    return { states, planFinishOn: at(p.planFinishOn), moves: model.planChanges.filter((c) => c.procedureId === p.id) }
  })
}

/**
 * What the rules would have been told about a project on a past day: only what was known by then.
 *
 * @param agencies short names of units by id
 */
export function factsOfProject(
  model: ProjectModel,
  agencies: ReadonlyMap<string, string>,
  items: ReadonlyMap<string, CatalogItem>,
  calendar: WorkCalendar,
): (day: PlainDate, monthLevels: MonthLevels) => ProjectFacts {
  const { project } = model
  const procedures = memoryOf(model, agencies, items)
  const start = model.milestones.find((m) => m.kind === 'START')
  const startMoves = model.planChanges.filter((c) => c.milestoneId && c.milestoneId === start?.id)
  return (day, monthLevels) => {
    const stage = model.stageChanges.findLast((change) => upTo(change.on, day))
    const looks = model.updates.filter((update) => upTo(update.on, day))
    const row: FactsRow = {
      id: project.id,
      districtId: project.districtId,
      stage: stage?.toStage ?? 'PLANNING',
      status: stage?.toStatus ?? 'ACTIVE',
      enteredOn: project.enteredOn as Date,
      enrolledOn: upTo(project.enrolledOn, day) ? at(project.enrolledOn) : null,
      lastVerifiedOn: at(looks.at(-1)?.on),
      lastChangedOn: at(looks.findLast((u) => u.kind === 'CHANGED')?.on),
      ...NO_VERDICT,
      levelReasons: [],
      taskforce: project.taskforceId ? { shortName: agencies.get(project.taskforceId) ?? '' } : null,
      template: project.templateId ? { startConditions: [...model.conditions] } : null,
      milestones: start
        ? [
            {
              id: String(start.id),
              plannedOn: promiseOn(at(start.plannedOn), startMoves, day),
              actualOn: upTo(start.actualOn, day) ? at(start.actualOn) : null,
            },
          ]
        : [],
      procedures: procedures.map(({ states, planFinishOn, moves }) => {
        const state = states.findLast((s) => s.since <= day) ?? states[0]
        if (!state) throw new Error('a procedure without facts')
        return { ...state.row, planFinishOn: promiseOn(planFinishOn, moves, day) }
      }),
      issues: model.issues
        .filter((issue) => upTo(issue.raisedOn, day) && !upTo(issue.closedOn, day))
        .map((issue) => ({
          id: String(issue.id),
          districtId: issue.districtId,
          // Who had it then does not matter to its clock, as long as it was open.
          state: 'IN_HAND' as const,
          tier: issue.tier ?? 'DEPARTMENT',
          tierSince: issue.tierSince as Date,
          dueOn: at(issue.dueOn),
          plannedOn: at(issue.plannedOn),
          outcome: null,
          closedOn: null,
          leadOrg: issue.leadOrgId ? { shortName: agencies.get(issue.leadOrgId) ?? '' } : null,
          owner: null,
        })),
      // The demo's needs and waivers are told so that no colour of the histories is another one for them.
      factorNeeds: [],
      waivers: [],
      progress: progressOn(model, day),
      monthLevels,
      // None of the demo's problems is at the district for two meetings: that would be red whatever its day.
      meetingsOf: () => 0,
    }
    return projectFactsOf(row, day, calendar, DEFAULT_PARAMETERS)
  }
}
