import 'server-only'
import { type Action, type Actor, relationFor } from '@/lib/domain/access'
import { isOpenIssue } from '@/lib/domain/issue/issue'
import { issueTitle } from '@/lib/domain/issue/kind'
import type { PlainDate } from '@/lib/domain/plain-date'
import {
  costAt,
  type FindingMoveKind,
  findingMovesFrom,
  metAt,
  OPEN_FINDINGS,
  UNMENDED_FINDINGS,
} from '@/lib/domain/walk'
import { mayMoveFinding, mayRecordWalk } from '@/lib/domain/walk-parts'
import type { FindingDetail, FindingStep, SecondWalkLine, WalkDetail } from '@/lib/schemas/walk'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb } from './date'
import { db } from './db'
import { mayTakeBack } from './finding-take-back'
import { visibleIssues } from './issue-where'
import { loadLevelContext } from './level-context'
import { loadCatalogue } from './project-proposal'
import { earlierSteps, ownerColumns } from './walk-finding-writes'
import { lateFinding } from './walk-list'
import {
  findingColumns,
  findingRowOf,
  stepColumns,
  visibleFindings,
  visibleWalks,
  walkColumns,
  walkRowOf,
} from './walk-rows'
import { mendingUnits, usualMendDay, walkedUnits } from './walk-writes'

const MOST_NAMES = 30
const MOST_SECONDS = 30

const ACTIONS = {
  START: 'finding.start',
  SUBMIT: 'finding.submit',
  RETURN: 'finding.return',
  CLOSE: 'finding.close',
  ASSIGN: 'finding.assign',
} as const satisfies Record<FindingMoveKind, Action>

async function unitsOf(where: Prisma.OrgWhereInput) {
  const units = await db.org.findMany({ where, select: { id: true, shortName: true }, orderBy: { shortName: 'asc' } })
  return units.map(({ id, shortName }) => ({ id, name: shortName }))
}

/** What the page that begins a walk offers; with a finding to verify it is about the same procedure. */
export async function loadWalkStart(actor: Actor, verifiesId: string | undefined, today: PlainDate) {
  const [catalogue, units, finding] = await Promise.all([
    loadCatalogue(db, actor.districtId, today),
    actor.role === 'BIZENV' ? unitsOf(walkedUnits(actor.districtId)) : [],
    verifiesId && actor.role === 'BIZENV'
      ? db.walkFinding.findFirst({
          where: { AND: [visibleFindings(actor), { id: verifiesId, state: 'TO_VERIFY' }] },
          select: { id: true, text: true, walk: { select: { code: true, item: true, mode: true, place: true } } },
        })
      : null,
  ])
  if (verifiesId && !finding) return null
  const items = (catalogue?.items ?? []).toSorted((a, b) => (a.code < b.code ? -1 : 1))
  // His own unit's procedures first: those are what a head walks.
  const own = items.filter(({ agencyId }) => agencyId !== null && agencyId === actor.orgId)
  return {
    units,
    items: [...own, ...items.filter((item) => !own.includes(item))].map(({ code, nameZh, nameEn }) => ({
      code,
      nameZh,
      nameEn,
    })),
    finding: finding || null,
  }
}

/** Names of steps on earlier walks of the same procedure, the latest first: the same name makes two walks comparable. */
async function namesBefore(actor: Actor, code: string, walkId: string): Promise<string[]> {
  const steps = await db.walkStep.findMany({
    where: { walk: { districtId: actor.districtId, code, id: { not: walkId }, state: 'DONE' } },
    orderBy: [{ walk: { on: 'desc' } }, { position: 'asc' }],
    select: { name: true },
    take: 200,
  })
  return [...new Set(steps.map(({ name }) => name))].slice(0, MOST_NAMES)
}

/**
 * A walk with its steps, what was found, and what enterprises told on the way 走流程.
 *
 * @returns null when it does not exist or is out of the actor's sight
 */
