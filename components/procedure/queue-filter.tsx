import clsx from 'clsx'
import { ChevronDown, X } from 'lucide-react'
import { Link } from '@/components/ui/link'
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
        filter.group === 'month'
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

/** Filters of the queue; a plain GET form, so that every view of it has an address. */
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
  const all = conditions(filter, choices, role, locale)
  const rest = all.filter((c) => !c.first)
  return (
    <form
      action="/procedures"
      aria-label={t('queue.filter.label')}
      className="no-print flex flex-wrap items-center gap-x-5 gap-y-2 px-4 pt-3 pb-2 sm:px-6"
    >
      {filter.group !== 'open' && <input type="hidden" name="group" value={filter.group} />}
      {filter.size !== 50 && <input type="hidden" name="size" value={filter.size} />}
      <label className="order-first flex items-center gap-2 text-ink-2 max-sm:w-full">
        <span className="whitespace-nowrap max-sm:w-14">{t('queue.filter.name')}</span>
        <input
          name="q"
          defaultValue={filter.q ?? ''}
          placeholder={t('queue.filter.namePlaceholder')}
          className="field sm:w-[188px]!"
          maxLength={60}
        />
      </label>
      <details open={rest.some((c) => c.value !== undefined)} className="peer group contents">
        <summary className="btn btn-text order-last ml-auto list-none [&::-webkit-details-marker]:hidden sm:order-none">
          {t('queue.filter.more')}
          <ChevronDown size={16} aria-hidden="true" className="group-open:rotate-180" />
        </summary>
        <div className="order-last flex w-full flex-wrap gap-x-5 gap-y-2">
          {rest.map((c) => (
            <Pick key={c.name} {...c} all={t('queue.filter.all')} />
          ))}
        </div>
      </details>
      {/* On a phone they fold away with the rest: the list is what one came for. */}
      {all
        .filter((c) => c.first)
        .map((c) => (
          <Pick key={c.name} {...c} all={t('queue.filter.all')} folds />
        ))}
      <Link href={queueHref({ group: filter.group })} className="btn">
        {t('queue.filter.reset')}
      </Link>
      <button type="submit" className="btn btn-primary">
        {t('queue.filter.go')}
      </button>
    </form>
  )
}

function Pick({
  name,
  label,
  value,
  all,
  options,
  folds = false,
}: {
  folds?: boolean
  name: string
  label: string
  value: string | undefined
  all: string
  options: readonly Named[]
}) {
  return (
    <label
      className={clsx(
        'flex items-center gap-2 text-ink-2 max-sm:w-full',
        folds && 'order-first max-sm:order-last max-sm:peer-[:not([open])]:hidden',
      )}
    >
      <span className="whitespace-nowrap max-sm:w-14">{label}</span>
      <select name={name} defaultValue={value ?? ''} className="field sm:w-[160px]!">
        <option value="">{all}</option>
        {options.map((o) => (
          <option key={o.id} value={o.id}>
            {o.name}
          </option>
        ))}
      </select>
    </label>
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
  const chips = [
    { name: 'q', label: t('queue.filter.name'), text: filter.q },
    ...conditions(filter, choices, role, locale).map(({ name, label, value, options }) => ({
      name,
      label,
      text: value === undefined ? undefined : (options.find((o) => o.id === value)?.name ?? '—'),
    })),
  ].filter((chip) => chip.text)
  if (chips.length === 0) return null
  return (
    <ul className="flex flex-wrap items-center gap-2 px-4 pb-2.5 sm:px-6">
      {chips.map(({ name, label, text }) => (
        <li key={name} className="inline-flex h-6 items-center gap-1.5 rounded-[3px] bg-subtle pl-2 text-xs text-ink-2">
          {name !== 'mine' && label}
          <b className="font-medium text-ink">{text}</b>
          <Link
            href={queueHref(filter, { [name]: undefined })}
            aria-label={t('queue.filter.remove', { name: label })}
            className="grid size-6 place-items-center text-ink-3 hover:text-ink"
          >
            <X size={14} aria-hidden="true" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
