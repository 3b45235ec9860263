import type { RankingTable } from '@/lib/domain/ranking/sight'
import type { ScoreTable } from '@/lib/domain/score'
import type { RankingAddress } from '@/lib/schemas/ranking-address'

type Asked = Readonly<Partial<RankingAddress>>

/** Address of the ranking with some things changed; another table or month closes the row that was open. */
export function rankingHref(query: Asked, change: Asked = {}): `/ranking${string}` {
  const moved = 'table' in change || 'month' in change
  const wanted: Asked = {
    ...query,
    ...(moved ? { show: undefined, group: undefined, page: undefined } : {}),
    ...('group' in change ? { page: undefined } : {}),
    ...change,
  }
  // A version is one of its month.
  if ('month' in change && !('nth' in change)) delete (wanted as { nth?: number }).nth
  const address = new URLSearchParams()
  for (const name of ['month', 'table', 'group', 'nth', 'page', 'show'] as const) {
    const value = wanted[name]
    if (value !== undefined) address.set(name, String(value))
  }
  const text = address.toString()
  // On a phone the score lies below the table.
  return `/ranking${text ? `?${text}` : ''}${wanted.show ? '#score' : ''}`
}

/** Where the score of a subject in a month comes from. */
export function originHref(
  { month, table, subjectId }: Readonly<{ month: string; table: RankingTable; subjectId: string }>,
  asked: Readonly<{ nth?: number; item?: number }> = {},
): `/ranking/${string}` {
  const address = new URLSearchParams()
  if (asked.nth !== undefined) address.set('nth', String(asked.nth))
  if (asked.item !== undefined) address.set('item', String(asked.item))
  const text = address.toString()
  return `/ranking/${month}/${table.toLowerCase()}/${subjectId}${text ? `?${text}` : ''}`
}

/** The running month of a table, or of a subject in it. */
export const runningHref = (table: ScoreTable, subjectId?: string): `/ranking/${string}` =>
  `/ranking/running?table=${table}${subjectId ? `&show=${subjectId}` : ''}`

/** The months of a subject one after the other. */
export const trendHref = (table: RankingTable, subjectId: string): `/ranking/${string}` =>
  `/ranking/trend/${table.toLowerCase()}/${subjectId}`
