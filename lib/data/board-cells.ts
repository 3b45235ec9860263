import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { ledgerLevelOn } from '@/lib/domain/level-history'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Status } from '@/lib/domain/project'
import type { BoardCell, WeekCell } from '@/lib/domain/warning-board'
import { BOARD_GROUPINGS, type BoardGrouping, NO_GROUP, type WarningQuery } from '@/lib/schemas/warning'
import { Prisma } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import { db } from './db'
import { inLedgerSql, visibleSql } from './visible-sql'

/** Days the board looks at: the two compared, and the weeks before the second, oldest first. */
export type BoardDays = Readonly<{ from: PlainDate; to: PlainDate; today: PlainDate; weekEnds: readonly PlainDate[] }>

const KEY: Readonly<Record<BoardGrouping, Prisma.Sql>> = {
  taskforce: Prisma.sql`p."taskforceId"`,
  street: Prisma.sql`p."streetId"`,
  owner: Prisma.sql`p."levelOwner"`,
  leader: Prisma.sql`p."leaderId"`,
}

type Moved = Readonly<{ id: string; was: Level | null; now: Level | null; weeks: readonly (Level | null)[] }>

/**
 * Projects that left the ledger or came back since the oldest of the days. They are few, and what they were on each day
 * is decided by the rules; all others have been in the ledger since they entered it.
 */
