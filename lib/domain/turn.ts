import { atMost, compareLevel, type Level } from './level-scale'
import type { PlainDate } from './plain-date'
import type { ProcedureState } from './procedure'
import type { Dimension } from './project-level'

/** Whose move it is, seen from the enterprise: papers to complete, something to file, or with others. 轮到谁 */
export type Turn = 'PAPERS' | 'FILE' | 'AGENCY' | 'RECEIVED' | 'SPECIAL' | 'WAITS' | 'FINISHED'

type Step = Readonly<{ state: ProcedureState; due: boolean }>

const TURNS: readonly (readonly [Turn, (step: Step) => boolean])[] = [
  ['PAPERS', ({ state }) => state === 'SUPPLEMENT'],
  ['FILE', ({ state, due }) => due && (state === 'READY' || state === 'WITHDRAWN' || state === 'REJECTED')],
  ['AGENCY', ({ state }) => state === 'ACCEPTED'],
  ['RECEIVED', ({ state }) => state === 'RECEIVED'],
  ['SPECIAL', ({ state }) => state === 'SPECIAL'],
  ['FILE', ({ state }) => state === 'READY' || state === 'WITHDRAWN' || state === 'REJECTED'],
]

/**
 * Whose turn it is in a project, and the step that says so. A stopped clock waits for the enterprise before everything;
 * then what it should have filed by now; then the steps others work on; then what it could file already.
 *
 * @param steps those most pressing first; `due` when the planned filing is near or past
 * @example turnOf([{ state: 'ACCEPTED', due: false }]) // { turn: 'AGENCY', step: … }
 */
export function turnOf<S extends Step>(steps: readonly S[]): Readonly<{ turn: Turn; step: S | null }> {
  for (const [turn, holds] of TURNS) {
    const step = steps.find(holds)
    if (step) return { turn, step }
  }
  return { turn: steps.some((step) => step.state === 'NOT_STARTED') ? 'WAITS' : 'FINISHED', step: null }
}

type Turning = Readonly<{ nextLevelOn: PlainDate | null; nextLevel: Level | null; level: Level }>

type Told = Readonly<{ code: string; level: Level; dimension: Dimension; subjectId: string | null }>
type Judged<R extends Told> = Readonly<{ level: Level; reasons: readonly R[] }>

/** What turns a project's colour next: the procedure or the dimension its colour will speak of then. */
export type TurnCause = Readonly<{ dimension: Dimension; subjectId: string | null; third: boolean }>

/**
 * What turns a project's colour, where it is something else than the colour already speaks of: a sentence about one
 * procedure must not end with the day of another, and a colour in order must say what it waits for.
 *
 * @param now the project's verdict today
 * @param then its verdict on the day it turns
 * @returns null when what the colour speaks of turns it, when the colour stays, or when it only gets better
 */
export function turnCause<R extends Told>(now: Judged<R>, then: Judged<R>): TurnCause | null {
  if (then.level === now.level) return null
  const making = then.reasons.filter((r) => r.level === then.level)
  const leading = now.reasons.find((r) => r.level === now.level)
  const same = (r: R) => r.dimension === leading?.dimension && r.subjectId === leading.subjectId
  const [first] = making
  if (!first || compareLevel(then.level, now.level) < 0) return null
  const third = first.code === 'THIRD_MONTH'
  if (!third && making.some(same)) return null
  return { dimension: first.dimension, subjectId: first.subjectId, third }
}

/**
 * How a procedure turns as its project tells it: beside the critical path its red is yellow there, and a turn that its
 * project does not make is none.
 *
 * @source four-colours §5, D1: items off the critical path count at most 黄
 * @example cappedTurn(yellowTurningRed, false).nextLevelOn // null
 */
export function cappedTurn<S extends Turning>(item: S, critical: boolean): S {
  if (critical || item.nextLevel === null) return item
  const nextLevel = atMost(item.nextLevel, 'YELLOW')
  const turns = item.nextLevel === item.level || nextLevel !== atMost(item.level, 'YELLOW')
  return turns ? { ...item, nextLevel } : { ...item, nextLevelOn: null, nextLevel: null }
}
