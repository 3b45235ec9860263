import { type Chip, Chips, ListFilter } from '@/components/ui/list-filter'
import { LEVELS } from '@/lib/domain/level-scale'
import { STAGES } from '@/lib/domain/project'
import type { Translator } from '@/lib/i18n/translator'
import { FIRST_DIRECTION, type ProjectFilter } from '@/lib/schemas/project'
import { ledgerQuery } from '@/lib/schemas/project-address'
import { HiddenQuery } from './hidden-query'
import { ledgerHref } from './ledger-link'

type Named = Readonly<{ id: string; name: string }>
export type LedgerChoices = Readonly<{
  units: readonly Named[]
  taskforces: readonly Named[]
  streets: readonly Named[]
  leaders: readonly Named[]
  steward: Named | null
}>

/** What the form asks itself; the rest of the address stays as it is. */
const ASKED = {
  q: undefined,
  level: undefined,
  unit: undefined,
  stage: undefined,
  taskforce: undefined,
  street: undefined,
  leader: undefined,
} as const

/** What only a figure or another page asks for. */
const OF_FIGURES = {
  steward: undefined,
  reached: undefined,
  event: undefined,
  after: undefined,
  from: undefined,
  to: undefined,
} as const

/** 签约 2026-01-01 至 2026-11-23 */
function eventText({ event, from, to }: ProjectFilter, t: Translator): string | undefined {
  if (!event) return undefined
  return t('projects.eventWithin', { event: t(`project.milestone.${event}`), from: from ?? '…', to: to ?? '…' })
}

/** Filters of the ledger. */
export function LedgerFilter({ filter, choices, t }: { filter: ProjectFilter; choices: LedgerChoices; t: Translator }) {
  const unitOf = (name: 'taskforce' | 'street' | 'leader', options: readonly Named[]) => ({
    name,
    label: t(`projects.filter.${name}`),
    value: filter[name],
    options: [...options, { id: 'none', name: t(`projects.without.${name}`) }],
  })
  return (
    <ListFilter
      action="/projects"
      search={{ label: t('projects.filter.name'), placeholder: t('projects.filter.namePlaceholder'), value: filter.q }}
      conditions={[
        {
          name: 'level',
          label: t('projects.filter.level'),
          value: filter.level,
          options: LEVELS.toReversed().map((l) => ({ id: l, name: t(`level.full.${l}`) })),
          first: true,
        },
        {
          name: 'unit',
          label: t('projects.filter.unit'),
          value: filter.unit,
          options: choices.units,
          first: true,
        },
        {
          name: 'stage',
          label: t('projects.filter.stage'),
          value: filter.stage,
          options: STAGES.map((s) => ({ id: s, name: t(`project.stage.${s}`) })),
        },
        unitOf('taskforce', choices.taskforces),
        unitOf('street', choices.streets),
        unitOf('leader', choices.leaders),
      ]}
      resetHref={ledgerHref(filter, { ...ASKED, ...OF_FIGURES, sort: undefined, dir: undefined })}
      words={{
        label: t('projects.filter.label'),
        all: t('projects.filter.all'),
        more: t('projects.filter.more'),
        reset: t('projects.filter.reset'),
        go: t('projects.filter.go'),
      }}
    >
      <HiddenQuery query={ledgerQuery(filter, ASKED)} />
    </ListFilter>
  )
}

/** What is filtered, grouped and sorted by, each with a way to drop it. */
export function FilterChips({ filter, choices, t }: { filter: ProjectFilter; choices: LedgerChoices; t: Translator }) {
  const find = (list: readonly Named[], id: string | undefined) => list.find((o) => o.id === id)?.name
  const unitOr = (which: 'taskforce' | 'street' | 'leader', list: readonly Named[]) =>
    filter[which] === 'none' ? t(`projects.without.${which}`) : find(list, filter[which])
  const sorted = filter.sort !== 'level' || filter.dir !== undefined
  const chips = (
    [
      ['q', t('projects.filter.name'), filter.q],
      ['level', t('projects.filter.level'), filter.level && t(`level.full.${filter.level}`)],
      ['unit', t('projects.filter.unit'), find(choices.units, filter.unit)],
      ['stage', t('projects.filter.stage'), filter.stage && t(`project.stage.${filter.stage}`)],
      ['taskforce', t('projects.filter.taskforce'), unitOr('taskforce', choices.taskforces)],
      ['street', t('projects.filter.street'), unitOr('street', choices.streets)],
      ['leader', t('projects.filter.leader'), unitOr('leader', choices.leaders)],
      [
        'steward',
        t('projects.filter.steward'),
        filter.steward === 'none' ? t('projects.without.steward') : filter.steward && choices.steward?.name,
      ],
      [
        'reached',
        t('projects.filter.stage'),
        filter.reached && t('projects.reached', { stage: t(`project.stage.${filter.reached}`) }),
      ],
      ['event', t('projects.filter.event'), eventText(filter, t)],
      ['group', t('projects.group'), filter.group && t(`projects.filter.${filter.group}`)],
      ['sort', t('projects.sort'), sorted && sortText(filter, t)],
    ] as const
  ).flatMap(([name, label, text]): Chip[] =>
    text
      ? [
          {
            name,
            label,
            text,
            href: ledgerHref(filter, {
              [name]: undefined,
              ...(name === 'sort' && { dir: undefined }),
              ...(name === 'event' && { after: undefined, from: undefined, to: undefined }),
            }),
            drop: t('projects.filter.remove', { name: label }),
          },
        ]
      : [],
  )
  return <Chips chips={chips} label={t('projects.chips')} className="max-sm:w-full" />
}

function sortText({ sort, dir }: ProjectFilter, t: Translator): string {
  const name = t(`projects.column.${sort}`)
  return `${name} ${(dir ?? FIRST_DIRECTION[sort]) === 'asc' ? '↑' : '↓'}`
}
