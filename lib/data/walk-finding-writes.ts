import 'server-only'
import type { Action, Actor } from '@/lib/domain/access'
import { err, ok, type Result } from '@/lib/domain/result'
import { costAt, type FindingMoveKind, metAt, moveFinding, type SecondWalk, type WalkCost } from '@/lib/domain/walk'
import { mayMoveFinding } from '@/lib/domain/walk-parts'
import type { FindingMoveInput } from '@/lib/schemas/walk'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, dbDayOrNull, fromDb, toDb } from './date'
import type { Tx } from './db'
import { costsOf, standingFinding, stepColumns, visibleFindings } from './walk-rows'
import { mendingUnits } from './walk-writes'
import { write } from './write'

/** Whether nobody of a unit can sign in, as its columns say. */
export const ownerColumns = {
  id: true,
  shortName: true,
  users: { where: { disabledAt: null }, select: { id: true }, take: 1 },
} satisfies Prisma.OrgSelect

const lockedColumns = {
  id: true,
  version: true,
  state: true,
  step: true,
  walkId: true,
  walk: { select: { code: true, days: true, steps: { select: stepColumns } } },
  owner: { select: ownerColumns },
  dueOn: true,
  submittedOn: true,
  result: true,
  createdAt: true,
  beforeDays: true,
  beforePapers: true,
  beforeTrips: true,
  afterDays: true,
  afterPapers: true,
  afterTrips: true,
} satisfies Prisma.WalkFindingSelect
type LockedFinding = Prisma.WalkFindingGetPayload<{ select: typeof lockedColumns }>

/** Locks a finding of the actor's sight; err NOT_FOUND, FORBIDDEN, CONFLICT with the version now. */
async function lockFinding(
  tx: Tx,
  actor: Actor,
  { action, kind }: Readonly<{ action: Action; kind: FindingMoveKind }>,
  input: FindingMoveInput,
): Promise<Result<LockedFinding>> {
  await tx.$queryRaw`SELECT 1 FROM "WalkFinding" WHERE id = ${input.findingId}::uuid FOR UPDATE`
  const finding = await tx.walkFinding.findFirst({
    where: { AND: [visibleFindings(actor), { id: input.findingId }] },
    select: lockedColumns,
  })
  if (!finding) return err({ code: 'NOT_FOUND' })
  const { owner } = finding
  if (!mayMoveFinding(actor, kind, owner.id, owner.users.length === 0)) return err({ code: 'FORBIDDEN', action })
  return finding.version === input.version ? ok(finding) : err({ code: 'CONFLICT', version: finding.version })
}

/** Steps of the findings of a walk that were found before one: what they measure it does not. */
export async function earlierSteps(
  tx: Tx,
  { id, walkId, createdAt }: Readonly<{ id: string; walkId: string; createdAt: Date }>,
): Promise<(string | null)[]> {
  const rows = await tx.walkFinding.findMany({
    where: { walkId, ...standingFinding, OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] },
    select: { step: true },
  })
  return rows.map(({ step }) => step)
}

/** The walk that shall prove it, with what the same step costs on it. */
async function secondWalk(
  tx: Tx,
  actor: Actor,
  finding: LockedFinding,
  walkId: string | undefined,
): Promise<Readonly<{ second: SecondWalk; cost: WalkCost }> | null> {
  const walk =
    walkId &&
    (await tx.walk.findFirst({
      where: { districtId: actor.districtId, id: walkId },
      select: { id: true, code: true, on: true, state: true, days: true, steps: { select: stepColumns } },
    }))
  if (!walk) return null
  const second = { ...walk, on: fromDb(walk.on), done: walk.state === 'DONE' }
  return { second, cost: costAt(second, finding.step, await earlierSteps(tx, finding)) }
}

