import { type Chip, Chips, type Condition, ListFilter } from '@/components/ui/list-filter'
import { INDUSTRIES } from '@/lib/domain/enterprise'
import { EVENT_KINDS } from '@/lib/domain/finance-event'
import type { Translator } from '@/lib/i18n/translator'
import type { IntentionFilter } from '@/lib/schemas/event-intention'
import type { EventChoices, EventFilter, InviteFilter } from '@/lib/schemas/finance-event'
import { eventsHref, intentionsHref, inviteHref } from './event-link'

type Named = Readonly<{ id: string; name: string }>
type Set = Readonly<{ name: string; label: string; text: string | undefined }>

const words = (t: Translator) => ({
  label: t('financeEvent.filter.label'),
  all: t('financeEvent.filter.all'),
  more: t('financeEvent.filter.more'),
  reset: t('financeEvent.filter.reset'),
  go: t('financeEvent.filter.go'),
})

const industriesOf = (t: Translator): Named[] =>
  INDUSTRIES.map((industry) => ({ id: industry, name: t(`enterprise.industry.${industry}`) }))

const chosen = ({ name, label, value, options }: Condition): Set => ({
  name,
  label,
  text: value === undefined ? undefined : (options.find(({ id }) => id === value)?.name ?? '—'),
})

/** What is filtered by, each with the list without it. */
function SetChips({ set, hrefOf, t }: { set: readonly Set[]; hrefOf: (name: string) => string; t: Translator }) {
  const chips = set.flatMap(({ name, label, text }): Chip[] =>
    text ? [{ name, label, text, href: hrefOf(name), drop: t('financeEvent.filter.remove', { name: label }) }] : [],
  )
  return <Chips chips={chips} label={t('financeEvent.filter.chips')} className="px-4 pb-2.5 sm:px-6" />
}

/** Filters of the events. */
export function EventFilterBar({
  filter,
  choices,
  t,
}: {
  filter: EventFilter
  choices: Pick<EventChoices, 'banks' | 'streets'>
  t: Translator
}) {
  const conditions: Condition[] = [
    {
      name: 'kind',
      label: t('financeEvent.filter.kind'),
      value: filter.kind,
      options: EVENT_KINDS.map((kind) => ({ id: kind, name: t(`financeEvent.kind.${kind}`) })),
      first: true,
    },
    { name: 'bank', label: t('financeEvent.filter.bank'), value: filter.bank, options: choices.banks, first: true },
    {
      name: 'industry',
      label: t('financeEvent.filter.industry'),
      value: filter.industry,
      options: industriesOf(t),
    },
    { name: 'street', label: t('financeEvent.filter.street'), value: filter.street, options: choices.streets },
  ]
  const set: Set[] = [
    { name: 'q', label: t('financeEvent.filter.name'), text: filter.q },
    ...conditions.map(chosen),
    { name: 'from', label: t('financeEvent.filter.from'), text: filter.from },
    { name: 'to', label: t('financeEvent.filter.to'), text: filter.to },
    {
      name: 'taskforce',
      label: t('financeEvent.filter.taskforce'),
      text: filter.taskforce && t('financeEvent.filter.thisTaskforce'),
    },
  ]
  return (
    <>
      <ListFilter
        action="/financing/events"
        search={{
          label: t('financeEvent.filter.name'),
          placeholder: t('financeEvent.filter.namePlaceholder'),
          value: filter.q,
        }}
        conditions={conditions}
        resetHref={eventsHref({ state: filter.state })}
        words={words(t)}
      >
        {(['state', 'from', 'to', 'taskforce'] as const).map(
          (name) => filter[name] && <input key={name} type="hidden" name={name} value={filter[name]} />,
        )}
      </ListFilter>
      <SetChips set={set} hrefOf={(name) => eventsHref(filter, { [name]: undefined })} t={t} />
    </>
  )
}

/** Filters of the ledger of intentions. */
export function IntentionFilterBar({
  filter,
  banks,
  t,
}: {
  filter: IntentionFilter
  banks: readonly Named[]
  t: Translator
}) {
  const conditions: Condition[] = [
    { name: 'bank', label: t('financeEvent.filter.bank'), value: filter.bank, options: banks, first: true },
  ]
  const set: Set[] = [
    { name: 'q', label: t('financeEvent.filter.intention'), text: filter.q },
    ...conditions.map(chosen),
    {
      name: 'event',
      label: t('financeEvent.filter.event'),
      text: filter.event && t('financeEvent.filter.thisEvent'),
    },
    { name: 'from', label: t('financeEvent.filter.from'), text: filter.from },
    { name: 'to', label: t('financeEvent.filter.to'), text: filter.to },
  ]
  return (
    <>
      <ListFilter
        action="/financing/events/intentions"
        search={{
          label: t('financeEvent.filter.intention'),
          placeholder: t('financeEvent.filter.intentionPlaceholder'),
          value: filter.q,
        }}
        conditions={conditions}
        resetHref={intentionsHref({ state: filter.state })}
        words={words(t)}
      >
        {(['state', 'event', 'from', 'to', 'taskforce'] as const).map(
          (name) => filter[name] && <input key={name} type="hidden" name={name} value={filter[name]} />,
        )}
      </ListFilter>
      <SetChips set={set} hrefOf={(name) => intentionsHref(filter, { [name]: undefined })} t={t} />
    </>
  )
}

/** Filters of the firms an event can be filled from. */
export function InviteFilterBar({
  eventId,
  filter,
  streets,
  t,
}: {
  eventId: string
  filter: InviteFilter
  streets: readonly Named[]
  t: Translator
}) {
  const conditions: Condition[] = [
    {
      name: 'industry',
      label: t('financeEvent.filter.industry'),
      value: filter.industry,
      options: industriesOf(t),
      first: true,
    },
    {
      name: 'street',
      label: t('financeEvent.filter.street'),
      value: filter.street,
      options: streets,
      first: true,
    },
    {
      name: 'size',
      label: t('financeEvent.filter.size'),
      value: filter.size,
      options: (['LARGE', 'MEDIUM', 'SMALL', 'MICRO', 'SOLE'] as const).map((size) => ({
        id: size,
        name: t(`enterprise.size.${size}`),
      })),
    },
    {
      name: 'need',
      label: t('financeEvent.filter.need'),
      value: filter.need,
      options: [{ id: '1', name: t('financeEvent.filter.needOpen') }],
    },
  ]
  const set: Set[] = [{ name: 'q', label: t('financeEvent.filter.firm'), text: filter.q }, ...conditions.map(chosen)]
  return (
    <>
      <ListFilter
        action={`/financing/events/${eventId}/invite`}
        search={{
          label: t('financeEvent.filter.firm'),
          placeholder: t('financeEvent.filter.firmPlaceholder'),
          value: filter.q,
        }}
        conditions={conditions}
        resetHref={inviteHref(eventId, {})}
        words={words(t)}
      />
      <SetChips set={set} hrefOf={(name) => inviteHref(eventId, filter, { [name]: undefined })} t={t} />
    </>
  )
}
