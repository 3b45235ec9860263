import { type Chip, Chips, type Condition, ListFilter } from '@/components/ui/list-filter'
import { FINDING_KINDS, WALK_MODES, WALK_STATES } from '@/lib/domain/walk'
import type { Translator } from '@/lib/i18n/translator'
import { FINDING_VIEWS, type FindingView, type WalkFilter } from '@/lib/schemas/walk'
import { walksHref } from './walk-link'

type Named = Readonly<{ id: string; name: string }>
export type WalkChoices = Readonly<{ units: readonly Named[]; codes: readonly Named[] }>

/** Where findings stand, in words. */
export const viewText = (view: FindingView, t: Translator): string =>
  view === 'open' || view === 'all' ? t(`walk.view.${view}`) : t(`walk.finding.${view}`)

function conditionsOf(filter: WalkFilter, { units, codes }: WalkChoices, t: Translator): Condition[] {
  const findings = filter.tab === 'findings'
  return [
    findings
      ? {
          name: 'state',
          label: t('walk.filter.state'),
          value: filter.state === 'all' ? undefined : filter.state,
          options: FINDING_VIEWS.flatMap((view) => (view === 'all' ? [] : [{ id: view, name: viewText(view, t) }])),
          first: true,
        }
      : {
          name: 'stand',
          label: t('walk.filter.stand'),
          value: filter.stand,
          options: WALK_STATES.map((state) => ({ id: state, name: t(`walk.state.${state}`) })),
          first: true,
        },
    { name: 'unit', label: t('walk.filter.unit'), value: filter.unit, options: units, first: true },
    { name: 'code', label: t('walk.filter.code'), value: filter.code, options: codes },
    {
      name: 'mode',
      label: t('walk.filter.mode'),
      value: filter.mode,
      options: WALK_MODES.map((mode) => ({ id: mode, name: t(`walk.mode.${mode}`) })),
    },
    ...(findings
      ? [
          {
            name: 'kind',
            label: t('walk.filter.kind'),
            value: filter.kind,
            options: FINDING_KINDS.map((kind) => ({ id: kind, name: t(`walk.kind.${kind}`) })),
          },
          {
            name: 'late',
            label: t('walk.filter.late'),
            value: filter.late,
            options: [{ id: '1', name: t('walk.filter.lateOnly') }],
          },
        ]
      : []),
  ]
}

/** Filters of walks and findings, and what is filtered by. */
export function WalkFilterBar({ filter, choices, t }: { filter: WalkFilter; choices: WalkChoices; t: Translator }) {
  const conditions = conditionsOf(filter, choices, t)
  const set: readonly Readonly<{ name: string; label: string; text: string | undefined }>[] = [
    { name: 'q', label: t('walk.filter.name'), text: filter.q },
    ...conditions.map(({ name, label, value, options }) => ({
      name,
      label,
      text: value === undefined ? undefined : (options.find(({ id }) => id === value)?.name ?? '—'),
    })),
    { name: 'from', label: t('walk.filter.from'), text: filter.from },
    { name: 'to', label: t('walk.filter.to'), text: filter.to },
    { name: 'by', label: t('walk.filter.by'), text: filter.by && t('walk.filter.byClosed') },
  ]
  const chips = set.flatMap(({ name, label, text }): Chip[] =>
    text
      ? [
          {
            name,
            label: name === 'late' ? '' : label,
            text,
            href: walksHref(filter, { [name]: undefined }),
            drop: t('walk.filter.remove', { name: label }),
          },
        ]
      : [],
  )
  return (
    <>
      <ListFilter
        action="/services/walks"
        search={{ label: t('walk.filter.name'), placeholder: t('walk.filter.namePlaceholder'), value: filter.q }}
        conditions={conditions}
        resetHref={walksHref({ tab: filter.tab })}
        words={{
          label: t('walk.filter.label'),
          all: t('walk.filter.all'),
          more: t('walk.filter.more'),
          reset: t('walk.filter.reset'),
          go: t('walk.filter.go'),
        }}
      >
        {(['tab', 'from', 'to', 'by'] as const).map(
          (name) => filter[name] && <input key={name} type="hidden" name={name} value={filter[name]} />,
        )}
      </ListFilter>
      <Chips chips={chips} label={t('walk.filter.chips')} className="px-4 pb-2.5 sm:px-6" />
    </>
  )
}
