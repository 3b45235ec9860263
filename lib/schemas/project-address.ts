import { type ProjectFilter, projectFilter } from './project'

const DEFAULTS: Readonly<Record<string, string>> = { view: 'all', sort: 'level', page: '1', size: '20', show: 'table' }
/** What belongs to one look at the page and does not travel with a link. */
const PASSING = { page: 1, tool: undefined, id: undefined, pick: undefined }

export type FilterChange = Readonly<
  Partial<Record<keyof ProjectFilter, string | number | undefined | readonly string[]>>
>

/** A filter as it stands in an address, with some of it changed; what is at its default stays out. */
export function ledgerQuery(filter: ProjectFilter, change: FilterChange = {}): URLSearchParams {
  const merged: Record<string, unknown> = { ...filter, ...PASSING, ...change }
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(merged))
    if (name === 'id' && Array.isArray(value)) for (const id of value) params.append('id', String(id))
    else if (value !== undefined && String(value) !== '' && String(value) !== DEFAULTS[name])
      params.set(name, String(value))
  return params
}

/** The filter an address holds; the inverse of `ledgerQuery`. */
export function readLedgerQuery(query: string): ProjectFilter {
  const params = new URLSearchParams(query)
  return projectFilter.parse(
    Object.fromEntries(
      [...params.keys()].map((name) => [name, name === 'id' ? params.getAll(name) : params.get(name)]),
    ),
  )
}

/** What of an address is worth a name: which rows, in which order and columns; not who looks at which page of them. */
export const viewQuery = (filter: ProjectFilter): string =>
  ledgerQuery(filter, { saved: undefined, full: undefined }).toString()

/** Address of a saved view. */
export const savedViewHref = (viewId: string, query: string): string =>
  `/projects?${query ? `${query}&` : ''}saved=${viewId}`
