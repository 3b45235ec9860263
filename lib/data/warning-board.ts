import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { levelOn, type Turn } from '@/lib/domain/level-history'
import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import { type BoardProject, boardOf, hasTurned, matrixOf, turnedFirst } from '@/lib/domain/warning-board'
import {
  BOARD_GROUPINGS,
  type BoardGrouping,
  type BoardRow,
  NO_GROUP,
  type WarningBoard,
  type WarningQuery,
} from '@/lib/schemas/warning'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import { db } from './db'
import { freshenLevels } from './freshen-levels'
import { liveReasons } from './live-reasons'
import { cachedTurn, turnColumns } from './next-turn'
import { inLedger, lastWeekEnd } from './project-where'
import { visibleProjects } from './visible'

/** Weeks the small history of a group looks back. */
export const BOARD_WEEKS = 8
const TURNED_SHOWN = 8
const LIST_PAGE = 20

const columns = {
  id: true,
  level: true,
  levelOwner: true,
  taskforceId: true,
  streetId: true,
  leaderId: true,
} satisfies Prisma.ProjectSelect
type Row = Prisma.ProjectGetPayload<{ select: typeof columns }>

const keyOf = (row: Row, by: BoardGrouping): string | null =>
  ({ taskforce: row.taskforceId, street: row.streetId, leader: row.leaderId, owner: row.levelOwner })[by]

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

const inList = (query: WarningQuery) => (p: BoardProject) =>
  (query.group === undefined || (p.group ?? NO_GROUP) === query.group) &&
  (query.now === undefined || p.now === query.now) &&
  (query.was === undefined || p.was === query.was) &&
  (query.turned === undefined || hasTurned(p))

/** The rows of some projects of the board, in the order they are given. */
export async function boardRows(
  actor: Actor,
  projects: readonly Pick<BoardProject, 'id' | 'was' | 'now'>[],
  today: PlainDate,
): Promise<BoardRow[]> {
  const found = await db.project.findMany({
    where: { AND: [visibleProjects(actor), { id: { in: projects.map((p) => p.id) } }] },
    select: { id: true, name: true, level: true, levelReasons: true, ...turnColumns },
  })
  const live = await liveReasons(actor.districtId, found, today)
  const byId = new Map(found.map((row) => [row.id, row]))
  return projects.flatMap(({ id, was, now }): BoardRow[] => {
    const row = byId.get(id)
    if (!row) return []
    const { name, level } = row
    const speaks = live.get(id) ?? { reasons: [], ruler: null, lead: null, deadline: null }
    return [{ id, name, was, now, level, ...cachedTurn(row), ...speaks }]
  })
}

/**
 * The four colours by team, street, whoever has to move, or leader, compared between two days 四色预警看板.
 *
 * Who sees what: `visibleProjects`, as the ledger counts them. Days are over: a colour counts as it was when its day ended.
 *
 * @param query days default to the end of last week and today; a later day than today is today
 */
export async function loadWarningBoard(actor: Actor, query: WarningQuery, today: PlainDate): Promise<WarningBoard> {
  await freshenLevels(actor.districtId, today)
  const to = query.to && query.to < today ? query.to : today
  const from = query.from && query.from < to ? query.from : lastWeekEnd(to)
  const weekEnds = Array.from({ length: BOARD_WEEKS }, (_, week) => addDays(to, 7 * (week + 1 - BOARD_WEEKS)))
  const since = [from, ...weekEnds].reduce((a, b) => (a < b ? a : b))
  const where: Prisma.ProjectWhereInput = { AND: [visibleProjects(actor), inLedger, { enteredOn: { lte: toDb(to) } }] }
  const [rows, turns] = await Promise.all([
    db.project.findMany({ where, select: columns, orderBy: [{ level: 'desc' }, { number: 'asc' }] }),
    turnsSince(where, actor.districtId, since),
  ])
  const projects = rows.map((row): BoardProject => {
    const own = turns.get(row.id) ?? []
    const at = (day: PlainDate) => levelOn(own, row.level, day)
    return { id: row.id, group: keyOf(row, query.by), was: at(from), now: at(to) ?? row.level, weeks: weekEnds.map(at) }
  })
  const names = await namesOf(query.by, [...new Set(projects.flatMap((p) => p.group ?? []))])
  const { groups, total } = boardOf(projects, names)
  const turned = turnedFirst(projects)
  const asked = query.group ?? query.now ?? query.was ?? query.turned
  const listed = asked === undefined ? [] : projects.filter(inList(query))
  const first = (query.page - 1) * LIST_PAGE
  const [turnedRows, listRows] = await Promise.all([
    boardRows(actor, turned.slice(0, TURNED_SHOWN), today),
    boardRows(actor, listed.slice(first, first + LIST_PAGE), today),
  ])
  const counts = BOARD_GROUPINGS.map((by) => [by, new Set(rows.map((row) => keyOf(row, by))).size])
  return {
    from,
    to,
    groups: groups.map((group) => ({
      ...group,
      key: group.group ?? NO_GROUP,
      name: group.group === null ? null : (names.get(group.group) ?? group.group),
    })),
    groupCounts: Object.fromEntries(counts) as Record<BoardGrouping, number>,
    total,
    matrix: matrixOf(projects),
    turned: turnedRows,
    turnedCount: turned.length,
    list:
      asked === undefined
        ? null
        : { rows: listRows, count: listed.length, pages: Math.max(1, Math.ceil(listed.length / LIST_PAGE)) },
  }
}
