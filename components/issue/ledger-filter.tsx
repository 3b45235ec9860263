import { type Chip, Chips, ListFilter } from '@/components/ui/list-filter'
import type { Role } from '@/lib/domain/access'
import { ISSUE_KINDS } from '@/lib/domain/issue/kind'
import { ISSUE_TIERS } from '@/lib/domain/issue/tier'
import { LEVELS } from '@/lib/domain/level-scale'
import type { Translator } from '@/lib/i18n/translator'
import type { IssueWait } from '@/lib/schemas/issue'
import { ISSUE_HOLDERS, type IssueChoices, type IssueFilter } from '@/lib/schemas/issue-list'
import { issuesHref } from './ledger-link'
import { SHOWN_VIEWS, viewText } from './ledger-words'

/** Who reads the ledger: what he can be waited for hangs on his role. */
type Reader = Readonly<{
  role: Role
  /** Whether he belongs to a unit that can have problems. */
  ownUnit: boolean
}>

/** What can wait for somebody. */
const WAITS: Readonly<Partial<Record<Role, readonly IssueWait[]>>> = {
  OFFICE: ['assign', 'confirm', 'close'],
  LEADER: ['assign', 'mine'],
  TASKFORCE: ['assign', 'hand', 'mine'],
  STEWARD: ['confirm', 'mine'],
  CONTACT: ['confirm', 'mine'],
  AGENCY: ['hand'],
  AGENCY_HEAD: ['hand'],
  STREET: ['hand', 'mine'],
  BIZENV: ['hand', 'mine'],
}

/** Everything one can ask the ledger for, with its words: the form and the chips are made of the same list. */
function conditionsOf(filter: IssueFilter, choices: IssueChoices, { role, ownUnit }: Reader, t: Translator) {
  const only = (name: string) => [{ id: '1', name }]
  // A view only a figure opens can be dropped, not chosen.
  const views = SHOWN_VIEWS.includes(filter.state) ? SHOWN_VIEWS : [...SHOWN_VIEWS, filter.state]
  const all = [
    {
      name: 'state',
      label: t('issueLedger.filter.state'),
      value: filter.state === 'open' ? undefined : filter.state,
      options: views.filter((view) => view !== 'open').map((view) => ({ id: view as string, name: viewText(view, t) })),
      unset: viewText('open', t),
      first: true,
    },
    {
      name: 'level',
      label: t('issueLedger.filter.level'),
      value: filter.level,
      options: LEVELS.toReversed().map((level) => ({ id: level as string, name: t(`level.full.${level}`) })),
      first: true,
    },
    {
      name: 'unit',
      label: t('issueLedger.filter.unit'),
      value: filter.unit,
      options: choices.units,
      first: true,
    },
    {
      name: 'holder',
      label: t('issueLedger.filter.holder'),
      value: filter.holder,
      options: ISSUE_HOLDERS.filter((holder) => holder !== 'unit' || ownUnit || filter.unit).map((holder) => ({
        id: holder as string,
        name: t(`issueLedger.filter.holders.${holder === 'unit' && filter.unit ? 'unitOf' : holder}`),
      })),
    },
    {
      name: 'wait',
      label: t('issueLedger.filter.wait'),
      value: filter.wait,
      options: (WAITS[role] ?? []).map((wait) => ({ id: wait as string, name: t(`issueLedger.filter.waits.${wait}`) })),
    },
    {
      name: 'tier',
      label: t('issueLedger.filter.tier'),
      value: filter.tier,
      options: ISSUE_TIERS.map((tier) => ({ id: tier as string, name: t(`issueLedger.tier.${tier}`) })),
    },
    {
      name: 'kind',
      label: t('issueLedger.filter.kind'),
      value: filter.kind,
      options: ISSUE_KINDS.map((kind) => ({ id: kind as string, name: t(`issue.kind.${kind}`) })),
    },
    {
      name: 'late',
      label: t('issueLedger.filter.late'),
      value: filter.late,
      options: only(t('issueLedger.filter.lateOnly')),
    },
    {
      name: 'reopened',
      label: t('issueLedger.filter.reopened'),
      value: filter.reopened,
      options: only(t('issueLedger.filter.reopenedOnly')),
    },
    {
      name: 'satisfied',
      label: t('issueLedger.filter.satisfied'),
      value: filter.satisfied,
      options: [
        { id: 'yes', name: t('issueLedger.satisfied') },
        { id: 'no', name: t('issueLedger.unsatisfied') },
      ],
    },
  ]
  return all.filter(({ options, value }) => options.length > 0 || value !== undefined)
}

/** What the address keeps and no field asks for: the ledger it is of, and what it is about. */
const kept = (filter: IssueFilter, t: Translator) => [
  { name: 'source', value: filter.source, chip: null },
  {
    name: 'project',
    value: filter.project,
    chip: { label: t('issueLedger.filter.project'), text: t('issueLedger.filter.thisProject') },
  },
  {
    name: 'enterprise',
    value: filter.enterprise,
    chip: { label: t('issueLedger.filter.enterprise'), text: t('issueLedger.filter.thisEnterprise') },
  },
  { name: 'from', value: filter.from, chip: { label: t('issueLedger.filter.from'), text: filter.from ?? '' } },
  { name: 'to', value: filter.to, chip: { label: t('issueLedger.filter.to'), text: filter.to ?? '' } },
]

/** Filters of the ledger of problems, and what is filtered by. */
export function IssueLedgerFilter({
  filter,
  choices,
  reader,
  t,
}: {
  filter: IssueFilter
  choices: IssueChoices
  reader: Reader
  t: Translator
}) {
  const conditions = conditionsOf(filter, choices, reader, t)
  const drop = (name: string) => t('issueLedger.filter.remove', { name })
  const without = (name: string) => issuesHref(filter, { [name]: undefined })
  const set = [
    { name: 'q', label: t('issueLedger.filter.name'), text: filter.q },
    ...conditions.map(({ name, label, value, options }) => ({
      name,
      label,
      text: value === undefined ? undefined : (options.find(({ id }) => id === value)?.name ?? '—'),
    })),
    ...kept(filter, t).map(({ name, value, chip }) => ({
      name,
      label: chip?.label ?? '',
      text: value && chip ? chip.text : undefined,
    })),
  ]
  const chips = set.flatMap(({ name, label, text }): Chip[] =>
    text ? [{ name, label, text, href: without(name), drop: drop(label) }] : [],
  )
  return (
    <>
      <ListFilter
        action="/issues"
        search={{
          label: t('issueLedger.filter.name'),
          placeholder: t('issueLedger.filter.namePlaceholder'),
          value: filter.q,
        }}
        conditions={conditions}
        resetHref={issuesHref({ source: filter.source })}
        words={{
          label: t('issueLedger.filter.label'),
          all: t('issueLedger.filter.all'),
          more: t('issueLedger.filter.more'),
          reset: t('issueLedger.filter.reset'),
          go: t('issueLedger.filter.go'),
        }}
      >
        {kept(filter, t).map(
          ({ name, value }) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
      </ListFilter>
      <Chips chips={chips} label={t('issueLedger.filter.chips')} className="px-4 pb-2.5 sm:px-6" />
    </>
  )
}
