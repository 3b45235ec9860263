import { type Chip, Chips, type Condition, ListFilter } from '@/components/ui/list-filter'
import { PACK_CHANNELS } from '@/lib/domain/gift-pack'
import type { Translator } from '@/lib/i18n/translator'
import { type BatchRow, PACK_STANDS, type PackFilter } from '@/lib/schemas/gift-pack'
import { packsHref } from './pack-link'

/** Filters of the packs, and what is filtered by. */
export function PackFilterBar({
  filter,
  batches,
  t,
}: {
  filter: PackFilter
  batches: readonly BatchRow[]
  t: Translator
}) {
  const conditions: Condition[] = [
    {
      name: 'stand',
      label: t('pack.filter.stand'),
      value: filter.stand === 'kept' ? undefined : filter.stand,
      options: PACK_STANDS.flatMap((stand) =>
        stand === 'kept' ? [] : [{ id: stand, name: t(`pack.stand.${stand}`) }],
      ),
      unset: t('pack.stand.kept'),
      first: true,
    },
    { name: 'batch', label: t('pack.filter.batch'), value: filter.batch, options: batches, first: true },
    {
      name: 'channel',
      label: t('pack.filter.channel'),
      value: filter.channel,
      options: PACK_CHANNELS.map((channel) => ({ id: channel, name: t(`pack.channel.${channel}`) })),
    },
    {
      name: 'fresh',
      label: t('pack.filter.fresh'),
      value: filter.fresh,
      options: [{ id: '1', name: t('pack.filter.freshOnly') }],
    },
  ]
  const set: readonly Readonly<{ name: string; label: string; text: string | undefined }>[] = [
    { name: 'q', label: t('pack.filter.name'), text: filter.q },
    ...conditions.map(({ name, label, value, options }) => ({
      name,
      label: name === 'fresh' ? '' : label,
      text: value === undefined ? undefined : (options.find(({ id }) => id === value)?.name ?? '—'),
    })),
    { name: 'from', label: t('pack.filter.from'), text: filter.from },
    { name: 'to', label: t('pack.filter.to'), text: filter.to },
    { name: 'enterprise', label: '', text: filter.enterprise && t('pack.filter.thisEnterprise') },
    { name: 'taskforce', label: '', text: filter.taskforce && t('pack.filter.thisTaskforce') },
  ]
  const chips = set.flatMap(({ name, label, text }): Chip[] =>
    text
      ? [
          {
            name,
            label,
            text,
            href: packsHref(filter, { [name]: undefined }),
            drop: t('pack.filter.remove', { name: label || text }),
          },
        ]
      : [],
  )
  return (
    <>
      <ListFilter
        action="/services/packs"
        search={{ label: t('pack.filter.name'), placeholder: t('pack.filter.namePlaceholder'), value: filter.q }}
        conditions={conditions}
        resetHref={packsHref({})}
        words={{
          label: t('pack.filter.label'),
          all: t('pack.filter.all'),
          more: t('pack.filter.more'),
          reset: t('pack.filter.reset'),
          go: t('pack.filter.go'),
        }}
      >
        {(['from', 'to', 'enterprise', 'taskforce'] as const).map(
          (name) => filter[name] && <input key={name} type="hidden" name={name} value={filter[name]} />,
        )}
      </ListFilter>
      <Chips chips={chips} label={t('pack.filter.chips')} className="px-4 pb-2.5 sm:px-6" />
    </>
  )
}
