import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { LedgerNames } from '@/lib/domain/ledger-names'
import { readPerson } from '@/lib/domain/ledger-person'
import { isUuid } from '@/lib/schemas/id'
import type { NameChoice } from '@/lib/schemas/import'
import type { OrgKind, Prisma } from '@/prisma/generated/client'
import { db } from './db'

/** People offered for one name; who is not among them is written into the ledger in full. */
const MOST_PEOPLE = 200
/** Names offered while one is typed. */
const MOST_TYPED = 2_000

const people = {
  id: true,
  name: true,
  phone: true,
  org: { select: { shortName: true, kind: true } },
  enterprise: { select: { name: true } },
} satisfies Prisma.PersonSelect

/** Units no problem and no project is given to: banks, and the commission that watches the others. */
const NEVER_LEADS: ReadonlySet<OrgKind> = new Set(['BANK', 'DISCIPLINE'])

/** What names can be tied to: units by kind, people by the name they are asked for, and lists to type from. */
export type NameChoices = Readonly<{
  units: Readonly<Record<'TASKFORCE' | 'STREET' | 'ORG', readonly NameChoice[]>>
  people: Readonly<Record<string, readonly NameChoice[]>>
  typed: Readonly<Record<'ORG' | 'ENTERPRISE' | 'PERSON', readonly string[]>>
}>

/** Whoever a name can mean: of a full one those who bear it, of “李局长” whoever is called 李. */
function meant(text: string, side: string | null): Prisma.PersonWhereInput {
  // Whoever has a procedure must be able to see it: colleagues with an account, whatever they are called.
  if (side === 'procedure.handler') return { user: { role: { in: ['AGENCY', 'AGENCY_HEAD'] }, disabledAt: null } }
  const said = readPerson(text)
  const name = said?.name ?? text
  return {
    name: said?.unnamed ? { startsWith: name.slice(0, 1) } : name,
    // A contact is of an enterprise.
    ...(side === 'leader' || side === 'steward' ? { enterpriseId: null } : {}),
  }
}

type Found = Prisma.PersonGetPayload<{ select: typeof people }>

const choiceOf = ({ id, name, phone, org, enterprise }: Found): NameChoice => ({
  value: id,
  label: [name, phone, org?.shortName ?? enterprise?.name].filter(Boolean).join(' '),
})

/** People known under the name of somebody an import would make: the same person with another number, or another one. */
async function namesakesOf(districtId: string, texts: readonly string[]): Promise<Record<string, NameChoice[]>> {
  const names = new Map(texts.map((text) => [text, readPerson(text)?.name ?? text]))
  if (names.size === 0) return {}
  const found = await db.person.findMany({
    where: { districtId, name: { in: [...new Set(names.values())] } },
    select: people,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST_TYPED,
  })
  return Object.fromEntries(
    [...names].flatMap(([text, name]) => {
      const same = found.filter((person) => person.name === name).map(choiceOf)
      return same.length > 0 ? [[text, same]] : []
    }),
  )
}

/** @param answered whom somebody has chosen already, whatever he is called */
async function peopleFor(
  districtId: string,
  text: string,
  side: string | null,
  answered: string | null = null,
): Promise<NameChoice[]> {
  const surname = text.slice(0, 1)
  const found = await db.person.findMany({
    where: { districtId, OR: [meant(text, side), ...(answered && isUuid(answered) ? [{ id: answered }] : [])] },
    select: people,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST_PEOPLE,
  })
  // Who leads the district comes first where a leader is meant.
  const first = (person: (typeof found)[number]) =>
    side === 'leader'
      ? Number(person.org?.kind === 'LEADERSHIP')
      : Number(side === 'procedure.handler' && person.name.startsWith(surname))
  const ordered = found.toSorted((a, b) => first(b) - first(a))
  return ordered.map(choiceOf)
}

/** Everything the names of a ledger can be tied to in the actor’s district. */
export async function loadNameChoices(
  { districtId }: Actor,
  { asked, answered, made }: LedgerNames,
): Promise<NameChoices> {
  const orgs = await db.org.findMany({
    where: { districtId },
    select: { id: true, kind: true, name: true },
    orderBy: { name: 'asc' },
  })
  const units = (kind: string) =>
    orgs.filter((org) => org.kind === kind).map(({ id, name }) => ({ value: id, label: name }))
  const chosen = new Set(answered.map(({ target }) => target))
  // What somebody has chosen already stays, whatever it is.
  const leads = orgs.filter(({ id, kind }) => !NEVER_LEADS.has(kind) || chosen.has(id))
  const persons = await namesakesOf(
    districtId,
    made.flatMap(({ kind, text }) => (kind === 'PERSON' ? [text] : [])),
  )
  for (const { kind, text, side } of asked)
    if (kind === 'PERSON') persons[text] = await peopleFor(districtId, text, side)
  for (const { kind, text, target } of answered)
    if (kind === 'PERSON') persons[text] = await peopleFor(districtId, text, null, target)
  const makes = new Set([...made, ...answered].map(({ kind }) => kind))
  const firms = makes.has('ENTERPRISE')
    ? await db.enterprise.findMany({
        where: { districtId },
        select: { name: true },
        orderBy: { name: 'asc' },
        take: MOST_TYPED,
      })
    : []
  const known = makes.has('PERSON')
    ? await db.person.findMany({
        where: { districtId },
        select: { name: true, phone: true },
        orderBy: { name: 'asc' },
        take: MOST_TYPED,
      })
    : []
  return {
    units: {
      TASKFORCE: units('TASKFORCE'),
      STREET: units('STREET'),
      ORG: leads.map(({ id, name }) => ({ value: id, label: name })),
    },
    people: persons,
    typed: {
      ORG: makes.has('ORG') ? leads.map(({ name }) => name) : [],
      ENTERPRISE: firms.map(({ name }) => name),
      PERSON: [...new Set(known.map(({ name, phone }) => [name, phone].filter(Boolean).join(' ')))],
    },
  }
}
