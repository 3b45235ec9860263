import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { ledgerLevelOn } from '@/lib/domain/level-history'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Status } from '@/lib/domain/project'
import { hasWorsened, turnedFirst } from '@/lib/domain/warning-board'
import type { Turned } from '@/lib/schemas/day'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import { db } from './db'
import { boardRows, turnsSince } from './warning-board'

/**
 * Which of some projects have another colour than when a day was over, those that became worse first.
 *
 * Counts are those of the board between the same days; rows are the first of each kind.
 *
 * @param where the projects, of which the actor sees all
 */
export async function loadTurned(
  actor: Actor,
  where: Prisma.ProjectWhereInput,
  since: PlainDate,
  today: PlainDate,
  shown: number,
): Promise<Turned> {
  const turns = await turnsSince(where, actor.districtId, since)
  const rows = await db.project.findMany({
    where: { AND: [where, { id: { in: [...turns.keys()] } }] },
    select: {
      id: true,
      level: true,
      status: true,
      enteredOn: true,
      stageChanges: {
        where: { on: { gt: toDb(since) }, fromStatus: { not: null } },
        orderBy: [{ on: 'asc' }, { at: 'asc' }, { id: 'asc' }],
        select: { on: true, fromStatus: true, toStatus: true },
      },
    },
    orderBy: [{ level: 'desc' }, { number: 'asc' }],
  })
  const turned = turnedFirst(
    rows.map(({ id, level, status, enteredOn, stageChanges }) => {
      const moves = stageChanges.map((m) => ({ on: fromDb(m.on), from: m.fromStatus as Status, to: m.toStatus }))
      const history = { enteredOn: fromDb(enteredOn), level, turns: turns.get(id) ?? [], status, moves }
      return { id, was: ledgerLevelOn(history, since), now: level }
    }),
  )
  const worse = turned.filter(hasWorsened)
  const better = turned.filter((p) => !hasWorsened(p))
  const counts: Record<Level, number> = { RED: 0, YELLOW: 0, BLUE: 0, GREEN: 0, GREY: 0 }
  for (const { now } of turned) counts[now]++
  const wasOf: Record<Level, number> = { RED: 0, YELLOW: 0, BLUE: 0, GREEN: 0, GREY: 0 }
  for (const { was } of turned) if (was) wasOf[was]++
  return {
    since,
    counts,
    wasOf,
    worseCount: worse.length,
    alarmed: worse.filter(({ now }) => now === 'RED' || now === 'YELLOW').length,
    betterCount: better.length,
    worse: await boardRows(actor, worse.slice(0, shown), today),
    better: await boardRows(actor, better.slice(0, shown), today),
  }
}
