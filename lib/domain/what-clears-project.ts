import { type ClearingAction, type ClearingDay, type ClearingItem, clearingItem } from './clearing-action'
import { compareLevel, type Level, worst } from './level-scale'
import { outlookOn, outlooksOf } from './outlook'
import { plannedShare } from './project-dimension'
import {
  type Dimension,
  evaluateProjectProvisionally,
  itemVerdict,
  type ProjectEvaluation,
  type ProjectFacts,
  type ProjectReason,
} from './project-level'
import { ENTERPRISE, ownerOf, STEWARD } from './reason'
import { type Way, waysOf } from './what-clears'

/** An action that clears a part of a project: its dimension, and the procedure, issue, need or permit it is about. */
export type ProjectAction = ClearingAction & Readonly<{ dimension: Dimension; subjectId: string | null }>

/** Everything that is to be done, the colour the project then has today, and the facts as they are when it is done. */
export type ProjectWay = Readonly<{ actions: readonly ProjectAction[]; level: Level; facts: ProjectFacts }>

/** As `Clearing`: without moving a plan, and with it where that is shorter or leads further. */
export type ProjectClearing = Readonly<{ deeds: ProjectWay | null; relief: ProjectWay | null }>

type ProjectItem = ProjectFacts['procedures'][number]

/** What one part of a project asks for, and the facts it leaves. */
type Part = Readonly<{
  /** Of a procedure its code, and the codes of those it waits for and finishes on the way. */
  code: string | null
  finishes: ReadonlySet<unknown>
  actions: readonly ProjectAction[]
  done: (facts: ProjectFacts) => ProjectFacts
}>

/** What is known of a procedure besides its facts, by its id; what is left out is read from the facts. */
export type KnownItems = ReadonlyMap<string, Omit<ClearingItem, 'facts' | 'earliestOn'>>

/** A procedure as something can be done about it, with the outlook it then has: nothing is ahead of what is filed. */
function itemAfter(item: ProjectItem, { facts }: ClearingItem, { calendar, p }: ClearingDay): ProjectItem {
  const outlook =
    facts.state === 'NOT_STARTED'
      ? item.outlook
      : (outlooksOf([{ code: item.code, waitsFor: [], facts }], calendar, p.accept_wd).get(item.code) ?? null)
  return { ...item, facts, outlook: facts.state === 'DONE' || facts.state === 'DONE_TOL' ? null : outlook }
}

/** The ways out of a procedure, by how good they must lead: worked out when first asked for. */
type ItemWays = (item: ProjectItem, good: 'GREEN' | 'BLUE') => ReturnType<typeof waysOf>

function itemWaysOf(known: KnownItems, day: ClearingDay): ItemWays {
  const { today, calendar, p } = day
  const worked = new Map<string, ReturnType<typeof waysOf>>()
  return (item, good) => {
    const key = `${good} ${item.id}`
    const before = worked.get(key)
    if (before) return before
    const start: ClearingItem = {
      ...clearingItem(item.facts),
      ...known.get(item.id),
      earliestOn: item.outlook && outlookOn(item.outlook, today, calendar),
    }
    const levelOf = (after: ClearingItem, on: typeof today) => {
      const then = after === start ? item : itemAfter(item, after, day)
      return worst(itemVerdict(then, on, calendar, p).levels)
    }
    const ways = waysOf(start, day, levelOf, good)
    worked.set(key, ways)
    return ways
  }
}

function procedurePart(item: ProjectItem, way: Way, day: ClearingDay): Part {
  const finished = new Set(way.actions.flatMap(({ code, params }) => (code === 'PREDECESSOR' ? [params.by] : [])))
  return {
    code: item.code,
    finishes: finished,
    actions: way.actions.map((action): ProjectAction => ({ ...action, dimension: 'D1', subjectId: item.id })),
    done: (facts) => ({
      ...facts,
      procedures: facts.procedures.map((one) =>
        one.id === item.id
          ? itemAfter(one, way.item, day)
          : finished.has(one.code)
            ? { ...one, outlook: null, facts: { ...one.facts, state: 'DONE', finishedOn: day.today } }
            : one,
      ),
    }),
  }
}

/** Hundredths of a percent that are enough not to be behind by a threshold any more. */
const enoughFor = (planned: number, pp: number) => Math.max(0, planned - Math.round(pp * 100) + 1)

