import { SearchForm } from '@/components/ui/search-form'
import { ORG_KINDS } from '@/lib/domain/administration'
import type { Translator } from '@/lib/i18n/translator'
import type { OrgFilter as Filter } from '@/lib/schemas/administration'
import { filterWords, listHref } from './admin-link'

/** Conditions of the list of units. */
export function OrgFilter({ filter, t }: { filter: Filter; t: Translator }) {
  return (
    <SearchForm
      action="/orgs"
      label={t('orgs.filter')}
      search={{ name: 'q', label: t('orgs.search'), value: filter.q }}
      picks={[
        {
          name: 'kind',
          label: t('orgs.kind'),
          value: filter.kind,
          options: ORG_KINDS.map((kind) => [kind, t(`orgs.kinds.${kind}`)]),
        },
        {
          name: 'state',
          label: t('orgs.state'),
          value: filter.state,
          options: (['active', 'dissolved'] as const).map((state) => [state, t(`orgs.states.${state}`)]),
        },
      ]}
      asked={listHref('/orgs', filter) !== '/orgs'}
      words={filterWords(t)}
    />
  )
}
