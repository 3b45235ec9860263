import 'server-only'
import type { Action, Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import { costAt, stepNameApart } from '@/lib/domain/walk'
import { mayRecordWalk } from '@/lib/domain/walk-parts'
import { addWorkdays } from '@/lib/domain/work-calendar'
import {
  type FindingCorrectInput,
  LAST_STEP,
  STEP_NAME_MAX,
  type WalkCancelInput,
  type WalkFindInput,
  type WalkFinishInput,
  type WalkStartInput,
  type WalkStepDropInput,
  type WalkStepInput,
} from '@/lib/schemas/walk'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import type { Tx } from './db'
import { loadLevelContext } from './level-context'
import { loadCatalogue } from './project-proposal'
import { walkSearchText } from './search-text'
import { standingFinding, stepColumns, visibleFindings, visibleWalks } from './walk-rows'
import { write } from './write'

/** Working days a unit has to mend what was found, unless somebody says otherwise. */
const MEND_WD = 10

/** Units whose head walks, and units that have something to mend. */
export const walkedUnits = (districtId: string) =>
  ({
    districtId,
    kind: { in: ['AGENCY', 'UTILITY', 'SERVICE_BUREAU'] },
    dissolvedOn: null,
  }) satisfies Prisma.OrgWhereInput
export const mendingUnits = (districtId: string) =>
  ({ districtId, kind: { in: ['AGENCY', 'UTILITY'] }, dissolvedOn: null }) satisfies Prisma.OrgWhereInput

/** The day a finding is due if nobody says otherwise. */
export async function usualMendDay(tx: Tx, districtId: string, today: PlainDate): Promise<PlainDate> {
  const { calendar } = await loadLevelContext(tx, districtId, today)
  return addWorkdays(calendar, today, MEND_WD)
}

async function nextNumber(tx: Tx, districtId: string): Promise<number> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`walk-number:${districtId}`}))::text`
  const { _max } = await tx.walk.aggregate({ where: { districtId }, _max: { number: true } })
  return (_max.number ?? 0) + 1
}

/** The finding a walk goes the same way again for; err NOT_FOUND, FINDING_NOT_HANDED_IN, FINDING_WALK_OTHER. */
async function againFor(tx: Tx, actor: Actor, { verifiesId, code }: WalkStartInput): Promise<Result<string | null>> {
  if (!verifiesId) return ok(null)
  const finding = await tx.walkFinding.findFirst({
    where: { AND: [visibleFindings(actor), { id: verifiesId }] },
    select: { id: true, state: true, walk: { select: { code: true } } },
  })
  if (!finding || actor.role !== 'BIZENV') return err({ code: 'NOT_FOUND' })
  if (finding.state !== 'TO_VERIFY') return err({ code: 'FINDING_NOT_HANDED_IN' })
  return finding.walk.code === code ? ok(finding.id) : err({ code: 'FINDING_WALK_OTHER', field: 'code' })
}

/**
 * Begins a walk 开始走流程: whose head, which procedure, how, where, when. Its steps are written down on the way.
 *
 * @returns err UNIT_MISSING, FORBIDDEN, WALK_CODE_MISSING, WALK_FUTURE; with a finding to verify NOT_FOUND,
 *          FINDING_NOT_HANDED_IN, FINDING_WALK_OTHER
 */
export const startWalk = write('walk.start', async (tx, actor, input: WalkStartInput, today) => {
  const { districtId } = actor
  const unitId = actor.role === 'AGENCY_HEAD' ? actor.orgId : (input.unitId ?? actor.orgId)
  const unit = unitId && (await tx.org.findFirst({ where: { AND: [walkedUnits(districtId), { id: unitId }] } }))
  if (!unit) return err({ code: 'UNIT_MISSING', field: 'unitId' })
  if (!mayRecordWalk(actor, unit.id)) return err({ code: 'FORBIDDEN', action: 'walk.start' })
  if (input.on > today) return err({ code: 'WALK_FUTURE', field: 'on' })
  const catalogue = await loadCatalogue(tx, districtId, today)
  const item = catalogue?.items.find(({ code }) => code === input.code)
  if (!item) return err({ code: 'WALK_CODE_MISSING', field: 'code' })
  const again = await againFor(tx, actor, input)
  if (!again.ok) return again
  const number = await nextNumber(tx, districtId)
  const leader = input.leader || actor.name
  const { mode, place, on } = input
  const walk = await tx.walk.create({
    data: {
      districtId,
      number,
      unitId: unit.id,
      leader,
      code: item.code,
      item: item.nameZh,
      mode,
      place,
      on: toDb(on),
      verifiesId: again.value,
      walkerId: actor.personId,
      searchText: walkSearchText({ number, item: item.nameZh, code: item.code, leader, unit: unit.shortName }),
    },
  })
  return ok({
    value: { walkId: walk.id, number },
    subject: walk.id,
    detail: { number, item: item.nameZh, mode, place, on, unit: unit.shortName },
  })
})

const lockedColumns = {
  id: true,
  version: true,
  number: true,
  unitId: true,
  state: true,
  on: true,
  days: true,
  steps: { select: { id: true, position: true, ...stepColumns }, orderBy: { position: 'asc' } },
} satisfies Prisma.WalkSelect
type LockedWalk = Prisma.WalkGetPayload<{ select: typeof lockedColumns }>

/** Locks a walk that is the actor's to record; err NOT_FOUND, FORBIDDEN. */
export async function lockWalk(tx: Tx, actor: Actor, action: Action, id: string): Promise<Result<LockedWalk>> {
  await tx.$queryRaw`SELECT 1 FROM "Walk" WHERE id = ${id}::uuid FOR UPDATE`
  const walk = await tx.walk.findFirst({ where: { AND: [visibleWalks(actor), { id }] }, select: lockedColumns })
  if (!walk) return err({ code: 'NOT_FOUND' })
  return mayRecordWalk(actor, walk.unitId) ? ok(walk) : err({ code: 'FORBIDDEN', action })
}

/** As `lockWalk`, of one that is still on its way; err WALK_OVER besides. */
async function lockWalking(tx: Tx, actor: Actor, action: Action, id: string): Promise<Result<LockedWalk>> {
  const locked = await lockWalk(tx, actor, action, id)
  return locked.ok && locked.value.state !== 'WALKING' ? err({ code: 'WALK_OVER' }) : locked
}

/**
 * Writes down a step of a walk on its way, or corrects one 记一步: what was asked for, how often one had to come. A second step of
 * one name is told apart by its number.
 *
 * @returns err NOT_FOUND, FORBIDDEN, WALK_OVER
 */
export const recordWalkStep = write('walk.step', async (tx, actor, input: WalkStepInput) => {
  const locked = await lockWalking(tx, actor, 'walk.step', input.walkId)
  if (!locked.ok) return locked
  const walk = locked.value
  const { minutes, papers, trips } = input
  const before = input.stepId ? walk.steps.find(({ id }) => id === input.stepId) : null
  if (before === undefined) return err({ code: 'NOT_FOUND' })
  const others = walk.steps.filter((step) => step !== before)
  const name = stepNameApart(
    input.name,
    others.map((step) => step.name),
    STEP_NAME_MAX,
  )
  const data = { name, minutes, papers, trips, remark: input.remark || null }
  if (before) {
    await tx.walkStep.update({ where: { id: before.id }, data })
    await tx.walkFinding.updateMany({ where: { walkId: walk.id, step: before.name }, data: { step: name } })
  } else
    await tx.walkStep.create({ data: { ...data, walkId: walk.id, position: (walk.steps.at(-1)?.position ?? 0) + 1 } })
  await tx.walk.update({ where: { id: walk.id }, data: { version: { increment: 1 } } })
  return ok({
    value: { walkId: walk.id },
    subject: walk.id,
    detail: { step: name, minutes, papers, trips, ...(before && { before: before.name }) },
  })
})

/** Takes a step out that was none. @returns as `recordWalkStep` */
export const dropWalkStep = write('walk.dropStep', async (tx, actor, input: WalkStepDropInput) => {
  const locked = await lockWalking(tx, actor, 'walk.dropStep', input.walkId)
  if (!locked.ok) return locked
  const step = locked.value.steps.find(({ id }) => id === input.stepId)
  if (!step) return err({ code: 'NOT_FOUND' })
  await tx.walkStep.delete({ where: { id: step.id } })
  await tx.walkFinding.updateMany({ where: { walkId: input.walkId, step: step.name }, data: { step: null } })
  await tx.walk.update({ where: { id: input.walkId }, data: { version: { increment: 1 } } })
  return ok({ value: { walkId: input.walkId }, subject: input.walkId, detail: { step: step.name } })
})

/** What the findings of a walk measure of it, in the order they were found; what is struck off keeps what it was measured by. */
export async function measureFindings(tx: Tx, walk: Pick<LockedWalk, 'id' | 'days' | 'steps'>): Promise<void> {
  const findings = await tx.walkFinding.findMany({
    where: { walkId: walk.id, ...standingFinding },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, step: true, state: true },
  })
  for (const [i, { id, step, state }] of findings.entries()) {
    if (state === 'CLOSED') continue
    const earlier = findings.slice(0, i).map((other) => other.step)
    const { days, papers, trips } = costAt(walk, step, earlier)
    await tx.walkFinding.update({
      where: { id },
      data: { beforeDays: days, beforePapers: papers, beforeTrips: trips, version: { increment: 1 } },
    })
  }
}

/** The unit that has to mend something; err UNIT_MISSING. */
async function mender(tx: Tx, districtId: string, id: string): Promise<Result<{ id: string; shortName: string }>> {
  const unit = await tx.org.findFirst({
    where: { AND: [mendingUnits(districtId), { id }] },
    select: { id: true, shortName: true },
  })
  return unit ? ok(unit) : err({ code: 'UNIT_MISSING', field: 'ownerId' })
}

/**
 * Writes down what was in the way 记问题, while walking or once back: its words are enough. It is the walked unit's to mend in
 * ten working days, unless somebody says otherwise.
 *
 * @returns err NOT_FOUND, FORBIDDEN, WALK_OVER where the walk was called off, UNIT_MISSING, FINDING_DUE_PAST
 */
export const findOnWalk = write('walk.find', async (tx, actor, input: WalkFindInput, today) => {
  const locked = await lockWalk(tx, actor, 'walk.find', input.walkId)
  if (!locked.ok) return locked
  const walk = locked.value
  if (walk.state === 'CANCELLED') return err({ code: 'WALK_OVER' })
  const owner = await mender(tx, actor.districtId, input.ownerId ?? walk.unitId)
  if (!owner.ok) return owner
  if (input.dueOn && input.dueOn < today) return err({ code: 'FINDING_DUE_PAST', field: 'dueOn' })
  const dueOn = input.dueOn ?? (await usualMendDay(tx, actor.districtId, today))
  const at = input.step === LAST_STEP ? walk.steps.at(-1) : walk.steps.find(({ name }) => name === input.step)
  const step = at?.name ?? null
  const finding = await tx.walkFinding.create({
    data: {
      districtId: actor.districtId,
      walkId: walk.id,
      step,
      kind: input.kind,
      text: input.text,
      ownerId: owner.value.id,
      raisedOn: toDb(today),
      dueOn: toDb(dueOn),
      moves: {
        create: {
          kind: 'RAISE',
          to: 'TO_MEND',
          text: input.text,
          ownerId: owner.value.id,
          dueOn: toDb(dueOn),
          on: toDb(today),
          actorId: actor.userId,
        },
      },
    },
  })
  if (walk.state === 'DONE') await measureNew(tx, walk, finding.id, step)
  return ok({
    value: { walkId: walk.id, findingId: finding.id },
    subject: finding.id,
    detail: { kind: input.kind, text: input.text, owner: owner.value.shortName, dueOn },
  })
})

/**
 * Corrects what was found while the walk goes on and nobody has begun to mend it 更正问题: its words, kind, step, unit and day.
 *
 * @returns err NOT_FOUND, FORBIDDEN, WALK_OVER, CONFLICT, FINDING_MOVE_ILLEGAL, UNIT_MISSING, FINDING_DUE_PAST
 */
export const correctFinding = write('finding.correct', async (tx, actor, input: FindingCorrectInput, today) => {
  const where = { AND: [visibleFindings(actor), { id: input.findingId }] }
  const seen = await tx.walkFinding.findFirst({ where, select: { walkId: true } })
  if (!seen) return err({ code: 'NOT_FOUND' })
  const locked = await lockWalking(tx, actor, 'finding.correct', seen.walkId)
  if (!locked.ok) return locked
  const walk = locked.value
  await tx.$queryRaw`SELECT 1 FROM "WalkFinding" WHERE id = ${input.findingId}::uuid FOR UPDATE`
  const before = await tx.walkFinding.findUniqueOrThrow({ where: { id: input.findingId } })
  if (before.version !== input.version) return err({ code: 'CONFLICT', version: before.version })
  if (before.state !== 'TO_MEND') return err({ code: 'FINDING_MOVE_ILLEGAL' })
  const owner = await mender(tx, actor.districtId, input.ownerId ?? before.ownerId)
  if (!owner.ok) return owner
  const dueOn = input.dueOn ?? fromDb(before.dueOn)
  const moved = dueOn !== fromDb(before.dueOn)
  if (moved && dueOn < today) return err({ code: 'FINDING_DUE_PAST', field: 'dueOn' })
  const { kind, text } = input
  await tx.walkFinding.update({
    where: { id: before.id },
    data: {
      kind,
      text,
      step: walk.steps.find(({ name }) => name === input.step)?.name ?? null,
      ownerId: owner.value.id,
      dueOn: toDb(dueOn),
      version: { increment: 1 },
    },
  })
  await tx.walkFindingMove.create({
    data: {
      findingId: before.id,
      kind: 'CORRECT',
      from: before.state,
      to: before.state,
      text: text === before.text ? null : text,
      ownerId: owner.value.id === before.ownerId ? null : owner.value.id,
      dueOn: moved ? toDb(dueOn) : null,
      on: toDb(today),
      actorId: actor.userId,
    },
  })
  await tx.walk.update({ where: { id: walk.id }, data: { version: { increment: 1 } } })
  return ok({
    value: { walkId: walk.id, findingId: before.id },
    subject: before.id,
    detail: { before: before.text, after: text, owner: owner.value.shortName, dueOn },
  })
})

/** What one more finding of a walk that is over measures; those before it keep what they have. */
async function measureNew(tx: Tx, walk: LockedWalk, findingId: string, step: string | null): Promise<void> {
  const others = await tx.walkFinding.findMany({
    where: { walkId: walk.id, id: { not: findingId }, ...standingFinding },
    select: { step: true },
  })
  const { days, papers, trips } = costAt(
    walk,
    step,
    others.map((other) => other.step),
  )
  await tx.walkFinding.update({
    where: { id: findingId },
    data: { beforeDays: days, beforePapers: papers, beforeTrips: trips },
  })
}

/**
 * Ends a walk 走完: from here on its steps stand, and each finding knows what it costs whoever goes that way.
 *
 * @returns err NOT_FOUND, FORBIDDEN, WALK_OVER, CONFLICT, WALK_STEPS_MISSING
 */
export const finishWalk = write('walk.finish', async (tx, actor, input: WalkFinishInput) => {
  const locked = await lockWalking(tx, actor, 'walk.finish', input.walkId)
  if (!locked.ok) return locked
  const walk = locked.value
  if (walk.version !== input.version) return err({ code: 'CONFLICT', version: walk.version })
  if (walk.steps.length === 0) return err({ code: 'WALK_STEPS_MISSING' })
  const days = input.days ?? null
  await tx.walk.update({
    where: { id: walk.id },
    data: { state: 'DONE', days, note: input.note || null, version: { increment: 1 } },
  })
  await measureFindings(tx, { ...walk, days })
  return ok({
    value: { walkId: walk.id },
    subject: walk.id,
    detail: { number: walk.number, steps: walk.steps.length, days, on: fromDb(walk.on) },
  })
})

/**
 * Calls a walk off that was begun by mistake 作废; one on which something was found stays.
 *
 * @returns err NOT_FOUND, FORBIDDEN, WALK_OVER, CONFLICT, WALK_HAS_FINDINGS
 */
export const cancelWalk = write('walk.cancel', async (tx, actor, input: WalkCancelInput) => {
  const locked = await lockWalking(tx, actor, 'walk.cancel', input.walkId)
  if (!locked.ok) return locked
  const walk = locked.value
  if (walk.version !== input.version) return err({ code: 'CONFLICT', version: walk.version })
  const [findings, issues] = [
    await tx.walkFinding.count({ where: { walkId: walk.id, ...standingFinding } }),
    await tx.issue.count({ where: { walkId: walk.id } }),
  ]
  if (findings + issues > 0) return err({ code: 'WALK_HAS_FINDINGS' })
  await tx.walk.update({ where: { id: walk.id }, data: { state: 'CANCELLED', version: { increment: 1 } } })
  return ok({ value: { walkId: walk.id }, subject: walk.id, detail: { number: walk.number } })
})
