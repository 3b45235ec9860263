import { z } from 'zod'
import { addressDay } from './address-day'

/** One value of an address: the first of several, and nothing where it is empty. */
export const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)

/** What every list of a service can be asked; anything it cannot read falls back to the default. */
export const listAsks = {
  q: one(z.string().trim().max(60).optional()).catch(undefined),
  /** Both days included. */
  from: addressDay,
  to: addressDay,
  enterprise: one(z.uuid().optional()).catch(undefined),
  project: one(z.uuid().optional()).catch(undefined),
  /** A task force: what its projects and their enterprises have to do with. */
  taskforce: one(z.uuid().optional()).catch(undefined),
  page: one(z.coerce.number().int().min(1).max(100_000).default(1)).catch(1),
}

/** Rows on one page of such a list. */
export const SERVICE_PAGE = 50

/**
 * An address with what it asks for; what is not asked is left out.
 *
 * @example addressOf('/issues', { source: 'ASSISTANCE', from: undefined }) // '/issues?source=ASSISTANCE'
 */
export function addressOf(path: string, asks: Readonly<Record<string, string | number | null | undefined>>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(asks))
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value))
  const query = params.toString()
  return query ? `${path}?${query}` : path
}

export const blankAsNone = (value: unknown) => (value === '' || value === null ? undefined : value)
/** A sentence or two beside a move. */
export const WORDS_MAX = 200
export const words = z.string().trim().max(WORDS_MAX, 'TEXT_TOO_LONG').default('')
