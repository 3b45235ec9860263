import { fromDb, toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { FEN_PER_WAN } from '@/lib/domain/money'
import { addDays, addMonths, latest, mondayOf, type PlainDate, yearOf, ymd } from '@/lib/domain/plain-date'
import { REPORTED_STAGES } from '@/lib/domain/project'
import { addWorkdays } from '@/lib/domain/work-calendar'
import type { Prisma } from '@/prisma/generated/client'
import type { Workshop } from './draft'
import { insertRows } from './insert-rows'
import { ISSUE_TEXTS } from './project-texts'
import { type Random, randomOf } from './random'
import { instantOn } from './timeline'

/** Months before today that are told for the rankings. */
const MONTHS = 8
/** Working days a unit has to settle an issue. */
const TERM = 10

const columns = {
  id: true,
  number: true,
  enteredOn: true,
  enterpriseId: true,
  contactId: true,
  stageChanges: { orderBy: [{ on: 'asc' as const }, { at: 'asc' as const }], select: { toStage: true, on: true } },
  stewards: { select: { personId: true, fromOn: true, toOn: true } },
  updates: { orderBy: { on: 'asc' as const }, take: 1, select: { on: true } },
  procedures: { where: { acceptedOn: { not: null } }, select: { agencyId: true, acceptedOn: true } },
} satisfies Prisma.ProjectSelect
type Told = Prisma.ProjectGetPayload<{ select: typeof columns }>

const stageOn = ({ stageChanges }: Told, day: PlainDate) =>
  stageChanges.findLast(({ on }) => on <= toDb(day))?.toStage ?? null

/** “本周无变化” of the weeks before those that are told in words. */
function olderUpdates(r: Random, project: Told, from: PlainDate, shop: Workshop) {
  const first = project.updates[0]
  if (!first) return []
  const rows: Prisma.WeeklyUpdateCreateManyInput[] = []
  for (let monday = addDays(mondayOf(fromDb(first.on)), -7); monday >= from; monday = addDays(monday, -7)) {
    const on = addDays(monday, r.int(0, r.chance(0.12) ? 4 : 3))
    const stage = stageOn(project, on)
    if (!stage || !REPORTED_STAGES.includes(stage) || r.chance(0.06)) continue
    rows.push({
      id: shop.newId(),
      projectId: project.id,
      weekOf: toDb(monday),
      kind: 'UNCHANGED',
      on: toDb(on),
      at: instantOn(on, 5_000 + project.number),
      actorId: shop.officeUserId,
    })
  }
  return rows
}

/** Issues that were settled in those months, most of them in time. */
function olderIssues(r: Random, project: Told, from: PlainDate, shop: Workshop): Prisma.IssueCreateManyInput[] {
  const rows: Prisma.IssueCreateManyInput[] = []
  for (let month = 0; month < MONTHS; month++) {
    if (!r.chance(0.5)) continue
    const raisedOn = addDays(addMonths(from, month), r.int(0, 20))
    const term = r.int(2, r.chance(0.3) ? TERM + 6 : TERM)
    const closedOn = addWorkdays(shop.calendar, raisedOn, term)
    const stage = stageOn(project, raisedOn)
    if (!stage || stage === 'PLANNING' || closedOn >= addDays(shop.today, -10)) continue
    const [text, request, agency] = r.pick(ISSUE_TEXTS)
    rows.push({
      id: shop.newId(),
      districtId: shop.districtId,
      number: 0,
      source: r.pick(['STEWARD', 'CONTACT', 'STREET']),
      text,
      request,
      projectId: project.id,
      enterpriseId: project.enterpriseId,
      tier: r.pick(['DEPARTMENT', 'TASKFORCE']),
      leadOrgId: shop.orgIds.get(agency) ?? null,
      state: r.pick(['SOLVED', 'SOLVED', 'SOLVED', 'EXPLAINED']),
      raisedOn: toDb(raisedOn),
      heldSince: toDb(raisedOn),
      tierSince: toDb(raisedOn),
      dueOn: toDb(addWorkdays(shop.calendar, raisedOn, TERM)),
      closedOn: toDb(closedOn),
      result: '已现场协调，问题得到解决',
      createdAt: instantOn(raisedOn, 15_000),
    })
  }
  return rows
}

/** Stars of the project's enterprise for its steward and one of its agencies, in some of the months. */
function ratings(r: Random, project: Told, from: PlainDate, shop: Workshop): Prisma.RatingCreateManyInput[] {
  const { enterpriseId, contactId } = project
  if (!enterpriseId || !contactId) return []
  const rows: Prisma.RatingCreateManyInput[] = []
  for (let month = 0; month < MONTHS; month++) {
    if (!r.chance(0.3)) continue
    const on = addDays(addMonths(from, month), r.int(1, 24))
    if (on >= shop.today || on < fromDb(project.enteredOn)) continue
    const steward = project.stewards.find(
      ({ fromOn, toOn }) => fromOn <= toDb(on) && (toOn === null || toOn > toDb(on)),
    )
    const agencies = project.procedures.flatMap(({ agencyId, acceptedOn }) =>
      agencyId && acceptedOn && acceptedOn <= toDb(on) ? [agencyId] : [],
    )
    const rated = [
      ...(steward ? [{ table: 'STEWARD' as const, subjectId: steward.personId }] : []),
      ...(agencies.length > 0 ? [{ table: 'AGENCY' as const, subjectId: r.pick(agencies) }] : []),
    ]
    for (const subject of rated)
      rows.push({
        id: shop.newId(),
        districtId: shop.districtId,
        enterpriseId,
        ...subject,
        month: on.slice(0, 7),
        stars: r.pick([5, 5, 5, 4, 4, 4, 3, 2]),
        on: toDb(on),
        at: instantOn(on, 9_000 + project.number),
        personId: contactId,
      })
  }
  return rows
}

/** Money that was completed before the weeks told so far, week by week: the opening sum becomes entries, the total stays. */
async function spreadOpening(tx: Tx, r: Random, from: PlainDate, shop: Workshop): Promise<void> {
  const year = yearOf(shop.today)
  const plans = await tx.yearPlan.findMany({
    where: {
      year,
      openingFen: { gt: 0 },
      project: { districtId: shop.districtId, completions: { some: { weekOf: { gte: toDb(ymd(year, 1, 1)) } } } },
    },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      projectId: true,
      openingFen: true,
      fromOn: true,
      project: {
        select: {
          completions: { orderBy: { weekOf: 'asc' }, take: 1, select: { weekOf: true, actorId: true } },
          milestones: { where: { kind: 'START' }, select: { actualOn: true } },
        },
      },
    },
  })
  const entries: Prisma.InvestmentEntryCreateManyInput[] = []
  const openings: { id: string; openingFen: bigint }[] = []
  for (const { id, projectId, openingFen, fromOn, project } of plans) {
    const [first] = project.completions
    const [start] = project.milestones
    const began = latest(
      latest(ymd(year, 1, 1), fromOn ? fromDb(fromOn) : ymd(year, 1, 1)),
      start?.actualOn ? fromDb(start.actualOn) : ymd(year, 1, 1),
    )
    if (!first) continue
    const last = addDays(fromDb(first.weekOf), -7)
    const weeks = []
    for (let monday = last; monday >= latest(began, from); monday = addDays(monday, -7)) weeks.unshift(monday)
    const all = Math.max(weeks.length, Math.ceil((Date.parse(last) - Date.parse(began)) / (7 * 86_400_000)))
    if (weeks.length === 0 || all === 0) continue
    let left = openingFen
    for (const monday of weeks) {
      const amount = ((openingFen * BigInt(r.int(80, 112))) / BigInt(100 * all) / FEN_PER_WAN) * FEN_PER_WAN
      if (amount <= 0n || amount > left) continue
      left -= amount
      entries.push({
        id: shop.newId(),
        projectId,
        weekOf: toDb(monday),
        amountFen: amount,
        recordedAt: instantOn(addDays(monday, 4), 12_000),
        actorId: first.actorId,
      })
    }
    openings.push({ id, openingFen: left })
  }
  await insertRows(tx, 'InvestmentEntry', entries)
  const rows = JSON.stringify(openings.map((o) => ({ id: o.id, openingFen: String(o.openingFen) })))
  await tx.$executeRaw`
    UPDATE "YearPlan" y SET "openingFen" = o."openingFen"
    FROM jsonb_populate_recordset(null::"YearPlan", ${rows}::jsonb) o WHERE y.id = o.id`
}

