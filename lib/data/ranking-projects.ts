import 'server-only'
import type { Level } from '@/lib/domain/level-scale'
import { type PlainDate, yearOf, ymd } from '@/lib/domain/plain-date'
import type { RankedProject, Stewardship } from '@/lib/domain/ranking/facts'
import type { Span } from '@/lib/domain/ranking/span'
import { Prisma } from '@/prisma/generated/client'
import type { Tx } from './db'
import { loadLevelContext } from './level-context'
import { waiversSince } from './waivers'

const day = (column: string) => Prisma.sql`to_char(${Prisma.raw(column)}, 'YYYY-MM-DD')`

type Row = Omit<RankedProject, 'plan' | 'stewards' | 'start' | 'signing' | 'waived' | 'colours'> &
  Readonly<{
    level: Level
    /** Colour frozen at the end of the month, where it was. */
    frozen: Level | null
    plannedFen: bigint | null
    openingFen: bigint | null
    doneFen: bigint | null
    newFen: bigint | null
    planFromOn: PlainDate | null
    stewards: readonly Stewardship[] | null
    startId: string | null
    startPlannedOn: PlainDate | null
    startActualOn: PlainDate | null
    signingId: string | null
    signedOn: PlainDate | null
  }>

/**
 * Projects that were in the ledger on some day of the month, as they stood at its end: stage and status by the first step
 * taken after it, the start as it was planned then, money by the week it was completed in.
 */
const loadRows = (tx: Tx, districtId: string, { month, first, last }: Span) => tx.$queryRaw<Row[]>`
  SELECT p.id, p.name, p.number, coalesce(later."fromStage", p.stage)::text AS stage,
    coalesce(later."fromStatus", p.status)::text AS status, p.level::text AS level, f.level::text AS frozen,
    ${day('p."enteredOn"')} AS "enteredOn", ${day('gone."on"')} AS "leftOn", ${day('p."enrolledOn"')} AS "enrolledOn",
    p."taskforceId", t."shortName" AS taskforce, p."streetId" AS "areaId", a."shortName" AS area, l."shortName" AS "leadUnit",
    p."totalFen", y."plannedFen", y."openingFen", money.done AS "doneFen", money.new AS "newFen",
    ${day('y."fromOn"')} AS "planFromOn", hands.stewards,
    s.id AS "startId", ${day('CASE WHEN moved.id IS NULL THEN s."plannedOn" ELSE moved."fromOn" END')} AS "startPlannedOn",
    ${day('s."actualOn"')} AS "startActualOn", g.id AS "signingId", ${day('g."actualOn"')} AS "signedOn"
  FROM "Project" p
  LEFT JOIN "Org" t ON t.id = p."taskforceId"
  LEFT JOIN "Org" a ON a.id = p."streetId"
  LEFT JOIN "Org" l ON l.id = p."leadUnitId"
  LEFT JOIN "MonthLevel" f ON f."projectId" = p.id AND f.month = ${month}
  LEFT JOIN "YearPlan" y ON y."projectId" = p.id AND y.year = ${yearOf(last)} AND y."plannedFen" > 0
  LEFT JOIN "Milestone" s ON s."projectId" = p.id AND s.kind = 'START'
  LEFT JOIN "Milestone" g ON g."projectId" = p.id AND g.kind = 'SIGNING'
  LEFT JOIN LATERAL (
    SELECT c.id, c."fromOn" FROM "PlanChange" c WHERE c."milestoneId" = s.id AND c."on" > ${last}::date
    ORDER BY c."on", c.at LIMIT 1) moved ON s.moves > 0
  LEFT JOIN LATERAL (
    SELECT c."fromStage", c."fromStatus" FROM "StageChange" c WHERE c."projectId" = p.id AND c."on" > ${last}::date
    ORDER BY c."on", c.at LIMIT 1) later ON true
  LEFT JOIN LATERAL (
    SELECT c."on" FROM "StageChange" c
    WHERE c."projectId" = p.id AND c."on" <= ${last}::date AND c."toStatus" IN ('REMOVED', 'MERGED')
    ORDER BY c."on" DESC, c.at DESC LIMIT 1) gone ON coalesce(later."fromStatus", p.status) IN ('REMOVED', 'MERGED')
  LEFT JOIN LATERAL (
    SELECT coalesce(sum(e."amountFen"), 0)::bigint AS done,
      coalesce(sum(e."amountFen") FILTER (WHERE e."weekOf" >= ${first}::date), 0)::bigint AS new
    FROM "InvestmentEntry" e
    WHERE e."projectId" = p.id AND e."weekOf" BETWEEN ${ymd(yearOf(last), 1, 1)}::date AND ${last}::date) money
    ON y.id IS NOT NULL
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('personId', h."personId", 'fromOn', h."fromOn", 'toOn', h."toOn")
      ORDER BY h."fromOn") AS stewards
    FROM "StewardAssignment" h
    WHERE h."projectId" = p.id AND h."fromOn" <= ${last}::date AND (h."toOn" IS NULL OR h."toOn" > ${first}::date)) hands
    ON true
  WHERE p."districtId" = ${districtId}::uuid AND p."enteredOn" <= ${last}::date
    AND NOT (coalesce(later."fromStatus", p.status) IN ('REMOVED', 'MERGED') AND coalesce(gone."on" < ${first}::date, true))
  ORDER BY p.number`

