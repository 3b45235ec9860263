import { periodChips } from '@/components/briefing/period-chips'
import { type Chip, Chips, type Condition, ListFilter } from '@/components/ui/list-filter'
import { COMPLAINT_KINDS } from '@/lib/domain/complaint/complaint'
import type { Translator } from '@/lib/i18n/translator'
import type { ComplaintFilter } from '@/lib/schemas/complaint'
import { complaintsHref } from './complaint-link'

type Named = Readonly<{ id: string; name: string }>
export type ComplaintChoices = Readonly<{ points: readonly Named[]; units: readonly Named[] }>

const conditionsOf = (filter: ComplaintFilter, { points, units }: ComplaintChoices, t: Translator): Condition[] => [
  {
    name: 'kind',
    label: t('complaint.filter.kind'),
    value: filter.kind,
    options: COMPLAINT_KINDS.map((kind) => ({ id: kind, name: t(`complaint.kind.${kind}`) })),
    first: true,
  },
  {
    name: 'point',
    label: t('complaint.filter.point'),
    value: filter.point,
    options: [...points, { id: 'none', name: t('complaint.noPoint') }],
    first: true,
  },
  {
    name: 'unit',
    label: t('complaint.filter.unit'),
    value: filter.unit,
    options: [...units, { id: 'none', name: t('complaint.noLead') }],
  },
  {
    name: 'late',
    label: t('complaint.filter.late'),
    value: filter.late,
    options: [{ id: '1', name: t('complaint.filter.lateOnly') }],
  },
  {
    name: 'done',
    label: t('complaint.filter.done'),
    value: filter.done,
    options: (['ontime', 'late'] as const).map((id) => ({ id, name: t(`complaint.filter.done${id}`) })),
  },
  {
    name: 'asks',
    label: t('complaint.filter.asks'),
    value: filter.asks,
    options: [{ id: '1', name: t('complaint.filter.asksOnly') }],
  },
  {
    name: 'rated',
    label: t('complaint.filter.rated'),
    value: filter.rated,
    options: (['good', 'bad', 'none'] as const).map((id) => ({ id, name: t(`complaint.filter.rated${id}`) })),
  },
  {
    name: 'repeat',
    label: t('complaint.filter.repeat'),
    value: filter.repeat,
    options: [{ id: '1', name: t('complaint.filter.repeatOnly') }],
  },
]

/** Conditions whose value says all there is to say. */
const PLAIN: ReadonlySet<string> = new Set(['late', 'asks', 'done', 'repeat', 'counted'])

/** Filters of the complaints, and what is filtered by. */
export function ComplaintFilterBar({
  filter,
  choices,
  t,
}: {
  filter: ComplaintFilter
  choices: ComplaintChoices
  t: Translator
}) {
  const conditions = conditionsOf(filter, choices, t)
  const set: readonly Readonly<{
    name: string
    label: string
    text: string | undefined
    drops?: Readonly<Record<string, undefined>>
  }>[] = [
    { name: 'q', label: t('complaint.filter.name'), text: filter.q },
    ...conditions.map(({ name, label, value, options }) => ({
      name,
      label,
      text: value === undefined ? undefined : (options.find(({ id }) => id === value)?.name ?? '—'),
    })),
    {
      name: 'project',
      label: t('complaint.filter.project'),
      text: filter.project && t('complaint.filter.thisProject'),
    },
    {
      name: 'counted',
      label: t('complaint.filter.counted'),
      text: filter.counted && t('complaint.filter.countedOnly'),
    },
    ...periodChips(filter, t('complaint.column.filed'), t),
  ]
  const chips = set.flatMap(({ name, label, text, drops = { [name]: undefined } }): Chip[] =>
    text
      ? [
          {
            name,
            label: PLAIN.has(name) ? '' : label,
            text,
            href: complaintsHref(filter, drops),
            drop: t('complaint.filter.remove', { name: label }),
          },
        ]
      : [],
  )
  return (
    <>
      <ListFilter
        action="/supervision/complaints"
        search={{
          label: t('complaint.filter.name'),
          placeholder: t('complaint.filter.namePlaceholder'),
          value: filter.q,
        }}
        conditions={conditions}
        resetHref={complaintsHref({ state: filter.state })}
        words={{
          label: t('complaint.filter.label'),
          all: t('complaint.filter.all'),
          more: t('complaint.filter.more'),
          reset: t('complaint.filter.reset'),
          go: t('complaint.filter.go'),
        }}
      >
        {(['state', 'project', 'taskforce', 'from', 'to', 'counted'] as const).map(
          (name) => filter[name] && <input key={name} type="hidden" name={name} value={filter[name]} />,
        )}
      </ListFilter>
      <Chips chips={chips} label={t('complaint.filter.chips')} className="px-4 pb-2.5 sm:px-6" />
    </>
  )
}
