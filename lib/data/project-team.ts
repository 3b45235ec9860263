import 'server-only'
import type { Actor, Role } from '@/lib/domain/access'
import { PROJECT_UNIT } from '@/lib/domain/catalog-item'
import { FINISHED_STATES } from '@/lib/domain/procedure-move'
import { isRunning } from '@/lib/domain/remaining'
import type { ProcedureLine, Reachable, TeamAgency } from '@/lib/schemas/project-detail'

/** Roles that call people about a project; everybody else sees the middle of a number hidden. */
export const CALLERS: ReadonlySet<Role> = new Set([
  'HEAD',
  'LEADER',
  'OFFICE',
  'TASKFORCE',
  'STEWARD',
  'CONTACT',
  'AGENCY',
  'AGENCY_HEAD',
  'STREET',
])

/** A number without its middle: who may not call sees that there is one. */
export const masked = (phone: string): string =>
  phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : phone

/** A person of the team as the actor may see and call them. */
export const reachable = (
  person: { name: string; phone: string | null } | null | undefined,
  actor: Actor,
): Reachable | null =>
  person
    ? {
        name: person.name,
        phone: person.phone && (CALLERS.has(actor.role) ? person.phone : masked(person.phone)),
        callable: CALLERS.has(actor.role),
      }
    : null

type Named = Readonly<{ name: string; phone: string | null }>

/** Agencies with what they hold, worst colour first; what the project unit does by itself makes it no agency 1+1+N. */
export function teamOf(
  lines: readonly ProcedureLine[],
  extra: readonly { org: { shortName: string }; person: Named | null }[],
  handlers: ReadonlyMap<string, Named>,
  actor: Actor,
): TeamAgency[] {
  const rank = { GREY: 0, GREEN: 1, BLUE: 2, YELLOW: 3, RED: 4 } as const
  const agencies = new Map<string, TeamAgency>()
  for (const { org, person } of extra)
    agencies.set(org.shortName, {
      name: org.shortName,
      person: reachable(person, actor),
      level: 'GREY',
      running: 0,
      paused: 0,
      finished: 0,
      total: 0,
    })
  for (const line of lines) {
    const before = agencies.get(line.agency) ?? {
      name: line.agency,
      person: null,
      level: 'GREY' as const,
      running: 0,
      paused: 0,
      finished: 0,
      total: 0,
    }
    if (line.state === 'NA' || line.agency === PROJECT_UNIT) continue
    const paused = line.state === 'SUPPLEMENT' || line.state === 'SPECIAL'
    // An agency answers for its own clock: what waits for the project unit does not colour it.
    const holds = isRunning(line.state) || FINISHED_STATES.has(line.state)
    const own = holds && (line.reason?.owner?.kind === 'AGENCY' || line.level === 'GREEN') ? line.level : 'GREY'
    agencies.set(line.agency, {
      ...before,
      person: before.person ?? reachable(handlers.get(line.id), actor),
      level: rank[own] > rank[before.level] ? own : before.level,
      running: before.running + (isRunning(line.state) && !paused ? 1 : 0),
      paused: before.paused + (paused ? 1 : 0),
      finished: before.finished + (FINISHED_STATES.has(line.state) ? 1 : 0),
      total: before.total + 1,
    })
  }
  // Whoever holds something now comes first, worst colour leading.
  const holds = (a: TeamAgency) => (a.running + a.paused > 0 ? 1 : 0)
  return [...agencies.values()].sort(
    (a, b) =>
      holds(b) - holds(a) || rank[b.level] - rank[a.level] || b.running - a.running || (a.name < b.name ? -1 : 1),
  )
}
