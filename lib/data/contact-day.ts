import 'server-only'
import { type Actor, allows } from '@/lib/domain/access'
import { deskMoves } from '@/lib/domain/desk'
import type { PlainDate } from '@/lib/domain/plain-date'
import { FINISHED_STATES } from '@/lib/domain/procedure-move'
import { relayOf } from '@/lib/domain/relay'
import { isRunning } from '@/lib/domain/remaining'
import { turnOf } from '@/lib/domain/turn'
import type { ContactDay, ContactStep } from '@/lib/schemas/contact-day'
import type { ProcedureEvent } from '@/prisma/generated/client'
import { fromDb } from './date'
import { db } from './db'
import { freshenLevels } from './freshen-levels'
import { type LevelContext, loadLevelContext } from './level-context'
import { scopeColumns, scopeOf } from './lock-project'
import { lastMoveOf } from './procedure-moves'
import { findProject } from './project-detail'
import { procedureFactsOf } from './project-facts'
import { inLedger } from './project-where'
import { queueColumns, queueRowOf } from './queue-rows'
import { visibleProcedures, visibleProjects } from './visible'

const PROJECTS_SHOWN = 50

/** Papers the standing notice names: the list as it was ticked, else what was written. */
function noticedPapers(events: readonly ProcedureEvent[]): string[] {
  const last = lastMoveOf(events)
  if (last?.move !== 'NOTICE') return []
  const { materials } = last.data as { materials?: string[] }
  const ticked = materials ?? []
  const rest = (last.reason ?? '').split(/[；;]/).map((part) => part.trim())
  // What was ticked opens the sentence; what follows was written.
  const written =
    ticked.length > 0 ? rest.filter((part) => part !== ticked.join('、')) : rest.flatMap((part) => part.split('、'))
  return [...ticked, ...written].filter(Boolean)
}

async function loadSteps(actor: Actor, projectId: string, today: PlainDate, context: LevelContext) {
  const rows = await db.procedure.findMany({
    where: { AND: [visibleProcedures(actor), { projectId, state: { not: 'NA' } }] },
    select: {
      ...queueColumns,
      item: { select: { agencyName: true, nameZh: true, nameEn: true, materials: true } },
      events: { orderBy: { seq: 'asc' } },
      project: { select: { id: true, name: true, ...scopeColumns } },
    },
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { code: 'asc' }],
  })
  return rows.map((row): Omit<ContactStep, 'forecast'> & { due: boolean } => {
    const line = queueRowOf(row, today, context)
    const scope = scopeOf(row.project)
    const { lead, rest } = deskMoves(actor.role, row.state)
    const last = lastMoveOf(row.events)
    return {
      id: row.id,
      version: row.version,
      nameZh: line.nameZh,
      nameEn: line.nameEn,
      agency: line.agency,
      state: row.state,
      level: line.level,
      reason: line.reason,
      owner: line.owner,
      finishedOn: line.finishedOn,
      dueOn: line.dueOn,
      dueProvisional: line.dueProvisional,
      remaining: line.remaining,
      nextLevelOn: line.nextLevelOn,
      nextLevel: line.nextLevel,
      nextProvisional: line.nextProvisional,
      relay: isRunning(row.state)
        ? relayOf(procedureFactsOf(row, new Map()), line.nextLevelOn, today, context.calendar, context.parameters)
        : null,
      papers: row.state === 'SUPPLEMENT' ? noticedPapers(row.events) : row.item.materials,
      moves: [...lead, ...rest].filter((kind) => allows(actor, `procedure.${kind}`, scope)),
      mayTakeBack:
        last !== undefined &&
        last.actorId === actor.userId &&
        fromDb(last.recordedOn) === today &&
        allows(actor, 'procedure.takeBack', scope),
      due: line.remaining !== null && line.remaining <= context.parameters.plan_blue_wd,
    }
  })
}

/**
 * What a project unit's contact finds first: whose turn it is, what he has to hand in, whom he calls, how far it has come.
 *
 * Who sees what: the projects of his own enterprise, and of an agency no more than its name.
 *
 * @param projectId the one of his projects he asks for; else the one that waits for him, the worst colour first
 */
export async function loadContactDay(
  actor: Actor,
  projectId: string | undefined,
  today: PlainDate,
): Promise<ContactDay> {
  await freshenLevels(actor.districtId, today)
  const own = { AND: [visibleProjects(actor), inLedger] }
  const [projects, waiting] = await Promise.all([
    db.project.findMany({
      where: own,
      select: { id: true, name: true, level: true },
      orderBy: [{ level: 'desc' }, { number: 'asc' }],
      take: PROJECTS_SHOWN,
    }),
    db.procedure.findFirst({
      where: { AND: [visibleProcedures(actor), { state: 'SUPPLEMENT', finishedOn: null, project: inLedger }] },
      select: { projectId: true },
      orderBy: { dueOn: 'asc' },
    }),
  ])
  const chosen =
    projects.find((p) => p.id === projectId) ?? projects.find((p) => p.id === waiting?.projectId) ?? projects[0]
  if (!chosen) return { projects, project: null }
  const context = await loadLevelContext(db, actor.districtId, today)
  const [detail, found] = await Promise.all([
    findProject(actor, chosen.id, today),
    loadSteps(actor, chosen.id, today, context),
  ])
  if (!detail) return { projects, project: null }
  const forecast = new Map(
    detail.procedures.map((p) => [p.id, p.forecastFinishOn && { on: p.forecastFinishOn, provisional: p.provisional }]),
  )
  const steps = found.map((step) => ({ ...step, forecast: forecast.get(step.id) ?? null }))
  const { turn, step: lead } = turnOf(steps)
  const start = detail.milestones.find((m) => m.kind === 'START')
  const files = (s: ContactStep) => s.state === 'READY' || s.state === 'WITHDRAWN' || s.state === 'REJECTED'
  const byDay = (a: ContactStep, b: ContactStep) => ((a.finishedOn ?? '') < (b.finishedOn ?? '') ? -1 : 1)
  return {
    projects,
    project: {
      id: detail.id,
      name: detail.name,
      level: detail.level,
      steward: detail.steward,
      turn: detail.status === 'ACTIVE' ? turn : 'SUSPENDED',
      lead,
      yours: [...steps.filter((s) => s.state === 'SUPPLEMENT'), ...steps.filter(files)],
      running: steps.filter((s) => isRunning(s.state)),
      finished: steps.filter((s) => FINISHED_STATES.has(s.state)).sort(byDay),
      later: steps.filter((s) => s.state === 'NOT_STARTED'),
      start: start
        ? {
            plannedOn: start.plannedOn,
            forecast: start.actualOn ? null : (start.forecast ?? detail.constructionStart),
            actualOn: start.actualOn,
          }
        : null,
    },
  }
}
