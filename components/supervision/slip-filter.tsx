import { type Chip, Chips, type Condition, ListFilter } from '@/components/ui/list-filter'
import { SLIP_RESULTS, SLIP_RUNGS, SLIP_SOURCES } from '@/lib/domain/supervision/slip'
import type { Translator } from '@/lib/i18n/translator'
import { SUPERVISION_VIEWS, type SupervisionFilter } from '@/lib/schemas/supervision'
import { supervisionsHref } from './slip-link'
import { viewText } from './slip-words'

export type SupervisionChoices = Readonly<{ units: readonly Readonly<{ id: string; name: string }>[] }>

function conditionsOf(filter: SupervisionFilter, { units }: SupervisionChoices, t: Translator): Condition[] {
  const only = (name: 'late' | 'revisit' | 'intime' | 'redone'): Condition => ({
    name,
    label: t(`supervisionSlip.filter.${name}`),
    value: filter[name],
    options: [{ id: '1', name: t(`supervisionSlip.filter.${name}Only`) }],
  })
  return [
    {
      name: 'state',
      label: t('supervisionSlip.filter.state'),
      value: filter.state === 'open' ? undefined : filter.state,
      unset: t('supervisionSlip.view.open'),
      options: SUPERVISION_VIEWS.flatMap((view) => (view === 'open' ? [] : [{ id: view, name: viewText(view, t) }])),
      first: true,
    },
    { name: 'unit', label: t('supervisionSlip.filter.unit'), value: filter.unit, options: units, first: true },
    {
      name: 'source',
      label: t('supervisionSlip.filter.source'),
      value: filter.source,
      options: SLIP_SOURCES.map((source) => ({ id: source, name: t(`supervisionSlip.source.${source}`) })),
    },
    {
      name: 'result',
      label: t('supervisionSlip.filter.result'),
      value: filter.result,
      options: SLIP_RESULTS.map((result) => ({ id: result, name: t(`supervisionSlip.result.${result}`) })),
    },
    only('late'),
    only('revisit'),
    only('intime'),
    only('redone'),
    {
      name: 'rung',
      label: t('supervisionSlip.filter.rung'),
      value: filter.rung,
      options: SLIP_RUNGS.map((rung) => ({ id: rung, name: t(`supervisionSlip.rung.${rung}`) })),
    },
  ]
}

/** Filters of slips, and what is filtered by. */
export function SupervisionFilterBar({
  filter,
  choices,
  t,
}: {
  filter: SupervisionFilter
  choices: SupervisionChoices
  t: Translator
}) {
  const conditions = conditionsOf(filter, choices, t)
  const set: readonly Readonly<{ name: string; label: string; text: string | undefined }>[] = [
    { name: 'q', label: t('supervisionSlip.filter.name'), text: filter.q },
    ...conditions.map(({ name, label, value, options }) => ({
      name,
      label,
      text: value === undefined ? undefined : (options.find(({ id }) => id === value)?.name ?? '—'),
    })),
    {
      name: 'point',
      label: t('supervisionSlip.filter.point'),
      text: filter.point && t('supervisionSlip.filter.pointOf'),
    },
    { name: 'from', label: t('supervisionSlip.filter.from'), text: filter.from },
    { name: 'to', label: t('supervisionSlip.filter.to'), text: filter.to },
    { name: 'by', label: t('supervisionSlip.filter.by'), text: filter.by && t('supervisionSlip.filter.byClosed') },
  ]
  const chips = set.flatMap(({ name, label, text }): Chip[] =>
    text
      ? [
          {
            name,
            label,
            text,
            href: supervisionsHref(filter, { [name]: undefined }),
            drop: t('supervisionSlip.filter.remove', { name: label }),
          },
        ]
      : [],
  )
  return (
    <>
      <ListFilter
        action="/supervision/slips"
        search={{
          label: t('supervisionSlip.filter.name'),
          placeholder: t('supervisionSlip.filter.namePlaceholder'),
          value: filter.q,
        }}
        conditions={conditions}
        resetHref={supervisionsHref({})}
        words={{
          label: t('supervisionSlip.filter.label'),
          all: t('supervisionSlip.filter.all'),
          more: t('supervisionSlip.filter.more'),
          reset: t('supervisionSlip.filter.reset'),
          go: t('supervisionSlip.filter.go'),
        }}
      >
        {(['from', 'to', 'by', 'point'] as const).map(
          (name) => filter[name] && <input key={name} type="hidden" name={name} value={filter[name]} />,
        )}
      </ListFilter>
      <Chips chips={chips} label={t('supervisionSlip.filter.chips')} className="px-4 pb-2.5 sm:px-6" />
    </>
  )
}
