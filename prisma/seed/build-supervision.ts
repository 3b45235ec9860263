import { dbDayOrNull, toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { supervisionSearchText } from '@/lib/data/search-text'
import type { PlainDate } from '@/lib/domain/plain-date'
import { moveSlip, type SlipCase, type SlipChange, type SlipSource } from '@/lib/domain/supervision/slip'
import { usualSlipDue } from '@/lib/domain/supervision/term'
import { addWorkdays } from '@/lib/domain/work-calendar'
import type { Prisma } from '@/prisma/generated/client'
import type { Workshop } from './draft'
import { TOLD_SLIPS, type ToldSlip } from './supervision-plots'
import { instantOn, lastWorkday } from './timeline'
import { DEMO_AGENCY } from './units'

/** Something a slip can be about, with the unit that has it. */
type Matter = Readonly<{ id: string; unitId: string; projectId: string | null }>
type Matters = Readonly<Record<Exclude<SlipSource, 'RELEASE'>, readonly Matter[]>>

const held = (rows: readonly Readonly<{ id: string; projectId: string | null; unitId: string | null }>[]): Matter[] =>
  rows.flatMap(({ id, projectId, unitId }) => (unitId ? [{ id, projectId, unitId }] : []))

/** What is late or was complained of in the district, in an order that stays. */
async function mattersOf(tx: Tx, districtId: string, today: PlainDate): Promise<Matters> {
  const complaints = await tx.complaint.findMany({
    where: { districtId, leadOrgId: { not: null }, state: { in: ['IN_HAND', 'ANSWERED', 'CLOSED'] } },
    select: { id: true, projectId: true, leadOrgId: true },
    orderBy: { number: 'asc' },
  })
  const procedures = await tx.procedure.findMany({
    where: { districtId, level: { in: ['RED', 'YELLOW'] }, levelOwner: 'AGENCY', agencyId: { not: null } },
    select: { id: true, projectId: true, agencyId: true },
    orderBy: [{ level: 'desc' }, { dueOn: 'asc' }, { id: 'asc' }],
  })
  const issues = await tx.issue.findMany({
    where: {
      districtId,
      leadOrgId: { not: null },
      state: { in: ['IN_HAND', 'IN_PROGRESS'] },
      dueOn: { lt: toDb(today) },
    },
    select: { id: true, projectId: true, leadOrgId: true },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  const tasks = await tx.task.findMany({
    where: { districtId, leadOrgId: { not: null }, state: { in: ['IN_HAND', 'REPORTED'] }, dueOn: { lt: toDb(today) } },
    select: { id: true, projectId: true, leadOrgId: true },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  const led = <T extends { leadOrgId: string | null }>(rows: readonly T[]) =>
    rows.map((row) => ({ ...row, unitId: row.leadOrgId }))
  return {
    COMPLAINT: held(led(complaints)),
    PROCEDURE: held(procedures.map((row) => ({ ...row, unitId: row.agencyId }))),
    ISSUE: held(led(issues)),
    TASK: held(led(tasks)),
  }
}

const KEY = { COMPLAINT: 'complaintId', PROCEDURE: 'procedureId', ISSUE: 'issueId', TASK: 'taskId' } as const

/** Slips of the commission 跟踪督办: each told step is decided by the rules, so that nothing stands here the product would refuse. */
export async function writeSupervision(tx: Tx, shop: Workshop): Promise<void> {
  const { districtId, today, calendar, newId, orgIds } = shop
  const commission = await tx.user.findFirst({
    where: { districtId, role: 'DISCIPLINE' },
    select: { id: true, person: { select: { id: true } } },
  })
  if (!commission) return
  const units = await tx.org.findMany({
    where: { districtId },
    select: {
      id: true,
      shortName: true,
      users: {
        where: { disabledAt: null, role: { in: ['AGENCY', 'AGENCY_HEAD', 'STREET', 'BIZENV'] } },
        select: { id: true },
        orderBy: { role: 'asc' },
        take: 1,
      },
    },
  })
  const unitOf = new Map(units.map((unit) => [unit.id, unit]))
  const demo = orgIds.get(DEMO_AGENCY)
  const matters = await mattersOf(tx, districtId, today)
  const used = new Set<string>()
  const last = lastWorkday(calendar, today)
  const slips: Prisma.SupervisionSlipCreateManyInput[] = []
  const moves: Prisma.SupervisionMoveCreateManyInput[] = []

  /** What a told slip is about: of what there is, the first nobody has been told of. */
  function subjectOf({ source, unit }: ToldSlip): Readonly<{ unitId: string; matter: Matter | null }> | null {
    if (source === 'RELEASE') {
      const unitId = unit === 'DEMO' ? demo : orgIds.get(unit ?? '')
      return unitId ? { unitId, matter: null } : null
    }
    const free = matters[source].filter(({ id }) => !used.has(id))
    const silent = ({ unitId }: Matter) => unitOf.get(unitId)?.users.length === 0
    const matter =
      unit === 'DEMO'
        ? free.find(({ unitId }) => unitId === demo)
        : (free.find((one) => silent(one) === (unit === 'SILENT') && one.unitId !== demo) ?? free[0])
    if (!matter) return null
    used.add(matter.id)
    return { unitId: matter.unitId, matter }
  }

  function tell(told: ToldSlip): void {
    const subject = subjectOf(told)
    if (!subject) return
    const { unitId, matter } = subject
    const id = newId()
    const number = slips.length + 1
    const issuedOn = addWorkdays(calendar, last, -told.ago)
    const line = (
      nth: number,
      kind: string,
      on: PlainDate,
      to: SlipCase['state'],
      more: Partial<Prisma.SupervisionMoveCreateManyInput>,
    ) =>
      moves.push({
        id: newId(),
        slipId: id,
        nth,
        kind,
        to,
        on: toDb(on),
        at: instantOn(on, 32_000 + 60 * number + nth),
        actorId: commission?.id ?? null,
        ...more,
      })
    const dueOn = usualSlipDue(issuedOn, calendar)
    line(1, 'OPEN', issuedOn, 'ISSUED', { text: told.demand, dueOn: toDb(dueOn) })
    let slip: SlipCase & Partial<Omit<SlipChange, keyof SlipCase>> = {
      source: told.source,
      state: 'ISSUED',
      issuedOn,
      dueOn,
      result: null,
      repliedOn: null,
      firstReplyOn: null,
      revisitOn: null,
      satisfied: null,
      urgedOn: null,
      headOn: null,
      announcedOn: null,
      redone: 0,
    }
    told.steps.forEach(({ kind, wd, term, ...said }, i) => {
      const on = addWorkdays(calendar, issuedOn, wd)
      const rungDue = kind === 'URGE' || kind === 'HEAD' || kind === 'ANNOUNCE' ? kind : null
      const moved = moveSlip(slip, { kind, on, ...said, rungDue, dueOn: term ? addWorkdays(calendar, on, term) : null })
      if (!moved.ok) throw new Error(`slip ${number}: ${kind} ${moved.error.code}`)
      const byDay = kind === 'URGE' || kind === 'HEAD'
      line(i + 2, kind, on, moved.value.state, {
        from: slip.state,
        text: said.text ?? null,
        effect: said.effect ?? null,
        result: moved.value.result ?? null,
        satisfied: moved.value.satisfied ?? null,
        dueOn: dbDayOrNull(moved.value.dueOn),
        actorId: byDay
          ? null
          : kind === 'REPLY'
            ? (unitOf.get(unitId)?.users[0]?.id ?? shop.officeUserId)
            : (commission?.id ?? null),
      })
      slip = { ...slip, ...moved.value }
    })
    slips.push({
      id,
      districtId,
      number,
      source: told.source,
      complaintId: null,
      procedureId: null,
      issueId: null,
      taskId: null,
      ...(told.source === 'RELEASE' ? {} : { [KEY[told.source]]: matter?.id }),
      projectId: matter?.projectId ?? null,
      toOrgId: unitId,
      matter: told.matter,
      demand: told.demand,
      issuedOn: toDb(issuedOn),
      issuedById: commission?.person.id ?? '',
      dueOn: toDb(slip.dueOn),
      state: slip.state,
      reply: slip.reply ?? null,
      repliedOn: dbDayOrNull(slip.repliedOn),
      firstReplyOn: dbDayOrNull(slip.firstReplyOn),
      firstDueOn: dbDayOrNull(slip.firstDueOn),
      result: slip.result,
      finding: slip.finding ?? null,
      verifiedOn: dbDayOrNull(slip.verifiedOn),
      effect: slip.effect ?? null,
      revisitOn: dbDayOrNull(slip.revisitOn),
      revisit: slip.revisit ?? null,
      satisfied: slip.satisfied,
      closedOn: dbDayOrNull(slip.closedOn),
      urgedOn: dbDayOrNull(slip.urgedOn),
      headOn: dbDayOrNull(slip.headOn),
      announcedOn: dbDayOrNull(slip.announcedOn),
      redone: slip.redone,
      searchText: supervisionSearchText({
        number,
        issuedOn,
        matter: told.matter,
        unit: unitOf.get(unitId)?.shortName ?? '',
      }),
      version: told.steps.length + 1,
      createdAt: instantOn(issuedOn, 32_000 + number),
    })
  }

  for (const told of TOLD_SLIPS) tell(told)
  await tx.supervisionSlip.createMany({ data: slips })
  // In their order: the database refuses a history with gaps.
  await tx.supervisionMove.createMany({ data: moves })
}