export async function findWalk(actor: Actor, id: string, today: PlainDate): Promise<WalkDetail | null> {
  const record = await db.walk.findFirst({
    where: { AND: [{ id }, visibleWalks(actor)] },
    select: {
      ...walkColumns,
      steps: { select: { id: true, ...stepColumns, remark: true }, orderBy: { position: 'asc' } },
      note: true,
      walker: { select: { name: true } },
      verifies: { select: { id: true, text: true } },
    },
  })
  if (!record) return null
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const mayRecord = record.state !== 'CANCELLED' && mayRecordWalk(actor, record.unit.id)
  const walking = mayRecord && record.state === 'WALKING'
  const [found, told, stepNames, owners, usualDue] = await Promise.all([
    db.walkFinding.findMany({
      where: { AND: [visibleFindings(actor), { walkId: id }] },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: findingColumns,
    }),
    db.issue.findMany({
      where: { AND: [visibleIssues(actor), { walkId: id }] },
      orderBy: { number: 'asc' },
      select: { id: true, text: true, state: true, closedOn: true, enterprise: { select: { name: true } } },
    }),
    walking ? namesBefore(actor, record.code, id) : [],
    mayRecord ? unitsOf(mendingUnits(actor.districtId)) : [],
    usualMendDay(db, actor.districtId, today),
  ])
  const rows = found.map((finding) => findingRowOf(finding, today, calendar))
  return {
    ...walkRowOf(record, rows.filter(({ state }) => OPEN_FINDINGS.some((open) => open === state)).length),
    walker: record.walker.name,
    note: record.note,
    lines: record.steps,
    found: rows,
    told: told.map(({ id: issueId, text, state, closedOn, enterprise }) => ({
      id: issueId,
      title: issueTitle(text),
      enterprise: enterprise?.name ?? null,
      open: isOpenIssue({ state, closedOn: dayOrNull(closedOn) }),
    })),
    verifies: record.verifies,
    mayRecord,
    mayTell: mayRecord && relationFor(actor.role, 'issue.enter') !== null,
    stepNames,
    owners,
    usualDue,
  }
}

async function historyOf(findingId: string): Promise<FindingStep[]> {
  const moves = await db.walkFindingMove.findMany({ where: { findingId }, orderBy: [{ at: 'desc' }, { id: 'desc' }] })
  const [users, orgs, walks] = await Promise.all([
    db.user.findMany({
      where: { id: { in: moves.flatMap(({ actorId }) => actorId ?? []) } },
      select: { id: true, person: { select: { name: true } } },
    }),
    db.org.findMany({
      where: { id: { in: moves.flatMap(({ ownerId }) => ownerId ?? []) } },
      select: { id: true, shortName: true },
    }),
    db.walk.findMany({
      where: { id: { in: moves.flatMap(({ walkId }) => walkId ?? []) } },
      select: { id: true, number: true },
    }),
  ])
  const who = new Map(users.map((user) => [user.id, user.person.name]))
  const units = new Map(orgs.map((org) => [org.id, org.shortName]))
  return moves.map((move) => ({
    id: move.id,
    kind: move.kind as FindingStep['kind'],
    on: fromDb(move.on),
    at: move.at.toISOString(),
    by: who.get(move.actorId ?? '') ?? null,
    text: move.text,
    owner: units.get(move.ownerId ?? '') ?? null,
    dueOn: dayOrNull(move.dueOn),
    walk: walks.find(({ id }) => id === move.walkId) ?? null,
  }))
}

