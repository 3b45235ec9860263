import type { WarningQuery } from '@/lib/schemas/warning'

type Part = Partial<Omit<WarningQuery, 'page'>> & { page?: number }

/** Address of the board with some things changed; what opens another list closes the one before. */
export function boardHref(query: WarningQuery, list: Part): string {
  const { by, from, to } = { ...query, ...list }
  const parts = { by: by === 'taskforce' ? undefined : by, from, to, ...list }
  const address = new URLSearchParams()
  for (const key of ['by', 'from', 'to', 'group', 'now', 'was', 'turned', 'page'] as const) {
    const value = key === 'by' ? parts.by : parts[key]
    if (value !== undefined && !(key === 'by' && value === 'taskforce')) address.set(key, String(value))
  }
  const text = address.toString()
  const opens = (['group', 'now', 'was', 'turned'] as const).some((key) => parts[key] !== undefined)
  // On a phone the list lies below the board.
  return `/warnings${text ? `?${text}` : ''}${opens ? '#list' : ''}`
}
