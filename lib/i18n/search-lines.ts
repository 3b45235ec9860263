import { issueTitle } from '@/lib/domain/issue/kind'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import { searchWords } from '@/lib/domain/search-words'
import type { ComplaintRow } from '@/lib/schemas/complaint'
import type { FinancingRow } from '@/lib/schemas/financing'
import type { IssueRow } from '@/lib/schemas/issue'
import type { PointRow } from '@/lib/schemas/monitor-point'
import {
  type PersonHit,
  type ProcedureHit,
  type ProjectHit,
  type RecentProjects,
  SEARCH_KINDS,
  SERVICE_KINDS,
  type SearchAnswer,
  type SearchKind,
  type ServiceHit,
  type ServiceKind,
  type TaskHit,
  type UnitHit,
} from '@/lib/schemas/search'
import type { SupervisionRow } from '@/lib/schemas/supervision'
import { pointText } from './complaint-text'
import { dayIn, markedText } from './day'
import { issueHolderText, issueNumberText } from './issue-text'
import type { Locale } from './locale'
import { wanText } from './money'
import { itemName } from './reason-line'
import { slipNumberText } from './slip-number-text'
import { taskStateText } from './task-text'
import { type Translator, translator } from './translator'

/** One hit as it is read: what it is called, what tells it from others, and where it leads. */
export type SearchLine = Readonly<{
  key: string
  /** null when there is nothing to open. */
  href: `/${string}` | null
  title: string
  detail: string
  level: Readonly<{ code: Level; word: string }> | null
  call: Readonly<{ phone: string; words: string }> | null
}>
export type SearchSection = Readonly<{
  key: string
  title: string
  lines: readonly SearchLine[]
  /** Where all of them are, when these are not all. */
  all: Readonly<{ href: `/${string}`; words: string }> | null
}>

const together = (parts: readonly (string | null | undefined | false)[]): string => parts.filter(Boolean).join('　')
const levelOf = (code: Level, t: Translator) => ({ code, word: t(`level.short.${code}`) })

const projectLine = (hit: ProjectHit, t: Translator): SearchLine => ({
  key: hit.id,
  href: `/projects/${hit.id}`,
  title: hit.name,
  detail: together([
    t('search.number', { n: String(hit.number) }),
    hit.steward && t('search.steward', { name: hit.steward }),
    hit.enterprise,
  ]),
  level: levelOf(hit.level, t),
  call: null,
})

const procedureLine = (hit: ProcedureHit, today: PlainDate, locale: Locale, t: Translator): SearchLine => ({
  key: hit.id,
  href: `/procedures/${hit.id}`,
  title: itemName(hit, locale),
  detail: together([
    hit.project,
    t(`procedure.state.${hit.state}`),
    hit.agency,
    hit.dueOn && t('search.due', { on: dayIn(hit.dueOn, today) }),
  ]),
  level: levelOf(hit.level, t),
  call: null,
})

const taskLine = (hit: TaskHit, today: PlainDate, t: Translator): SearchLine => ({
  key: hit.id,
  href: `/tasks/${hit.id}`,
  title: hit.text,
  detail: together([
    hit.no,
    hit.project,
    hit.who,
    taskStateText(hit, t),
    hit.dueOn && t('search.due', { on: dayIn(hit.dueOn, today) }),
  ]),
  level: levelOf(hit.level, t),
  call: null,
})

const issueLine = (hit: IssueRow, today: PlainDate, t: Translator): SearchLine => ({
  key: hit.id,
  href: `/issues/${hit.id}`,
  // Problems of one kind begin alike: the number tells them apart.
  title: together([hit.title, issueNumberText(hit, t)]),
  detail: together([
    hit.project?.name ?? hit.enterprise?.name,
    issueHolderText(hit, t),
    t(`issue.state.${hit.state}`),
    hit.countedOn &&
      markedText(
        t('search.due', { on: dayIn(hit.countedOn, today) }),
        hit.countedOn === hit.dueOn && hit.dueProvisional,
        t,
      ),
  ]),
  level: levelOf(hit.level, t),
  call: null,
})

