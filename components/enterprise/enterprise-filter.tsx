import { type Chip, Chips, type Condition, ListFilter } from '@/components/ui/list-filter'
import { ENTERPRISE_SIZES, INDUSTRIES, STANDINGS } from '@/lib/domain/enterprise'
import type { Translator } from '@/lib/i18n/translator'
import { ENTERPRISE_HAS, type EnterpriseFilter } from '@/lib/schemas/enterprise'
import { enterprisesHref } from './enterprise-link'

type Named = Readonly<{ id: string; name: string }>

const conditionsOf = (filter: EnterpriseFilter, streets: readonly Named[], t: Translator): Condition[] => [
  {
    name: 'industry',
    label: t('enterprise.filter.industry'),
    value: filter.industry,
    options: INDUSTRIES.map((industry) => ({ id: industry, name: t(`enterprise.industry.${industry}`) })),
    first: true,
  },
  {
    name: 'street',
    label: t('enterprise.filter.street'),
    value: filter.street,
    options: streets,
    first: true,
  },
  {
    name: 'has',
    label: t('enterprise.filter.has'),
    value: filter.has,
    options: ENTERPRISE_HAS.map((has) => ({ id: has, name: t(`enterprise.has.${has}`) })),
  },
  {
    name: 'size',
    label: t('enterprise.filter.size'),
    value: filter.size,
    options: ENTERPRISE_SIZES.map((size) => ({ id: size, name: t(`enterprise.size.${size}`) })),
  },
  {
    name: 'standing',
    label: t('enterprise.filter.standing'),
    value: filter.standing,
    options: STANDINGS.map((standing) => ({ id: standing, name: t(`enterprise.standing.${standing}`) })),
  },
]

/** Filters of the register, and what is filtered by. */
export function EnterpriseFilterBar({
  filter,
  streets,
  t,
}: {
  filter: EnterpriseFilter
  streets: readonly Named[]
  t: Translator
}) {
  const conditions = conditionsOf(filter, streets, t)
  const set: readonly Readonly<{ name: string; label: string; text: string | undefined }>[] = [
    { name: 'q', label: t('enterprise.filter.name'), text: filter.q },
    ...conditions.map(({ name, label, value, options }) => ({
      name,
      label,
      text: value === undefined ? undefined : (options.find(({ id }) => id === value)?.name ?? '—'),
    })),
    {
      name: 'taskforce',
      label: t('enterprise.filter.taskforce'),
      text: filter.taskforce && t('enterprise.filter.thisTaskforce'),
    },
    { name: 'from', label: t('enterprise.filter.from'), text: filter.from },
    { name: 'to', label: t('enterprise.filter.to'), text: filter.to },
  ]
  const chips = set.flatMap(({ name, label, text }): Chip[] =>
    text
      ? [
          {
            name,
            label: name === 'has' ? '' : label,
            text,
            href: enterprisesHref(filter, { [name]: undefined }),
            drop: t('enterprise.filter.remove', { name: label }),
          },
        ]
      : [],
  )
  return (
    <>
      <ListFilter
        action="/enterprises"
        search={{
          label: t('enterprise.filter.name'),
          placeholder: t('enterprise.filter.namePlaceholder'),
          value: filter.q,
        }}
        conditions={conditions}
        resetHref={enterprisesHref({ state: filter.state })}
        words={{
          label: t('enterprise.filter.label'),
          all: t('enterprise.filter.all'),
          more: t('enterprise.filter.more'),
          reset: t('enterprise.filter.reset'),
          go: t('enterprise.filter.go'),
        }}
      >
        {(['state', 'taskforce', 'from', 'to'] as const).map(
          (name) => filter[name] && <input key={name} type="hidden" name={name} value={filter[name]} />,
        )}
      </ListFilter>
      <Chips chips={chips} label={t('enterprise.filter.chips')} className="px-4 pb-2.5 sm:px-6" />
    </>
  )
}
