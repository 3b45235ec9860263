import { type Chip, Chips, type Condition, ListFilter } from '@/components/ui/list-filter'
import type { Translator } from '@/lib/i18n/translator'
import { addressOf } from '@/lib/schemas/address'

type Filter = Readonly<Record<string, unknown>>
type Defaults = Readonly<Record<string, string | number>>

/** Addresses of a list with something changed; what is at its default stays out, and the page starts anew. */
export const addressIn =
  (path: string, defaults: Defaults) =>
  (filter: Filter, change: Filter = {}): string =>
    addressOf(
      path,
      Object.fromEntries(
        Object.entries({ ...filter, page: undefined, ...change }).map(([name, value]) => [
          name,
          value === undefined || value === defaults[name] || (name === 'page' && value === 1)
            ? undefined
            : String(value),
        ]),
      ),
    )

/** Filters of a list of a service, and what is filtered by. */
export function ServiceFilter({
  path,
  filter,
  conditions,
  placeholder,
  keeps,
  defaults,
  t,
}: {
  path: string
  filter: Filter
  conditions: readonly Condition[]
  placeholder: string
  /** What of the address the form does not ask for and keeps: the tab it is on. */
  keeps: readonly string[]
  defaults: Defaults
  t: Translator
}) {
  const hrefOf = addressIn(path, defaults)
  const held = ['from', 'to', 'enterprise', 'project', 'taskforce', 'paidFrom', 'paidTo'] as const
  const text = (name: string): string | undefined => {
    const value = filter[name]
    return typeof value === 'string' ? value : undefined
  }
  const set = [
    { name: 'q', label: t('service.filter.name'), text: text('q') },
    ...conditions.map(({ name, label, value, options }) => ({
      name,
      label,
      text: value === undefined ? undefined : (options.find(({ id }) => id === value)?.name ?? '—'),
    })),
    ...held.map((name) => ({
      name,
      label: t(`service.filter.${name}`),
      text:
        text(name) &&
        (name === 'enterprise' || name === 'project' || name === 'taskforce' ? t('service.filter.this') : text(name)),
    })),
  ]
  const chips = set.flatMap(({ name, label, text: said }): Chip[] =>
    said
      ? [
          {
            name,
            label,
            text: said,
            href: hrefOf(filter, { [name]: undefined }),
            drop: t('service.filter.remove', { name: label }),
          },
        ]
      : [],
  )
  const kept = [...keeps, ...held]
  return (
    <>
      <ListFilter
        action={path}
        search={{ label: t('service.filter.name'), placeholder, value: text('q') }}
        conditions={conditions}
        resetHref={hrefOf(Object.fromEntries(keeps.map((name) => [name, filter[name]])))}
        words={{
          label: t('service.filter.label'),
          all: t('service.filter.all'),
          more: t('service.filter.more'),
          reset: t('service.filter.reset'),
          go: t('service.filter.go'),
        }}
      >
        {kept.map((name) => {
          const value = text(name)
          return value && <input key={name} type="hidden" name={name} value={value} />
        })}
      </ListFilter>
      <Chips chips={chips} label={t('service.filter.chips')} className="px-4 pb-2.5 sm:px-6" />
    </>
  )
}