const needLine = (hit: FinancingRow, t: Translator): SearchLine => ({
  key: hit.id,
  href: hit.open ? `/financing/${hit.id}` : null,
  title: together([hit.enterprise.name, t('financing.of', { n: hit.number })]),
  detail: together([
    hit.project?.name,
    hit.purpose && t(`financing.purpose.${hit.purpose}`),
    `${wanText(hit.amountFen)} ${t('financing.unit')}`,
    t(`financing.state.${hit.state}`),
  ]),
  level: levelOf(hit.level, t),
  call: null,
})

const complaintLine = (hit: ComplaintRow, today: PlainDate, locale: Locale, t: Translator): SearchLine => ({
  key: hit.id,
  href: `/supervision/complaints/${hit.id}`,
  title: together([issueTitle(hit.text), t('complaint.no', { n: hit.number })]),
  detail: together([
    hit.place,
    pointText(hit.point, locale),
    hit.lead?.name ?? t('complaint.noLead'),
    t(`complaint.state.${hit.state}`),
    hit.clockOn && t('search.due', { on: dayIn(hit.clockOn, today) }),
  ]),
  level: levelOf(hit.level, t),
  call: null,
})

const supervisionLine = (hit: SupervisionRow, today: PlainDate, t: Translator): SearchLine => ({
  key: hit.id,
  href: `/supervision/slips/${hit.id}`,
  title: hit.matter,
  detail: together([
    slipNumberText(hit, t),
    hit.unit.name,
    t(`supervisionSlip.state.${hit.state}`),
    hit.state === 'ISSUED' && t('search.due', { on: dayIn(hit.dueOn, today) }),
  ]),
  level: levelOf(hit.level, t),
  call: null,
})

const pointLine = (hit: PointRow, t: Translator): SearchLine => ({
  key: hit.id,
  href: `/supervision/points/${hit.id}`,
  title: hit.name,
  detail: together([
    t('point.no', { n: hit.number }),
    t(`point.kind.${hit.kind}`),
    hit.address,
    t(`point.state.${hit.state}`),
  ]),
  level: null,
  call: null,
})

/** Where a service for enterprises is opened; a batch is the packs of it. */
const SERVICE_PAGE: Readonly<Record<ServiceKind, (id: string) => `/${string}`>> = {
  harbours: (id) => `/financing/harbours/${id}`,
  events: (id) => `/financing/events/${id}`,
  walks: (id) => `/services/walks/${id}`,
  visits: (id) => `/services/visits/${id}`,
  promotions: (id) => `/services/promotion/${id}`,
  upgrades: (id) => `/services/upgrades/${id}`,
  batches: (id) => `/services/packs?tab=packs&stand=all&batch=${id}`,
}

/** The word for how far a service is. */
const SERVICE_STATE = {
  harbours: (state, t) => t(`harbour.state.${state}`),
  events: (state, t) => t(`financeEvent.state.${state}`),
  walks: (state, t) => t(`walk.state.${state}`),
  visits: (state, t) => t(`visit.state.${state}`),
  promotions: (state, t) => t(`promotion.state.${state}`),
  upgrades: (state, t) => t(`upgrade.state.${state}`),
  batches: () => null,
} satisfies { [K in ServiceKind]: (state: ServiceHit<K>['state'], t: Translator) => string | null }

const serviceLine = <K extends ServiceKind>(
  kind: K,
  hit: ServiceHit<K>,
  today: PlainDate,
  t: Translator,
): SearchLine => ({
  key: hit.id,
  href: SERVICE_PAGE[kind](hit.id),
  // Walks of one matter and visits to one enterprise are told apart by their numbers.
  title: together([hit.title, hit.number === null ? null : t('search.number', { n: String(hit.number) })]),
  detail: together([
    ...hit.about,
    (SERVICE_STATE[kind] as (state: ServiceHit<K>['state'], t: Translator) => string | null)(hit.state, t),
    hit.on && dayIn(hit.on, today),
  ]),
  level: null,
  call: null,
})

const LISTS = { steward: 'search.stewards', leader: 'search.leads', handler: 'search.handles' } as const

