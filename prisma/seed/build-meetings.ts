import { draftAgenda } from '@/lib/data/agenda-draft'
import { toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { draftPaperOf, sealPaper } from '@/lib/data/paper-writes'
import { instantOf } from '@/lib/data/week-picture'
import { freezeWeek } from '@/lib/data/week-snapshots'
import type { AgendaProposal } from '@/lib/domain/meeting/agenda'
import { PAPER_KINDS } from '@/lib/domain/meeting/paper'
import { defaultDue, TASK_TIERS } from '@/lib/domain/meeting/task-term'
import { currentWeek, DEFAULT_RHYTHM, type MeetingWeek, neighbourWeek } from '@/lib/domain/meeting/week'
import type { PlainDate } from '@/lib/domain/plain-date'
import { addWorkdays } from '@/lib/domain/work-calendar'
import { paperReason } from '@/lib/i18n/paper-reason'
import type { AgendaItem } from '@/prisma/generated/client'
import type { Workshop } from './draft'
import { type Plot, tellTask } from './task-story'
import { instantOn } from './timeline'

/** Meetings that were held before the one that is being prepared. */
const HELD = 2
/** What a meeting got through; the rest was put off. */
const DISCUSSED = 9

const TEXTS: Readonly<Record<AgendaProposal['code'], string>> = {
  FINISH: '抓紧办结上次交办事项，每日报进度',
  CLEAR: '会同项目单位逐项核对材料，限期办结',
  ANSWER: '书面说明进展和办结时间',
  SETTLE: '现场协调，提出解决办法',
  SUPPLY: '落实要素缺口',
  CONFIRM: '核对开工条件，按期开工',
  RENEW: '办理证照延续',
  SIGN_OFF: '确认销号，或者退回重办',
  FIX_DATE: '重报节点时间，不再改期',
}

/** How the decisions of the last two meetings went on, by the weeks since and their place; the others were done. */
const PLOTS: Readonly<Record<number, Readonly<Record<number, Plot>>>> = {
  1: { 1: 'REVIEW', 2: 'ASKS', 3: 'WITHDRAWN', 4: 'REPORTED', 5: 'OBJECTED', 6: 'CLOSED' },
  2: { 2: 'SUSPENDED', 3: 'IN_HAND' },
}

/** To finish what was decided before is not done while that is still open. */
const plotOf = (code: AgendaProposal['code'], nth: number, weeksAgo: number): Plot =>
  PLOTS[weeksAgo]?.[nth] ?? (code === 'FINISH' ? 'IN_HAND' : 'CLOSED')

type Decided = Readonly<{
  meetingId: string
  itemId: string | null
  projectId: string | null
  nth: number
  text: string
  tier: (typeof TASK_TIERS)[number]
  orgIds: readonly string[]
  personIds: readonly string[]
  raisedById: string
}>

/** A procedure of the project that can prove a result: the last one that was finished. */
const proofOf = (tx: Tx, projectId: string | null) =>
  projectId === null
    ? null
    : tx.procedure.findFirst({
        where: { projectId, state: { in: ['DONE', 'DONE_TOL'] } },
        orderBy: [{ finishedOn: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
        select: { id: true },
      })

const unitOf = async (tx: Tx, personId: string | undefined) =>
  personId ? (await tx.person.findUnique({ where: { id: personId } }))?.orgId : null

/** What the slips of a task said when they were issued. */
async function saidOn(
  tx: Tx,
  task: Readonly<{ text: string; dueOn: PlainDate; orgIds: readonly string[]; ownerId: string | null }>,
) {
  const units = await tx.org.findMany({
    where: { id: { in: [...task.orgIds] } },
    select: { id: true, shortName: true },
  })
  const owner = task.ownerId ? await tx.person.findUnique({ where: { id: task.ownerId } }) : null
  return {
    issuedText: task.text,
    issuedDueOn: toDb(task.dueOn),
    issuedUnits: task.orgIds.flatMap((id) => units.find((unit) => unit.id === id)?.shortName ?? []),
    issuedOwner: owner?.name ?? null,
  }
}

/** Writes a decision with everything that became of it by today. */
async function writeTask(tx: Tx, shop: Workshop, week: MeetingWeek, decided: Decided, wanted: Plot) {
  const { today, calendar, newId, districtId, officePersonId, officeUserId } = shop
  const issuedOn = week.meeting.on
  const dueOn = defaultDue(decided.tier, issuedOn, calendar)
  const { meetingId, itemId, projectId, nth, text, tier, orgIds, personIds, raisedById } = decided
  const [leadOrgId, ...supportIds] = orgIds
  const proof = await proofOf(tx, projectId)
  const done = wanted === 'CLOSED' || wanted === 'REVIEW'
  const told = tellTask(done && !proof ? 'IN_HAND' : wanted, { issuedOn, dueOn, today, calendar })
  const receiver = leadOrgId
    ? await tx.user.findFirst({ where: { orgId: leadOrgId, disabledAt: null }, orderBy: { username: 'asc' } })
    : null
  const id = newId()
  const day = (value: PlainDate | null) => value && toDb(value)
  await tx.task.create({
    data: {
      id,
      districtId,
      meetingId,
      itemId,
      projectId,
      year: week.year,
      week: week.week,
      nth,
      text,
      tier,
      leadOrgId: leadOrgId ?? null,
      supportIds,
      ownerId: leadOrgId ? null : (personIds[0] ?? null),
      raisedById,
      issuedOn: toDb(issuedOn),
      dueOn: toDb(dueOn),
      state: told.state,
      askedUntilOn: day(told.askedUntilOn),
      objectedOn: day(told.objectedOn),
      submittedOn: day(told.submittedOn),
      result: told.result,
      procedureId: told.result ? (proof?.id ?? null) : null,
      closedOn: day(told.closedOn),
      createdAt: instantOn(issuedOn, 30_000 + nth),
    },
  })
  if (itemId)
    await tx.decision.create({
      data: {
        id: newId(),
        meetingId,
        itemId,
        position: nth,
        text,
        tier,
        // Who is named only in person acts for the unit he belongs to.
        leadOrgId: leadOrgId ?? (await unitOf(tx, personIds[0])),
        supportIds,
        dueOn: toDb(dueOn),
        typedById: officePersonId,
        taskId: id,
        createdAt: instantOn(issuedOn, 29_000 + nth),
        updatedAt: instantOn(issuedOn, 29_000 + nth),
      },
    })
  await tx.taskMove.createMany({
    data: told.steps.map(({ on, by, untilOn, ...step }, i) => ({
      ...step,
      id: newId(),
      taskId: id,
      untilOn: untilOn ? toDb(untilOn) : null,
      on: toDb(on),
      at: instantOn(on, 12_000 + nth * 20 + i),
      actorId: by === 'OFFICE' ? officeUserId : (receiver?.id ?? officeUserId),
    })),
  })
  const said = await saidOn(tx, { text, dueOn, orgIds, ownerId: leadOrgId ? null : (personIds[0] ?? null) })
  await tx.slip.createMany({
    data: told.papers.map(({ kind, draftedOn, issuedOn: issued, repliedOn }) => ({
      id: newId(),
      taskId: id,
      kind,
      draftedOn: toDb(draftedOn),
      issuedOn: day(issued),
      issuedById: issued ? officeUserId : null,
      ...(issued ? said : {}),
      replyDueOn: issued ? toDb(addWorkdays(calendar, issued, 1)) : null,
      repliedAt: repliedOn ? instantOn(repliedOn, 12_000 + nth * 20) : null,
      closedOn: day(told.endedOn),
    })),
  })
}

/** What a meeting decided about a topic, and what came of it by today. */
async function decide(tx: Tx, shop: Workshop, week: MeetingWeek, item: AgendaItem, nth: number, weeksAgo: number) {
  const { code } = item.proposal as unknown as AgendaProposal
  const { meetingId, projectId, orgIds, personIds } = item
  const decided = {
    meetingId,
    itemId: item.id,
    projectId,
    nth,
    text: TEXTS[code],
    tier: TASK_TIERS[nth % TASK_TIERS.length] ?? 'DISTRICT',
    orgIds,
    personIds,
    // What a steward could not settle and raised is his to confirm.
    raisedById: item.rule === 'RAISED' ? (personIds[0] ?? shop.officePersonId) : shop.officePersonId,
  } as const
  await writeTask(tx, shop, week, decided, plotOf(code, nth, weeksAgo))
}

/** One more for the demo's own handler and steward, just handed out: who tries the product finds something to do. */
async function decideForDemo(tx: Tx, shop: Workshop, week: MeetingWeek, meetingId: string, nth: number) {
  const [agency, steward] = await Promise.all(
    ['agency', 'steward'].map((username) => tx.user.findUniqueOrThrow({ where: { username } })),
  )
  if (!agency?.orgId || !steward) return
  const project = await tx.project.findFirst({
    where: {
      districtId: shop.districtId,
      status: 'ACTIVE',
      stewards: { some: { toOn: null, personId: steward.personId } },
      procedures: { some: { agencyId: agency.orgId } },
    },
    orderBy: { number: 'asc' },
    select: { id: true },
  })
  if (!project) return
  const decided = {
    meetingId,
    itemId: null,
    projectId: project.id,
    nth,
    text: '牵头梳理手续堵点，列出办理清单和时间',
    tier: 'DISTRICT',
    orgIds: [agency.orgId],
    personIds: [],
    raisedById: steward.personId,
  } as const
  await writeTask(tx, shop, week, decided, 'TO_SIGN')
}

/** Holds the meeting of a week: the first topics were decided, the rest put off. */
async function hold(tx: Tx, shop: Workshop, week: MeetingWeek, meetingId: string, weeksAgo: number) {
  const items = await tx.agendaItem.findMany({ where: { meetingId }, orderBy: { position: 'asc' } })
  for (const [i, item] of items.entries()) {
    const decided = i < DISCUSSED
    await tx.agendaItem.update({ where: { id: item.id }, data: { state: decided ? 'DECIDED' : 'NEXT_TIME' } })
    if (decided) await decide(tx, shop, week, item, i + 1, weeksAgo)
  }
  if (weeksAgo === 1) await decideForDemo(tx, shop, week, meetingId, Math.min(DISCUSSED, items.length) + 1)
  const invited = (ids: readonly string[], key: 'orgId' | 'personId') =>
    [...new Set(ids)].sort().map((id) => ({ id: shop.newId(), meetingId, [key]: id, state: 'PRESENT' as const }))
  await tx.attendance.createMany({
    data: [
      ...invited(
        items.flatMap((item) => item.orgIds),
        'orgId',
      ),
      ...invited(
        items.flatMap((item) => item.personIds),
        'personId',
      ),
    ],
  })
  const away = await tx.attendance.findFirst({ where: { meetingId, orgId: { not: null } }, orderBy: { id: 'desc' } })
  if (away) await tx.attendance.update({ where: { id: away.id }, data: { state: 'LEAVE', note: '参加市里会议' } })
  const leader = await tx.user.findFirst({
    where: { districtId: shop.districtId, role: 'LEADER' },
    orderBy: { username: 'asc' },
  })
  const started = instantOf(week.meeting)
  await tx.meeting.update({
    where: { id: meetingId },
    data: {
      state: 'HELD',
      place: '区政府三楼会议室',
      chairId: leader?.personId ?? null,
      sentAt: instantOf(week.send),
      startedAt: started,
      closedAt: new Date(started.getTime() + (48 + items.length) * 60_000),
    },
  })
}

/** Signs the minutes and the brief of a week that was held, two hours after it was over. */
async function sign(tx: Tx, shop: Workshop, meetingId: string): Promise<void> {
  const meeting = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId } })
  const at = new Date((meeting.closedAt ?? meeting.builtAt).getTime() + 2 * 3_600_000)
  for (const kind of PAPER_KINDS) {
    const drafted = await draftPaperOf(tx, meeting, kind, paperReason, { id: shop.newId(), at })
    if (!drafted.ok) throw new Error(`no ${kind} of ${meeting.week}: ${drafted.error.code}`)
    await sealPaper(tx, drafted.value.paper, shop.officePersonId, at)
  }
}

