import { expect } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { storedValue } from '@/lib/domain/briefing/paper'
import { valueWords } from '@/lib/domain/briefing/value-words'
import type { Figure } from '@/lib/domain/figure'
import { type PlainDate, yearOf, ymd } from '@/lib/domain/plain-date'
import { countFigures } from './briefing-sources'
import { db } from './db'

/** Changes a row a figure counts, and hands back what undoes it. */
type Change = () => Promise<() => Promise<unknown>>

/** One row of a table, of those a clause names; the clause and what is set are written here alone. */
const altering =
  (table: string, where: string, set: string, back: string): Change =>
  async () => {
    const [row] = await db.$queryRawUnsafe<{ id: string }[]>(
      `SELECT id::text FROM "${table}" WHERE ${where} ORDER BY id LIMIT 1`,
    )
    expect(row, `a row of ${table} where ${where}`).toBeDefined()
    const update = (what: string) => db.$executeRawUnsafe(`UPDATE "${table}" SET ${what} WHERE id = '${row?.id}'::uuid`)
    await update(set)
    return () => update(back)
  }

/** Takes a row out of every period a report of this year can have. */
const longAgo = (table: string, column: string, where: string): Change =>
  altering(table, where, `"${column}" = "${column}" - 1000`, `"${column}" = "${column}" + 1000`)

/** A 分, a cent, a row more or less. */
const oneMore = (table: string, column: string, where: string): Change =>
  altering(table, where, `"${column}" = "${column}" + 1`, `"${column}" = "${column}" - 1`)

const signed = altering(
  'Project',
  `stage = 'CONSTRUCTION' AND status = 'ACTIVE'`,
  `status = 'REMOVED'`,
  `status = 'ACTIVE'`,
)
const team = altering('Org', `kind = 'TASKFORCE'`, `"dissolvedOn" = date '2026-01-01'`, `"dissolvedOn" = NULL`)
const head = altering('Person', `title = '区长'`, `title = '副区长'`, `title = '区长'`)
const onPlatform = `channel = 'ZHENGHAORONG'`
const grant = altering(
  'FinancingOffer',
  `"grantedFen" > 1 AND "signedFen" IS NULL AND "needId" IN (SELECT id FROM "FinancingNeed" WHERE ${onPlatform})`,
  `"grantedFen" = "grantedFen" - 1`,
  `"grantedFen" = "grantedFen" + 1`,
)
const appeal = longAgo('Issue', 'raisedOn', `source = 'ASSISTANCE' AND state = 'SOLVED'`)
const push = longAgo('PromotionPush', 'on', 'true')
const warehouse = longAgo('OutboundCase', 'on', `kind = 'WAREHOUSE'`)

/** The one event of the seed's account, among others of the year. */
const EVENT = `theme LIKE '%三化改造%'`
const ofEvent = `"eventId" = (SELECT id FROM "FinanceEvent" WHERE ${EVENT})`

/** A number of other-mechanisms.md §1: which figure it is, how it is said, and a row whose change changes it. */
type Accepted = Readonly<{ number: number; name: string; format?: string; words: string; change: Change }>

