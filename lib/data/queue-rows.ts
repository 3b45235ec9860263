import 'server-only'
import { deadlineAhead } from '@/lib/domain/deadline'
import { dueOf } from '@/lib/domain/due'
import { evaluateProcedureProvisionally, leadingReason } from '@/lib/domain/level'
import type { PlainDate } from '@/lib/domain/plain-date'
import { ownerOf, type Reason } from '@/lib/domain/reason'
import { clockOf } from '@/lib/domain/ruler'
import { workdaysLeft } from '@/lib/domain/work-calendar'
import type { QueueRow } from '@/lib/schemas/procedure-queue'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull } from './date'
import type { LevelContext } from './level-context'
import { cachedTurn } from './next-turn'
import { agencyOf, procedureColumns, procedureFactsOf } from './project-facts'

/** What a row of a queue is made of. */
export const queueColumns = {
  ...procedureColumns,
  version: true,
  handlerId: true,
  item: { select: { agencyName: true, nameZh: true, nameEn: true } },
  handler: { select: { name: true } },
  project: { select: { id: true, name: true } },
} satisfies Prisma.ProcedureSelect
type Row = Prisma.ProcedureGetPayload<{ select: typeof queueColumns }>

/** The first reason with today's number; whom a waiting item waits for is kept with it, and not asked again. */
export function reasonToday(kept: Reason | undefined, live: Reason | undefined): Reason | null {
  if (kept?.code !== 'BLOCKED_OVER' || !live) return live ?? null
  return { ...live, ...kept, params: { ...kept.params, days: live.params.days ?? 0 } }
}

/**
 * A procedure as a line of a queue, as of a day. Needs no other row: the colour is the cached one, its numbers are today's.
 */
export function queueRowOf(row: Row, today: PlainDate, { calendar, parameters }: LevelContext): QueueRow {
  const facts = procedureFactsOf(row, new Map())
  const live = leadingReason(evaluateProcedureProvisionally(facts, today, calendar, parameters))
  const dueOn = dayOrNull(row.dueOn)
  return {
    id: row.id,
    version: row.version,
    code: row.code,
    nameZh: row.item.nameZh,
    nameEn: row.item.nameEn,
    project: row.project,
    agency: agencyOf(row),
    handlerId: row.handlerId,
    handler: row.handler?.name ?? null,
    state: row.state,
    level: row.level,
    reason: reasonToday((row.levelReasons as unknown as readonly Reason[])[0], live ?? undefined),
    owner: row.levelOwner === null ? null : ownerOf(row.levelOwner),
    clock: clockOf(facts, row.level, today, calendar, parameters),
    dueOn,
    dueProvisional: dueOf(facts, calendar, parameters)?.provisional ?? false,
    remaining: dueOn && row.finishedOn === null ? workdaysLeft(calendar, dueOn, today) : null,
    ...cachedTurn(row),
    deadline: deadlineAhead(facts, today, calendar, parameters),
    finishedOn: dayOrNull(row.finishedOn),
  }
}