/**
 * The last weeks as the product would have kept them: each frozen at its line, two meetings held with what they decided,
 * and the draft of the one that comes next.
 */
export async function writeMeetings(tx: Tx, shop: Workshop): Promise<void> {
  const { districtId, calendar, newId } = shop
  const weeks = [currentWeek({ on: shop.today, hour: 0 }, DEFAULT_RHYTHM, calendar)]
  for (let i = 0; i <= HELD; i++) {
    const [first] = weeks
    if (first) weeks.unshift(neighbourWeek(first, -1, DEFAULT_RHYTHM, calendar))
  }
  for (const [i, week] of weeks.entries()) {
    await freezeWeek(tx, districtId, week, newId())
    // The first one is there to be compared with.
    if (i === 0) continue
    const drafted = await draftAgenda(tx, districtId, week, newId)
    if (!drafted.ok) throw new Error(`no agenda of ${week.weekOf}: ${drafted.error.code}`)
    const { meetingId } = drafted.value
    await tx.meeting.update({ where: { id: meetingId }, data: { builtAt: instantOf(week.agenda) } })
    const weeksAgo = weeks.length - 1 - i
    if (weeksAgo > 0) {
      await hold(tx, shop, week, meetingId, weeksAgo)
      await sign(tx, shop, meetingId)
    }
  }
}

/** The draft of the coming meeting once more, when everything else has been told: as the rules propose it from all of it. */
export async function redraftComing(tx: Tx, { districtId, calendar, newId, today }: Workshop): Promise<void> {
  const week = currentWeek({ on: today, hour: 0 }, DEFAULT_RHYTHM, calendar)
  const drafted = await draftAgenda(tx, districtId, week, newId)
  if (!drafted.ok) throw new Error(`no agenda of ${week.weekOf}: ${drafted.error.code}`)
  const { meetingId } = drafted.value
  await tx.meeting.update({ where: { id: meetingId }, data: { builtAt: instantOf(week.agenda) } })
}