const ACCEPTED: readonly Accepted[] = [
  { number: 3, name: 'drive.heads', words: '2', change: head },
  { number: 4, name: 'drive.taskforceCount', words: '3', change: team },
  {
    number: 4,
    name: 'drive.taskforces',
    format: '和',
    words: '现代商贸专班、健康服务业专班和低碳工业专班',
    change: team,
  },
  { number: 7, name: 'projects.inLibrary', words: '142', change: signed },
  { number: 8, name: 'projects.signed', words: '61', change: signed },
  { number: 8, name: 'projects.signedShare', words: '43.0%', change: signed },
  {
    number: 10,
    name: 'harbours.built',
    words: '9',
    change: altering(
      'Harbour',
      `"openedOn" IS NOT NULL AND "closedOn" IS NULL`,
      `"openedOn" = "openedOn" + 2000`,
      `"openedOn" = "openedOn" - 2000`,
    ),
  },
  {
    number: 11,
    name: 'financing.appliedPlatform',
    words: '5.29亿元',
    change: oneMore('FinancingNeed', 'amountFen', onPlatform),
  },
  { number: 12, name: 'financing.grantedPlatform', words: '1.18亿元', change: grant },
  { number: 12, name: 'financing.grantRatePlatform', words: '22.3%', change: grant },
  {
    number: 13,
    name: 'packs.handed',
    format: '余百',
    words: '1500余',
    change: longAgo('GiftPack', 'on', '"returnedOn" IS NULL'),
  },
  {
    number: 14,
    name: 'walks.issuesSolved',
    words: '286',
    change: longAgo('Issue', 'raisedOn', `source = 'WALKTHROUGH' AND state = 'SOLVED'`),
  },
  {
    number: 15,
    name: 'points.open',
    words: '18',
    change: altering(
      'MonitorPoint',
      '"openedOn" IS NOT NULL AND "closedOn" IS NULL',
      '"openedOn" = "openedOn" + 2000',
      '"openedOn" = "openedOn" - 2000',
    ),
  },
  { number: 16, name: 'promotion.pushed', words: '2', change: push },
  { number: 16, name: 'promotion.pushedTotal', words: '28.2亿元', change: push },
  { number: 17, name: 'appeals.received', words: '205', change: appeal },
  { number: 17, name: 'appeals.solved', words: '201', change: appeal },
  { number: 17, name: 'appeals.strictRate', words: '98.0%', change: appeal },
  {
    number: 18,
    name: 'jobs.matched',
    format: '余万',
    words: '万余',
    // A post has no id of its own: all of them are one more.
    change: async () => {
      await db.$executeRawUnsafe('UPDATE "JobEventPost" SET offered = offered + 1')
      return () => db.$executeRawUnsafe('UPDATE "JobEventPost" SET offered = offered - 1')
    },
  },
  {
    number: 19,
    name: 'appeals.intendedCredit',
    format: '余千',
    words: '2000余万元',
    change: longAgo('IntendedCredit', 'on', '"withdrawnOn" IS NULL'),
  },
  {
    number: 20,
    name: 'outbound.filedUSD',
    words: '7241万美元',
    change: oneMore('OutboundCase', 'amountMinor', `kind = 'FILING' AND currency = 'USD'`),
  },
  { number: 21, name: 'outbound.warehouses', words: '2', change: warehouse },
  { number: 21, name: 'outbound.warehouseCountries', format: '和', words: '英国和德国', change: warehouse },
  {
    number: 22,
    name: 'outbound.whiteListed',
    words: '1',
    change: longAgo('OutboundCase', 'on', `kind = 'WHITE_LIST'`),
  },
  {
    number: 23,
    name: 'events.upgrade.enterprises',
    format: '余十',
    words: '20余',
    change: altering('EventGuest', `${ofEvent} AND attended`, 'attended = false', 'attended = true'),
  },
  { number: 24, name: 'events.upgrade.banks', words: '2', change: longAgo('FinanceEvent', 'heldOn', EVENT) },
  {
    number: 25,
    name: 'events.upgrade.intended',
    words: '500万元',
    change: oneMore('EventIntention', 'intendedFen', ofEvent),
  },
]

/** What is no figure: names, days, periods and colours (1, 2, 5, 6, 9), other articles (26). */
const NO_FIGURES = [1, 2, 5, 6, 9, 26]

const lineOf = ({ number, name }: Accepted, words: unknown): string => `${number} ${name} ${words}`

/** Counts the year of the demo district: every accepted number comes out of its rows, and another row makes it another one. */
export async function expectAccepted(actor: Actor, today: PlainDate): Promise<void> {
  expect(
    [...new Set([...ACCEPTED.map(({ number }) => number), ...NO_FIGURES])].toSorted((a, b) => a - b),
    'every number of the table is a line, or no figure',
  ).toEqual(Array.from({ length: 26 }, (_, i) => i + 1))
  const year = { from: ymd(yearOf(today), 1, 1), to: today }
  const count = async () => {
    const all = await countFigures(actor, year, { taskforceId: null }, today)
    return ({ name }: Accepted): Figure | undefined => all.find((each) => each.name === name)
  }
  const before = await count()
  const said = (line: Accepted, figure: Figure | undefined) => figure && valueWords(figure.value, line.format ?? null)
  expect(ACCEPTED.map((line) => lineOf(line, said(line, before(line))))).toEqual(
    ACCEPTED.map((line) => lineOf(line, line.words)),
  )
  const worth = (figure: Figure | undefined) => figure && JSON.stringify(storedValue(figure.value))
  for (const change of new Set(ACCEPTED.map((line) => line.change))) {
    const undo = await change()
    const after = await count()
    for (const line of ACCEPTED)
      if (line.change === change) expect(lineOf(line, worth(after(line)))).not.toBe(lineOf(line, worth(before(line))))
    await undo()
  }
  const restored = await count()
  expect(ACCEPTED.map((line) => lineOf(line, worth(restored(line))))).toEqual(
    ACCEPTED.map((line) => lineOf(line, worth(before(line)))),
  )
}
