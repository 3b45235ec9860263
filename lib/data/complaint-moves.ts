import 'server-only'
import type { Action, Actor } from '@/lib/domain/access'
import { type ComplaintMoveKind, complaintMoves, mergedInto, moveComplaint } from '@/lib/domain/complaint/move'
import { refusesRoute } from '@/lib/domain/complaint/routing'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import type { ComplaintMoveInput, ComplaintRelateInput, ComplaintRepeatInput } from '@/lib/schemas/complaint'
import type { Complaint, Prisma } from '@/prisma/generated/client'
import { bureauUnits, isGone, partsOf } from './complaint-people'
import { caseOfComplaint, columnsOfCase, keepMove, lockComplaintRow } from './complaint-record'
import { type AsOf, visibleComplaints } from './complaint-where'
import type { Tx } from './db'
import { addIssue } from './issue-entry'
import { loadLevelContext } from './level-context'
import { refreshProjects } from './levels'
import { inLedger } from './project-where'
import { visibleProjects } from './visible'
import { write } from './write'

/** What each move is in the policy. */
export const COMPLAINT_ACTIONS = {
  RECEIVE: 'complaint.receive',
  PASS: 'complaint.pass',
  RETURN: 'complaint.return',
  ASK_MORE: 'complaint.askMore',
  EXTEND: 'complaint.extend',
  DENY_MORE: 'complaint.denyMore',
  REPORT: 'complaint.report',
  ANSWER: 'complaint.answer',
  RATE: 'complaint.rate',
  ADD: 'complaint.add',
  URGE: 'complaint.urge',
  REVISIT: 'complaint.revisit',
  CLOSE: 'complaint.close',
  REDO: 'complaint.redo',
  REFUSE: 'complaint.refuse',
  NOTE: 'complaint.note',
} as const satisfies Record<ComplaintMoveKind, Action>

type Locked = Readonly<{ row: Complaint; parts: ReturnType<typeof partsOf>; asOf: AsOf }>

/** Locks a complaint of the actor's sight; err NOT_FOUND, CONFLICT with the version now. */
async function lockComplaint(
  tx: Tx,
  actor: Actor,
  { complaintId, version }: Pick<ComplaintMoveInput, 'complaintId' | 'version'>,
  today: PlainDate,
): Promise<Result<Locked>> {
  const { calendar } = await loadLevelContext(tx, actor.districtId, today)
  const asOf = { today, calendar }
  await lockComplaintRow(tx, complaintId)
  const row = await tx.complaint.findFirst({ where: { AND: [{ id: complaintId }, visibleComplaints(actor, asOf)] } })
  if (!row) return err({ code: 'NOT_FOUND' })
  if (row.version !== version) return err({ code: 'CONFLICT', version: row.version })
  const parts = partsOf(actor, row, await bureauUnits(tx, actor.districtId), await isGone(tx, row.leadOrgId))
  return ok({ row, parts, asOf })
}

/** Moves the actor may make about a complaint now; the writes decide again. */
export async function movesOfComplaint(tx: Tx, actor: Actor, row: Complaint, asOf: AsOf) {
  const parts = partsOf(actor, row, await bureauUnits(tx, actor.districtId), await isGone(tx, row.leadOrgId))
  return { parts, moves: complaintMoves(caseOfComplaint(row), { ...asOf, parts }) }
}

/** The unit whose people supervise the point of a complaint. */
export async function supervisorUnit(tx: Tx, pointId: string | null): Promise<string | null> {
  if (!pointId) return null
  const point = await tx.monitorPoint.findUnique({
    where: { id: pointId },
    select: { supervisor: { select: { orgId: true } } },
  })
  return point?.supervisor.orgId ?? null
}

/** A unit of the district, if it can take something. */
const unitThere = (tx: Tx, districtId: string, id: string) =>
  tx.org.findFirst({ where: { id, districtId, dissolvedOn: null }, select: { id: true, shortName: true } })

/** Units a move names that are not there. */
async function wrongUnit(tx: Tx, actor: Actor, { unitId, againstId }: ComplaintMoveInput) {
  for (const [field, id] of [
    ['unitId', unitId],
    ['againstId', againstId],
  ] as const)
    if (id && !(await unitThere(tx, actor.districtId, id))) return err({ code: 'UNIT_DISSOLVED', field })
  return null
}

const GOOD = { yes: true, no: false, unknown: null } as const