type Turn = Readonly<{
  projectId: string
  on: PlainDate
  from: Level | null
  to: Level
  owner: string | null
  reason: RankedProject['colours'][number]['reason']
}>

/** Changes of colour up to the end of the month, with the last one before it began, and the first one after it. */
const loadTurns = (tx: Tx, districtId: string, { first, last }: Span) => tx.$queryRaw<Turn[]>`
  SELECT "projectId", ${day('"on"')} AS "on", "from"::text AS from, "to"::text AS to, owner,
    reasons->0 AS reason FROM (
    SELECT c.*, row_number() OVER (
        PARTITION BY "projectId", CASE WHEN "on" < ${first}::date THEN 0 WHEN "on" > ${last}::date THEN 2 ELSE 1 END
        ORDER BY CASE WHEN "on" < ${first}::date THEN c."on" END DESC, CASE WHEN "on" < ${first}::date THEN c.at END DESC,
          c."on", c.at, c.id) AS nth
    FROM "LevelChange" c WHERE "districtId" = ${districtId}::uuid AND "procedureId" IS NULL) told
  WHERE ("on" BETWEEN ${first}::date AND ${last}::date) OR nth = 1
  ORDER BY "projectId", "on", at, id`

/**
 * The colours of a month: the one it began with, and each it turned to. Where the log does not reach back to it, the colour
 * frozen at its end speaks for it.
 */
function coloursOf(row: Row, turns: readonly Turn[], { first, last }: Span): RankedProject['colours'] {
  const before = turns.findLast(({ on }) => on < first)
  const during = turns.filter(({ on }) => on >= first && on <= last)
  const next = during[0] ?? turns.find(({ on }) => on > last)
  const began = before
    ? { on: before.on, level: before.to, owner: before.owner, reason: before.reason }
    : { on: first, level: next ? (next.from ?? row.frozen ?? 'GREY') : row.level, owner: null }
  return [began, ...during.map(({ on, to, owner, reason }) => ({ on, level: to, owner, reason }))]
}

/** Projects of a district as the ranking of a month reads them; one question for their facts, one for their colours. */
export async function loadRankedProjects(tx: Tx, districtId: string, span: Span): Promise<RankedProject[]> {
  const rows = await loadRows(tx, districtId, span)
  const { calendar } = await loadLevelContext(tx, districtId, span.last)
  const waived = await waiversSince(tx, districtId, span.first, calendar)
  const turns = new Map<string, Turn[]>()
  for (const turn of await loadTurns(tx, districtId, span)) {
    const own = turns.get(turn.projectId)
    if (own) own.push(turn)
    else turns.set(turn.projectId, [turn])
  }
  return rows.map((row): RankedProject => {
    const { plannedFen, openingFen, doneFen, newFen, planFromOn } = row
    return {
      id: row.id,
      name: row.name,
      number: row.number,
      stage: row.stage,
      status: row.status,
      enteredOn: row.enteredOn,
      leftOn: row.leftOn,
      enrolledOn: row.enrolledOn,
      taskforceId: row.taskforceId,
      taskforce: row.taskforce,
      areaId: row.areaId,
      area: row.area,
      leadUnit: row.leadUnit,
      totalFen: row.totalFen,
      plan:
        plannedFen === null
          ? null
          : { plannedFen, doneFen: (openingFen ?? 0n) + (doneFen ?? 0n), newFen: newFen ?? 0n, fromOn: planFromOn },
      stewards: row.stewards ?? [],
      start: row.startId ? { id: row.startId, plannedOn: row.startPlannedOn, actualOn: row.startActualOn } : null,
      signing: row.signingId ? { id: row.signingId, actualOn: row.signedOn } : null,
      waived: waived.get(row.id) ?? [],
      colours: coloursOf(row, turns.get(row.id) ?? [], span),
    }
  })
}
