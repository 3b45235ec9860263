import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import type { Finding } from './finding'
import { enterpriseSearchText, issueSearchText, orgSearchText, personSearchText, searchTextOf } from './search-text'

/** Rows read at a time. */
const PAGE = 1_000

type Row = Readonly<{ id: string; searchText: string; text: string }>

const page = (after: string) => ({ where: { id: { gt: after } }, orderBy: { id: 'asc' as const }, take: PAGE })
const base = { id: true, searchText: true, name: true } as const

/** A page of each table behind an id, with the text each row should have. */
const TABLES = {
  Project: async (after: string) =>
    (await db.project.findMany({ ...page(after), select: { ...base, code: true, number: true } })).map(
      (row): Row => ({ ...row, text: searchTextOf(row) }),
    ),
  Person: async (after: string) =>
    (await db.person.findMany({ ...page(after), select: base })).map(
      (row): Row => ({ ...row, text: personSearchText(row) }),
    ),
  Org: async (after: string) =>
    (await db.org.findMany({ ...page(after), select: { ...base, shortName: true, aliases: true } })).map(
      (row): Row => ({ ...row, text: orgSearchText(row) }),
    ),
  Enterprise: async (after: string) =>
    (await db.enterprise.findMany({ ...page(after), select: { ...base, aliases: true, creditCode: true } })).map(
      (row): Row => ({ ...row, text: enterpriseSearchText(row) }),
    ),
  Issue: async (after: string) =>
    (await db.issue.findMany({ ...page(after), select: { id: true, searchText: true, text: true, number: true } })).map(
      ({ id, searchText, ...row }): Row => ({ id, searchText, text: issueSearchText(row) }),
    ),
}
type Table = keyof typeof TABLES

/** Pages of the rows of a table whose text is not what it should be. */
async function* staleOf(table: Table): AsyncGenerator<Row[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (let rows = await TABLES[table](after); rows.length > 0; rows = await TABLES[table](after)) {
    after = rows.at(-1)?.id ?? after
    const stale = rows.filter((row) => row.text !== row.searchText)
    if (stale.length > 0) yield stale
  }
}

/**
 * Writes the search text of every row that has none, or one of an older spelling 补全检索文本.
 *
 * For databases older than the spelling, and for whatever a hand wrote past the product; versions stay, nothing is audited.
 *
 * @returns how many rows of each table were mended
 */
export async function fillSearchTexts(): Promise<Record<Table, number>> {
  const mended = { Project: 0, Person: 0, Org: 0, Enterprise: 0, Issue: 0 }
  for (const table of Object.keys(TABLES) as Table[])
    for await (const stale of staleOf(table))
      mended[table] += await db.$executeRaw`
        UPDATE ${Prisma.raw(`"${table}"`)} t SET "searchText" = r.text
        FROM jsonb_to_recordset(${JSON.stringify(stale.map(({ id, text }) => ({ id, text })))}::jsonb) AS r(id uuid, text text) WHERE t.id = r.id`
  return mended
}

/** Rows nobody could find by their name: the doctor's check. */
export async function* staleSearchTexts(): AsyncGenerator<Finding> {
  for (const table of Object.keys(TABLES) as Table[])
    for await (const stale of staleOf(table))
      for (const { id, text } of stale)
        yield { invariant: 'SEARCH_TEXT', subject: `${table.toLowerCase()} ${id}`, found: `not findable as ${text}` }
}
