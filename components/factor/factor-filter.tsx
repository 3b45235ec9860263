import { periodChips } from '@/components/briefing/period-chips'
import { type Chip, Chips, type Condition, ListFilter } from '@/components/ui/list-filter'
import { FACTOR_KINDS } from '@/lib/domain/factor-need'
import type { Translator } from '@/lib/i18n/translator'
import type { FactorFilter } from '@/lib/schemas/factor'
import { factorsHref } from './factor-link'

type Named = Readonly<{ id: string; name: string }>

const conditionsOf = (filter: FactorFilter, leads: readonly Named[], t: Translator): Condition[] => [
  {
    name: 'kind',
    label: t('factor.filter.kind'),
    value: filter.kind,
    options: FACTOR_KINDS.map((kind) => ({ id: kind, name: t(`factor.kind.${kind}`) })),
    first: true,
  },
  {
    name: 'lead',
    label: t('factor.filter.lead'),
    value: filter.lead,
    options: [...leads, { id: 'none', name: t('factor.noLead') }],
    first: true,
  },
  {
    name: 'late',
    label: t('factor.filter.late'),
    value: filter.late,
    options: [{ id: '1', name: t('factor.filter.lateOnly') }],
  },
  {
    name: 'gap',
    label: t('factor.filter.gap'),
    value: filter.gap,
    options: [{ id: '1', name: t('factor.filter.gapOnly') }],
  },
]

/** Filters of the needs, and what is filtered by. */
export function FactorFilterBar({
  filter,
  leads,
  t,
}: {
  filter: FactorFilter
  leads: readonly Named[]
  t: Translator
}) {
  const conditions = conditionsOf(filter, leads, t)
  const set: readonly Readonly<{ name: string; label: string; text: string | undefined }>[] = [
    { name: 'q', label: t('factor.filter.name'), text: filter.q },
    ...conditions.map(({ name, label, value, options }) => ({
      name,
      label,
      text: value === undefined ? undefined : (options.find(({ id }) => id === value)?.name ?? '—'),
    })),
    { name: 'measure', label: t('factor.filter.measure'), text: filter.measure },
    { name: 'project', label: t('factor.filter.project'), text: filter.project && t('factor.filter.thisProject') },
    ...periodChips({ taskforce: filter.taskforce }, '', t),
  ]
  const chips = set.flatMap(({ name, label, text }): Chip[] =>
    text
      ? [
          {
            name,
            label: name === 'late' || name === 'gap' ? '' : label,
            text,
            href: factorsHref(filter, { [name]: undefined }),
            drop: t('factor.filter.remove', { name: label }),
          },
        ]
      : [],
  )
  return (
    <>
      <ListFilter
        action="/factors"
        search={{ label: t('factor.filter.name'), placeholder: t('factor.filter.namePlaceholder'), value: filter.q }}
        conditions={conditions}
        resetHref={factorsHref({ state: filter.state })}
        words={{
          label: t('factor.filter.label'),
          all: t('factor.filter.all'),
          more: t('factor.filter.more'),
          reset: t('factor.filter.reset'),
          go: t('factor.filter.go'),
        }}
      >
        {(['state', 'measure', 'project', 'taskforce'] as const).map(
          (name) => filter[name] && <input key={name} type="hidden" name={name} value={filter[name]} />,
        )}
      </ListFilter>
      <Chips chips={chips} label={t('factor.filter.chips')} className="px-4 pb-2.5 sm:px-6" />
    </>
  )
}
