import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Turn } from '@/lib/domain/level-history'
import type { Level } from '@/lib/domain/level-scale'
import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import { boardOf, matrixOf } from '@/lib/domain/warning-board'
import {
  type BoardGrouping,
  type BoardRow,
  NO_GROUP,
  type WarningBoard,
  type WarningQuery,
} from '@/lib/schemas/warning'
import type { Prisma } from '@/prisma/generated/client'
import { boardCells, type Placed } from './board-cells'
import { fromDb, toDb } from './date'
import { db } from './db'
import { freshenLevels } from './freshen-levels'
import { liveReasons } from './live-reasons'
import { cachedTurn, turnColumns } from './next-turn'
import { weekBefore } from './project-where'
import { visibleProjects } from './visible'

/** Weeks the small history of a group looks back. */
export const BOARD_WEEKS = 8
const TURNED_SHOWN = 8
const LIST_PAGE = 20

/** Names of what the board is grouped by; an owner is his own name. */
async function namesOf(by: BoardGrouping, ids: readonly string[]): Promise<Map<string, string>> {
  if (by === 'owner') return new Map()
  const where = { id: { in: [...ids] } }
  if (by === 'leader') {
    const people = await db.person.findMany({ where, select: { id: true, name: true } })
    return new Map(people.map((p) => [p.id, p.name]))
  }
  const orgs = await db.org.findMany({ where, select: { id: true, shortName: true } })
  return new Map(orgs.map((o) => [o.id, o.shortName]))
}

/** Every change of colour of the actor's projects since a day, oldest first, by project. */
export async function turnsSince(where: Prisma.ProjectWhereInput, districtId: string, since: PlainDate) {
  const changes = await db.levelChange.findMany({
    where: { districtId, procedureId: null, on: { gt: toDb(since) }, project: where },
    orderBy: [{ on: 'asc' }, { at: 'asc' }, { id: 'asc' }],
    select: { projectId: true, on: true, from: true, to: true },
  })
  const turns = new Map<string, Turn[]>()
  for (const { projectId, ...turn } of changes) {
    const list = turns.get(projectId)
    const entry = { ...turn, on: fromDb(turn.on) }
    if (list) list.push(entry)
    else turns.set(projectId, [entry])
  }
  return turns
}

/** The rows of some projects of the board, in the order they are given. */
export async function boardRows<Now extends Level | null>(
  actor: Actor,
  projects: readonly Readonly<{ id: string; was: Level | null; now: Now }>[],
  today: PlainDate,
): Promise<BoardRow<Now>[]> {
  const found = await db.project.findMany({
    where: { AND: [visibleProjects(actor), { id: { in: projects.map((p) => p.id) } }] },
    select: { id: true, name: true, level: true, levelReasons: true, ...turnColumns },
  })
  const live = await liveReasons(actor.districtId, found, today)
  const byId = new Map(found.map((row) => [row.id, row]))
  return projects.flatMap(({ id, was, now }): BoardRow<Now>[] => {
    const row = byId.get(id)
    if (!row) return []
    const { name, level } = row
    const speaks = live.get(id) ?? { reasons: [], ruler: null, lead: null, deadline: null, turnsBy: null }
    return [{ id, name, was, now, level, ...cachedTurn(row), ...speaks }]
  })
}

/** The rows of some projects, in the order they are given; each once, however many lists it is in. */
async function rowsOf(actor: Actor, lists: readonly (readonly Placed[])[], today: PlainDate) {
  const asked = new Map(lists.flat().map((project) => [project.id, project]))
  const byId = new Map((await boardRows(actor, [...asked.values()], today)).map((row) => [row.id, row]))
  return lists.map((list) => list.flatMap(({ id }) => byId.get(id) ?? []))
}

/**
 * The four colours by team, street, whoever has to move, or leader, compared between two days 四色预警看板.
 *
 * Who sees what: `visibleProjects`, as the ledger counts them. Days are over: a colour counts as it was when its day ended,
 * and a project counts on the days it was in the ledger.
 *
 * @param query days default to the same weekday a week before and today; a later day than today is today
 */
export async function loadWarningBoard(actor: Actor, query: WarningQuery, today: PlainDate): Promise<WarningBoard> {
  await freshenLevels(actor.districtId, today)
  const to = query.to && query.to < today ? query.to : today
  const from = query.from && query.from < to ? query.from : weekBefore(to)
  const weekEnds = Array.from({ length: BOARD_WEEKS }, (_, week) => addDays(to, 7 * (week + 1 - BOARD_WEEKS)))
  const asked = query.group ?? query.now ?? query.was ?? query.turned
  const days = { from, to, today, weekEnds }
  const found = await boardCells(actor, query.by, days, asked === undefined ? null : query, TURNED_SHOWN, LIST_PAGE)
  const keys = new Set(found.cells.flatMap((cell) => cell.group ?? []))
  const [names, [turned = [], rows = []]] = await Promise.all([
    namesOf(query.by, [...keys]),
    rowsOf(actor, [found.turned, found.listed], today),
  ])
  const { groups, total } = boardOf(found.cells, found.past, names, BOARD_WEEKS)
  return {
    from,
    to,
    groups: groups.map((group) => ({
      ...group,
      key: group.group ?? NO_GROUP,
      name: group.group === null ? null : (names.get(group.group) ?? group.group),
    })),
    groupCounts: found.groupCounts,
    total,
    matrix: matrixOf(found.cells),
    turned,
    turnedCount: Object.values(total.turned).reduce((sum, n) => sum + n, 0),
    list:
      asked === undefined ? null : { rows, count: found.count, pages: Math.max(1, Math.ceil(found.count / LIST_PAGE)) },
  }
}
