import { weekKey } from '@/lib/domain/meeting/week'
import { isoWeekOf, type PlainDate } from '@/lib/domain/plain-date'
import type { WeekQuery } from '@/lib/schemas/meeting'
import type { Paper } from '@/lib/schemas/meeting-paper'

const WORDS = ['from', 'to', 'taskforce', 'leader', 'steward', 'kind', 'page'] as const

/** Address of the page of a meeting, named by the Monday of its week. */
export const meetingHref = (weekOf: PlainDate, part = ''): `/${string}` =>
  `/meetings/${weekKey(isoWeekOf(weekOf))}${part}`

/** Address of a comparison with some things changed; another list begins on its first page. */
export function changesHref(weekOf: PlainDate, query: WeekQuery, change: Partial<WeekQuery>): `/${string}` {
  const wanted: Partial<WeekQuery> = { ...query, page: 1, ...change }
  const address = new URLSearchParams()
  for (const name of WORDS) {
    const value = wanted[name]
    if (value !== undefined && !(name === 'page' && value === 1)) address.set(name, String(value))
  }
  const text = address.toString()
  return `${meetingHref(weekOf)}${text ? `?${text}` : ''}`
}

/** Address of the minutes or the brief of a week; of one version, or with the rows of a figure open. */
export function paperHref(
  { kind, weekOf }: Pick<Paper, 'kind' | 'weekOf'>,
  query: Readonly<{ nth?: number; figure?: string }> = {},
  part = '',
): `/${string}` {
  const address = new URLSearchParams()
  if (query.nth !== undefined) address.set('nth', String(query.nth))
  if (query.figure !== undefined) address.set('figure', query.figure)
  const text = address.toString()
  return meetingHref(weekOf, `/${kind === 'MINUTES' ? 'minutes' : 'brief'}${part}${text ? `?${text}` : ''}`)
}