/** A move of a complaint as a write: policy, lock, version, whose move it is, `moveComplaint`, its line in the history. */
const moving = (kind: ComplaintMoveKind) =>
  write(COMPLAINT_ACTIONS[kind], async (tx, actor, input: ComplaintMoveInput, today) => {
    const locked = await lockComplaint(tx, actor, input, today)
    if (!locked.ok) return locked
    const { row, parts, asOf } = locked.value
    const missing = await wrongUnit(tx, actor, input)
    if (missing) return missing
    // Nobody's word is guessed.
    if (kind === 'REVISIT' && !input.good) return err({ code: 'COMPLAINT_RATING_MISSING', field: 'good' })
    const before = caseOfComplaint(row)
    const good = input.good ? GOOD[input.good] : null
    const moved = moveComplaint(
      before,
      {
        kind,
        on: today,
        unitId: input.unitId ?? null,
        againstId: kind === 'RECEIVE' ? (input.againstId ?? null) : null,
        supervisorUnitId: kind === 'PASS' ? await supervisorUnit(tx, row.pointId) : null,
        text: input.text,
        rating: input.rating ?? null,
        good,
      },
      { ...asOf, parts },
    )
    if (!moved.ok) return moved
    const after = { ...before, ...moved.value }
    await tx.complaint.update({
      where: { id: row.id },
      data: {
        ...columnsOfCase(after, asOf.calendar),
        // Whoever accepts it says what it is about, once he has read it.
        ...(kind === 'RECEIVE' && input.kind ? { kind: input.kind } : {}),
        version: { increment: 1 },
      },
    })
    const said = {
      text: input.text,
      rating: kind === 'RATE' ? after.rating : null,
      good: kind === 'REVISIT' ? good : null,
    }
    await keepMove(tx, row.id, kind, before, after, said, today, actor.userId)
    return ok({
      // Whoever has just read that it is about his own unit reads no more of it.
      value: {
        complaintId: row.id,
        number: row.number,
        handedOver: after.againstId !== null && after.againstId === actor.orgId,
      },
      subject: row.id,
      ...(row.projectId ? { projectId: row.projectId } : {}),
      detail: { number: row.number, before: before.state, after: after.state },
    })
  })

/** Accepts what came in 受理, and says which unit it is about. @returns err NOT_FOUND, CONFLICT, UNIT_DISSOLVED, and those of `moveComplaint` */
export const receiveComplaint = moving('RECEIVE')
/** Says why it is not taken up 不予受理; whoever said it reads the reason. @returns as `receiveComplaint` */
export const refuseComplaint = moving('REFUSE')
/** Passes it to the unit that handles it 转办; never to the one it is about. @returns as `receiveComplaint` */
export const passComplaint = moving('PASS')
/** Gives back what is not the unit's own, within five days 退回. @returns as `receiveComplaint` */
export const returnComplaint = moving('RETURN')
/** Asks for thirty days more, once 申请延期. @returns as `receiveComplaint` */
export const askMoreForComplaint = moving('ASK_MORE')
/** Grants them 同意延期. @returns as `receiveComplaint` */
export const extendComplaint = moving('EXTEND')
/** Does not grant them 不同意延期. @returns as `receiveComplaint` */
export const denyMoreForComplaint = moving('DENY_MORE')
/** Tells whoever said it how far it is 告知进展. @returns as `receiveComplaint` */
export const reportOnComplaint = moving('REPORT')
/** The unit's answer, as whoever said it reads it 答复. @returns as `receiveComplaint` */
export const answerComplaint = moving('ANSWER')
/** Keeps what whoever said it told who asked him 回访. @returns as `receiveComplaint` */
export const revisitComplaint = moving('REVISIT')
/** Strikes off what is done with 销号. @returns as `receiveComplaint` */
export const closeComplaint = moving('CLOSE')
/** Has it handled anew 重办. @returns as `receiveComplaint` */
export const redoComplaint = moving('REDO')
/** A word between offices, never shown to whoever said it 内部记录. @returns as `receiveComplaint` */
export const noteOnComplaint = moving('NOTE')
/** An enterprise gives stars to the answer 评价. @returns as `receiveComplaint` */
export const rateOwnComplaint = moving('RATE')
/** An enterprise adds to what it said 补充. @returns as `receiveComplaint` */
export const addToOwnComplaint = moving('ADD')
/** An enterprise urges 催办. @returns as `receiveComplaint` */
export const urgeOwnComplaint = moving('URGE')

type Surely = Readonly<{ row: Complaint; asOf: AsOf }>

/** As `lockComplaint`, for whoever leads it. */
async function lockToSteer(
  tx: Tx,
  actor: Actor,
  action: Action,
  input: Pick<ComplaintMoveInput, 'complaintId' | 'version'>,
  today: PlainDate,
): Promise<Result<Surely>> {
  const locked = await lockComplaint(tx, actor, input, today)
  if (!locked.ok) return locked
  const { row, parts, asOf } = locked.value
  if (!parts.has('STEER')) return err({ code: 'FORBIDDEN', action })
  const early = action === 'complaint.relate' && row.state === 'FILED'
  if (early || row.state === 'REFUSED')
    return err({ code: 'COMPLAINT_MOVE_ILLEGAL', move: early ? 'RELATE' : 'REPEAT', state: row.state })
  return ok({ row, asOf })
}

