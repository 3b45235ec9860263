import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Figure, Period } from '@/lib/domain/figure'
import { issueBounds } from '@/lib/domain/issue/level-bounds'
import type { IssueCounts } from '@/lib/domain/issue/rate'
import { monthOf, type PlainDate } from '@/lib/domain/plain-date'
import { SEES_INTENTS } from '@/lib/domain/sight'
import { addressOf } from '@/lib/schemas/address'
import { intentFilter } from '@/lib/schemas/intent'
import { issueFilter } from '@/lib/schemas/issue-list'
import { fromDb } from './date'
import { db } from './db'
import { listIntents } from './intent-list'
import { issueCounts } from './issue-counts'
import { lateIssue, ledgerWhere } from './issue-list-where'
import { loadLevelContext } from './level-context'

/** The scope a report speaks of: a task force, or the district. */
export type FigureScope = Readonly<{ taskforceId: string | null }>

const SOURCE = 'ASSISTANCE' as const

const asked = ({ from, to }: Period, { taskforceId }: FigureScope) => ({
  from,
  to,
  taskforce: taskforceId ?? undefined,
})

/** The ledger of 万人助万企 within some days, as the list of problems is asked for it. */
const ledgerOf = (actor: Actor, period: Period, scope: FigureScope) => ({
  AND: [ledgerWhere(actor, issueFilter.parse(asked(period, scope))), { source: SOURCE }],
})

const NONE: IssueCounts = {
  source: SOURCE,
  total: 0,
  withdrawn: 0,
  outside: 0,
  solved: 0,
  understood: 0,
  explained: 0,
  unsolvable: 0,
  open: 0,
}

/**
 * The figures of 万人助万企: problems raised within the days and what became of them by now, and the credit banks said they mean
 * to give, which is neither granted nor paid.
 *
 * Who sees what: as the list of problems and that of intended credit; each figure's address opens its rows.
 */
export async function appealsFigures(actor: Actor, period: Period, scope: FigureScope): Promise<Figure[]> {
  const where = ledgerOf(actor, period, scope)
  const asks = asked(period, scope)
  const [ledgers, reopened, rated, intents] = await Promise.all([
    issueCounts(where),
    db.issue.count({ where: { AND: [where, { reopened: { gt: 0 } }] } }),
    db.issue.groupBy({ by: ['satisfied'], where, _count: { _all: true } }),
    SEES_INTENTS.has(actor.role) ? listIntents(actor, intentFilter.parse(asks)) : null,
  ])
  const counts = ledgers.get(SOURCE) ?? NONE
  const whole = BigInt(counts.total - counts.withdrawn - counts.outside)
  const said = (satisfied: boolean) => rated.find((group) => group.satisfied === satisfied)?._count._all ?? 0
  const rows = (more: Readonly<Record<string, string>>) => addressOf('/issues', { source: SOURCE, ...more, ...asks })
  const figures: Figure[] = [
    { name: 'appeals.received', value: { kind: 'count', n: counts.total }, href: rows({ state: 'all' }) },
    { name: 'appeals.solved', value: { kind: 'count', n: counts.solved }, href: rows({ state: 'SOLVED' }) },
    {
      name: 'appeals.strictRate',
      value: { kind: 'share', part: BigInt(counts.solved), whole },
      href: rows({ state: 'counted' }),
    },
    {
      name: 'appeals.looseRate',
      value: { kind: 'share', part: BigInt(counts.solved + counts.understood), whole },
      href: rows({ state: 'counted' }),
    },
    { name: 'appeals.reopened', value: { kind: 'count', n: reopened }, href: rows({ state: 'all', reopened: '1' }) },
    {
      name: 'appeals.satisfied',
      value: { kind: 'share', part: BigInt(said(true)), whole: BigInt(said(true) + said(false)) },
      href: rows({ state: 'all', satisfied: 'yes' }),
    },
  ]
  return intents
    ? [
        ...figures,
        {
          name: 'appeals.intendedCredit',
          value: { kind: 'money', fen: intents.sumFen },
          href: addressOf('/services/appeals/credit', asks),
        },
      ]
    : figures
}

/** Problems of some days by one of their traits, with how many of them are solved. */
export type AppealLine<K extends string> = Readonly<{ key: K; total: number; solved: number; open: number }>

type Group = Readonly<{ state: string; _count: { _all: number } }>

const linesOf = <K extends string, G extends Group>(groups: readonly G[], keyOf: (group: G) => K): AppealLine<K>[] => {
  const lines = new Map<K, AppealLine<K>>()
  for (const group of groups) {
    const key = keyOf(group)
    const line = lines.get(key) ?? { key, total: 0, solved: 0, open: 0 }
    const n = group._count._all
    const open = ['TO_ASSIGN', 'IN_HAND', 'TO_CONFIRM', 'IN_PROGRESS'].includes(group.state)
    lines.set(key, {
      key,
      total: line.total + n,
      solved: line.solved + (group.state === 'SOLVED' ? n : 0),
      open: line.open + (open ? n : 0),
    })
  }
  return [...lines.values()].sort((a, b) => b.total - a.total || (a.key < b.key ? -1 : 1))
}

/** Problems of some days month by month, by kind and by level, and how many of them are late today 诉求统计. */
export async function appealsBoard(actor: Actor, period: Period, today: PlainDate) {
  const where = ledgerOf(actor, period, { taskforceId: null })
  const { calendar, parameters } = await loadLevelContext(db, actor.districtId, today)
  const [kinds, tiers, days, late] = await Promise.all([
    db.issue.groupBy({ by: ['kind', 'state'], where, _count: { _all: true } }),
    db.issue.groupBy({ by: ['tier', 'state'], where, _count: { _all: true } }),
    db.issue.groupBy({ by: ['raisedOn', 'state'], where, _count: { _all: true } }),
    db.issue.count({ where: { AND: [where, lateIssue(issueBounds(today, calendar, parameters))] } }),
  ])
  return {
    kinds: linesOf(kinds, ({ kind }) => kind),
    tiers: linesOf(tiers, ({ tier }) => tier),
    months: linesOf(days, ({ raisedOn }) => monthOf(fromDb(raisedOn))).sort((a, b) => (a.key < b.key ? -1 : 1)),
    late,
  }
}
export type AppealsBoard = Awaited<ReturnType<typeof appealsBoard>>
