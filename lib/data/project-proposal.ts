import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { toldApart } from '@/lib/domain/namesake'
import type { PlainDate } from '@/lib/domain/plain-date'
import { plannedStart, proposePlan } from '@/lib/domain/plan-proposal'
import { proposedStart } from '@/lib/domain/plan-start'
import { resolveEdges } from '@/lib/domain/procedure-graph'
import { countedDay } from '@/lib/domain/provisional'
import { leaderCandidates, stewardCandidates, unitCandidates } from './candidates'
import type { TemplateItem } from './catalog-load'
import type { Tx } from './db'
import { db } from './db'
import { loadLevelContext } from './level-context'
import { liveStewardship } from './steward-load'

/** The newest version of a district's catalogue on a day, with everything a project takes from it. */
export async function loadCatalogue(tx: Tx, districtId: string, today: PlainDate) {
  const version = await tx.catalogVersion.findFirst({
    where: { districtId, effectiveOn: { lte: new Date(`${today}T00:00:00.000Z`) } },
    orderBy: [{ effectiveOn: 'desc' }, { number: 'desc' }],
    include: { items: true, templates: { orderBy: { code: 'asc' } } },
  })
  return version
}
export type Catalogue = NonNullable<Awaited<ReturnType<typeof loadCatalogue>>>

/** Items of a template that apply once its questions are answered, with the graph that connects them. */
export function chooseItems(catalogue: Catalogue, templateCode: string, applies: readonly string[]) {
  const template = catalogue.templates.find((t) => t.code === templateCode)
  if (!template) return null
  const lines = template.items as unknown as readonly TemplateItem[]
  const chosen = lines.filter((line) => line.need === 'required' || applies.includes(line.code))
  const edges = {
    ...Object.fromEntries(catalogue.items.map((item) => [item.code, item.predecessors])),
    ...(template.overrides as Record<string, string[]>),
  }
  const items = chosen.flatMap((line) => {
    const item = catalogue.items.find((i) => i.code === line.code)
    return item ? [{ ...item, promisedWd: line.promised ?? item.promisedWd }] : []
  })
  return {
    template,
    items,
    edges,
    predecessors: resolveEdges(
      edges,
      items.map((i) => i.code),
    ),
  }
}

/** Templates with the questions that decide their conditional items. */
export async function listTemplates(actor: Actor, today: PlainDate) {
  const catalogue = await loadCatalogue(db, actor.districtId, today)
  return (catalogue?.templates ?? []).map((template) => ({
    code: template.code,
    nameZh: template.nameZh,
    nameEn: template.nameEn,
    description: template.description,
    required: (template.items as unknown as readonly TemplateItem[]).filter((line) => line.need === 'required').length,
    questions: (template.items as unknown as readonly TemplateItem[])
      .filter((line) => line.need === 'conditional')
      .map((line) => {
        const item = catalogue?.items.find((i) => i.code === line.code)
        return {
          code: line.code,
          condition: line.condition ?? '',
          nameZh: item?.nameZh ?? line.code,
          nameEn: item?.nameEn ?? line.code,
        }
      }),
  }))
}

/** First day the plan of a new project is proposed from, as `proposedStart` says, by the calendar of the actor's district. */
export async function proposeStart({ districtId }: Actor, today: PlainDate): Promise<PlainDate> {
  const { calendar } = await loadLevelContext(db, districtId, today)
  return proposedStart(today, calendar)
}

/**
 * Proposes the plan of a new project: every item with its filing and finishing day, and the milestones that follow.
 *
 * @param worksWd working days the works take; acceptance is planned after them, and has no day when it is null
 * @returns null when there is no such template
 */
export async function proposeProject(
  actor: Actor,
  templateCode: string,
  startOn: PlainDate,
  applies: readonly string[],
  worksWd: number | null,
  today: PlainDate,
) {
  const catalogue = await loadCatalogue(db, actor.districtId, today)
  const chosen = catalogue && chooseItems(catalogue, templateCode, applies)
  if (!chosen) return null
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const works = { conditions: chosen.template.startConditions, days: worksWd }
  const plan = proposePlan(startOn, chosen.edges, chosen.items, calendar, works)
  if (!plan.ok) throw new Error(`catalogue graph has a cycle: ${JSON.stringify(plan.error)}`)
  const planned = new Map(plan.value.map((p) => [p.code, p]))
  const latestOf = (codes: readonly string[]) =>
    codes
      .flatMap((code) => planned.get(code)?.finishOn ?? [])
      .sort()
      .at(-1) ?? null
  const ready = latestOf(chosen.template.startConditions)
  const production = planned.get('TC05') ?? null
  return {
    start: ready && countedDay(calendar, startOn, plannedStart(ready, calendar)),
    production: production?.finishOn ? countedDay(calendar, startOn, production.finishOn) : null,
    items: chosen.items.map((item) => {
      const p = planned.get(item.code)
      return {
        code: item.code,
        stage: item.stage,
        nameZh: item.nameZh,
        nameEn: item.nameEn,
        agency: item.agencyName,
        promisedWd: item.promisedWd,
        submitOn: p?.submitOn ?? null,
        finishOn: p?.finishOn ?? null,
        provisional: p?.provisional ?? false,
      }
    }),
  }
}

/** People and units a new project can be given to. */
export async function creationChoices(actor: Actor) {
  const { districtId } = actor
  const orgs = (kind: 'TASKFORCE' | 'STREET') =>
    db.org.findMany({
      where: {
        ...unitCandidates(districtId, kind),
        ...(actor.role === 'TASKFORCE' && kind === 'TASKFORCE' ? { id: actor.orgId ?? '' } : {}),
      },
      select: { id: true, shortName: true },
      orderBy: { name: 'asc' },
    })
  const [taskforces, streets, leaders, stewards] = await Promise.all([
    orgs('TASKFORCE'),
    orgs('STREET'),
    db.person.findMany({
      where: leaderCandidates(districtId),
      select: { id: true, name: true, phone: true, org: { select: { shortName: true } } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
    listStewards(actor),
  ])
  const told = toldApart(leaders.map(({ org, ...leader }) => ({ ...leader, unit: org?.shortName ?? null })))
  return { taskforces, streets, leaders: told.map(({ id, name }) => ({ id, name })), stewards }
}

/** Stewards in office with how many projects each has; a person may have no account yet. */
export async function listStewards(actor: Actor) {
  const people = await db.person.findMany({
    where: stewardCandidates(actor.districtId),
    select: {
      id: true,
      name: true,
      phone: true,
      org: { select: { shortName: true } },
      _count: { select: { stewardships: { where: liveStewardship } } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return toldApart(
    people.map((p) => ({
      id: p.id,
      name: p.name,
      phone: p.phone,
      unit: p.org?.shortName ?? null,
      projects: p._count.stewardships,
    })),
  )
}
