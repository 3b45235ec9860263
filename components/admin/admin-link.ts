import type { Translator } from '@/lib/i18n/translator'

/** Address of a list with some conditions; what is empty stays out of it, and the page starts anew unless it is asked for. */
export function listHref(
  path: `/${string}`,
  filter: Readonly<Record<string, string | number | undefined>>,
  change: Readonly<Record<string, string | number | undefined>> = {},
): `/${string}` {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, page: undefined, ...change }))
    if (value !== undefined && value !== '' && !(name === 'page' && value === 1)) params.set(name, String(value))
  const query = params.toString()
  return query ? `${path}?${query}` : path
}

/** What every form of conditions says. */
export const filterWords = (t: Translator) => ({
  all: t('accounts.all'),
  find: t('accounts.find'),
  clear: t('accounts.clear'),
})
