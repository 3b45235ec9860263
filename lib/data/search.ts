import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { searchWords, soleNumber } from '@/lib/domain/search-words'
import { SEARCHES } from '@/lib/domain/sight'
import type { ComplaintRow } from '@/lib/schemas/complaint'
import type { FinancingRow } from '@/lib/schemas/financing'
import type { IssueRow } from '@/lib/schemas/issue'
import type { PointRow } from '@/lib/schemas/monitor-point'
import { projectFilter } from '@/lib/schemas/project'
import {
  type Found,
  HITS_A_PAGE,
  HITS_SHOWN,
  type PersonHit,
  type ProcedureHit,
  type ProjectHit,
  type RecentProjects,
  type SearchAnswer,
  type SearchQuery,
  type ServiceHit,
  type ServiceKind,
  type TaskHit,
  type UnitHit,
  type Window,
} from '@/lib/schemas/search'
import type { SupervisionRow } from '@/lib/schemas/supervision'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { freshenLevels } from './freshen-levels'
import { inLedger, projectsWhere } from './project-where'
import { findComplaints } from './search-complaints'
import { findIssues } from './search-issues'
import { findNeeds } from './search-needs'
import { findPeople, findUnits } from './search-people'
import { findPoints } from './search-points'
import { findProcedures } from './search-procedures'
import { SERVICE_FINDERS } from './search-services'
import { findSupervisions } from './search-supervisions'
import { findTasks } from './search-tasks'
import { visibleProjects } from './visible'

const projectColumns = {
  id: true,
  number: true,
  name: true,
  level: true,
  enterprise: { select: { name: true } },
  stewards: { where: { toOn: null }, select: { person: { select: { name: true } } } },
} satisfies Prisma.ProjectSelect
type ProjectColumns = Prisma.ProjectGetPayload<{ select: typeof projectColumns }>

const hitOf = ({ id, number, name, level, enterprise, stewards }: ProjectColumns): ProjectHit => ({
  id,
  number,
  name,
  level,
  steward: stewards[0]?.person.name ?? null,
  enterprise: enterprise?.name ?? null,
})

const worstFirst: Prisma.ProjectOrderByWithRelationInput[] = [{ level: 'desc' }, { number: 'asc' }]

/** Projects under a clause; those of `first` before the others, each group with the worst colour first. */
async function readProjects(
  where: Prisma.ProjectWhereInput,
  first: readonly Prisma.ProjectWhereInput[],
  window: Window,
): Promise<Found<ProjectHit>> {
  const read = (clause: Prisma.ProjectWhereInput, { skip, take }: Window) =>
    db.project.findMany({ where: clause, select: projectColumns, orderBy: worstFirst, skip, take })
  // Only the first page is short enough to be put in order of likeness.
  const near = window.skip === 0 ? await Promise.all(first.map((f) => read({ AND: [where, f] }, window))) : []
  const [rows, total] = await Promise.all([read(where, window), db.project.count({ where })])
  const inOrder = new Map([...near.flat(), ...rows].map((row) => [row.id, row]))
  return { hits: [...inOrder.values()].slice(0, window.take).map(hitOf), total }
}

const ledgerOf = (actor: Actor, words: readonly string[], today: PlainDate) =>
  projectsWhere(actor, projectFilter.parse({ q: words.join(' ') }), today)

/** Projects by name, pinyin, code or number; the same clause as the ledger's `q`, so that “all n” opens n rows. */
function findProjects(actor: Actor, words: readonly string[], today: PlainDate, window: Window) {
  const number = soleNumber(words)
  return readProjects(
    ledgerOf(actor, words, today),
    [
      ...(number === null ? [] : [{ number }]),
      { name: { startsWith: words.join(' '), mode: 'insensitive' as const } },
      { searchText: { contains: ` ${words.join('')}` } },
    ],
    window,
  )
}

const NOTHING = { hits: [], total: 0 }
/** Nothing found, or nothing that may be. */
export const NOTHING_FOUND: SearchAnswer = {
  projects: NOTHING,
  procedures: NOTHING,
  issues: NOTHING,
  tasks: NOTHING,
  needs: NOTHING,
  complaints: NOTHING,
  supervisions: NOTHING,
  points: NOTHING,
  harbours: NOTHING,
  events: NOTHING,
  walks: NOTHING,
  visits: NOTHING,
  promotions: NOTHING,
  upgrades: NOTHING,
  batches: NOTHING,
  people: NOTHING,
  units: NOTHING,
}

