import { Link } from '@/components/ui/link'
import { POLICY } from '@/lib/domain/access'
import { nounText } from '@/lib/i18n/audit-text'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { AuditFilter as Filter } from '@/lib/schemas/administration'
import { listHref } from './admin-link'

const NOUNS = [...new Set(Object.keys(POLICY).map((action) => action.split('.')[0] ?? ''))]

/** Who, what, when, and whether it was refused. */
export function AuditFilter({ filter, locale }: { filter: Filter; locale: Locale }) {
  const t = translator(locale)
  const asked = listHref('/audit', filter) !== '/audit'
  const choices = [
    ['noun', filter.noun, NOUNS.map((noun) => [noun, nounText(noun, locale)] as const)],
    ['result', filter.result, (['ok', 'refused'] as const).map((one) => [one, t(`audit.results.${one}`)] as const)],
  ] as const
  return (
    <form action="/audit" className="mb-4 flex flex-wrap items-end gap-3" aria-label={t('audit.filter')}>
      <label className="min-w-40 flex-1 sm:max-w-52">
        <span className="mb-1 block text-sm text-ink-2">{t('audit.who')}</span>
        <input name="who" type="search" defaultValue={filter.who} className="field" maxLength={60} />
      </label>
      {choices.map(([name, value, options]) => (
        <label key={name} className="min-w-28 max-sm:flex-1">
          <span className="mb-1 block text-sm text-ink-2">{t(name === 'noun' ? 'audit.about' : `audit.${name}`)}</span>
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
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className="max-sm:flex-1">
          <span className="mb-1 block text-sm text-ink-2">{t(`audit.${name}`)}</span>
          <input name={name} type="date" defaultValue={filter[name]} className="field" />
        </label>
      ))}
      <button type="submit" className="btn">
        {t('accounts.find')}
      </button>
      {asked && (
        <Link href="/audit" className="btn btn-text">
          {t('accounts.clear')}
        </Link>
      )}
    </form>
  )
}
