import 'server-only'
import { type Action, type Actor, allows, relationFor } from '@/lib/domain/access'
import { type FactorMoveKind, movesFrom } from '@/lib/domain/factor-need'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { FactorDetail, FactorStep } from '@/lib/schemas/factor'
import { dayOrNull, fromDb } from './date'
import { db } from './db'
import { amountOf, factorColumns, factorRowOf, openProjects, visibleFactors } from './factor-rows'
import { factorScope, givers } from './factor-writes'
import { loadLevelContext } from './level-context'
import { scopeColumns, scopeOf } from './lock-project'

const ACTIONS = {
  CONFIRM: 'factor.confirm',
  COMMIT: 'factor.commit',
  PROVIDE: 'factor.provide',
  FAIL: 'factor.fail',
  REVOKE: 'factor.revoke',
  ACCEPT: 'factor.accept',
  REOPEN: 'factor.reopen',
  CORRECT: 'factor.correct',
} as const satisfies Record<FactorMoveKind, Action>

async function stepsOf(needId: string): Promise<FactorStep[]> {
  const moves = await db.factorMove.findMany({ where: { needId }, orderBy: [{ at: 'desc' }, { id: 'desc' }] })
  const [users, orgs] = await Promise.all([
    db.user.findMany({
      where: { id: { in: moves.flatMap(({ actorId }) => actorId ?? []) } },
      select: { id: true, person: { select: { name: true } } },
    }),
    db.org.findMany({
      where: { id: { in: moves.flatMap(({ leadId }) => leadId ?? []) } },
      select: { id: true, shortName: true },
    }),
  ])
  const who = new Map(users.map((user) => [user.id, user.person.name]))
  const units = new Map(orgs.map((org) => [org.id, org.shortName]))
  return moves.map((move) => ({
    id: move.id,
    kind: move.kind,
    on: fromDb(move.on),
    at: move.at.toISOString(),
    by: who.get(move.actorId ?? '') ?? null,
    text: move.text,
    provided: move.provided && amountOf(move.provided),
    committedOn: dayOrNull(move.committedOn),
    lead: units.get(move.leadId ?? '') ?? null,
  }))
}

/** Units a reader may ask to provide something, by name; none for who may ask nobody. */
export async function listGivers(actor: Actor) {
  const orgs = await db.org.findMany({
    where: givers(actor.districtId),
    select: { id: true, shortName: true },
    orderBy: { shortName: 'asc' },
  })
  return orgs.map(({ id, shortName }) => ({ id, name: shortName }))
}

/**
 * A need with its history and what the reader may do about it 要素需求.
 *
 * @returns null when it does not exist or is out of the actor's sight
 */
export async function findFactor(actor: Actor, id: string, today: PlainDate): Promise<FactorDetail | null> {
  const need = await db.factorNeed.findFirst({
    where: { AND: [{ id }, visibleFactors(actor)] },
    select: { ...factorColumns, raisedBy: { select: { name: true } } },
  })
  if (!need) return null
  const [context, project, opens, steps] = await Promise.all([
    loadLevelContext(db, actor.districtId, today),
    db.project.findUniqueOrThrow({ where: { id: need.projectId }, select: { status: true, ...scopeColumns } }),
    openProjects(actor, [need.projectId]),
    stepsOf(need.id),
  ])
  const scope = factorScope(scopeOf(project), need.leadId)
  const moves = movesFrom({ state: need.state, settledOn: dayOrNull(need.settledOn) }).filter((move) =>
    allows(actor, ACTIONS[move], scope),
  )
  // An agency confirms what it was asked for; whom to ask is for those who coordinate.
  const chooses =
    (moves.includes('CONFIRM') || moves.includes('REOPEN')) && relationFor(actor.role, 'factor.confirm') !== 'agency'
  return {
    ...factorRowOf(need, opens, today, context),
    raisedBy: need.raisedBy?.name ?? null,
    steps,
    moves: project.status === 'ACTIVE' ? moves : [],
    agencies: chooses ? await listGivers(actor) : [],
  }
}
