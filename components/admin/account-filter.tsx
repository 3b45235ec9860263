import { Link } from '@/components/ui/link'
import { ROLES } from '@/lib/domain/access'
import type { Translator } from '@/lib/i18n/translator'
import { ACCOUNT_STATES, type AccountFilter as Filter } from '@/lib/schemas/administration'
import { listHref } from './admin-link'

type Unit = Readonly<{ id: string; shortName: string }>

/** Conditions of the list of accounts; a form of its own address, so that a list can be sent to somebody. */
export function AccountFilter({ filter, units, t }: { filter: Filter; units: readonly Unit[]; t: Translator }) {
  const choices = [
    ['role', filter.role, ROLES.map((role) => [role, t(`shell.roles.${role}`)] as const)],
    ['unit', filter.unit, units.map((unit) => [unit.id, unit.shortName] as const)],
    ['state', filter.state, ACCOUNT_STATES.map((state) => [state, t(`accounts.states.${state}`)] as const)],
  ] as const
  const asked = listHref('/accounts', filter) !== '/accounts'
  return (
    <form action="/accounts" className="mb-4 flex flex-wrap items-end gap-3" aria-label={t('accounts.filter')}>
      <label className="min-w-40 flex-1 sm:max-w-60">
        <span className="mb-1 block text-sm text-ink-2">{t('accounts.search')}</span>
        <input name="q" type="search" defaultValue={filter.q} className="field" maxLength={60} />
      </label>
      {choices.map(([name, value, options]) => (
        <label key={name} className="min-w-32 max-sm:flex-1">
          <span className="mb-1 block text-sm text-ink-2">{t(`accounts.${name}`)}</span>
          <select name={name} defaultValue={value ?? ''} className="field">
            <option value="">{t('accounts.all')}</option>
            {options.map(([id, label]) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit" className="btn">
        {t('accounts.find')}
      </button>
      {asked && (
        <Link href="/accounts" className="btn btn-text">
          {t('accounts.clear')}
        </Link>
      )}
    </form>
  )
}
