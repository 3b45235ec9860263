import { dbDayOrNull, toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { issueSearchText } from '@/lib/data/search-text'
import type { IssueSource, IssueState } from '@/lib/domain/issue/issue'
import { proposeKind } from '@/lib/domain/issue/kind'
import type { IssueTier } from '@/lib/domain/issue/tier'
import { type PlainDate, yearOf, ymd } from '@/lib/domain/plain-date'
import { addWorkdays, type WorkCalendar, workdayFrom, workdaysBetween } from '@/lib/domain/work-calendar'
import type { Prisma } from '@/prisma/generated/client'
import { issuePeople, momentOf } from './build-issue-moves'
import type { Workshop } from './draft'
import { insertRows } from './insert-rows'
import { type Hand, tellIssue } from './issue-story'
import { randomOf } from './random'
import { REAL_ENTERPRISES } from './real-names'
import { instantOn, lastWorkday } from './timeline'

/** Working days a unit has to settle a problem. */
const TERM = 10
/** Working days a year must have had before it can hold a ledger of its own; else the ledger begins a year back. */
const YEAR_WD = 60
const LAST_YEAR_WD = 220
/** Working days before today within which nothing that is settled was raised: it has had its time. */
const SETTLED_WD = 14

/** How some of a ledger's problems end, or where they are today. */
export type ServiceEnding = Readonly<{
  state: IssueState
  n: number
  /** How many of them were opened again before they were solved. */
  again?: number
  /** Working days ago they were raised; of what is settled they are spread over the year. */
  ago?: number
  /** What these are about, where it matters. */
  plots?: ServiceLedger['plots']
}>

/** A ledger of one source as it is told. */
export type ServiceLedger = Readonly<{
  source: Extract<IssueSource, 'ASSISTANCE' | 'WALKTHROUGH'>
  /** What enterprises say, and the unit it is for. */
  plots: readonly (readonly [text: string, unit: string])[]
  endings: readonly ServiceEnding[]
}>

/** What a service may hang its own rows on. */
export type ServiceIssue = Readonly<{
  id: string
  number: number
  enterpriseId: string
  leadOrgId: string | null
  state: IssueState
  raisedOn: PlainDate
}>

const TIERS: readonly IssueTier[] = ['DEPARTMENT', 'DEPARTMENT', 'DEPARTMENT', 'DEPARTMENT', 'TASKFORCE', 'DISTRICT']

/** The working day the year of a ledger begins on, and how many there are up to the last one that has come. */
export function serviceYear(today: PlainDate, calendar: WorkCalendar): Readonly<{ first: PlainDate; span: number }> {
  const last = lastWorkday(calendar, today)
  const newYear = workdayFrom(calendar, ymd(yearOf(today), 1, 1))
  const passed = newYear < last ? workdaysBetween(calendar, newYear, last) : 0
  return passed >= YEAR_WD
    ? { first: newYear, span: passed }
    : { first: addWorkdays(calendar, last, -LAST_YEAR_WD), span: LAST_YEAR_WD }
}

/** Enterprises nobody of whom signs in, and that are nobody's real name: what is told of them disturbs no workbench. */
async function quietEnterprises(tx: Tx, districtId: string): Promise<string[]> {
  const rows = await tx.enterprise.findMany({
    where: { districtId, users: { none: {} }, NOT: REAL_ENTERPRISES.map((name) => ({ name: { contains: name } })) },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id }) => id)
}

/**
 * Writes the problems of one service with everything that happened to them, in two statements however many there are
 * 服务问题台账. They belong to no project, so that no colour, agenda or ranking of projects knows them.
 *
 * Call it after `writeOlderFacts` and before `writeRankings`: an agency's months count them like any other problem.
 */
