import 'server-only'
import { deadlineAhead } from '@/lib/domain/deadline'
import { evaluateProcedureProvisionally } from '@/lib/domain/level'
import { nextProcedureChange } from '@/lib/domain/next-change'
import type { PlainDate } from '@/lib/domain/plain-date'
import { evaluateProjectProvisionally } from '@/lib/domain/project-level'
import { standingState } from '@/lib/domain/remaining'
import { rulerOf } from '@/lib/domain/ruler'
import type { ItemName, Live } from '@/lib/schemas/project-row'
import type { Prisma } from '@/prisma/generated/client'
import { db, type Tx } from './db'
import { loadLevelContext } from './level-context'
import type { KeptReasons } from './levels'

/** Names of catalogue items by code, newest version last so that it wins. */
export async function itemNames(
  districtId: string,
  codes: readonly string[],
  tx: Tx = db,
): Promise<ReadonlyMap<string, ItemName>> {
  if (codes.length === 0) return new Map()
  const items = await tx.catalogItem.findMany({
    where: { code: { in: [...codes] }, catalogVersion: { districtId } },
    select: { code: true, nameZh: true, nameEn: true },
    orderBy: { catalogVersion: { number: 'asc' } },
  })
  return new Map(items.map((item) => [item.code, item]))
}

/**
 * The reasons of some projects with today's numbers, and what their ruler column shows.
 *
 * Needs no fact from the database: every row keeps the facts its reasons rest on, and until `nextLevelOn` only the
 * numbers in them change.
 */
export async function liveReasons(
  districtId: string,
  rows: readonly Readonly<{ id: string; levelReasons: Prisma.JsonValue }>[],
  today: PlainDate,
  tx: Tx = db,
): Promise<ReadonlyMap<string, Live>> {
  const kept = new Map(
    rows.flatMap((row) => {
      const value = row.levelReasons as unknown as KeptReasons | readonly never[]
      return 'facts' in value ? [[row.id, value] as const] : []
    }),
  )
  const codes = new Set(
    [...kept.values()].flatMap((k) => [
      ...k.facts.procedures.map((p) => p.code),
      ...(k.turn?.code ? [k.turn.code] : []),
    ]),
  )
  const [{ calendar, parameters }, names] = await Promise.all([
    loadLevelContext(tx, districtId, today),
    itemNames(districtId, [...codes], tx),
  ])
  const live = new Map<string, Live>()
  for (const [id, { facts, leadId, turn }] of kept) {
    const byId = new Map(facts.procedures.map((p) => [p.id, p]))
    const named = (procedureId: string | null) => names.get(byId.get(procedureId ?? '')?.code ?? '') ?? null
    const { reasons, waived } = evaluateProjectProvisionally(facts, today, calendar, parameters)
    const subject = byId.get(reasons[0]?.subjectId ?? '')
    const lead = byId.get(leadId ?? '')
    const running = lead && evaluateProcedureProvisionally(lead.facts, today, calendar, parameters)
    const item = named(leadId)
    // Beside the critical path a procedure turns red under a project that stays yellow; nobody must miss it.
    const beside = subject && !subject.critical && reasons[0]?.level === 'YELLOW'
    const turning = beside ? nextProcedureChange(subject.facts, today, calendar, parameters) : null
    live.set(id, {
      reasons: reasons.map((reason) => ({
        ...reason,
        item: reason.dimension === 'D1' ? named(reason.subjectId) : null,
      })),
      waived: waived.map((reason) => ({
        ...reason,
        item: reason.dimension === 'D1' ? named(reason.subjectId) : null,
      })),
      // A row last evaluated before causes were kept has none.
      turnsBy: turn ? { dimension: turn.dimension, third: turn.third, item: names.get(turn.code ?? '') ?? null } : null,
      ownTurn:
        turning?.level === 'RED' ? { on: turning.on, level: turning.level, provisional: turning.provisional } : null,
      deadline: subject ? deadlineAhead(subject.facts, today, calendar, parameters) : null,
      ruler: rulerOf(reasons[0] ?? null, facts, leadId, today, calendar, parameters),
      lead:
        lead && running && item
          ? {
              item,
              remaining: running.remaining ?? lead.facts.promisedWd,
              owner: lead.agency,
              paused: standingState(lead.facts.state),
            }
          : null,
    })
  }
  return live
}
