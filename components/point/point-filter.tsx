import { type Chip, Chips, ListFilter } from '@/components/ui/list-filter'
import { PLATE_STANDS, POINT_KINDS } from '@/lib/domain/monitor-point'
import type { Translator } from '@/lib/i18n/translator'
import type { PointFilter } from '@/lib/schemas/monitor-point'
import { pointsHref } from './point-link'

/** Filters of the register, and what is filtered by. */
export function PointFilterBar({ filter, t }: { filter: PointFilter; t: Translator }) {
  const conditions = [
    {
      name: 'kind',
      label: t('point.filter.kind'),
      value: filter.kind,
      options: POINT_KINDS.map((kind) => ({ id: kind, name: t(`point.kind.${kind}`) })),
      first: true,
    },
    {
      name: 'plate',
      label: t('point.filter.plate'),
      value: filter.plate,
      options: PLATE_STANDS.map((stand) => ({ id: stand, name: t(`point.stand.${stand}`) })),
      first: true,
    },
  ]
  const set = [
    { name: 'q', label: t('point.filter.name'), text: filter.q },
    ...conditions.map(({ name, label, value, options }) => ({
      name,
      label,
      text: options.find(({ id }) => id === value)?.name,
    })),
  ]
  const chips = set.flatMap(({ name, label, text }): Chip[] =>
    text
      ? [
          {
            name,
            label,
            text,
            href: pointsHref(filter, { [name]: undefined }),
            drop: t('point.filter.remove', { name: label }),
          },
        ]
      : [],
  )
  return (
    <>
      <ListFilter
        action="/supervision/points"
        search={{ label: t('point.filter.name'), placeholder: t('point.filter.namePlaceholder'), value: filter.q }}
        conditions={conditions}
        resetHref={pointsHref({ state: filter.state })}
        words={{
          label: t('point.filter.label'),
          all: t('point.filter.all'),
          more: t('point.filter.more'),
          reset: t('point.filter.reset'),
          go: t('point.filter.go'),
        }}
      >
        <input type="hidden" name="state" value={filter.state} />
      </ListFilter>
      <Chips chips={chips} label={t('point.filter.chips')} className="px-4 pb-2.5 sm:px-6" />
    </>
  )
}
