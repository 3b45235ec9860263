import { type Chip, Chips, ListFilter } from '@/components/ui/list-filter'
import type { Role } from '@/lib/domain/access'
import type { Translator } from '@/lib/i18n/translator'
import { type SlipFilter, TASK_WAITS, type TaskChoices, type TaskFilter, type TaskWait } from '@/lib/schemas/task'
import { slipsHref, tasksHref } from './task-link'

type Condition = React.ComponentProps<typeof ListFilter>['conditions'][number]

const shared = (
  filter: Readonly<{ unit?: string; meeting?: string; mine?: '1' }>,
  choices: TaskChoices,
  t: Translator,
) =>
  [
    {
      name: 'unit',
      label: t('task.filter.unit'),
      value: filter.unit,
      options: choices.units,
      first: true,
    },
    {
      name: 'meeting',
      label: t('task.filter.meeting'),
      value: filter.meeting,
      options: choices.meetings.map(({ year, week }) => ({
        id: `${year}-${String(week).padStart(2, '0')}`,
        name: t('task.filter.week', { year: String(year), week }),
      })),
    },
    {
      name: 'mine',
      label: t('task.filter.mine'),
      value: filter.mine,
      options: [{ id: '1', name: t('task.filter.mineOnly') }],
    },
  ] satisfies Condition[]

/** What somebody can be waited for: everybody signs and confirms, whoever answers for a level grants time. */
const waitsOf = (role: Role): readonly TaskWait[] => {
  if (role === 'OFFICE') return TASK_WAITS
  return role === 'TASKFORCE' || role === 'LEADER'
    ? ['sign', 'hand', 'confirm', 'extension']
    : ['sign', 'hand', 'confirm']
}

const taskConditions = (filter: TaskFilter, choices: TaskChoices, role: Role, t: Translator): Condition[] => [
  {
    name: 'late',
    label: t('task.filter.late'),
    value: filter.late,
    options: [
      { id: '1', name: t('task.filter.late1') },
      { id: '5', name: t('task.filter.late5') },
    ],
    first: true,
  },
  ...shared(filter, choices, t),
  {
    name: 'wait',
    label: t('task.filter.wait'),
    value: filter.wait,
    options: waitsOf(role).map((wait) => ({
      id: wait,
      name: t(`task.filter.waits.${wait}`),
    })),
  },
]

const slipConditions = (filter: SlipFilter, choices: TaskChoices, role: Role, t: Translator): Condition[] => [
  {
    name: 'state',
    label: t('task.filter.state'),
    value: filter.state,
    options: (role === 'OFFICE'
      ? (['draft', 'issued', 'unanswered', 'answered', 'closed', 'withdrawn', 'refused'] as const)
      : (['unanswered', 'answered', 'closed', 'withdrawn'] as const)
    ).map((state) => ({ id: state, name: t(`task.slip.state.${state}`) })),
    first: true,
  },
  ...shared(filter, choices, t),
]

/** Papers of colours belong to no meeting, and none is taken back once issued. */
const colourConditions = (filter: SlipFilter, choices: TaskChoices, role: Role, t: Translator): Condition[] =>
  slipConditions(filter, choices, role, t)
    .filter(({ name }) => name !== 'meeting')
    .map((one) =>
      one.name === 'state' ? { ...one, options: one.options.filter(({ id }) => id !== 'withdrawn') } : one,
    )

const wordsOf = (t: Translator) => ({
  label: t('task.filter.label'),
  all: t('task.filter.all'),
  more: t('task.filter.more'),
  reset: t('task.filter.reset'),
  go: t('task.filter.go'),
})

function chipsOf(
  q: string | undefined,
  conditions: readonly Condition[],
  without: (name: string) => string,
  t: Translator,
): Chip[] {
  const set = [
    { name: 'q', label: t('task.filter.name'), text: q },
    ...conditions.map(({ name, label, value, options }) => ({
      name,
      label,
      text: value === undefined ? undefined : (options.find((option) => option.id === value)?.name ?? '—'),
    })),
  ]
  return set.flatMap(({ name, label, text }): Chip[] =>
    text
      ? [
          {
            name,
            label: name === 'mine' ? '' : label,
            text,
            href: without(name),
            drop: t('task.filter.remove', { name: label }),
          },
        ]
      : [],
  )
}

type Props<F> = Readonly<{ filter: F; choices: TaskChoices; role: Role; t: Translator }>

/** What one of the lists is filtered by, beside what both are. */
type Bar = Readonly<{
  action: '/tasks' | '/tasks/slips'
  q: string | undefined
  conditions: readonly Condition[]
  resetHref: string
  without: (name: string) => string
  /** What the address keeps and no field asks for; a chip where it can be dropped. */
  kept: readonly Readonly<{
    name: string
    value: string | undefined
    chip?: Readonly<{ label: string; text: string }>
  }>[]
  t: Translator
}>

function FilterBar({ action, q, conditions, resetHref, without, kept, t }: Bar) {
  const drop = (name: string) => t('task.filter.remove', { name })
  const more = kept.flatMap(({ name, value, chip }): Chip[] =>
    value && chip ? [{ name, ...chip, href: without(name), drop: drop(chip.label) }] : [],
  )
  return (
    <>
      <ListFilter
        action={action}
        search={{ label: t('task.filter.name'), placeholder: t('task.filter.namePlaceholder'), value: q }}
        conditions={conditions}
        resetHref={resetHref}
        words={wordsOf(t)}
      >
        {kept.map(({ name, value }) => value && <input key={name} type="hidden" name={name} value={value} />)}
      </ListFilter>
      <Chips
        chips={[...chipsOf(q, conditions, without, t), ...more]}
        label={t('task.filter.chips')}
        className="px-4 pb-2.5 sm:px-6"
      />
    </>
  )
}

/** Filters of the list of tasks, and what is filtered by. */
export function TaskFilterBar({ filter, choices, role, t }: Props<TaskFilter>) {
  return (
    <FilterBar
      action="/tasks"
      q={filter.q}
      conditions={taskConditions(filter, choices, role, t)}
      resetHref={tasksHref({ state: filter.state })}
      without={(name) => tasksHref(filter, { [name]: undefined })}
      kept={[
        { name: 'state', value: filter.state === 'open' ? undefined : filter.state },
        {
          name: 'project',
          value: filter.project,
          chip: { label: t('task.filter.project'), text: t('task.filter.thisProject') },
        },
      ]}
      t={t}
    />
  )
}

/** Filters of the list of slips, and what is filtered by. */
export function SlipFilterBar({ filter, choices, role, t }: Props<SlipFilter>) {
  return (
    <FilterBar
      action="/tasks/slips"
      q={filter.q}
      conditions={(filter.of === 'colour' ? colourConditions : slipConditions)(filter, choices, role, t)}
      resetHref={slipsHref({ kind: filter.kind, of: filter.of })}
      without={(name) => slipsHref(filter, { [name]: undefined })}
      kept={[
        { name: 'kind', value: filter.kind },
        { name: 'of', value: filter.of },
      ]}
      t={t}
    />
  )
}
