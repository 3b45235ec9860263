import { type Chip, Chips, type Condition, ListFilter } from '@/components/ui/list-filter'
import { COLLATERALS, FINANCING_CHANNELS, FINANCING_PURPOSES } from '@/lib/domain/financing/need'
import type { Translator } from '@/lib/i18n/translator'
import type { FinancingFilter } from '@/lib/schemas/financing'
import { needsHref } from './financing-link'

type Named = Readonly<{ id: string; name: string }>

/** Filters of the needs, and what is filtered by. */
export function NeedFilterBar({
  filter,
  banks,
  detailed,
  t,
}: {
  filter: FinancingFilter
  banks: readonly Named[]
  /** Whether the reader sees what stands behind an amount. */
  detailed: boolean
  t: Translator
}) {
  const conditions: Condition[] = [
    ...(detailed
      ? [
          {
            name: 'purpose',
            label: t('financing.filter.purpose'),
            value: filter.purpose,
            options: FINANCING_PURPOSES.map((id) => ({ id, name: t(`financing.purpose.${id}`) })),
            first: true,
          },
          ...(banks.length > 1
            ? [{ name: 'bank', label: t('financing.filter.bank'), value: filter.bank, options: banks, first: true }]
            : []),
          {
            name: 'collateral',
            label: t('financing.filter.collateral'),
            value: filter.collateral,
            options: COLLATERALS.map((id) => ({ id, name: t(`financing.collateral.${id}`) })),
          },
          ...(banks.length > 1
            ? [
                {
                  name: 'channel',
                  label: t('financing.filter.channel'),
                  value: filter.channel,
                  options: FINANCING_CHANNELS.map((id) => ({ id, name: t(`financing.channel.${id}`) })),
                },
              ]
            : []),
        ]
      : []),
    {
      name: 'late',
      label: t('financing.filter.late'),
      value: filter.late,
      options: [{ id: '1', name: t('financing.filter.lateOnly') }],
    },
    {
      name: 'key',
      label: t('financing.filter.key'),
      value: filter.key,
      options: [{ id: '1', name: t('financing.filter.keyOnly') }],
    },
  ]
  const chosen = (value: string | undefined) => value && t('financing.filter.this')
  const set: readonly Readonly<{ name: string; label: string; text: string | undefined }>[] = [
    { name: 'q', label: t('financing.filter.name'), text: filter.q },
    ...conditions.map(({ name, label, value, options }) => ({
      name,
      label,
      text: value === undefined ? undefined : (options.find(({ id }) => id === value)?.name ?? '—'),
    })),
    {
      name: 'from',
      label: t('financing.filter.days'),
      text: filter.from && t('financing.filter.from', { day: filter.from }),
    },
    { name: 'to', label: t('financing.filter.days'), text: filter.to && t('financing.filter.to', { day: filter.to }) },
    { name: 'taskforce', label: t('financing.filter.taskforce'), text: chosen(filter.taskforce) },
    { name: 'enterprise', label: t('financing.filter.enterprise'), text: chosen(filter.enterprise) },
    { name: 'project', label: t('financing.filter.project'), text: chosen(filter.project) },
  ]
  const chips = set.flatMap(({ name, label, text }): Chip[] =>
    text
      ? [
          {
            name,
            label: name === 'late' || name === 'key' ? '' : label,
            text,
            href: needsHref(filter, { [name]: undefined }),
            drop: t('financing.filter.remove', { name: label }),
          },
        ]
      : [],
  )
  return (
    <>
      <ListFilter
        action="/financing"
        search={{
          label: t('financing.filter.name'),
          placeholder: t('financing.filter.namePlaceholder'),
          value: filter.q,
        }}
        conditions={conditions}
        resetHref={needsHref({ state: filter.state })}
        words={{
          label: t('financing.filter.label'),
          all: t('financing.filter.all'),
          more: t('financing.filter.more'),
          reset: t('financing.filter.reset'),
          go: t('financing.filter.go'),
        }}
      >
        {(['state', 'from', 'to', 'taskforce', 'enterprise', 'project'] as const).map(
          (name) => filter[name] && <input key={name} type="hidden" name={name} value={filter[name]} />,
        )}
      </ListFilter>
      <Chips chips={chips} label={t('financing.filter.chips')} className="px-4 pb-2.5 sm:px-6" />
    </>
  )
}