/**
 * What happened in the months before those the district is told in: enough that a ranking of any of them has something to
 * count. Nothing of it changes a colour, a total or a list of today.
 */
export async function writeOlderFacts(tx: Tx, shop: Workshop): Promise<void> {
  const { districtId, today } = shop
  const r = randomOf('older facts')
  const from = addMonths(`${today.slice(0, 7)}-01` as PlainDate, -MONTHS)
  const projects = await tx.project.findMany({ where: { districtId }, orderBy: { number: 'asc' }, select: columns })
  await insertRows(
    tx,
    'WeeklyUpdate',
    projects.flatMap((project) => olderUpdates(r, project, from, shop)),
  )
  const { _max } = await tx.issue.aggregate({ where: { districtId }, _max: { number: true } })
  const issues = projects.flatMap((project) => olderIssues(r, project, from, shop))
  issues.sort((a, b) => (a.raisedOn as Date).getTime() - (b.raisedOn as Date).getTime())
  await insertRows(
    tx,
    'Issue',
    issues.map((issue, i) => ({ ...issue, number: (_max.number ?? 0) + i + 1 })),
  )
  await insertRows(
    tx,
    'Rating',
    projects.flatMap((project) => ratings(r, project, from, shop)),
  )
  await spreadOpening(tx, r, from, shop)
}