export async function writeServiceIssues(tx: Tx, shop: Workshop, ledger: ServiceLedger): Promise<ServiceIssue[]> {
  const { districtId, today, calendar, newId, orgIds } = shop
  const { source, plots, endings } = ledger
  const r = randomOf(`service ${source}`)
  const enterprises = r.shuffle(await quietEnterprises(tx, districtId))
  const people = await issuePeople(tx, districtId)
  const { _max } = await tx.issue.aggregate({ where: { districtId }, _max: { number: true } })
  const last = lastWorkday(calendar, today)
  const { first, span } = serviceYear(today, calendar)
  const told = endings.flatMap(({ state, n, again = 0, ago, plots: own }) =>
    Array.from({ length: n }, (_, i) => ({
      state,
      // Spread as well: not all of them at the year's beginning.
      again: again > 0 && i % Math.floor(n / again) === 0 && i / Math.floor(n / again) < again,
      plot: own?.[i % own.length],
      raisedOn:
        ago === undefined
          ? addWorkdays(calendar, first, Math.floor((i * (span - SETTLED_WD)) / n))
          : addWorkdays(calendar, last, -ago),
    })),
  )
  told.sort((a, b) => (a.raisedOn < b.raisedOn ? -1 : a.raisedOn > b.raisedOn ? 1 : 0))
  const issues: Prisma.IssueCreateManyInput[] = []
  const moves: Prisma.IssueMoveCreateManyInput[] = []
  const made = told.map(({ state, again, plot, raisedOn }, i): ServiceIssue => {
    const [text, unit] = plot ?? plots[i % plots.length] ?? ['', '']
    const open = state === 'IN_HAND' || state === 'TO_ASSIGN' || state === 'IN_PROGRESS'
    const settledOn = open ? null : addWorkdays(calendar, raisedOn, r.int(2, TERM - 1))
    const leadId = orgIds.get(unit) ?? null
    const number = (_max.number ?? 0) + i + 1
    const story = tellIssue(r, {
      text,
      tier: open ? 'DEPARTMENT' : r.pick(TIERS),
      leadId,
      otherId: null,
      raisedOn,
      state,
      answeredOn: state === 'IN_PROGRESS' ? last : settledOn,
      closedOn: state === 'TO_CONFIRM' ? null : settledOn && addWorkdays(calendar, settledOn, 1),
      again,
      today: last,
      calendar,
    })
    const id = newId()
    const enterpriseId = enterprises[i % enterprises.length] ?? ''
    issues.push({
      id,
      districtId,
      number,
      source,
      kind: proposeKind(text),
      text,
      enterpriseId,
      tier: story.steps.at(-1)?.tier ?? 'DEPARTMENT',
      leadOrgId: story.leadId,
      raisedById: people.bizenv?.personId ?? null,
      state: story.state,
      raisedOn: toDb(raisedOn),
      heldSince: toDb(story.heldSince),
      tierSince: toDb(story.tierSince),
      passed: story.passed,
      dueOn: toDb(addWorkdays(calendar, raisedOn, TERM)),
      plannedOn: dbDayOrNull(story.plannedOn),
      outcome: story.outcome,
      result: story.result,
      satisfied: again ? false : story.satisfied,
      understood: state === 'EXPLAINED',
      reopened: again ? 1 : 0,
      closedOn: dbDayOrNull(story.closedOn),
      searchText: issueSearchText({ text, number }),
      createdAt: instantOn(raisedOn, 16_000 + i),
    })
    const accountOf = (hand: Hand, unitId: string | null) =>
      hand === 'UNIT'
        ? (people.accountAt(unitId) ?? shop.officeUserId)
        : hand === 'OFFICE' || hand === 'TASKFORCE'
          ? shop.officeUserId
          : (people.bizenv?.id ?? null)
    story.steps.forEach(({ by, on, unitId, plannedOn, ...step }, line) => {
      moves.push({
        id: newId(),
        issueId: id,
        ...step,
        unitId,
        plannedOn: dbDayOrNull(plannedOn) ?? undefined,
        on: toDb(on),
        at: momentOf(on, line, number),
        actorId: accountOf(by, unitId),
      })
    })
    return { id, number, enterpriseId, leadOrgId: story.leadId, state: story.state, raisedOn }
  })
  await insertRows(tx, 'Issue', issues)
  await insertRows(tx, 'IssueMove', moves)
  return made
}
