import { type Chip, Chips, ListFilter } from '@/components/ui/list-filter'
import type { Translator } from '@/lib/i18n/translator'
import type { HarbourChoices, HarbourFilter } from '@/lib/schemas/harbour'
import { harboursHref } from './harbour-link'

/** Filters of the register, and what is filtered by. */
export function HarbourFilterBar({
  filter,
  choices,
  t,
}: {
  filter: HarbourFilter
  choices: Pick<HarbourChoices, 'banks' | 'streets'>
  t: Translator
}) {
  const conditions = [
    { name: 'street', label: t('harbour.filter.street'), value: filter.street, options: choices.streets, first: true },
    { name: 'bank', label: t('harbour.filter.bank'), value: filter.bank, options: choices.banks, first: true },
  ]
  const set = [
    { name: 'q', label: t('harbour.filter.name'), text: filter.q },
    ...conditions.map(({ name, label, value, options }) => ({
      name,
      label,
      text: value && (options.find(({ id }) => id === value)?.name ?? '—'),
    })),
    { name: 'from', label: t('harbour.filter.from'), text: filter.from },
    { name: 'to', label: t('harbour.filter.to'), text: filter.to },
  ]
  const chips = set.flatMap(({ name, label, text }): Chip[] =>
    text
      ? [
          {
            name,
            label,
            text,
            href: harboursHref(filter, { [name]: undefined }),
            drop: t('harbour.filter.remove', { name: label }),
          },
        ]
      : [],
  )
  return (
    <>
      <ListFilter
        action="/financing/harbours"
        search={{ label: t('harbour.filter.name'), placeholder: t('harbour.filter.namePlaceholder'), value: filter.q }}
        conditions={conditions}
        resetHref={harboursHref({ state: filter.state })}
        words={{
          label: t('harbour.filter.label'),
          all: t('harbour.filter.all'),
          more: t('harbour.filter.more'),
          reset: t('harbour.filter.reset'),
          go: t('harbour.filter.go'),
        }}
      >
        {(['state', 'from', 'to'] as const).map(
          (name) => filter[name] && <input key={name} type="hidden" name={name} value={filter[name]} />,
        )}
      </ListFilter>
      <Chips chips={chips} label={t('harbour.filter.chips')} className="px-4 pb-2.5 sm:px-6" />
    </>
  )
}
