import { ChevronDown, X } from 'lucide-react'
import { Link } from '@/components/ui/link'
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

/** Filters of the ledger; a plain GET form, so that every view of it has an address. */
export function LedgerFilter({ filter, choices, t }: { filter: ProjectFilter; choices: LedgerChoices; t: Translator }) {
  const extra = Boolean(filter.taskforce || filter.street || filter.leader || filter.stage)
  return (
    <form
      action="/projects"
      aria-label={t('projects.filter.label')}
      className="no-print flex flex-wrap items-center gap-x-5 gap-y-2 px-4 pt-3 pb-2 sm:px-6"
    >
      <HiddenQuery query={ledgerQuery(filter, ASKED)} />
      <label className="flex items-center gap-2 text-ink-2 max-sm:w-full">
        <span className="whitespace-nowrap">{t('projects.filter.name')}</span>
        <input
          name="q"
          defaultValue={filter.q ?? ''}
          placeholder={t('projects.filter.namePlaceholder')}
          className="field sm:w-[188px]!"
          maxLength={60}
        />
      </label>
      <Pick
        name="level"
        label={t('projects.filter.level')}
        value={filter.level}
        all={t('projects.filter.all')}
        options={LEVELS.toReversed().map((l) => ({ id: l, name: t(`level.full.${l}`) }))}
      />
      <Pick
        name="unit"
        label={t('projects.filter.unit')}
        value={filter.unit}
        all={t('projects.filter.all')}
        options={choices.units}
      />
      <details open={extra} className="group contents">
        <summary className="btn btn-text order-last ml-auto list-none [&::-webkit-details-marker]:hidden sm:order-none">
          {t('projects.filter.more')}
          <ChevronDown size={16} aria-hidden="true" className="group-open:rotate-180" />
        </summary>
        <div className="order-last flex w-full flex-wrap gap-x-5 gap-y-2">
          <Pick
            name="stage"
            label={t('projects.filter.stage')}
            value={filter.stage}
            all={t('projects.filter.all')}
            options={STAGES.map((s) => ({ id: s, name: t(`project.stage.${s}`) }))}
          />
          <Pick
            name="taskforce"
            label={t('projects.filter.taskforce')}
            value={filter.taskforce}
            all={t('projects.filter.all')}
            options={[...choices.taskforces, { id: 'none', name: t('projects.without.taskforce') }]}
          />
          <Pick
            name="street"
            label={t('projects.filter.street')}
            value={filter.street}
            all={t('projects.filter.all')}
            options={[...choices.streets, { id: 'none', name: t('projects.without.street') }]}
          />
          <Pick
            name="leader"
            label={t('projects.filter.leader')}
            value={filter.leader}
            all={t('projects.filter.all')}
            options={[...choices.leaders, { id: 'none', name: t('projects.without.leader') }]}
          />
        </div>
      </details>
      <Link
        href={ledgerHref(filter, { ...ASKED, steward: undefined, sort: undefined, dir: undefined })}
        className="btn"
      >
        {t('projects.filter.reset')}
      </Link>
      <button type="submit" className="btn btn-primary">
        {t('projects.filter.go')}
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
}: {
  name: string
  label: string
  value: string | undefined
  all: string
  options: readonly Named[]
}) {
  return (
    <label className="flex items-center gap-2 text-ink-2 max-sm:w-full">
      <span className="whitespace-nowrap">{label}</span>
      <select name={name} defaultValue={value ?? ''} className="field sm:w-[188px]!">
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
      ['steward', t('projects.filter.steward'), filter.steward && choices.steward?.name],
      ['group', t('projects.group'), filter.group && t(`projects.filter.${filter.group}`)],
      ['sort', t('projects.sort'), sorted && sortText(filter, t)],
    ] as const
  ).filter((chip) => chip[2])
  return (
    <ul aria-label={t('projects.chips')} className="flex min-w-0 flex-wrap items-center gap-2">
      {chips.map(([name, label, value]) => (
        <li key={name} className="inline-flex h-6 items-center gap-1.5 rounded-[3px] bg-subtle pl-2 text-xs text-ink-2">
          {label}
          <b className="max-w-40 truncate font-medium text-ink">{value}</b>
          <Link
            href={ledgerHref(filter, { [name]: undefined, ...(name === 'sort' && { dir: undefined }) })}
            aria-label={t('projects.filter.remove', { name: label })}
            className="grid size-6 place-items-center text-ink-3 hover:text-ink"
          >
            <X size={14} aria-hidden="true" />
          </Link>
        </li>
      ))}
    </ul>
  )
}

function sortText({ sort, dir }: ProjectFilter, t: Translator): string {
  const name = t(`projects.column.${sort}`)
  return `${name} ${(dir ?? FIRST_DIRECTION[sort]) === 'asc' ? '↑' : '↓'}`
}
