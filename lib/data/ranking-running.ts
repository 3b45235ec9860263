import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { monthOf, type PlainDate } from '@/lib/domain/plain-date'
import { type Chances, chancesOf, climbAhead } from '@/lib/domain/ranking/climb'
import { countTables } from '@/lib/domain/ranking/count-month'
import type { CountedItem } from '@/lib/domain/ranking/item'
import type { RankingParameters } from '@/lib/domain/ranking/parameters'
import type { MonthTable } from '@/lib/domain/ranking/row'
import { ownSubjects, rankingSight, seesDraftRanking } from '@/lib/domain/ranking/sight'
import { spanOf, spanUntil } from '@/lib/domain/ranking/span'
import { SCORE_TABLES, type ScoreTable } from '@/lib/domain/score'
import type { RankingRunning, RunningSubject } from '@/lib/schemas/ranking-running'
import { db } from './db'
import { loadLevelContext } from './level-context'
import { loadMonthFacts } from './ranking-facts'
import { pagesOf } from './ranking-items'
import { rulesForMonth } from './ranking-rules-in-force'

/** The running month of a district as it was counted at some minute. */
type Counted = Readonly<{
  at: Date
  parameters: RankingParameters
  tables: Readonly<Record<ScoreTable, MonthTable>>
  chances: ReadonlyMap<string, Chances>
}>

/** How long a count is shown again: a month is not counted for every look at it, and the page says of when it is. */
const KEPT_MS = 10 * 60_000
const counts = new Map<string, Readonly<{ since: number; counted: Promise<Counted> }>>()

const keyOf = (table: ScoreTable, subjectId: string) => `${table} ${subjectId}`

function bySubject(items: readonly CountedItem[]): Map<string, CountedItem[]> {
  const all = new Map<string, CountedItem[]>()
  for (const item of items) {
    const key = keyOf(item.table, item.subjectId)
    const own = all.get(key)
    if (own) own.push(item)
    else all.set(key, [item])
  }
  return all
}

async function countRunning(districtId: string, today: PlainDate, at: Date): Promise<Counted> {
  const month = monthOf(today)
  const { calendar, parameters: limits } = await loadLevelContext(db, districtId, today)
  const { parameters } = await rulesForMonth(db, districtId, month)
  const facts = await loadMonthFacts(db, districtId, month)
  const { items, tables } = countTables(facts, parameters, calendar, limits, spanUntil(month, today))
  const whole = bySubject(countTables(facts, parameters, calendar, limits, spanOf(month)).items)
  const sofar = bySubject(items)
  const chances = new Map(
    [...new Set([...sofar.keys(), ...whole.keys()])].map((key) => [
      key,
      chancesOf(sofar.get(key) ?? [], whole.get(key) ?? [], today),
    ]),
  )
  return { at, parameters, tables, chances }
}

/** Counted once for all who ask within some minutes, those who ask at once among them. */
function countOf(districtId: string, today: PlainDate, now: Date): Promise<Counted> {
  const key = `${districtId} ${today}`
  const kept = counts.get(key)
  const age = kept ? now.getTime() - kept.since : KEPT_MS
  if (kept && age >= 0 && age < KEPT_MS) return kept.counted
  for (const [other, { since }] of counts) if (now.getTime() - since >= KEPT_MS) counts.delete(other)
  const counted = countRunning(districtId, today, now)
  counts.set(key, { since: now.getTime(), counted })
  counted.catch(() => counts.delete(key))
  return counted
}

/**
 * Where those who are ranked stand in the running month so far, and what can still be done in it 本月到今天: counted by the
 * rules of the month from the facts as they are, as its ranking will be from those of its last day. Nothing of it is kept.
 *
 * Who sees what: as of a draft. Leaders and the office every table, whoever is ranked his own line and the median.
 *
 * @param now says how old a count may be; a count some minutes old is shown again, and `at` says of when it is
 * @returns null for everybody else
 */
export async function rankingRunning(
  actor: Actor,
  today: PlainDate,
  now: Date,
  asked: Readonly<{ table?: ScoreTable | undefined; subjectId?: string | undefined }>,
): Promise<RankingRunning | null> {
  if (!seesDraftRanking(actor.role)) return null
  const { at, parameters, tables, chances } = await countOf(actor.districtId, today, now)
  const sightOf = (table: ScoreTable) =>
    rankingSight(actor.role, table, { published: false, named: parameters.publishStewardNames })
  const seen = SCORE_TABLES.filter((table) => sightOf(table) !== null)
  const table = seen.find((one) => one === asked.table) ?? seen[0]
  if (!table) return null
  const all = tables[table].rows
  const whole = sightOf(table) === 'ALL'
  const own = new Set(ownSubjects(actor))
  const rows = whole ? all : all.filter(({ subjectId }) => own.has(subjectId))
  const row = rows.find(({ subjectId }) => subjectId === asked.subjectId) ?? rows[0]
  let subject: RunningSubject | null = null
  if (row) {
    const own: Chances = chances.get(keyOf(table, row.subjectId)) ?? { lost: [], ahead: [] }
    const items = [...own.lost, ...own.ahead]
    const pageOf = await pagesOf(actor, items)
    subject = {
      row,
      items: items.map((item) => ({ ...item, href: pageOf(item), points: null })),
      climb: climbAhead(table, row.subjectId, all, own, parameters),
    }
  }
  return {
    month: monthOf(today),
    at: at.toISOString(),
    seen,
    table,
    whole,
    rows,
    means: tables[table].means,
    median: tables[table].median,
    parameters,
    subject,
  }
}