async function movedProjects(actor: Actor, { from, to, weekEnds }: BoardDays): Promise<Moved[]> {
  const since = [from, ...weekEnds].reduce((a, b) => (a < b ? a : b))
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT m."projectId" AS id FROM "StageChange" m JOIN "Project" p ON p."id" = m."projectId"
    WHERE m."on" > ${since}::date AND m."fromStatus" <> m."toStatus" AND ${visibleSql(actor)}`
  if (found.length === 0) return []
  const ids = found.map((row) => row.id)
  const oldestFirst = [
    { on: 'asc' },
    { at: 'asc' },
    { id: 'asc' },
  ] satisfies Prisma.StageChangeOrderByWithRelationInput[]
  const rows = await db.project.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      enteredOn: true,
      level: true,
      status: true,
      stageChanges: {
        where: { on: { gt: toDb(since) }, fromStatus: { not: null } },
        orderBy: oldestFirst,
        select: { on: true, fromStatus: true, toStatus: true },
      },
      levelChanges: {
        where: { on: { gt: toDb(since) }, procedureId: null },
        orderBy: oldestFirst,
        select: { on: true, from: true, to: true },
      },
    },
  })
  return rows.map((row): Moved => {
    const history = {
      ...row,
      enteredOn: fromDb(row.enteredOn),
      turns: row.levelChanges.map((turn) => ({ ...turn, on: fromDb(turn.on) })),
      moves: row.stageChanges.map((m) => ({ on: fromDb(m.on), from: m.fromStatus as Status, to: m.toStatus })),
    }
    const at = (day: PlainDate) => ledgerLevelOn(history, day)
    return { id: row.id, was: at(from), now: at(to), weeks: weekEnds.map(at) }
  })
}

/** The colour each project turned from first after a day; who did not turn since has no row. */
const turnedAfter = (districtId: string, day: PlainDate) => Prisma.sql`
  SELECT DISTINCT ON (c."projectId") c."projectId" AS id, c."from" AS was FROM "LevelChange" c
  WHERE c."districtId" = ${districtId}::uuid AND c."procedureId" IS NULL AND c."on" > ${day}::date
  ORDER BY c."projectId", c."on", c."at", c."id"`

/** Every project of the actor that was in the ledger on either day, with its colour on both. */
function placed(actor: Actor, by: BoardGrouping, { from, to, today }: BoardDays, moved: readonly Moved[]): Prisma.Sql {
  const columns = Prisma.sql`p."id", p."number", p."level", ${KEY[by]} AS key,
    p."taskforceId" AS taskforce, p."streetId" AS street, p."levelOwner" AS owner, p."leaderId" AS leader`
  const past = to < today
  const settled = Prisma.sql`
    SELECT ${columns}, CASE WHEN p."enteredOn" > ${from}::date THEN NULL WHEN f.id IS NULL THEN p."level" ELSE f.was END AS was,
      ${past ? Prisma.sql`CASE WHEN l.id IS NULL THEN p."level" ELSE l.was END` : Prisma.sql`p."level"`} AS now
    FROM "Project" p LEFT JOIN (${turnedAfter(actor.districtId, from)}) f ON f.id = p."id"
      ${past ? Prisma.sql`LEFT JOIN (${turnedAfter(actor.districtId, to)}) l ON l.id = p."id"` : Prisma.empty}
    WHERE ${visibleSql(actor)} AND ${inLedgerSql} AND p."enteredOn" <= ${to}::date
      ${moved.length > 0 ? Prisma.sql`AND p."id" <> ALL(${moved.map((m) => m.id)}::uuid[])` : Prisma.empty}`
  if (moved.length === 0) return settled
  return Prisma.sql`${settled} UNION ALL SELECT ${columns}, m.was::"Level", m.now::"Level" FROM "Project" p
    JOIN unnest(${moved.map((m) => m.id)}::uuid[], ${moved.map((m) => m.was)}::text[], ${moved.map((m) => m.now)}::text[])
      AS m(id, was, now) ON m.id = p."id" WHERE ${visibleSql(actor)}`
}

/** What of the placed projects a list shows. */
function listed({ group, now, was, turned }: WarningQuery): Prisma.Sql {
  const and = [Prisma.sql`TRUE`]
  if (group !== undefined) and.push(group === NO_GROUP ? Prisma.sql`key IS NULL` : Prisma.sql`key::text = ${group}`)
  // What has left is in no list but its own, and in that of what was there before.
  if (now === 'LEFT') and.push(Prisma.sql`now IS NULL`)
  else if (now) and.push(Prisma.sql`now = ${now}::"Level"`)
  else if (!was) and.push(Prisma.sql`now IS NOT NULL`)
  if (was === 'NEW') and.push(Prisma.sql`was IS NULL`)
  else if (was) and.push(Prisma.sql`was = ${was}::"Level"`)
  if (turned) and.push(Prisma.sql`was <> now`)
  return Prisma.join(and, ' AND ')
}

/** A project in one of the board's lists. */
export type Placed = Readonly<{ id: string; was: Level | null; now: Level | null }>
type Line = BoardCell & Readonly<{ kind: 'cell' | 'key' | 'turned' | 'list' | 'count'; id: string | null; by: number }>

const one = (level: Level | null, colour: Level) => Number(level === colour)

/**
 * What the board counts and lists, in one pass over the cached colours: nothing is read of a project but its place, except
 * for the ids of the lists that are shown.
 *
 * Who sees what: `visibleSql`.
 *
 * @param query     the list beside the board; null when there is none
 * @param shown     rows of the short list of those that turned
 * @param page      rows of a page of the other
 */
export async function boardCells(
  actor: Actor,
  by: BoardGrouping,
  days: BoardDays,
  query: WarningQuery | null,
  shown: number,
  page: number,
) {
  const moved = await movedProjects(actor, days)
  const first = days.weekEnds[0] ?? days.to
  const matching = query && listed(query)
  const [lines, turns] = await Promise.all([
    db.$queryRaw<Line[]>`
      WITH p AS MATERIALIZED (
        SELECT * FROM (${placed(actor, by, days, moved)}) placed WHERE was IS NOT NULL OR now IS NOT NULL)
      SELECT CASE WHEN GROUPING(key) = 0 THEN 'cell' ELSE 'key' END AS kind, GROUPING(taskforce, street, owner, leader) AS by,
        key::text AS "group", was, now, NULL::uuid AS id, count(*)::int AS n
      FROM p GROUP BY GROUPING SETS ((key, was, now), (taskforce), (street), (owner), (leader))
      UNION ALL (SELECT 'turned', 0, key::text, was, now, id, 1 FROM p WHERE was <> now
        ORDER BY now > was DESC, now DESC, was DESC, level DESC, number LIMIT ${shown})
      ${
        query && matching
          ? Prisma.sql`UNION ALL SELECT 'count', 0, NULL, NULL, NULL, NULL, count(*)::int FROM p WHERE ${matching}
              UNION ALL (SELECT 'list', 0, key::text, was, now, id, 1 FROM p WHERE ${matching}
                ORDER BY level DESC, number LIMIT ${page} OFFSET ${(query.page - 1) * page})`
          : Prisma.empty
      }`,
    // By how many of the weeks end before a change: those have one red less or more than the weeks after it.
    db.$queryRaw<{ group: string | null; weeks: number; red: number; yellow: number }[]>`
      SELECT (${KEY[by]})::text AS "group", (c."on" - ${first}::date + 6) / 7 AS weeks,
        (count(*) FILTER (WHERE c."from" = 'RED') - count(*) FILTER (WHERE c."to" = 'RED'))::int AS red,
        (count(*) FILTER (WHERE c."from" = 'YELLOW') - count(*) FILTER (WHERE c."to" = 'YELLOW'))::int AS yellow
      FROM "LevelChange" c JOIN "Project" p ON p."id" = c."projectId"
      WHERE c."districtId" = ${actor.districtId}::uuid AND c."procedureId" IS NULL
        AND c."on" > ${first}::date AND c."on" <= ${days.to}::date
        AND (c."from" IN ('RED', 'YELLOW') OR c."to" IN ('RED', 'YELLOW'))
        AND ${visibleSql(actor)} AND ${inLedgerSql} AND p."enteredOn" <= ${days.to}::date
        ${moved.length > 0 ? Prisma.sql`AND p."id" <> ALL(${moved.map((m) => m.id)}::uuid[])` : Prisma.empty}
      GROUP BY ${KEY[by]}, 2`,
  ])
  const cells = lines.filter((line) => line.kind === 'cell')
  const groupOf = new Map(await keysOf(actor, by, moved))
  return {
    cells,
    past: pastOf(cells, turns, moved, groupOf, days.weekEnds.length),
    groupCounts: Object.fromEntries(
      // GROUPING has a bit for each column a row is not grouped by, the first column's the highest.
      BOARD_GROUPINGS.map((grouping, i) => [
        grouping,
        lines.filter((line) => line.kind === 'key' && line.by === 15 - 2 ** (3 - i)).length,
      ]),
    ) as Record<BoardGrouping, number>,
    turned: lines.flatMap(({ kind, id, was, now }): Placed[] => (kind === 'turned' && id ? [{ id, was, now }] : [])),
    listed: lines.flatMap(({ kind, id, was, now }): Placed[] => (kind === 'list' && id ? [{ id, was, now }] : [])),
    count: lines.find((line) => line.kind === 'count')?.n ?? 0,
  }
}

/** What the moved projects are grouped by. */
async function keysOf(actor: Actor, by: BoardGrouping, moved: readonly Moved[]): Promise<[string, string | null][]> {
  if (moved.length === 0) return []
  const rows = await db.$queryRaw<{ id: string; key: string | null }[]>`
    SELECT p."id", (${KEY[by]})::text AS key FROM "Project" p
    WHERE p."id" = ANY(${moved.map((m) => m.id)}::uuid[]) AND ${visibleSql(actor)}`
  return rows.map(({ id, key }) => [id, key])
}

/** Red and yellow of each week: those of the last day, less what turned since. */
function pastOf(
  cells: readonly BoardCell[],
  turns: readonly Readonly<{ group: string | null; weeks: number; red: number; yellow: number }>[],
  moved: readonly Moved[],
  groupOf: ReadonlyMap<string, string | null>,
  weeks: number,
): WeekCell[] {
  const last = cells.map(({ group, now, n }) => ({
    group,
    red: n * one(now, 'RED'),
    yellow: n * one(now, 'YELLOW'),
  }))
  return Array.from({ length: weeks }, (_, week) => [
    ...last.map((cell) => ({ ...cell, week })),
    ...turns.filter((turn) => turn.weeks > week).map(({ group, red, yellow }) => ({ group, week, red, yellow })),
    // Those of the last day hold the moved ones as well, as they were on that day.
    ...moved.map((m) => ({
      group: groupOf.get(m.id) ?? null,
      week,
      red: one(m.weeks[week] ?? null, 'RED') - one(m.now, 'RED'),
      yellow: one(m.weeks[week] ?? null, 'YELLOW') - one(m.now, 'YELLOW'),
    })),
  ]).flat()
}
