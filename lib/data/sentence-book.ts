import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { MatterSetting } from '@/lib/domain/meeting/decision-matter'
import type { Book } from '@/lib/domain/meeting/decision-mention'
import { type PlainDate, yearOf } from '@/lib/domain/plain-date'
import { shortNamesOf } from '@/lib/domain/unit-family'
import type { PublishedYear } from '@/lib/domain/work-calendar'
import type { SentenceSetting } from '@/lib/schemas/sitting'
import { fromDb } from './date'
import { db, type Tx } from './db'
import { loadLevelContext } from './level-context'
import { loadRhythm } from './meeting-rhythm'

/** Units that can be given something to do by a meeting. */
const LEADS = ['AGENCY', 'UTILITY', 'STREET', 'TASKFORCE', 'OFFICE', 'SERVICE_BUREAU', 'STEWARD_UNIT'] as const

/** Roles whose holders a meeting gives something to do by name. */
const NAMED = ['AGENCY', 'AGENCY_HEAD', 'STEWARD', 'TASKFORCE', 'STREET', 'OFFICE', 'BIZENV', 'LEADER'] as const

/** Ways a name is written: those search knows, and the name without the district before it. */
const wordsOf = (searchText: string, names: readonly string[]): string[] => [
  ...new Set([...names.map((name) => name.toLowerCase()), ...searchText.split(/\s+/u)].filter((word) => word !== '')),
]

/** 国防动员办公室 and 国防动员办: what people call a unit by its whole name. */
const bareNames = (name: string): string[] => {
  const bare = name.replace(/^\p{Script=Han}{1,3}?(?:区|县)(?=\p{Script=Han}{3})/u, '')
  return [bare, bare.replace(/办公室$/u, '办')].filter((word) => word.length > 4)
}

/**
 * Units and people a decision may name, with every way to write them; dissolved units are left out, and of disabled
 * accounts only the names are told, unless somebody asks whose names a sentence holds.
 *
 * Who sees what: names of officials of the district, for whoever types in its meetings.
 */
export async function loadBook(tx: Tx, districtId: string, { disabled = false } = {}): Promise<Book> {
  const units = await tx.org.findMany({
    where: { districtId, dissolvedOn: null, kind: { in: [...LEADS] } },
    select: { id: true, name: true, shortName: true, aliases: true, searchText: true },
    orderBy: { name: 'asc' },
  })
  const all = await tx.person.findMany({
    where: { districtId, user: { role: { in: [...NAMED] } } },
    select: {
      id: true,
      name: true,
      orgId: true,
      searchText: true,
      org: { select: { shortName: true } },
      user: { select: { disabledAt: true } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const people = all.filter(({ user }) => disabled || user?.disabledAt === null)
  const off = all.filter((one) => !people.includes(one)).map(({ name }) => name)
  const leads = new Set(units.map(({ id }) => id))
  return {
    units: units.map(({ id, name, shortName, aliases, searchText }) => ({
      id,
      name: shortName,
      words: wordsOf(searchText, [
        name,
        ...[...new Set([shortName, ...shortNamesOf(name), ...bareNames(name)])].flatMap((short) => [
          short,
          `区${short}`,
        ]),
        ...aliases,
      ]),
    })),
    people: people.map(({ id, name, orgId, searchText, org }) => ({
      id,
      name,
      orgId: orgId !== null && leads.has(orgId) ? orgId : null,
      unit: org?.shortName ?? null,
      words: wordsOf(searchText, [name]),
    })),
    disabled: [...new Set(off)],
  }
}

/** What a sentence is read with on the server: the book, the working days and the meetings from a day on. */
export async function loadReading(tx: Tx, districtId: string, from: PlainDate, who: { disabled?: boolean } = {}) {
  const book = await loadBook(tx, districtId, who)
  const { calendar } = await loadLevelContext(tx, districtId, from)
  return { book, from, calendar, rhythm: await loadRhythm(tx, districtId) } satisfies MatterSetting
}

/** What the browser needs to read a sentence as the server will: the book, and the working days from a day on. */
export async function loadSentenceSetting({ districtId }: Actor, from: PlainDate): Promise<SentenceSetting> {
  const [book, rhythm, years, overrides] = await Promise.all([
    loadBook(db, districtId),
    loadRhythm(db, districtId),
    db.holidayYear.findMany({ where: { year: { gte: yearOf(from) - 1 } }, orderBy: { year: 'asc' } }),
    db.calendarOverride.findMany({ where: { districtId }, orderBy: { day: 'asc' } }),
  ])
  return {
    book,
    from,
    rhythm,
    years: years.map(
      ({ year, off, work }): PublishedYear => ({
        year,
        off: off as Record<string, string>,
        work: work as Record<string, string>,
      }),
    ),
    overrides: overrides.map(({ day, working }) => ({ day: fromDb(day), working })),
  }
}
