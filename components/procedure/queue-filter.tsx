import { periodChips, periodKept } from '@/components/briefing/period-chips'
import { type Chip, Chips, ListFilter } from '@/components/ui/list-filter'
import type { Role } from '@/lib/domain/access'
import { LEVELS } from '@/lib/domain/level-scale'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { ProcedureFilter } from '@/lib/schemas/procedure-queue'
import { queueHref } from './queue-link'

type Named = Readonly<{ id: string; name: string }>
export type QueueChoices = Readonly<{
  agencies: readonly Named[]
  handlers: readonly Named[]
  items: readonly Readonly<{ code: string; nameZh: string; nameEn: string }>[]
}>

/** Who has procedures that are his own among those he sees. */
const HAS_OWN: ReadonlySet<Role> = new Set(['AGENCY', 'AGENCY_HEAD', 'STEWARD'])

/** Everything one can ask a queue for, with its words: the form and the chips are made of the same list. */
function conditions(filter: ProcedureFilter, choices: QueueChoices, role: Role, locale: Locale) {
  const t = translator(locale)
  const list = [
    {
      name: 'level',
      label: t('queue.filter.level'),
      options: LEVELS.toReversed().map((l) => ({ id: l as string, name: t(`level.full.${l}`) })),
      first: true,
    },
    { name: 'agency', label: t('queue.filter.agency'), options: choices.agencies, first: true },
    {
      name: 'handler',
      label: t('queue.filter.handler'),
      options: choices.handlers.length > 0 ? [...choices.handlers, { id: 'none', name: t('queue.filter.nobody') }] : [],
      first: choices.agencies.length === 0,
    },
    {
      name: 'code',
      label: t('queue.filter.item'),
      options: choices.items.map((i) => ({ id: i.code, name: `${locale === 'en' ? i.nameEn : i.nameZh} ${i.code}` })),
    },
    {
      name: 'owner',
      label: t('queue.filter.owner'),
      options: (['AGENCY', 'ENTERPRISE', 'STEWARD'] as const).map((o) => ({
        id: o as string,
        name: t(`queue.owner.${o}`),
      })),
    },
    {
      name: 'due',
      label: t('queue.filter.due'),
      options: [
        { id: 'late', name: t('queue.filter.late') },
        { id: 'today', name: t('queue.filter.today') },
      ],
    },
    {
      name: 'kept',
      label: t('queue.filter.kept'),
      options:
        filter.group === 'month' || filter.group === 'done'
          ? [
              { id: 'yes', name: t('queue.filter.keptYes') },
              { id: 'no', name: t('queue.filter.keptNo') },
            ]
          : [],
      first: true,
    },
    {
      name: 'mine',
      label: t('queue.filter.mine'),
      options: HAS_OWN.has(role) ? [{ id: '1', name: t('queue.filter.mine') }] : [],
    },
  ] as const
  return list
    .map((condition) => ({ first: false, ...condition, value: filter[condition.name] }))
    .filter((condition) => condition.options.length > 0 || condition.value !== undefined)
}

/** Filters of the queue. */
export function QueueFilter({
  filter,
  choices,
  role,
  locale,
}: {
  filter: ProcedureFilter
  choices: QueueChoices
  role: Role
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <ListFilter
      action="/procedures"
      search={{ label: t('queue.filter.name'), placeholder: t('queue.filter.namePlaceholder'), value: filter.q }}
      conditions={conditions(filter, choices, role, locale)}
      resetHref={queueHref({ group: filter.group })}
      words={{
        label: t('queue.filter.label'),
        all: t('queue.filter.all'),
        more: t('queue.filter.more'),
        reset: t('queue.filter.reset'),
        go: t('queue.filter.go'),
      }}
    >
      {filter.group !== 'open' && <input type="hidden" name="group" value={filter.group} />}
      {filter.size !== 50 && <input type="hidden" name="size" value={filter.size} />}
      {periodKept(filter).map(({ name, value }) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </ListFilter>
  )
}

/** What is filtered by, each with a way to drop it. */
export function QueueChips({
  filter,
  choices,
  role,
  locale,
}: {
  filter: ProcedureFilter
  choices: QueueChoices
  role: Role
  locale: Locale
}) {
  const t = translator(locale)
  const set = [
    { name: 'q' as const, label: t('queue.filter.name'), text: filter.q },
    ...conditions(filter, choices, role, locale).map(({ name, label, value, options }) => ({
      name,
      label,
      text: value === undefined ? undefined : (options.find((o) => o.id === value)?.name ?? '—'),
    })),
    ...periodChips(filter, t('briefing.chip.finished'), t),
  ]
  const chips = set.flatMap(({ name, label, text, ...more }): Chip[] =>
    text
      ? [
          {
            name,
            label: name === 'mine' ? '' : label,
            text,
            href: queueHref(filter, 'drops' in more ? more.drops : { [name]: undefined }),
            drop: t('queue.filter.remove', { name: label }),
          },
        ]
      : [],
  )
  return <Chips chips={chips} label={t('projects.chips')} className="px-4 pb-2.5 sm:px-6" />
}
