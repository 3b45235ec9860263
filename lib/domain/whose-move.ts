import type { Level } from './level-scale'

/**
 * Colours with which a thing wants a move today of whoever keeps a project up, whoever owns the clock: what is due soon, over,
 * or left undone is asked about, reminded of, or done. With any other it is in other hands 在别人手里 and needs nobody here.
 */
const WANTED: ReadonlySet<Level> = new Set(['RED', 'YELLOW', 'BLUE'])

/** Whether a thing of this colour belongs to today 今天要办. One rule for projects and for running clocks. */
export const wantsMove = (level: Level): boolean => WANTED.has(level)

/** Levels `wantsMove` names, for a filter. */
export const WANTED_LEVELS = [...WANTED]

type Clock = Readonly<{ id: string; projectId: string; level: Level }>

/**
 * Running clocks by whose move it is: those that want one stand beside their project among today's things, the others in
 * other hands. None is left out, none is in both; the clock that speaks for its project already is not said twice.
 *
 * @param leading ids of the procedures that speak for a project above
 */
export function dealClocks<C extends Clock>(
  clocks: readonly C[],
  leading: ReadonlySet<string>,
): Readonly<{ beside: ReadonlyMap<string, readonly C[]>; elsewhere: readonly C[] }> {
  const beside = new Map<string, C[]>()
  for (const clock of clocks)
    if (wantsMove(clock.level) && !leading.has(clock.id))
      beside.set(clock.projectId, [...(beside.get(clock.projectId) ?? []), clock])
  return { beside, elsewhere: clocks.filter((clock) => !wantsMove(clock.level)) }
}