/** A move of a finding as a write: policy, lock, version, `moveFinding`. */
const moving = (action: Action, kind: FindingMoveKind) =>
  write(action, async (tx, actor, input: FindingMoveInput, today) => {
    const locked = await lockFinding(tx, actor, { action, kind }, input)
    if (!locked.ok) return locked
    const row = locked.value
    const proof = kind === 'CLOSE' ? await secondWalk(tx, actor, row, input.walkId) : null
    const typed = input.after
    const moved = moveFinding(
      {
        state: row.state,
        walkId: row.walkId,
        code: row.walk.code,
        submittedOn: dayOrNull(row.submittedOn),
        result: row.result,
        before: costsOf(row).before,
        met: metAt(row.walk, row.step),
      },
      {
        kind,
        on: today,
        measure: input.measure ?? null,
        text: input.text,
        second: proof?.second ?? null,
        metAgain: proof ? metAt(proof.second, row.step) : undefined,
        confirm: input.confirm,
        after: proof && {
          days: typed.days ?? proof.cost.days,
          papers: typed.papers ?? proof.cost.papers,
          trips: typed.trips ?? proof.cost.trips,
        },
      },
    )
    if (!moved.ok) return moved
    const change = moved.value
    const to = kind === 'ASSIGN' ? await assigned(tx, actor, row, input) : null
    if (to && !to.ok) return to
    const dueOn = to?.value.dueOn ?? (kind === 'RETURN' ? input.dueOn : undefined)
    if (dueOn && dueOn < today) return err({ code: 'FINDING_DUE_PAST', field: 'dueOn' })
    await tx.walkFinding.update({
      where: { id: row.id },
      data: {
        state: change.state,
        measure: change.measure,
        result: change.result,
        ...(change.submittedOn !== undefined && { submittedOn: dbDayOrNull(change.submittedOn) }),
        ...(change.after && {
          afterDays: change.after.days,
          afterPapers: change.after.papers,
          afterTrips: change.after.trips,
        }),
        verifiedById: change.verifiedById,
        closedOn: change.closedOn && toDb(change.closedOn),
        ...(to && { ownerId: to.value.ownerId }),
        ...(dueOn && { dueOn: toDb(dueOn) }),
        version: { increment: 1 },
      },
    })
    await tx.walkFindingMove.create({
      data: {
        findingId: row.id,
        kind,
        from: row.state,
        to: change.state,
        text: input.text || null,
        ownerId: to?.value.ownerId ?? null,
        dueOn: dbDayOrNull(dueOn),
        walkId: change.verifiedById ?? null,
        on: toDb(today),
        actorId: actor.userId,
      },
    })
    return ok({
      value: { findingId: row.id },
      subject: row.id,
      detail: { before: row.state, after: change.state, ...(input.text && { reason: input.text }) },
    })
  })

/** Whose it is from now on, and by when; err UNIT_MISSING, FINDING_SAME where nothing changes. */
async function assigned(tx: Tx, { districtId }: Actor, row: LockedFinding, input: FindingMoveInput) {
  const ownerId = input.ownerId ?? row.owner.id
  const unit = await tx.org.findFirst({ where: { AND: [mendingUnits(districtId), { id: ownerId }] } })
  if (!unit) return err({ code: 'UNIT_MISSING', field: 'ownerId' })
  const dueOn = input.dueOn ?? fromDb(row.dueOn)
  return ownerId === row.owner.id && dueOn === fromDb(row.dueOn)
    ? err({ code: 'FINDING_SAME', field: 'ownerId' })
    : ok({ ownerId, dueOn: input.dueOn })
}

/** Begins to mend it, and says how 开始整改. @returns err NOT_FOUND, FORBIDDEN, CONFLICT, FINDING_MOVE_ILLEGAL, FINDING_MEASURE_MISSING */
export const startFinding = moving('finding.start', 'START')

/** Says that it is mended, and what was done 提交验证. @returns as `startFinding`, and FINDING_TEXT_MISSING */
export const submitFinding = moving('finding.submit', 'SUBMIT')

/** Gives it back: it is not mended 退回. @returns as `submitFinding`, and FINDING_DUE_PAST */
export const returnFinding = moving('finding.return', 'RETURN')

/** Gives it to another unit, or another day 改派. @returns as `startFinding`, and UNIT_MISSING, FINDING_SAME, FINDING_DUE_PAST */
export const assignFinding = moving('finding.assign', 'ASSIGN')

/** Strikes it off by a second walk 复走销号. @returns as `moveFinding` */
export const closeFinding = moving('finding.close', 'CLOSE')
