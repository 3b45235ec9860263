import { addMonths, daysBetween } from '@/lib/domain/plain-date'
import type { PlannedGraph } from './procedure-plan'
import type { Cause, ProjectSpec } from './project-specs'
import type { Random } from './random'
import type { Timeline } from './timeline'

/** How many working days after it entered the library a project must stand today to be in its stage and in its trouble. */
export function nowOf(r: Random, { stage }: ProjectSpec, cause: Cause, graph: PlannedGraph): number {
  const troubled = [...graph.procedures.values()].find((p) => p.today !== undefined)
  if (troubled?.today !== undefined) return troubled.today
  const signed = graph.procedures.get('ZY02')?.finish ?? 0
  const between = (from: number, to: number) => r.int(Math.ceil(from), Math.floor(to))
  const permits = graph.start - signed
  switch (stage) {
    case 'PLANNING':
    case 'NEGOTIATING':
      return between(25, 190)
    case 'SIGNED':
      return between(signed + 2, signed + permits * 0.25)
    case 'PERMITTING':
      // A start that should have been long ago needs a project that is old enough to have promised it.
      return cause.kind === 'start' && cause.when === 'longMissed'
        ? between(signed + permits * 0.8, graph.start - 4)
        : between(signed + permits * 0.3, graph.start - 6)
    case 'CONSTRUCTION':
      if (cause.kind === 'enrolment') return graph.start + (cause.months === 1 ? between(26, 36) : between(46, 58))
      return between(graph.start + 12, graph.built - 12)
    case 'COMPLETED':
      return between(graph.built + 4, graph.end - 4)
    case 'PRODUCTION':
      return graph.end + between(15, 110)
    case 'FULL_CAPACITY':
      return graph.end + between(150, 260)
  }
}

/** Day the start of construction is promised for, when the project's trouble is about just that. */
export function promisedStart(r: Random, cause: Cause, timeline: Timeline) {
  if (cause.kind !== 'start') return null
  if (cause.when === 'soon') return timeline.day(timeline.now + r.int(3, 9))
  if (cause.when === 'missed') return timeline.day(timeline.now - r.int(3, 15))
  const day = addMonths(timeline.today, -3)
  return daysBetween(timeline.day(0), day) > 0 ? day : timeline.day(1)
}
