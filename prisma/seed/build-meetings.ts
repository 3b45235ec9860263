import { draftAgenda } from '@/lib/data/agenda-draft'
import { toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { instantOf } from '@/lib/data/week-picture'
import { freezeWeek } from '@/lib/data/week-snapshots'
import type { AgendaProposal } from '@/lib/domain/meeting/agenda'
import { defaultDue, TASK_TIERS } from '@/lib/domain/meeting/task-term'
import { currentWeek, DEFAULT_RHYTHM, type MeetingWeek, neighbourWeek } from '@/lib/domain/meeting/week'
import type { PlainDate } from '@/lib/domain/plain-date'
import { addWorkdays } from '@/lib/domain/work-calendar'
import type { AgendaItem } from '@/prisma/generated/client'
import type { Workshop } from './draft'
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
  FIX_DATE: '重报节点时间，不再改期',
}

/**
 * One in four of the latest decisions is not done yet, of the earlier ones fewer. To finish what was decided before is not
 * done while that is still open.
 */
const isDone = (code: AgendaProposal['code'], nth: number, weeksAgo: number): boolean =>
  code !== 'FINISH' && nth % 4 < (weeksAgo > 1 ? 3 : 2)

/** What a meeting decided about a topic, and what came of it by today. */
async function decide(tx: Tx, shop: Workshop, week: MeetingWeek, item: AgendaItem, nth: number, weeksAgo: number) {
  const { today, calendar, newId, districtId, officePersonId, officeUserId } = shop
  const issuedOn = week.meeting.on
  const tier = TASK_TIERS[nth % TASK_TIERS.length] ?? 'DISTRICT'
  const closedOn = addWorkdays(calendar, issuedOn, 2)
  const { code } = item.proposal as unknown as AgendaProposal
  const closed = isDone(code, nth, weeksAgo) && closedOn <= today
  const signedOn = addWorkdays(calendar, issuedOn, 1)
  const signed = signedOn <= today
  const id = newId()
  const [leadOrgId, ...supportIds] = item.orgIds
  await tx.task.create({
    data: {
      id,
      districtId,
      meetingId: item.meetingId,
      itemId: item.id,
      projectId: item.projectId,
      year: week.year,
      week: week.week,
      nth,
      text: TEXTS[code],
      tier,
      leadOrgId: leadOrgId ?? null,
      supportIds,
      ownerId: leadOrgId ? null : (item.personIds[0] ?? null),
      raisedById: officePersonId,
      issuedOn: toDb(issuedOn),
      dueOn: toDb(defaultDue(tier, issuedOn, calendar)),
      state: closed ? 'CLOSED' : signed ? 'IN_HAND' : 'TO_SIGN',
      result: closed ? '已按议定事项办结，资料在库' : null,
      closedOn: closed ? toDb(closedOn) : null,
      createdAt: instantOn(issuedOn, 30_000 + nth),
    },
  })
  const move = (
    kind: string,
    from: 'TO_SIGN' | 'IN_HAND' | 'REVIEW',
    to: 'IN_HAND' | 'REVIEW' | 'CLOSED',
    on: PlainDate,
  ) => ({
    id: newId(),
    taskId: id,
    kind,
    from,
    to,
    on: toDb(on),
    at: instantOn(on, 12_000 + nth),
    actorId: officeUserId,
  })
  await tx.taskMove.createMany({
    data: [
      ...(signed ? [move('SIGN', 'TO_SIGN', 'IN_HAND', signedOn)] : []),
      ...(closed ? [move('SUBMIT', 'IN_HAND', 'REVIEW', closedOn), move('CLOSE', 'REVIEW', 'CLOSED', closedOn)] : []),
    ],
  })
}

/** Holds the meeting of a week: the first topics were decided, the rest put off. */
async function hold(tx: Tx, shop: Workshop, week: MeetingWeek, meetingId: string, weeksAgo: number) {
  const items = await tx.agendaItem.findMany({ where: { meetingId }, orderBy: { position: 'asc' } })
  for (const [i, item] of items.entries()) {
    const decided = i < DISCUSSED
    await tx.agendaItem.update({ where: { id: item.id }, data: { state: decided ? 'DECIDED' : 'NEXT_TIME' } })
    if (decided) await decide(tx, shop, week, item, i + 1, weeksAgo)
  }
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
  const started = instantOf(week.meeting)
  await tx.meeting.update({
    where: { id: meetingId },
    data: {
      state: 'HELD',
      place: '区政府三楼会议室',
      sentAt: instantOf(week.send),
      startedAt: started,
      closedAt: new Date(started.getTime() + (48 + items.length) * 60_000),
    },
  })
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
    if (weeksAgo > 0) await hold(tx, shop, week, meetingId, weeksAgo)
  }
}