/** What clears another dimension: one deed each. */
function dimensionPart(facts: ProjectFacts, reason: ProjectReason, day: ClearingDay, good: Level): Part | null {
  const { today, p } = day
  const { dimension, subjectId } = reason
  const part = (action: Omit<ClearingAction, 'params'>, done: Part['done'], params: ClearingAction['params'] = {}) => ({
    code: null,
    finishes: new Set(),
    actions: [{ ...action, params, dimension, subjectId }],
    done,
  })
  const without = <T extends Readonly<{ id: string }>>(rows: readonly T[]) => rows.filter(({ id }) => id !== subjectId)
  switch (dimension) {
    case 'D2': {
      const { progress } = facts
      if (!progress) return null
      const planned = plannedShare(today, progress.fromOn ?? null)
      const actual = enoughFor(planned, good === 'GREEN' ? p.dev_blue_pp : p.dev_yellow_pp)
      const done: Part['done'] = (all) => ({ ...all, progress: { ...progress, actual } })
      return part({ code: 'RECORD_PROGRESS', owner: ENTERPRISE, may: 'project.update' }, done, { actual })
    }
    case 'D3': {
      const { start } = facts
      if (!start) return null
      return reason.code === 'START_MISSED'
        ? part({ code: 'START', owner: ENTERPRISE, may: 'project.milestone' }, (all) => ({
            ...all,
            start: { ...start, actualOn: today },
          }))
        : part({ code: 'MEET_CONDITIONS', owner: STEWARD, may: null }, (all) => ({
            ...all,
            start: { ...start, ready: true },
          }))
    }
    case 'D4': {
      const { enrolment } = facts
      return (
        enrolment &&
        part({ code: 'ENROL', owner: ENTERPRISE, may: 'project.milestone' }, (all) => ({
          ...all,
          enrolment: { ...enrolment, enrolled: true },
        }))
      )
    }
    case 'D5': {
      const issue = facts.issues.find(({ id }) => id === subjectId)
      const owner = issue?.owner ?? 'STEWARD'
      return part(
        { code: issue?.unstruck ? 'STRIKE_ISSUE' : 'SOLVE_ISSUE', owner: ownerOf(owner), may: null },
        (all) => ({
          ...all,
          issues: without(all.issues),
        }),
      )
    }
    case 'D6': {
      const owner = facts.factors.find(({ id }) => id === subjectId)?.owner ?? 'STEWARD'
      return part({ code: 'MEET_NEED', owner: ownerOf(owner), may: null }, (all) => ({
        ...all,
        factors: without(all.factors),
      }))
    }
    case 'D7':
      return part({ code: 'VERIFY', owner: STEWARD, may: 'project.update' }, (all) => ({ ...all, verifiedOn: today }))
    case 'D8':
      return part({ code: 'USE_PERMIT', owner: ENTERPRISE, may: null }, (all) => ({
        ...all,
        permits: without(all.permits),
      }))
    case 'D9':
      return part({ code: 'TALK', owner: STEWARD, may: 'project.update' }, (all) => ({
        ...all,
        talks: { lastProgressOn: today },
      }))
    default:
      return null
  }
}

/** Reasons that stand between a project and a colour, each subject once; what is waived stands between nothing. */
function standing(evaluation: ProjectEvaluation, good: Level): readonly ProjectReason[] {
  const met = new Set<string>()
  return evaluation.reasons.filter(({ dimension, subjectId, level, code }) => {
    const key = `${dimension} ${subjectId}`
    const counts = code !== 'THIRD_MONTH' && compareLevel(level, good) > 0
    if (!counts || met.has(key)) return false
    met.add(key)
    return true
  })
}

const doneTogether = (facts: ProjectFacts, parts: readonly Part[]) => parts.reduce((all, { done }) => done(all), facts)

/** Actions of several parts, what two parts ask for said once. */
function actionsOf(parts: readonly Part[]): readonly ProjectAction[] {
  const all = new Map<string, ProjectAction>()
  for (const action of parts.flatMap(({ actions }) => actions)) {
    const { code, params, dimension, subjectId } = action
    const key = code === 'PREDECESSOR' ? `${code} ${params.by}` : `${code} ${dimension} ${subjectId}`
    if (!all.has(key)) all.set(key, action)
  }
  return [...all.values()]
}

function wayTo(
  facts: ProjectFacts,
  evaluation: ProjectEvaluation,
  ways: ItemWays,
  day: ClearingDay,
  good: 'GREEN' | 'BLUE',
  relieved: boolean,
): ProjectWay | null {
  const { today, calendar, p } = day
  const levelOf = (then: ProjectFacts) => evaluateProjectProvisionally(then, today, calendar, p).level
  let parts: Part[] = []
  for (const reason of compareLevel(evaluation.level, good) > 0 ? standing(evaluation, good) : []) {
    const item = reason.dimension === 'D1' && facts.procedures.find(({ id }) => id === reason.subjectId)
    const both = item ? ways(item, good) : null
    const way = both && (relieved ? (both.relief ?? both.deeds) : both.deeds)
    const part = item
      ? way && way.on === today
        ? procedurePart(item, way, day)
        : null
      : dimensionPart(facts, reason, day, good)
    if (part) parts.push(part)
  }
  const reaches = (some: readonly Part[]) => compareLevel(levelOf(doneTogether(facts, some)), good) <= 0
  if (!reaches(parts)) return null
  // A project is as bad as its worst part, so that every part must be done, unless another finishes its procedure anyway.
  for (const part of parts.toSorted((a, b) => b.actions.length - a.actions.length)) {
    const others = parts.filter((other) => other !== part)
    if (others.some(({ finishes }) => part.code !== null && finishes.has(part.code)) && reaches(others)) parts = others
  }
  const then = doneTogether(facts, parts)
  return { actions: actionsOf(parts), level: levelOf(then), facts: then }
}

/**
 * What would turn a project green, or blue where green is out of reach 怎样变绿: for every procedure and dimension that stands
 * in the way its own shortest way, without what the others bring with them.
 *
 * @param known what the facts do not say of a procedure: its statutory limit, how often its plan moved, what it waits for
 * @returns `deeds` without actions when nothing need be done; both null when nothing leads even to blue
 * @source four-colours §5, §7.1, §7.4
 */
export function whatClearsProject(facts: ProjectFacts, known: KnownItems, day: ClearingDay): ProjectClearing {
  const evaluation = evaluateProjectProvisionally(facts, day.today, day.calendar, day.p)
  const ways = itemWaysOf(known, day)
  const to = (good: 'GREEN' | 'BLUE', relieved: boolean) => wayTo(facts, evaluation, ways, day, good, relieved)
  const either = (relieved: boolean) => to('GREEN', relieved) ?? to('BLUE', relieved)
  const [deeds, relief] = [either(false), either(true)]
  const worth =
    relief && (!deeds || compareLevel(relief.level, deeds.level) < 0 || relief.actions.length < deeds.actions.length)
  return { deeds, relief: worth ? relief : null }
}
