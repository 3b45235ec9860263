import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { LedgerNames } from '@/lib/domain/ledger-names'
import { readPerson } from '@/lib/domain/ledger-person'
import type { NameChoice } from '@/lib/schemas/import'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'

/** People offered for one name; who is not among them is written into the ledger in full. */
const MOST_PEOPLE = 60
/** Names offered while one is typed. */
const MOST_TYPED = 2_000

const people = {
  id: true,
  name: true,
  phone: true,
  org: { select: { shortName: true, kind: true } },
  enterprise: { select: { name: true } },
} satisfies Prisma.PersonSelect

/** What names can be tied to: units by kind, people by the name they are asked for, and lists to type from. */
export type NameChoices = Readonly<{
  units: Readonly<Record<'TASKFORCE' | 'STREET', readonly NameChoice[]>>
  people: Readonly<Record<string, readonly NameChoice[]>>
  typed: Readonly<Record<'ORG' | 'ENTERPRISE' | 'PERSON', readonly string[]>>
}>

async function peopleFor(districtId: string, text: string, side: string | null): Promise<NameChoice[]> {
  const said = readPerson(text)
  const name = said?.name ?? text
  const surname = name.slice(0, 1)
  const found = await db.person.findMany({
    where: {
      districtId,
      // Of a full name those who bear it, of “李局长” whoever is called 李; a contact is of an enterprise.
      name: said?.unnamed ? { startsWith: surname } : name,
      ...(side === 'leader' || side === 'steward' ? { enterpriseId: null } : {}),
    },
    select: people,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST_PEOPLE,
  })
  // Who leads the district comes first where a leader is meant.
  const first = (person: (typeof found)[number]) => Number(side === 'leader' && person.org?.kind === 'LEADERSHIP')
  const ordered = found.toSorted((a, b) => first(b) - first(a))
  return ordered.map(({ id, name: label, phone, org, enterprise }) => ({
    value: id,
    label: [label, phone, org?.shortName ?? enterprise?.name].filter(Boolean).join(' '),
  }))
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
  const persons: Record<string, NameChoice[]> = {}
  for (const { kind, text, side } of asked)
    if (kind === 'PERSON') persons[text] = await peopleFor(districtId, text, side)
  for (const { kind, text } of answered) if (kind === 'PERSON') persons[text] = await peopleFor(districtId, text, null)
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
    units: { TASKFORCE: units('TASKFORCE'), STREET: units('STREET') },
    people: persons,
    typed: {
      ORG: makes.has('ORG') ? orgs.map(({ name }) => name) : [],
      ENTERPRISE: firms.map(({ name }) => name),
      PERSON: [...new Set(known.map(({ name, phone }) => [name, phone].filter(Boolean).join(' ')))],
    },
  }
}
