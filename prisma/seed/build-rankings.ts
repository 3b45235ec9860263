import { toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { draftRanking } from '@/lib/data/ranking-draft'
import { correctVersion } from '@/lib/data/ranking-publish'
import { recount } from '@/lib/data/ranking-recount'
import { sealRanking } from '@/lib/data/ranking-seal'
import { addMonths, lastDayOfMonth, monthOf, on, type PlainDate } from '@/lib/domain/plain-date'
import { type RankingDates, rankingDates } from '@/lib/domain/ranking/life'
import { DEFAULT_RANKING_PARAMETERS, type RankingDays } from '@/lib/domain/ranking/parameters'
import type { ScoreTable } from '@/lib/domain/score'
import { type WorkCalendar, workdaysBetween } from '@/lib/domain/work-calendar'
import type { Prisma, RankingItem, RankingVersion } from '@/prisma/generated/client'
import type { Workshop } from './draft'
import { insertRows } from './insert-rows'
import { writeOlderWaivers } from './older-waivers'
import { instantOn } from './timeline'

/** Months that are published before the one in draft. */
const PUBLISHED = 6
/** The months before the latest of those have something in them that was waived. */
const WAIVED = -3
/** Most working days a month has. */
const LAST_WD = 23

const monthBefore = (month: string, n = 1): string => monthOf(addMonths(on(`${month}-01`), -n))

/** The month that is in draft today, and those before it that are published. */
export function rankedMonths(today: PlainDate, calendar: WorkCalendar) {
  const ended = monthOf(addMonths(today, -1))
  // Before the first working day of a month nobody has drafted the one that ended.
  const draft = workdaysBetween(calendar, lastDayOfMonth(ended), today) === 0 ? monthBefore(ended) : ended
  return { draft, published: Array.from({ length: PUBLISHED }, (_, i) => monthBefore(draft, PUBLISHED - i)) }
}

/** Days on which today lies in the middle of the time for objections. */
function daysAround(draft: string, today: PlainDate, calendar: WorkCalendar): RankingDays {
  const passed = workdaysBetween(calendar, lastDayOfMonth(draft), today)
  const day = (n: number) => Math.min(LAST_WD, Math.max(1, n))
  return { draft: day(passed - 1), object: day(passed + 2), decide: day(passed + 4), publish: day(passed + 5) }
}

/** The parameters the month in draft is ranked by: proposed by the office, approved by the head of the district. */
async function writeRules(tx: Tx, shop: Workshop, draft: string, days: RankingDays): Promise<void> {
  const { personId: headId } = await tx.user.findUniqueOrThrow({ where: { username: 'head' } })
  const proposedOn = on(`${monthBefore(draft)}-10`)
  await tx.rankingRules.create({
    data: {
      id: shop.newId(),
      districtId: shop.districtId,
      number: 1,
      params: { ...DEFAULT_RANKING_PARAMETERS, days } as unknown as Prisma.InputJsonValue,
      note: '纳统数据每月中旬才齐，草案和发布相应顺延',
      state: 'APPROVED',
      effectiveMonth: draft,
      proposedById: shop.officePersonId,
      proposedAt: instantOn(proposedOn, 30_000),
      decidedById: headId,
      decidedAt: instantOn(on(`${monthBefore(draft)}-12`), 20_000),
      version: 2,
    },
  })
}

/** An item of a version that was not counted in full, of somebody or of anybody else. */
const weakItem = (tx: Tx, versionId: string, table: ScoreTable, of: Prisma.RankingItemWhereInput) =>
  tx.rankingItem.findFirst({
    where: { versionId, table, indicator: { in: ['A', 'C'] }, out: null, num: 0, ...of },
    orderBy: { seq: 'asc' },
  })

type Told = Readonly<{ claim: string; reason: string | null; state: 'OPEN' | 'ACCEPTED' | 'REFUSED' }>

/** An objection to an item, decided or not, by whoever is ranked or speaks for his unit. */
async function writeObjection(
  tx: Tx,
  shop: Workshop,
  version: RankingVersion,
  item: RankingItem,
  dates: RankingDates,
  { claim, reason, state }: Told,
): Promise<void> {
  const line = await tx.rankingLine.findUniqueOrThrow({
    where: { versionId_table_subjectId: { versionId: version.id, table: item.table, subjectId: item.subjectId } },
  })
  const speaker = await tx.person.findFirstOrThrow({
    where: { OR: [{ id: item.subjectId }, { orgId: item.subjectId }] },
    orderBy: { id: 'asc' },
  })
  const id = shop.newId()
  const { seq, label, indicator, table, subjectId } = item
  const changed =
    state === 'ACCEPTED'
      ? await recount(tx, version, [{ seq, remedy: 'LEAVE_OUT' }], 'OBJECTION', id, null)
      : { ok: true as const, value: [] }
  if (!changed.ok) throw new Error(`objection not told: ${changed.error.code}`)
  await insertRows(tx, 'RankingObjection', [
    {
      id,
      districtId: shop.districtId,
      rankingId: version.rankingId,
      table,
      subjectId,
      subjectName: (line.body as { name: string }).name,
      indicator,
      itemSeq: seq,
      itemLabel: label,
      claim,
      evidence: item.factId && item.kind === 'PROCEDURE' ? [{ kind: 'PROCEDURE', id: item.factId, label }] : [],
      raisedById: speaker.id,
      raisedOn: toDb(dates.draftOn),
      raisedAt: instantOn(dates.draftOn, 24_500),
      state,
      reason,
      changes: changed.value,
      decidedById: state === 'OPEN' ? null : shop.officePersonId,
      decidedAt: state === 'OPEN' ? null : instantOn(dates.decideByOn, 12_000),
      version: state === 'OPEN' ? 1 : 2,
    },
  ])
}

/** What was argued about in the months that are published, newest first; the one before had to be corrected. */
const ARGUED: readonly (Told | 'CORRECTED')[] = [
  {
    state: 'REFUSED',
    claim: '材料当天已交到窗口，只是系统登记晚了一天',
    reason: '受理回执上的日期与系统一致，没有其他凭证，维持原计分',
  },
  {
    state: 'ACCEPTED',
    claim: '市政道路统一开挖，现场停工一周，不是我方原因',
    reason: '经核实属于不可抗因素，这一项不计入',
  },
  'CORRECTED',
]

async function tellMonth(
  tx: Tx,
  shop: Workshop,
  month: string,
  dates: RankingDates,
  told: (typeof ARGUED)[number] | undefined,
) {
  const { districtId, officePersonId, newId } = shop
  const ids = [newId(), newId()] as const
  await draftRanking(tx, districtId, month, { ids, dates, draftedAt: instantOn(dates.draftOn, 300) })
  const version = () => tx.rankingVersion.findUniqueOrThrow({ where: { id: ids[1] } })
  if (told && told !== 'CORRECTED') {
    const table = told.state === 'REFUSED' ? 'AGENCY' : 'STEWARD'
    const item = (await weakItem(tx, ids[1], table, {})) ?? (await weakItem(tx, ids[1], 'STEWARD', {}))
    if (item) await writeObjection(tx, shop, await version(), item, dates, told)
  }
  await sealRanking(tx, ids[1], officePersonId, instantOn(dates.publishOn, 24_000))
  if (told !== 'CORRECTED') return
  const item = await weakItem(tx, ids[1], 'STEWARD', {})
  if (!item) return
  const note = `“${item.label}”实际按期办结，系统补录晚了，更正这一项`
  const corrected = await correctVersion(
    tx,
    { latest: await version() },
    { note, changes: [{ seq: item.seq, remedy: 'COUNT_GOOD' }] },
    officePersonId,
    instantOn(addMonths(dates.publishOn, 1), 9_000),
    { id: newId() },
  )
  if (!corrected.ok) throw new Error(`no correction of ${month}: ${corrected.error.code}`)
}

/**
 * The rankings of the last months as the product would have kept them: six published, one with a second version, objections
 * accepted and refused, and one in draft that may be objected to today.
 */
export async function writeRankings(tx: Tx, shop: Workshop): Promise<void> {
  const { districtId, today, calendar, newId } = shop
  const { draft, published } = rankedMonths(today, calendar)
  await writeOlderWaivers(tx, shop, published.slice(WAIVED, -1))
  for (const [i, month] of published.entries()) {
    const dates = rankingDates(month, DEFAULT_RANKING_PARAMETERS.days, calendar)
    await tellMonth(tx, shop, month, dates, ARGUED[published.length - 1 - i])
  }
  const days = daysAround(draft, today, calendar)
  await writeRules(tx, shop, draft, days)
  const dates = rankingDates(draft, days, calendar)
  const ids = [newId(), newId()] as const
  await draftRanking(tx, districtId, draft, { ids, draftedAt: instantOn(dates.draftOn, 300) })
  const steward = await tx.user.findUniqueOrThrow({ where: { username: 'steward' } })
  const item = await weakItem(tx, ids[1], 'STEWARD', { subjectId: { not: steward.personId } })
  if (!item) return
  const version = await tx.rankingVersion.findUniqueOrThrow({ where: { id: ids[1] } })
  await writeObjection(tx, shop, version, item, dates, {
    state: 'OPEN',
    claim: '部门当天已口头答复，书面材料在走会签',
    reason: null,
  })
}
