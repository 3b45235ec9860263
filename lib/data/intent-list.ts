import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { SEES_INTENT_ROWS, SEES_INTENTS } from '@/lib/domain/sight'
import { SERVICE_PAGE } from '@/lib/schemas/address'
import type { IntentFilter, IntentPage, IntentRow } from '@/lib/schemas/intent'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb } from './date'
import { db } from './db'
import { enterpriseLed, enterpriseOfTeam, within, wordsOf } from './service-where'

const NOTHING = { id: { in: [] as string[] } }

/**
 * The intended credit an actor may know of: the office and the head the district's, a leader that of firms of his projects, a bank
 * what it said itself, an enterprise its own. Leaders see sums of it and no line: `SEES_INTENT_ROWS`.
 *
 * @source domain roles.md §1, column 融资 (F)
 */
export function visibleIntents(actor: Actor): Prisma.IntendedCreditWhereInput {
  const { role, districtId, orgId, enterpriseId } = actor
  if (!SEES_INTENTS.has(role)) return NOTHING
  if (role === 'BANK') return orgId ? { districtId, bankId: orgId } : NOTHING
  if (role === 'CONTACT') return enterpriseId ? { districtId, enterpriseId } : NOTHING
  if (role === 'LEADER') return { districtId, enterprise: enterpriseLed(actor) }
  return { districtId }
}

function intentsWhere(actor: Actor, filter: IntentFilter): Prisma.IntendedCreditWhereInput {
  const { q, from, to, enterprise, bank, taskforce, state } = filter
  const on = within(from, to)
  // What is not to be seen is not to be searched for either.
  const asks = SEES_INTENT_ROWS.has(actor.role)
  return {
    AND: [
      visibleIntents(actor),
      ...(asks
        ? wordsOf(q ?? '').map((text) => ({
            OR: [
              { occasion: { contains: text, mode: 'insensitive' as const } },
              { enterprise: { searchText: { contains: text } } },
              { bank: { searchText: { contains: text } } },
            ],
          }))
        : []),
      ...(on ? [{ on }] : []),
      ...(asks && enterprise ? [{ enterpriseId: enterprise }] : []),
      ...(asks && bank ? [{ bankId: bank }] : []),
      ...(taskforce ? [enterpriseOfTeam(taskforce)] : []),
      ...(state === 'all' ? [] : [{ withdrawnOn: state === 'held' ? null : { not: null } }]),
    ],
  }
}

const columns = {
  id: true,
  version: true,
  enterprise: { select: { name: true } },
  bank: { select: { shortName: true } },
  amountFen: true,
  on: true,
  occasion: true,
  withdrawnOn: true,
  withdrawnWhy: true,
} satisfies Prisma.IntendedCreditSelect

const rowOf = (row: Prisma.IntendedCreditGetPayload<{ select: typeof columns }>): IntentRow => ({
  id: row.id,
  version: row.version,
  enterprise: row.enterprise.name,
  bank: row.bank.shortName,
  amountFen: row.amountFen,
  on: fromDb(row.on),
  occasion: row.occasion,
  withdrawn: row.withdrawnOn && row.withdrawnWhy ? { on: fromDb(row.withdrawnOn), why: row.withdrawnWhy } : null,
})

const ORDER: Prisma.IntendedCreditOrderByWithRelationInput[] = [{ on: 'desc' }, { id: 'asc' }]

/**
 * One page of the intended credit 意向授信 with its sum; for those who see totals the sums of each occasion instead.
 *
 * Who sees what: `visibleIntents`.
 */
export async function listIntents(actor: Actor, filter: IntentFilter): Promise<IntentPage> {
  const where = intentsWhere(actor, filter)
  const rows = SEES_INTENT_ROWS.has(actor.role)
  const [records, sum, occasions] = await Promise.all([
    rows
      ? db.intendedCredit.findMany({
          where,
          select: columns,
          orderBy: ORDER,
          skip: (filter.page - 1) * SERVICE_PAGE,
          take: SERVICE_PAGE,
        })
      : null,
    db.intendedCredit.aggregate({ where, _count: { _all: true }, _sum: { amountFen: true } }),
    db.intendedCredit.groupBy({
      by: ['occasion'],
      where,
      _count: { _all: true },
      _sum: { amountFen: true },
      orderBy: { occasion: 'asc' },
    }),
  ])
  return {
    rows: records?.map(rowOf) ?? null,
    total: sum._count._all,
    sumFen: sum._sum.amountFen ?? 0n,
    occasions: occasions.map(({ occasion, _count, _sum }) => ({
      occasion,
      n: _count._all,
      sumFen: _sum.amountFen ?? 0n,
    })),
  }
}

/** Every line of a filter for a workbook; none where there are too many, and none for who sees sums. */
export async function listAllIntents(actor: Actor, filter: IntentFilter, most: number) {
  const where = SEES_INTENT_ROWS.has(actor.role) ? intentsWhere(actor, filter) : NOTHING
  const total = await db.intendedCredit.count({ where })
  const records = total > most ? [] : await db.intendedCredit.findMany({ where, select: columns, orderBy: ORDER })
  return { total, rows: records.map(rowOf) }
}

/** Banks the office may name. */
export async function banksOf(districtId: string) {
  const banks = await db.org.findMany({
    where: { districtId, kind: 'BANK', dissolvedOn: null },
    select: { id: true, shortName: true },
    orderBy: { shortName: 'asc' },
  })
  return banks.map(({ id, shortName }) => ({ id, name: shortName }))
}