/** Walks that go the same way after it was handed in, those that were made for it first, with what they measure. */
async function secondsFor(
  actor: Actor,
  finding: Readonly<{
    id: string
    walkId: string
    step: string | null
    createdAt: Date
    submittedOn: Date | null
    code: string
  }>,
): Promise<SecondWalkLine[]> {
  const walks = await db.walk.findMany({
    where: {
      districtId: actor.districtId,
      code: finding.code,
      state: 'DONE',
      id: { not: finding.walkId },
      ...(finding.submittedOn ? { on: { gte: finding.submittedOn } } : {}),
    },
    orderBy: [{ on: 'desc' }, { number: 'desc' }],
    take: MOST_SECONDS,
    select: {
      id: true,
      number: true,
      on: true,
      leader: true,
      days: true,
      verifiesId: true,
      steps: { select: stepColumns },
    },
  })
  const others = await earlierSteps(db, finding)
  return walks
    .toSorted((a, b) => Number(b.verifiesId === finding.id) - Number(a.verifiesId === finding.id))
    .map(({ id, number, on, leader, days, steps }) => ({
      id,
      number,
      on: fromDb(on),
      leader,
      cost: costAt({ days, steps }, finding.step, others),
    }))
}

/**
 * A finding with its history and what the reader may do about it.
 *
 * @returns null when it does not exist or is out of the actor's sight
 */
export async function findFinding(actor: Actor, id: string, today: PlainDate): Promise<FindingDetail | null> {
  const record = await db.walkFinding.findFirst({
    where: { AND: [{ id }, visibleFindings(actor)] },
    select: {
      ...findingColumns,
      walkId: true,
      createdAt: true,
      owner: { select: ownerColumns },
      verifiedBy: { select: { id: true, number: true, on: true, days: true, steps: { select: stepColumns } } },
      walk: { select: { ...findingColumns.walk.select, state: true, days: true, steps: { select: stepColumns } } },
    },
  })
  if (!record) return null
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const { owner, walk, verifiedBy } = record
  const moves = findingMovesFrom(record.state).filter(
    (move) =>
      relationFor(actor.role, ACTIONS[move]) !== null &&
      mayMoveFinding(actor, move, owner.id, owner.users.length === 0),
  )
  const [steps, takesBack, owners, seconds] = await Promise.all([
    historyOf(id),
    mayTakeBack(actor, record, today),
    moves.includes('ASSIGN') ? unitsOf(mendingUnits(actor.districtId)) : [],
    moves.includes('CLOSE') ? secondsFor(actor, { ...record, code: walk.code }) : [],
  ])
  return {
    ...findingRowOf(record, today, calendar),
    steps,
    moves,
    owners,
    seconds,
    verifiedBy: verifiedBy && { id: verifiedBy.id, number: verifiedBy.number, on: fromDb(verifiedBy.on) },
    met: {
      before: walk.state === 'DONE' ? metAt(walk, record.step) : null,
      after: verifiedBy && metAt(verifiedBy, record.step),
    },
    mayTakeBack: takesBack,
    mayWalkAgain: moves.includes('CLOSE'),
  }
}

/** What walks want of somebody today, for his first page. */
export async function loadWalkDay(actor: Actor, today: PlainDate) {
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const own = visibleFindings(actor)
  const mine: Prisma.WalkFindingWhereInput = actor.orgId ? { ownerId: actor.orgId } : {}
  const [mend, late, verify, last] = await Promise.all([
    db.walkFinding.count({ where: { AND: [own, mine, { state: { in: [...UNMENDED_FINDINGS] } }] } }),
    db.walkFinding.count({ where: { AND: [own, mine, lateFinding(today, calendar)] } }),
    db.walkFinding.count({ where: { AND: [own, { state: 'TO_VERIFY' }] } }),
    actor.role === 'AGENCY_HEAD' && actor.orgId
      ? db.walk.findFirst({
          where: { AND: [visibleWalks(actor), { unitId: actor.orgId, state: { not: 'CANCELLED' } }] },
          orderBy: [{ on: 'desc' }, { number: 'desc' }],
          select: { id: true, item: true, on: true, state: true },
        })
      : null,
  ])
  return { mend, late, verify, last: last && { ...last, on: fromDb(last.on) } }
}
