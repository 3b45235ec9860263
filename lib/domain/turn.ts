import { atMost, type Level } from './level-scale'
import type { PlainDate } from './plain-date'
import type { ProcedureState } from './procedure'

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

/**
 * The procedure whose clock turns a project next, where that is another one than the colour already speaks of: a sentence
 * about one procedure must not end with the day of another.
 *
 * @param subjectId the procedure the project's colour speaks of
 * @returns null when the colour's own procedure turns it, when no procedure does, or when the colour stays
 */
export function turningItem<S extends Turning & Readonly<{ id: string }>>(
  project: Turning,
  subjectId: string | null,
  items: readonly S[],
): S | null {
  if (project.nextLevelOn === null || project.nextLevel === project.level) return null
  const turning = items.filter(
    (item) => item.nextLevelOn === project.nextLevelOn && item.nextLevel === project.nextLevel,
  )
  return turning.some((item) => item.id === subjectId) ? null : (turning[0] ?? null)
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
