import type { RankingRowsExport } from '@/lib/schemas/ranking-bulletin'

/** Address of the bulletin of a month; of one version, or with the rows of a figure open. */
export function bulletinHref(
  month: string,
  query: Readonly<{ nth?: number; figure?: string }> = {},
): `/ranking/${string}` {
  const address = new URLSearchParams()
  if (query.nth !== undefined) address.set('nth', String(query.nth))
  if (query.figure !== undefined) address.set('figure', query.figure)
  const text = address.toString()
  return `/ranking/${month}/bulletin${text ? `?${text}` : ''}`
}

/** Where the rows of a table or of one subject are taken as a workbook. */
export function rowsHref({ month, table, subject, nth }: RankingRowsExport): `/api/export/${string}` {
  const address = new URLSearchParams({ month, table })
  if (subject !== undefined) address.set('subject', subject)
  if (nth !== undefined) address.set('nth', String(nth))
  return `/api/export/ranking-rows?${address}`
}
