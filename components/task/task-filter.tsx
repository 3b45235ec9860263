import { type Chip, Chips, ListFilter } from '@/components/ui/list-filter'
import type { Translator } from '@/lib/i18n/translator'
import { type SlipFilter, TASK_WAITS, type TaskChoices, type TaskFilter } from '@/lib/schemas/task'
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

const taskConditions = (filter: TaskFilter, choices: TaskChoices, office: boolean, t: Translator): Condition[] => [
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
    options: (office ? TASK_WAITS : (['sign', 'confirm'] as const)).map((wait) => ({
      id: wait,
      name: t(`task.filter.waits.${wait}`),
    })),
  },
]

const slipConditions = (filter: SlipFilter, choices: TaskChoices, office: boolean, t: Translator): Condition[] => [
  {
    name: 'state',
    label: t('task.filter.state'),
    value: filter.state,
    options: (office
      ? (['draft', 'issued', 'unanswered', 'answered', 'closed', 'refused'] as const)
      : (['unanswered', 'answered', 'closed'] as const)
    ).map((state) => ({ id: state, name: t(`task.slip.state.${state}`) })),
    first: true,
  },
  ...shared(filter, choices, t),
]

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

type Props<F> = Readonly<{ filter: F; choices: TaskChoices; office: boolean; t: Translator }>

/** Filters of the list of tasks, and what is filtered by. */
export function TaskFilterBar({ filter, choices, office, t }: Props<TaskFilter>) {
  const conditions = taskConditions(filter, choices, office, t)
  const project = filter.project
    ? [
        {
          name: 'project',
          label: t('task.filter.project'),
          text: t('task.filter.thisProject'),
          href: tasksHref(filter, { project: undefined }),
          drop: t('task.filter.remove', { name: t('task.filter.project') }),
        },
      ]
    : []
  return (
    <>
      <ListFilter
        action="/tasks"
        search={{
          label: t('task.filter.name'),
          placeholder: t('task.filter.namePlaceholder'),
          value: filter.q,
        }}
        conditions={conditions}
        resetHref={tasksHref({ state: filter.state })}
        words={wordsOf(t)}
      >
        {filter.state !== 'open' && <input type="hidden" name="state" value={filter.state} />}
        {filter.project && <input type="hidden" name="project" value={filter.project} />}
      </ListFilter>
      <Chips
        chips={[...chipsOf(filter.q, conditions, (name) => tasksHref(filter, { [name]: undefined }), t), ...project]}
        label={t('task.filter.chips')}
        className="px-4 pb-2.5 sm:px-6"
      />
    </>
  )
}

/** Filters of the list of slips, and what is filtered by. */
export function SlipFilterBar({ filter, choices, office, t }: Props<SlipFilter>) {
  const conditions = slipConditions(filter, choices, office, t)
  return (
    <>
      <ListFilter
        action="/tasks/slips"
        search={{
          label: t('task.filter.name'),
          placeholder: t('task.filter.namePlaceholder'),
          value: filter.q,
        }}
        conditions={conditions}
        resetHref={slipsHref({ kind: filter.kind })}
        words={wordsOf(t)}
      >
        {filter.kind && <input type="hidden" name="kind" value={filter.kind} />}
      </ListFilter>
      <Chips
        chips={chipsOf(filter.q, conditions, (name) => slipsHref(filter, { [name]: undefined }), t)}
        label={t('task.filter.chips')}
        className="px-4 pb-2.5 sm:px-6"
      />
    </>
  )
}
