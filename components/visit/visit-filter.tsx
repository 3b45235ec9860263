import { ServiceFilter } from '@/components/service/service-filter'
import type { Translator } from '@/lib/i18n/translator'
import type { VisitFilter } from '@/lib/schemas/visit'

/** Filters of the visits, and what is filtered by. */
export function VisitFilterBar({
  filter,
  units,
  t,
}: {
  filter: VisitFilter
  units: readonly Readonly<{ id: string; name: string }>[]
  t: Translator
}) {
  return (
    <ServiceFilter
      path="/services/visits"
      filter={filter}
      keeps={['state', 'week']}
      defaults={{ state: 'week' }}
      placeholder={t('visit.search')}
      conditions={[
        { name: 'unit', label: t('visit.column.unit'), value: filter.unit, options: units, first: true },
        {
          name: 'result',
          label: t('visit.column.result'),
          value: filter.result,
          options: (['problem', 'decision'] as const).map((id) => ({ id, name: t(`visit.result.${id}`) })),
          first: true,
        },
      ]}
      t={t}
    />
  )
}
