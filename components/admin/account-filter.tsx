import { SearchForm } from '@/components/ui/search-form'
import { ROLES } from '@/lib/domain/access'
import type { Translator } from '@/lib/i18n/translator'
import { ACCOUNT_STATES, type AccountFilter as Filter } from '@/lib/schemas/administration'
import { filterWords, listHref } from './admin-link'

type Unit = Readonly<{ id: string; shortName: string }>

/** Conditions of the list of accounts. */
export function AccountFilter({ filter, units, t }: { filter: Filter; units: readonly Unit[]; t: Translator }) {
  return (
    <SearchForm
      action="/accounts"
      label={t('accounts.filter')}
      search={{ name: 'q', label: t('accounts.search'), value: filter.q }}
      picks={[
        {
          name: 'role',
          label: t('accounts.role'),
          value: filter.role,
          options: ROLES.map((role) => [role, t(`shell.roles.${role}`)]),
        },
        {
          name: 'unit',
          label: t('accounts.unit'),
          value: filter.unit,
          options: units.map((unit) => [unit.id, unit.shortName]),
        },
        {
          name: 'state',
          label: t('accounts.state'),
          value: filter.state,
          options: ACCOUNT_STATES.map((state) => [state, t(`accounts.states.${state}`)]),
        },
      ]}
      asked={listHref('/accounts', filter) !== '/accounts'}
      words={filterWords(t)}
    />
  )
}
