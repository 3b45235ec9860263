import { type BookEntry, mentionsIn } from './meeting/decision-mention'
import { dueSaidIn } from './meeting/due-phrase'
import type { WeekRhythm } from './meeting/week'
import type { PlainDate } from './plain-date'
import type { Failure } from './result'
import type { WorkCalendar } from './work-calendar'

/** A project is called by its first words; with fewer characters it could be anything. */
export const CALLED_MIN = 3

/** A project as a sentence may call it: by its name or by how that begins 新大方. */
export const calledBy = <T extends Readonly<{ id: string; name: string }>>(project: T): T & BookEntry => ({
  ...project,
  words: Array.from({ length: Math.max(project.name.length - CALLED_MIN + 1, 1) }, (_, i) =>
    project.name.slice(0, i + CALLED_MIN).toLowerCase(),
  ),
})

/** What a leader's sentence says 批示: every project and unit it may mean, in its order, and the day; nothing is guessed. */
export type InstructionReading = Readonly<{
  projectIds: readonly string[]
  unitIds: readonly string[]
  /** The day it is wanted by; null where the sentence names none. */
  due: Readonly<{ said: string; on: PlainDate | null; error: Failure | null }> | null
}>

/**
 * Reads a leader's sentence: about which project, to whom, by when.
 *
 * A unit within a project's name is not spoken to, and of a project called by its first words every one is meant that
 * begins so.
 *
 * @source roles.md §2 (区领导); design mock 12 (说一句，就派下去)
 * @example readInstruction('汇盈冷链让自规局周三下班前报方案', setting) // project 汇盈冷链物流中心, unit 自规局, due Wednesday
 */
export function readInstruction(
  sentence: string,
  {
    projects,
    units,
    from,
    calendar,
    rhythm,
  }: Readonly<{
    projects: readonly BookEntry[]
    units: readonly BookEntry[]
    from: PlainDate
    calendar: WorkCalendar
    rhythm: WeekRhythm
  }>,
): InstructionReading {
  const called = mentionsIn(sentence, { units: projects, people: [] })
  const rest = called.reduce(
    (text, { at, end }) => text.slice(0, at) + ' '.repeat(end - at) + text.slice(end),
    sentence,
  )
  const ids = (found: typeof called) => [...new Set(found.flatMap((one) => one.units.map(({ id }) => id)))]
  const due = dueSaidIn(rest, from, calendar, rhythm)
  return {
    projectIds: ids(called),
    unitIds: ids(mentionsIn(rest, { units, people: [] })),
    due: due && {
      said: due.said,
      on: due.due.ok ? due.due.value.on : null,
      error: due.due.ok ? null : due.due.error,
    },
  }
}
