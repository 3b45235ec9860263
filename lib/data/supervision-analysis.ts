import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { COMPLAINT_KINDS, SATISFIED_FROM } from '@/lib/domain/complaint/complaint'
import { isMerged } from '@/lib/domain/complaint/move'
import type { Period } from '@/lib/domain/figure'
import { daysOfMonth, monthsBetween } from '@/lib/domain/month-row'
import { monthOf, type PlainDate } from '@/lib/domain/plain-date'
import { ok } from '@/lib/domain/result'
import { analyse, type CountedComplaint, sumComplaints } from '@/lib/domain/supervision/analysis'
import { COUNTS_DISTRICT } from '@/lib/domain/supervision/sight'
import type { SLIP_RESULTS } from '@/lib/domain/supervision/slip'
import type { Analysis, AnalysisRow, SupervisionSums } from '@/lib/schemas/supervision'
import type { Prisma } from '@/prisma/generated/client'
import { countedComplaints, takenUpOrJoined } from './complaint-where'
import { dayOrNull, fromDb, toDb } from './date'
import { db } from './db'
import { loadLevelContext } from './level-context'
import { lateSlips, repliedInTime, visibleSupervisions } from './supervision-where'
import { write } from './write'

const within = ({ from, to }: Period) => ({ gte: toDb(from), lte: toDb(to) })

/** What slips come to that were issued in some days. */
export async function sumSupervisions(actor: Actor, period: Period, today: PlainDate): Promise<SupervisionSums> {
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const issued = { AND: [visibleSupervisions(actor), { issuedOn: within(period) }] }
  const count = (...more: Prisma.SupervisionSlipWhereInput[]) =>
    db.supervisionSlip.count({ where: { AND: [issued, ...more] } })
  const [all, inTime, replied, late, closed, results, redone, announced] = await Promise.all([
    count(),
    count(repliedInTime()),
    count({ firstReplyOn: { not: null } }),
    // What was looked into without any reply had been announced to everybody: it never came in time.
    count({ firstReplyOn: null }, { OR: [lateSlips(today, calendar), { state: { in: ['VERIFIED', 'CLOSED'] } }] }),
    count({ state: 'CLOSED' }),
    db.supervisionSlip.groupBy({ by: ['result'], where: issued, _count: { _all: true } }),
    count({ redone: { gt: 0 } }),
    count({ announcedOn: { not: null } }),
  ])
  const of = (result: (typeof SLIP_RESULTS)[number]) =>
    results.find((group) => group.result === result)?._count._all ?? 0
  return {
    issued: all,
    inTime,
    judged: replied + late,
    closed,
    byResult: {
      SUBSTANTIATED: of('SUBSTANTIATED'),
      PARTLY: of('PARTLY'),
      UNFOUNDED: of('UNFOUNDED'),
      NOT_OURS: of('NOT_OURS'),
    },
    redone,
    announced,
  }
}

/**
 * What came in during some days, counted by point, unit and kind, and what became of slips 半年分析.
 *
 * Who sees what: totals of the district, or of his own unit; points have a line each, whether anything came in there or not.
 */
export async function loadAnalysis(actor: Actor, period: Period, today: PlainDate): Promise<Analysis> {
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const where = {
    AND: [countedComplaints(actor, { today, calendar }, true), takenUpOrJoined, { filedOn: within(period) }],
  }
  const [records, points, slips] = await Promise.all([
    db.complaint.findMany({
      where,
      select: {
        pointId: true,
        leadOrgId: true,
        kind: true,
        filedOn: true,
        dueOn: true,
        answeredOn: true,
        rating: true,
        revisitGood: true,
        repeatOfId: true,
        state: true,
        receivedOn: true,
      },
    }),
    db.monitorPoint.findMany({
      where: { districtId: actor.districtId },
      select: { id: true, name: true },
      orderBy: { number: 'asc' },
    }),
    sumSupervisions(actor, period, today),
  ])
  const rows = records.map(
    (record): CountedComplaint => ({
      pointId: record.pointId,
      agencyId: record.leadOrgId,
      kind: record.kind,
      filedOn: fromDb(record.filedOn),
      dueOn: dayOrNull(record.dueOn),
      answeredOn: dayOrNull(record.answeredOn),
      // By his stars, or by what he told whoever asked.
      content: record.rating === null ? record.revisitGood : record.rating >= SATISFIED_FROM,
      repeated: record.repeatOfId !== null,
      joined: isMerged({ state: record.state, receivedOn: dayOrNull(record.receivedOn) }, record.repeatOfId !== null),
    }),
  )
  const units = await db.org.findMany({
    where: { id: { in: records.flatMap(({ leadOrgId }) => leadOrgId ?? []) } },
    select: { id: true, shortName: true },
    orderBy: { shortName: 'asc' },
  })
  const named = (lines: ReturnType<typeof analyse>, names: ReadonlyMap<string, string>): AnalysisRow[] =>
    lines.map((line) => ({ ...line, name: line.id === null ? null : (names.get(line.id) ?? line.id) }))
  const most = (a: AnalysisRow, b: AnalysisRow) =>
    Number(a.id === null) - Number(b.id === null) || b.sums.received - a.sums.received
  const inMonth = (month: string) => rows.filter(({ filedOn, joined }) => !joined && monthOf(filedOn) === month).length
  return {
    total: sumComplaints(rows, today),
    byPoint: named(
      // Of a unit's own, the points they were said at; the others are not its business.
      analyse(rows, ({ pointId }) => pointId, COUNTS_DISTRICT.has(actor.role) ? points.map(({ id }) => id) : [], today),
      new Map(points.map(({ id, name }) => [id, name])),
    ),
    byAgency: named(
      analyse(
        rows,
        ({ agencyId }) => agencyId,
        units.map(({ id }) => id),
        today,
      ),
      new Map(units.map(({ id, shortName }) => [id, shortName])),
    ).toSorted(most),
    byKind: named(
      analyse(rows, ({ kind }) => kind, COMPLAINT_KINDS, today),
      new Map(),
    ),
    months: monthsBetween(period.from, period.to).map((month) => ({
      month,
      ...daysOfMonth(month),
      received: inMonth(month),
    })),
    slips,
  }
}

/** Notes that somebody takes the analysis of some days along. @returns err FORBIDDEN */
export const recordAnalysis = write('supervision.take', async (_tx, _actor, { from, to }: Period) =>
  ok({ value: null, subject: `${from} ${to}`, detail: { from, to } }),
)