/**
 * Searches projects, procedures, problems, tasks, complaints, slips of the commission, monitoring points, services for enterprises, people and units
 * by name, pinyin, initials or number 搜索.
 *
 * Who sees what: the clause each kind's own list is read by, `visibleProjects` and its like; a row the actor may not see is
 * neither found nor counted. Leans on the trigram indexes of the search texts.
 *
 * @returns the first few of each kind with how many there are, or a page of one kind
 */
export async function search(actor: Actor, query: SearchQuery, today: PlainDate): Promise<SearchAnswer> {
  const words = searchWords(query.q)
  if (!SEARCHES.has(actor.role) || (words.length === 0 && !query.enterprise)) return NOTHING_FOUND
  await freshenLevels(actor.districtId, today)
  const { kind, enterprise, page } = query
  const window =
    kind || enterprise ? { skip: (page - 1) * HITS_A_PAGE, take: HITS_A_PAGE } : { skip: 0, take: HITS_SHOWN }
  if (enterprise) {
    const of = { AND: [visibleProjects(actor), inLedger, { enterpriseId: enterprise }] }
    return { ...NOTHING_FOUND, projects: await readProjects(of, [], window) }
  }
  const asked = <Hit>(of: SearchQuery['kind'], find: () => Promise<Found<Hit>>): Promise<Found<Hit>> =>
    !kind || kind === of ? find() : Promise.resolve(NOTHING)
  const service = <K extends ServiceKind>(of: K) =>
    asked<ServiceHit<K>>(of, () => SERVICE_FINDERS[of](actor, words, today, window))
  const [harbours, events] = await Promise.all([service('harbours'), service('events')])
  // A bank has needs, whose they are, harbours and events, and nothing else of the district.
  if (actor.role === 'BANK') {
    const [needs, units] = await Promise.all([
      asked<FinancingRow>('needs', () => findNeeds(actor, words, today, window)),
      asked<UnitHit>('units', () => findUnits(actor, words, window, today)),
    ])
    return { ...NOTHING_FOUND, needs, harbours, events, units }
  }
  const [walks, visits, promotions, upgrades, batches] = await Promise.all([
    service('walks'),
    service('visits'),
    service('promotions'),
    service('upgrades'),
    service('batches'),
  ])
  const services = { harbours, events, walks, visits, promotions, upgrades, batches }
  const [projects, procedures, issues, tasks, needs, complaints, supervisions, points, people, units] =
    await Promise.all([
      asked<ProjectHit>('projects', () => findProjects(actor, words, today, window)),
      asked<ProcedureHit>('procedures', () => findProcedures(actor, words, window)),
      asked<IssueRow>('issues', () => findIssues(actor, words, today, window)),
      asked<TaskHit>('tasks', () => findTasks(actor, words, today, window)),
      asked<FinancingRow>('needs', () => findNeeds(actor, words, today, window)),
      asked<ComplaintRow>('complaints', () => findComplaints(actor, words, today, window)),
      asked<SupervisionRow>('supervisions', () => findSupervisions(actor, words, today, window)),
      asked<PointRow>('points', () => findPoints(actor, words, today, window)),
      asked<PersonHit>('people', () => findPeople(actor, words, window)),
      asked<UnitHit>('units', () => findUnits(actor, words, window, today)),
    ])
  return { projects, procedures, issues, tasks, needs, complaints, supervisions, points, people, units, ...services }
}

/**
 * What somebody is likely to look for before he types: the projects he last recorded something about, then those in which
 * something moved last.
 *
 * Read from the audit of his own writes, index (actorId, at); what he only looked at is kept nowhere.
 */
export async function recentProjects(actor: Actor): Promise<RecentProjects> {
  const mine = await db.auditEntry.findMany({
    where: { actorId: actor.userId, ok: true, projectId: { not: null } },
    orderBy: { at: 'desc' },
    select: { projectId: true },
    take: 100,
  })
  const ids = [...new Set(mine.flatMap(({ projectId }) => projectId ?? []))].slice(0, HITS_SHOWN)
  const seen = { AND: [visibleProjects(actor), inLedger] }
  const [handled, changed] = await Promise.all([
    db.project.findMany({ where: { AND: [seen, { id: { in: ids } }] }, select: projectColumns }),
    db.project.findMany({
      where: { AND: [seen, { id: { notIn: ids }, lastChangedOn: { not: null } }] },
      select: projectColumns,
      orderBy: [{ lastChangedOn: 'desc' }, { id: 'asc' }],
      take: HITS_SHOWN,
    }),
  ])
  const place = new Map(ids.map((id, i) => [id, i]))
  return {
    handled: handled.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)).map(hitOf),
    changed: changed.slice(0, HITS_SHOWN - handled.length).map(hitOf),
  }
}
