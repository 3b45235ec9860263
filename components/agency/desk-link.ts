import type { DeskAddress } from '@/lib/schemas/agency-day'

/** Address of an agency's first page with a row open, or none; the row is where the reader lands. */
export function deskHref(address: DeskAddress, row?: string, panel?: string): '/' | `/?${string}` {
  const params = new URLSearchParams(address.list === 'unit' ? { list: 'unit' } : {})
  if (row) params.set('open', row)
  if (row && panel) params.set('panel', panel)
  const query = params.toString()
  return query || row ? `/?${query}${row ? `#row-${row}` : ''}` : '/'
}
