import 'server-only'
import type { Actor, Role } from '@/lib/domain/access'
import { UNIT_KINDS } from '@/lib/domain/administration'
import { toldApart } from '@/lib/domain/namesake'
import type { AccountFilter, AccountState } from '@/lib/schemas/administration'
import type { Prisma } from '@/prisma/generated/client'
import { passwordDue } from './accounts'
import { db } from './db'
import { hasFactor } from './second-factor'
import { lockedNames } from './sign-in-throttle'

const PAGE = 50
/** People of one name are few; more than these, and the name wants its other half. */
const PEOPLE_SHOWN = 30

const columns = {
  id: true,
  username: true,
  role: true,
  disabledAt: true,
  mustChangePassword: true,
  org: { select: { shortName: true } },
  enterprise: { select: { name: true } },
  person: { select: { name: true, _count: { select: { stewardships: { where: { toOn: null } } } } } },
} satisfies Prisma.UserSelect

type Row = Prisma.UserGetPayload<{ select: typeof columns }>

const stateOf = (
  user: Pick<Row, 'disabledAt' | 'mustChangePassword' | 'username'>,
  locked: ReadonlySet<string>,
): AccountState => {
  if (user.disabledAt) return 'disabled'
  if (locked.has(user.username.toLowerCase())) return 'locked'
  return user.mustChangePassword ? 'waiting' : 'active'
}

function whereOf(actor: Actor, filter: AccountFilter, locked: readonly string[]): Prisma.UserWhereInput {
  const states: Readonly<Record<AccountState, Prisma.UserWhereInput>> = {
    active: { disabledAt: null, mustChangePassword: false, username: { notIn: [...locked] } },
    waiting: { disabledAt: null, mustChangePassword: true, username: { notIn: [...locked] } },
    locked: { disabledAt: null, username: { in: [...locked] } },
    disabled: { disabledAt: { not: null } },
  }
  const contains = filter.q?.replace(/[\\%_]/g, '\\$&')
  return {
    districtId: actor.districtId,
    role: filter.role,
    orgId: filter.unit,
    AND: [
      filter.state ? states[filter.state] : {},
      contains
        ? {
            OR: [
              { username: { contains, mode: 'insensitive' } },
              { person: { name: { contains } } },
              { person: { searchText: { contains: contains.toLowerCase() } } },
            ],
          }
        : {},
    ],
  }
}

/** Accounts of the actor's district: who they are, never what they see or when they were here. */
export async function listAccounts(actor: Actor, filter: AccountFilter, now: Date) {
  const names = await lockedNames(now)
  const where = whereOf(actor, filter, names)
  const [users, total] = await Promise.all([
    db.user.findMany({
      where,
      select: columns,
      orderBy: [{ role: 'asc' }, { username: 'asc' }],
      skip: (filter.page - 1) * PAGE,
      take: PAGE,
    }),
    db.user.count({ where }),
  ])
  const locked = new Set(names)
  const rows = users.map((user) => ({
    id: user.id,
    username: user.username,
    name: user.person.name,
    role: user.role,
    unit: user.org?.shortName ?? user.enterprise?.name ?? null,
    projects: user.person._count.stewardships,
    state: stateOf(user, locked),
  }))
  return { rows, total, pages: Math.max(1, Math.ceil(total / PAGE)) }
}
export type AccountRow = Awaited<ReturnType<typeof listAccounts>>['rows'][number]

/** One account with what can be done to it; null when the district has none of this id. */
export async function loadAccount(actor: Actor, id: string, now: Date) {
  const user = await db.user.findFirst({
    where: { id, districtId: actor.districtId },
    select: {
      ...columns,
      orgId: true,
      createdAt: true,
      passwordChangedAt: true,
      passwordExpiresAt: true,
      person: {
        select: {
          name: true,
          title: true,
          phone: true,
          _count: { select: { stewardships: { where: { toOn: null } } } },
        },
      },
    },
  })
  if (!user) return null
  const locked = new Set(await lockedNames(now))
  return {
    id: user.id,
    username: user.username,
    name: user.person.name,
    title: user.person.title,
    phone: user.person.phone,
    role: user.role,
    orgId: user.orgId,
    unit: user.org?.shortName ?? null,
    enterprise: user.enterprise?.name ?? null,
    projects: user.person._count.stewardships,
    state: stateOf(user, locked),
    createdAt: user.createdAt,
    secondFactor: await hasFactor(db, user.id),
    passwordDue: user.disabledAt === null && (await passwordDue(db, user)),
    passwordExpiresAt: user.mustChangePassword ? user.passwordExpiresAt : null,
  }
}
export type AccountDetail = NonNullable<Awaited<ReturnType<typeof loadAccount>>>

/** Units an account can belong to; dissolved ones are left out, but for one a list is filtered by. */
export async function unitChoices(actor: Actor, chosen?: string) {
  const orgs = await db.org.findMany({
    where: { districtId: actor.districtId, OR: [{ dissolvedOn: null }, ...(chosen ? [{ id: chosen }] : [])] },
    select: { id: true, kind: true, shortName: true },
    orderBy: [{ kind: 'asc' }, { shortName: 'asc' }],
  })
  const used = new Set((Object.keys(UNIT_KINDS) as Role[]).flatMap((role) => UNIT_KINDS[role]))
  return orgs.filter(({ kind }) => used.has(kind))
}
export type UnitChoice = Awaited<ReturnType<typeof unitChoices>>[number]

/** People the district knows who have no account yet, by name: stewards and contacts that came with a ledger. */
export async function peopleWithoutAccount(actor: Actor, q: string) {
  const found = await db.person.findMany({
    where: { districtId: actor.districtId, user: null, name: { contains: q.replace(/[\\%_]/g, '\\$&') } },
    select: {
      id: true,
      name: true,
      title: true,
      phone: true,
      org: { select: { shortName: true } },
      enterprise: { select: { name: true } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: PEOPLE_SHOWN,
  })
  return toldApart(
    found.map((one) => ({ ...one, unit: one.org?.shortName ?? one.enterprise?.name ?? null })),
    { unitShown: true },
  )
}

/** Somebody without an account, for the form; null when he has one or is unknown. */
export const personWithoutAccount = (actor: Actor, id: string) =>
  db.person.findFirst({
    where: { id, districtId: actor.districtId, user: null },
    select: {
      id: true,
      name: true,
      title: true,
      phone: true,
      orgId: true,
      enterprise: { select: { name: true } },
    },
  })
