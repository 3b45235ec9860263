import { SearchForm } from '@/components/ui/search-form'
import { POLICY } from '@/lib/domain/access'
import { nounText } from '@/lib/i18n/audit-text'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { AuditFilter as Filter } from '@/lib/schemas/administration'
import { filterWords, listHref } from './admin-link'

const NOUNS = [...new Set(Object.keys(POLICY).map((action) => action.split('.')[0] ?? ''))]

/** Who, what, when, and whether it was refused. */
export function AuditFilter({ filter, locale }: { filter: Filter; locale: Locale }) {
  const t = translator(locale)
  return (
    <SearchForm
      action="/audit"
      label={t('audit.filter')}
      search={{ name: 'who', label: t('audit.who'), value: filter.who }}
      picks={[
        {
          name: 'noun',
          label: t('audit.about'),
          value: filter.noun,
          options: NOUNS.map((noun) => [noun, nounText(noun, locale)]),
        },
        {
          name: 'result',
          label: t('audit.result'),
          value: filter.result,
          options: (['ok', 'refused'] as const).map((one) => [one, t(`audit.results.${one}`)]),
        },
      ]}
      days={(['from', 'to'] as const).map((name) => ({ name, label: t(`audit.${name}`), value: filter[name] }))}
      asked={listHref('/audit', filter) !== '/audit'}
      words={filterWords(t)}
    />
  )
}
