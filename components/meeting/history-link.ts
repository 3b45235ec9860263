import type { HistoryFigure, HistoryQuery } from '@/lib/schemas/meeting-paper'

/** Address of the history with the rows of a figure open, of the district or of one unit. */
export function historyHref(query: HistoryQuery, figure?: HistoryFigure, unit?: string): `/${string}` {
  const address = new URLSearchParams()
  if (query.from) address.set('from', query.from)
  if (query.to) address.set('to', query.to)
  if (figure) address.set('figure', figure)
  if (unit) address.set('unit', unit)
  const text = address.toString()
  return `/meetings/history${text ? `?${text}` : ''}${figure ? '#rows' : ''}`
}
