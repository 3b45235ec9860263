import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { compareLevel } from '@/lib/domain/level-scale'
import { CHANGE_KINDS, compareWeeks, type ProjectChange, type ProjectThen } from '@/lib/domain/meeting/week-compare'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ChangeRow, WeekChanges, WeekQuery } from '@/lib/schemas/meeting'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { freshenLevels } from './freshen-levels'
import { frozenReasons } from './frozen-reasons'
import { namesOfIds } from './names'
import { visibleProjects } from './visible'
import { endOf, pictureOf } from './week-picture'
import { type FrozenWeek, findFrozenWeeks, frozenPicture } from './week-snapshots'

const PAGE = 20

/** What two pictures are taken of: a frozen week, or the end of a day. */
export type Side = Readonly<{ day: PlainDate; frozen: FrozenWeek | null }>

const scopeOf = (query: WeekQuery): Prisma.ProjectWhereInput => ({
  ...(query.taskforce ? { taskforceId: query.taskforce } : {}),
  ...(query.leader ? { leaderId: query.leader } : {}),
  ...(query.steward ? { stewards: { some: { toOn: null, personId: query.steward } } } : {}),
})

type Seen = ProjectThen & { reasons: Prisma.JsonValue }

const takePicture = (districtId: string, side: Side, where: Prisma.ProjectWhereInput): Promise<Seen[]> =>
  side.frozen
    ? frozenPicture(db, side.frozen.id, where)
    : pictureOf(db, { AND: [{ districtId }, where] }, side.day, endOf(side.day))

/** Whom a comparison can be narrowed to: those with a project the actor sees. */
async function choicesOf(seen: Prisma.ProjectWhereInput): Promise<WeekChanges['choices']> {
  const [projects, stewards] = await Promise.all([
    db.project.findMany({
      where: seen,
      select: {
        taskforce: { select: { id: true, shortName: true } },
        leader: { select: { id: true, name: true } },
      },
    }),
    db.person.findMany({
      where: { stewardships: { some: { toOn: null, project: seen } } },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
  ])
  const distinct = (rows: ({ id: string; name: string } | null)[]) =>
    [...new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : []))).values()].sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )
  return {
    taskforce: distinct(projects.map(({ taskforce: t }) => t && { id: t.id, name: t.shortName })),
    leader: distinct(projects.map(({ leader }) => leader)),
    steward: stewards,
  }
}

/** Worse ones first, the worst on top; then the rest as they come. */
const byWeight = (a: ProjectChange, b: ProjectChange) =>
  Number(b.kinds.has('worse')) - Number(a.kinds.has('worse')) ||
  compareLevel(b.after?.level ?? 'GREY', a.after?.level ?? 'GREY')

async function rowsOf(
  actor: Actor,
  changes: readonly ProjectChange[],
  pictures: readonly Seen[],
): Promise<ChangeRow[]> {
  const ids = changes.map((change) => change.id)
  const said = new Map(pictures.map((p) => [p.id, p.reasons]))
  const sides = changes.flatMap(({ before, after }) => [before, after].flatMap((side) => side ?? []))
  const [projects, reasons, names] = await Promise.all([
    db.project.findMany({
      where: { AND: [visibleProjects(actor), { id: { in: ids } }] },
      select: { id: true, name: true },
    }),
    frozenReasons(
      db,
      actor.districtId,
      ids.map((id) => ({ id, reasons: said.get(id) ?? [] })),
    ),
    namesOfIds(db, [
      ...new Set(sides.flatMap((s) => [s.stewardId, s.leaderId, s.taskforceId].flatMap((id) => id ?? []))),
    ]),
  ])
  const nameOf = new Map(projects.map((p) => [p.id, p.name]))
  const both = <T>(change: ProjectChange, read: (side: ProjectThen) => T | null) => ({
    before: change.before && read(change.before),
    after: change.after && read(change.after),
  })
  const named = (id: string | null) => (id ? (names[id] ?? null) : null)
  return changes.flatMap((change): ChangeRow[] => {
    const name = nameOf.get(change.id)
    if (name === undefined) return []
    const { before, after } = change
    return [
      {
        id: change.id,
        name,
        kinds: CHANGE_KINDS.filter((kind) => change.kinds.has(kind)),
        levels: both(change, (s) => s.level),
        reason: reasons.get(change.id) ?? null,
        stages: both(change, (s) => s.stage),
        starts: both(change, (s) => s.startOn),
        productions: both(change, (s) => s.productionOn),
        addedFen: before && after ? (after.doneFen ?? 0n) - (before.doneFen ?? 0n) : 0n,
        stewards: both(change, (s) => named(s.stewardId)),
        leaders: both(change, (s) => named(s.leaderId)),
        taskforces: both(change, (s) => named(s.taskforceId)),
      },
    ]
  })
}

/**
 * What changed between two frozen weeks, or two days 较上周.
 *
 * Who sees what: `visibleProjects`; counts, sums and rows come from the same comparison.
 */
export async function loadChanges(actor: Actor, from: Side, to: Side, query: WeekQuery): Promise<WeekChanges> {
  const seen = visibleProjects(actor)
  const where = { AND: [seen, scopeOf(query)] }
  const [before, after, choices] = await Promise.all([
    takePicture(actor.districtId, from, where),
    takePicture(actor.districtId, to, where),
    choicesOf(seen),
  ])
  const comparison = compareWeeks(before, after)
  const { kind } = query
  const listed = kind ? comparison.changes.filter((change) => change.kinds.has(kind)).toSorted(byWeight) : []
  const first = (query.page - 1) * PAGE
  return {
    from: from.day,
    to: to.day,
    frozen: from.frozen !== null && to.frozen !== null,
    total: after.length,
    counts: comparison.counts,
    levels: comparison.levels,
    addedFen: comparison.addedFen,
    list: kind
      ? {
          rows: await rowsOf(actor, listed.slice(first, first + PAGE), after),
          count: listed.length,
          pages: Math.max(1, Math.ceil(listed.length / PAGE)),
        }
      : null,
    choices,
  }
}

/**
 * The two sides of a week's page: its frozen picture and the one before; a day somebody chose instead is read back.
 *
 * @returns null when the week is not frozen and no days are chosen
 */
export async function sidesOf(
  actor: Actor,
  weekOf: PlainDate,
  query: WeekQuery,
  today: PlainDate,
): Promise<{ from: Side; to: Side } | null> {
  const { week, before } = await findFrozenWeeks(db, actor.districtId, weekOf)
  const side = (day: PlainDate | undefined, kept: FrozenWeek | null): Side | null =>
    kept && (day === undefined || day === kept.dataLine.on)
      ? { day: kept.dataLine.on, frozen: kept }
      : day
        ? { day: day < today ? day : today, frozen: null }
        : null
  const to = side(query.to, week)
  const from = side(query.from, before)
  if (!from || !to) return null
  // Whoever mixes them up means the same.
  if (to.day === today) await freshenLevels(actor.districtId, today)
  return from.day <= to.day ? { from, to } : { from: to, to: from }
}
