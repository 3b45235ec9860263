import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { phoneForms } from '@/lib/domain/search-words'
import type { Found, ListedUnit, PersonHit, UnitHit, Window } from '@/lib/schemas/search'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { CALLERS, masked } from './project-team'
import { inLedger } from './project-where'
import { visibleProjects } from './visible'
import { visibleEnterprises } from './visible-enterprises'
import { peopleTies, visiblePeople, visibleUnits } from './visible-people'

const spelled = (words: readonly string[]) => ({
  AND: words.map((word) => ({ searchText: { contains: word.replace(/[\\%_]/g, '\\$&') } })),
})

/**
 * People whose number has what was typed in it, of those whose number the actor is shown: to find by a number one may not
 * see would be to see it.
 */
function numbered(actor: Actor, words: readonly string[]): Prisma.PersonWhereInput[] {
  const forms = CALLERS.has(actor.role) ? phoneForms(words) : []
  const shown = actor.role === 'CONTACT' ? { stewardships: { some: peopleTies(actor).stewardships } } : {}
  return forms.map((form) => ({ ...shown, phone: { contains: form } }))
}

/**
 * People by name, pinyin or telephone number, each with the list his work is in: what he stewards, leads or handles, or the project he speaks
 * for. Who sees whom: `visiblePeople`. A project unit gets its steward's number, not the agencies'.
 */
export async function findPeople(actor: Actor, words: readonly string[], window: Window): Promise<Found<PersonHit>> {
  const where = { AND: [visiblePeople(actor), { OR: [spelled(words), ...numbered(actor, words)] }] }
  const ties = peopleTies(actor)
  const [rows, total] = await Promise.all([
    db.person.findMany({
      where,
      select: {
        id: true,
        name: true,
        title: true,
        phone: true,
        org: { select: { shortName: true } },
        enterprise: { select: { name: true } },
        user: { select: { role: true, disabledAt: true } },
        contactOf: { where: { AND: [ties.contactOf, inLedger] }, select: { id: true }, take: 1 },
        _count: {
          select: {
            stewardships: { where: ties.stewardships },
            ledProjects: { where: ties.ledProjects },
            handledProcedures: { where: { AND: [ties.handledProcedures, { finishedOn: null }] } },
          },
        },
      },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      ...window,
    }),
    db.person.count({ where }),
  ])
  const hits = rows.map(({ org, enterprise, user, contactOf, _count: n, ...person }): PersonHit => {
    const lists = [
      { as: 'steward' as const, count: n.stewardships },
      { as: 'leader' as const, count: n.ledProjects },
      { as: 'handler' as const, count: n.handledProcedures },
    ]
    const contact = contactOf[0] ? { as: 'contact' as const, id: contactOf[0].id } : null
    const list = lists.find(({ count }) => count > 0) ?? contact
    return {
      ...person,
      ...numberOf(actor, person.phone, list?.as === 'steward'),
      unit: org?.shortName ?? enterprise?.name ?? null,
      role: user && !user.disabledAt ? user.role : null,
      list,
    }
  })
  return { hits, total }
}

/** A number as the actor sees it. A project unit calls its steward, and nobody else of the offices. */
function numberOf({ role }: Actor, phone: string | null, steward: boolean): Pick<PersonHit, 'phone' | 'callable'> {
  if (!phone || (role === 'CONTACT' && !steward)) return { phone: null, callable: false }
  return CALLERS.has(role) ? { phone, callable: true } : { phone: masked(phone), callable: false }
}

/** Units and enterprises by name, short name, what ledgers call them, or pinyin; the district's own before enterprises. */
export async function findUnits(
  actor: Actor,
  words: readonly string[],
  window: Window,
  today: PlainDate,
): Promise<Found<UnitHit>> {
  const units = { AND: [visibleUnits(actor), spelled(words)] }
  const firms = { AND: [visibleEnterprises(actor, today), spelled(words)] }
  const projects = { AND: [visibleProjects(actor), inLedger] }
  const [unitCount, firmCount] = await Promise.all([
    db.org.count({ where: units }),
    db.enterprise.count({ where: firms }),
  ])
  const { skip, take } = window
  const rows = await db.org.findMany({
    where: units,
    select: { id: true, name: true, kind: true },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }],
    skip,
    take,
  })
  const left = take - rows.length
  const firmRows =
    left > 0
      ? await db.enterprise.findMany({
          where: firms,
          select: {
            id: true,
            name: true,
            _count: { select: { projects: { where: projects } } },
          },
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
          skip: Math.max(0, skip - unitCount),
          take: left,
        })
      : []
  return {
    hits: [
      ...rows.map((u): UnitHit => ({ id: u.id, name: u.name, kind: u.kind as ListedUnit })),
      ...firmRows.map(
        (f): UnitHit => ({
          id: f.id,
          name: f.name,
          kind: 'ENTERPRISE',
          // A bank sees no projects: how many an enterprise has is not for it to count.
          projects: actor.role === 'BANK' ? null : f._count.projects,
        }),
      ),
    ],
    total: unitCount + firmCount,
  }
}
