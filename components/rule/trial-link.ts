import type { TrialAddress } from '@/lib/schemas/rules-trial'

/** Address of a trial, with the rows that are listed. */
export function trialHref(trialId: string, query: Partial<TrialAddress> = {}): `/rules/${string}` {
  const address = new URLSearchParams()
  if (query.of) address.set('of', query.of)
  if (query.from) address.set('from', query.from)
  if (query.to) address.set('to', query.to)
  if (query.page && query.page > 1) address.set('page', String(query.page))
  const text = address.toString()
  return `/rules/try/${trialId}${text ? `?${text}` : ''}`
}