function personLine(hit: PersonHit, t: Translator): SearchLine {
  const { list } = hit
  const href = (): SearchLine['href'] => {
    if (!list) return null
    if (list.as === 'contact') return `/projects/${list.id}`
    return list.as === 'handler' ? `/procedures?handler=${hit.id}` : `/projects?${list.as}=${hit.id}`
  }
  const work = list && (list.as === 'contact' ? t('search.speaks') : t(LISTS[list.as], { n: list.count }))
  return {
    key: hit.id,
    href: href(),
    title: hit.name,
    detail: together([
      hit.unit,
      hit.title ?? (hit.role && t(`shell.roles.${hit.role}`)),
      work,
      hit.callable ? null : hit.phone,
    ]),
    level: null,
    call:
      hit.phone && hit.callable
        ? { phone: hit.phone, words: t('search.call', { name: hit.name, phone: hit.phone }) }
        : null,
  }
}

function unitLine(hit: UnitHit, t: Translator): SearchLine {
  const lists = {
    TASKFORCE: `/projects?taskforce=${hit.id}`,
    STREET: `/projects?street=${hit.id}`,
    AGENCY: `/projects?unit=${hit.id}`,
    UTILITY: `/projects?unit=${hit.id}`,
  } as const
  return {
    key: hit.id,
    href: hit.kind === 'ENTERPRISE' ? `/enterprises/${hit.id}` : lists[hit.kind],
    title: hit.name,
    detail: together([
      t(`search.unitKind.${hit.kind}`),
      hit.kind === 'ENTERPRISE' && hit.projects !== null ? t('search.projects', { n: hit.projects }) : null,
    ]),
    level: null,
    call: null,
  }
}

/** The whole list of a kind: the ledger for projects, a page of the search for the others. */
function allHref(kind: SearchKind, q: string): `/${string}` {
  const words = encodeURIComponent(searchWords(q).join(' '))
  return kind === 'projects' ? `/projects?q=${words}` : `/search?q=${words}&kind=${kind}`
}

/** What was found as lines of a language, kind by kind; kinds without a hit are left out. */
export function searchSections(q: string, answer: SearchAnswer, today: PlainDate, locale: Locale): SearchSection[] {
  const t = translator(locale)
  const ofService = <K extends ServiceKind>(kind: K) =>
    answer[kind].hits.map((hit) => serviceLine(kind, hit as ServiceHit<K>, today, t))
  const services = Object.fromEntries(SERVICE_KINDS.map((kind) => [kind, ofService(kind)])) as Record<
    ServiceKind,
    SearchLine[]
  >
  const lines: Readonly<Record<SearchKind, readonly SearchLine[]>> = {
    ...services,
    projects: answer.projects.hits.map((hit) => projectLine(hit, t)),
    procedures: answer.procedures.hits.map((hit) => procedureLine(hit, today, locale, t)),
    issues: answer.issues.hits.map((hit) => issueLine(hit, today, t)),
    tasks: answer.tasks.hits.map((hit) => taskLine(hit, today, t)),
    needs: answer.needs.hits.map((hit) => needLine(hit, t)),
    complaints: answer.complaints.hits.map((hit) => complaintLine(hit, today, locale, t)),
    supervisions: answer.supervisions.hits.map((hit) => supervisionLine(hit, today, t)),
    points: answer.points.hits.map((hit) => pointLine(hit, t)),
    people: answer.people.hits.map((hit) => personLine(hit, t)),
    units: answer.units.hits.map((hit) => unitLine(hit, t)),
  }
  return SEARCH_KINDS.filter((kind) => lines[kind].length > 0).map((kind) => {
    const { total } = answer[kind]
    const more = total > lines[kind].length
    return {
      key: kind,
      title: t(`search.kind.${kind}`),
      lines: lines[kind],
      all: more ? { href: allHref(kind, q), words: t('search.all', { n: total }) } : null,
    }
  })
}

/** What stands there before anything is typed. */
export function recentSections(recent: RecentProjects, locale: Locale): SearchSection[] {
  const t = translator(locale)
  return (['handled', 'changed'] as const)
    .filter((key) => recent[key].length > 0)
    .map((key) => ({
      key,
      title: t(`search.${key}`),
      lines: recent[key].map((hit) => projectLine(hit, t)),
      all: null,
    }))
}