const bump = (tx: Tx, id: string, data: Prisma.ComplaintUncheckedUpdateInput) =>
  tx.complaint.update({ where: { id }, data: { ...data, version: { increment: 1 } } })

/** Whether the district's problems are given out by people of a unit. */
const givesOut = async (tx: Tx, orgId: string): Promise<boolean> =>
  (await tx.user.count({ where: { orgId, role: 'OFFICE', disabledAt: null } })) > 0

/**
 * Says which project a complaint belongs to 关联项目: it becomes a problem of that project, of source 监测点, with the unit that
 * handles it. How to reach whoever said it stays here. Of one about the very unit that gives problems out none is made.
 *
 * @returns err NOT_FOUND, CONFLICT, FORBIDDEN, COMPLAINT_MOVE_ILLEGAL, COMPLAINT_PROJECT_MISSING, COMPLAINT_RELATED,
 *          COMPLAINT_RELATE_OFFICE
 */
export const relateComplaint = write('complaint.relate', async (tx, actor, input: ComplaintRelateInput, today) => {
  const locked = await lockToSteer(tx, actor, 'complaint.relate', input, today)
  if (!locked.ok) return locked
  const { row } = locked.value
  if (row.issueId) return err({ code: 'COMPLAINT_RELATED' })
  const project = input.projectId
    ? await tx.project.findFirst({
        where: { AND: [visibleProjects(actor), inLedger, { id: input.projectId }] },
        select: { id: true, name: true, enterpriseId: true },
      })
    : null
  if (!project) return err({ code: 'COMPLAINT_PROJECT_MISSING', field: 'projectId' })
  // Whoever gives problems out would have to leave this one lie: it stays with who leads the complaint.
  if (row.againstOrgId && (await givesOut(tx, row.againstOrgId))) return err({ code: 'COMPLAINT_RELATE_OFFICE' })
  const supervisorUnitId = await supervisorUnit(tx, row.pointId)
  const lead = row.leadOrgId
  const route = { againstId: row.againstOrgId, supervisorUnitId }
  await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ${project.id}::uuid FOR UPDATE`
  const issue = await addIssue(
    tx,
    actor,
    {
      source: 'MONITOR_POINT',
      tier: 'DEPARTMENT',
      text: `${row.text}（${row.place}）`,
      about: { projectId: project.id, procedureId: null, enterpriseId: project.enterpriseId },
      unitId: lead && refusesRoute(lead, route) === null ? lead : null,
    },
    today,
  )
  await bump(tx, row.id, { projectId: project.id, issueId: issue.id })
  const stands = caseOfComplaint(row)
  await keepMove(tx, row.id, 'RELATE', stands, stands, { text: project.name }, today, actor.userId)
  await refreshProjects(tx, [project.id], today, 'FACT', actor.userId)
  return ok({
    value: { complaintId: row.id, issueId: issue.id },
    subject: row.id,
    projectId: project.id,
    detail: { number: row.number, issue: issue.number },
  })
})

/**
 * Says that the same was said before 重复件, by the number of what came first. What nobody took up yet goes on with that one, and is
 * not handled a second time.
 *
 * @returns err NOT_FOUND, CONFLICT, FORBIDDEN, COMPLAINT_MOVE_ILLEGAL, COMPLAINT_NUMBER_UNKNOWN
 */
export const markRepeat = write('complaint.repeat', async (tx, actor, input: ComplaintRepeatInput, today) => {
  const locked = await lockToSteer(tx, actor, 'complaint.repeat', input, today)
  if (!locked.ok) return locked
  const { row, asOf } = locked.value
  const first = await tx.complaint.findFirst({
    where: { AND: [visibleComplaints(actor, asOf), { number: input.of, filedOn: { lte: row.filedOn } }] },
    select: { id: true, number: true, state: true, repeatOfId: true, repeatOf: { select: { number: true } } },
  })
  // A later one, or the other way round, would go in a circle.
  const fresh = row.state === 'FILED'
  const over = fresh && first?.state === 'REFUSED' && first.repeatOfId === null
  if (!first || first.id === row.id || input.of >= row.number || over)
    return err({ code: 'COMPLAINT_NUMBER_UNKNOWN', field: 'of', number: input.of })
  const stands = caseOfComplaint(row)
  const after = { ...stands, ...(fresh ? mergedInto(first.repeatOf?.number ?? first.number, today) : {}) }
  await bump(tx, row.id, {
    ...(fresh ? columnsOfCase(after, asOf.calendar) : {}),
    repeatOfId: first.repeatOfId ?? first.id,
  })
  await keepMove(tx, row.id, 'REPEAT', stands, after, { text: String(input.of) }, today, actor.userId)
  return ok({
    value: { complaintId: row.id },
    subject: row.id,
    detail: { number: row.number, of: input.of },
  })
})
