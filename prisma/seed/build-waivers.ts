import { toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { refreshProjects } from '@/lib/data/levels'
import { addDays, type PlainDate, weekdayOf } from '@/lib/domain/plain-date'
import type { Dimension } from '@/lib/domain/project-level'
import { WAIVER_DAYS, type WaiverReason } from '@/lib/domain/waiver'
import { addWorkdays } from '@/lib/domain/work-calendar'
import type { Prisma } from '@/prisma/generated/client'
import { handsIn, projectsOnTheirWay, type SeededProject, writeNeed } from './build-factors'
import type { Workshop } from './draft'
import { FACTOR_SORTS } from './factor-plots'
import { instantOn, lastWorkday } from './timeline'

/** A waiver as it is told; days are counted from today. */
type Told = Readonly<{
  dimension: Dimension
  reason: WaiverReason
  text: string
  fromOn: PlainDate
  untilOn: PlainDate
  state: 'PROPOSED' | 'APPROVED' | 'REFUSED'
  /** Last day before it was renewed. */
  firstUntilOn?: PlainDate
  endedOn?: PlainDate
  /** The need it is about: the day it is needed by, and whether it was met in the end. */
  need?: Readonly<{ kind: (typeof FACTOR_SORTS)[number]['kind']; needBy: PlainDate; met?: true }>
}>

/** A Saturday that lies a few days ahead: a waiver given to it runs to the next working day. */
function saturdayAhead(today: PlainDate): PlainDate {
  let day = addDays(today, 3)
  while (weekdayOf(day) !== 6) day = addDays(day, 1)
  return day
}

/** Waivers of every kind: in force, ending on a weekend, renewed, run out, ended early, waiting, refused. */
function toldWaivers(today: PlainDate, needBy: (n: number) => PlainDate): readonly Told[] {
  const saturday = saturdayAhead(today)
  return [
    {
      dimension: 'D6',
      reason: 'ARCHAEOLOGY',
      text: '场平时发现古墓葬，文物部门正在勘探，已出具停工通知',
      fromOn: addDays(today, -26),
      untilOn: addDays(today, 4),
      state: 'APPROVED',
      need: { kind: 'LAND', needBy: needBy(-11) },
    },
    {
      dimension: 'D6',
      reason: 'WINTER_ROADS',
      text: '市政道路进入冬季禁止掘路期，专线顺延到解禁后接入',
      fromOn: addDays(saturday, -WAIVER_DAYS),
      untilOn: saturday,
      state: 'APPROVED',
      need: { kind: 'ROADS', needBy: needBy(-3) },
    },
    {
      dimension: 'D6',
      reason: 'POLICY',
      text: '省级能耗指标统筹方案调整，批复顺延，见市发改委通知',
      fromOn: addDays(today, -40),
      untilOn: addDays(today, 16),
      firstUntilOn: addDays(today, -12),
      state: 'APPROVED',
      need: { kind: 'ENERGY', needBy: needBy(-14) },
    },
    {
      dimension: 'D6',
      reason: 'AIR',
      text: '重污染天气管控，土石方停工',
      fromOn: addDays(today, -62),
      untilOn: addDays(today, -34),
      state: 'APPROVED',
      need: { kind: 'WATER', needBy: needBy(-30), met: true },
    },
    {
      dimension: 'D6',
      reason: 'COURT',
      text: '设备款账户被冻结，法院已解除',
      fromOn: addDays(today, -45),
      untilOn: addDays(today, -20),
      endedOn: addDays(today, -31),
      state: 'APPROVED',
      need: { kind: 'FUNDS', needBy: needBy(-25), met: true },
    },
    {
      dimension: 'D2',
      reason: 'ENTERPRISE',
      text: '企业调整产品方向，设备安装推迟一个月',
      fromOn: addDays(today, -9),
      untilOn: addDays(today, 15),
      state: 'REFUSED',
    },
  ]
}

const WAITING: Omit<Told, 'fromOn' | 'untilOn'> = {
  dimension: 'D1',
  reason: 'POLICY',
  text: '审批权限上收，市级受理系统切换，有通知文件',
  state: 'PROPOSED',
}

/** Writes a waiver with its steps, proposed by the steward of its project. */
export async function writeWaiver(tx: Tx, shop: Workshop, project: SeededProject, told: Told, nth: number) {
  const { calendar, today, newId, officePersonId, officeUserId } = shop
  const steward = project.stewards[0]?.person
  if (!steward) return
  const id = newId()
  const last = lastWorkday(calendar, today)
  const workday = (day: PlainDate) => (day > last ? last : lastWorkday(calendar, day))
  const proposedOn = workday(told.fromOn)
  const decided = told.state !== 'PROPOSED'
  const steps: Omit<Prisma.WaiverStepCreateManyInput, 'id' | 'waiverId'>[] = []
  const step = (
    kind: string,
    on: PlainDate,
    actorId: string | null,
    more: Partial<Prisma.WaiverStepCreateManyInput> = {},
  ) => steps.push({ kind, on: toDb(on), at: instantOn(on, 600 * steps.length + nth), actorId, ...more })
  const firstUntil = told.firstUntilOn ?? told.untilOn
  const stewardUser = steward.user?.id ?? null
  step('PROPOSE', proposedOn, stewardUser, { untilOn: toDb(firstUntil), text: told.text })
  if (told.state === 'APPROVED') step('APPROVE', proposedOn, officeUserId, { untilOn: toDb(firstUntil) })
  if (told.state === 'REFUSED') step('REFUSE', proposedOn, officeUserId, { text: '属于企业自身安排，先按改期办理' })
  if (told.firstUntilOn) {
    const on = workday(addDays(told.firstUntilOn, -2))
    step('ASK_RENEWAL', on, stewardUser, { untilOn: toDb(told.untilOn), text: '原因还在，申请续期' })
    step('RENEW', on, officeUserId, { untilOn: toDb(told.untilOn) })
  }
  if (told.endedOn) step('END', workday(addDays(told.endedOn, 1)), stewardUser, { text: '原因已消除' })
  await tx.waiver.create({
    data: {
      id,
      districtId: shop.districtId,
      projectId: project.id,
      dimension: told.dimension,
      reason: told.reason,
      text: told.text,
      fromOn: toDb(told.fromOn),
      untilOn: toDb(told.untilOn),
      state: told.state,
      renewals: told.firstUntilOn ? 1 : 0,
      proposedOn: toDb(proposedOn),
      proposedById: steward.id,
      decidedById: decided ? officePersonId : null,
      endedOn: told.endedOn ? toDb(told.endedOn) : null,
      createdAt: instantOn(proposedOn, nth),
    },
  })
  await tx.waiverStep.createMany({ data: steps.map((one) => ({ ...one, id: newId(), waiverId: id })) })
}

/**
 * Waivers of projects in order 豁免, and one that waits for the office. What they leave out is a need that would be late: no
 * project gets another colour by them, and each shows what it would be without.
 */
export async function writeWaivers(tx: Tx, shop: Workshop): Promise<void> {
  const { calendar, today, newId, orgIds } = shop
  const projects = await projectsOnTheirWay(tx, shop)
  const handsOf = await handsIn(tx, shop)
  const inOrder = projects.filter(({ level, stage }) => level === 'GREEN' && stage === 'CONSTRUCTION')
  const told = toldWaivers(today, (n) => addWorkdays(calendar, today, n))
  const touched: string[] = []
  for (const [i, waiver] of told.entries()) {
    // From the far end: the first ones are the demo steward's, and other journeys are about them.
    const project = inOrder.at(-1 - i)
    if (!project) continue
    touched.push(project.id)
    const sort = FACTOR_SORTS.find(({ kind }) => kind === waiver.need?.kind)
    if (waiver.need && sort) {
      const { needBy, met } = waiver.need
      const raisedOn = addWorkdays(calendar, needBy, -20)
      const plot = met ? ({ state: 'MET', promised: 'IN_TIME', share: 1 } as const) : ({ state: 'CONFIRMED' } as const)
      const need = { id: newId(), sort, plot, quantity: sort.from * 2, raisedOn, needBy }
      await writeNeed(tx, shop, project, need, handsOf(project, orgIds.get(sort.lead) ?? null))
    }
    await writeWaiver(tx, shop, project, waiver, i)
  }
  const troubled = projects.filter(({ level }) => level === 'YELLOW').at(-1)
  if (troubled) {
    const proposedOn = addWorkdays(calendar, lastWorkday(calendar, today), -1)
    const waiting = { ...WAITING, fromOn: proposedOn, untilOn: addDays(proposedOn, 21) }
    await writeWaiver(tx, shop, troubled, waiting, told.length)
  }
  await refreshProjects(tx, touched, today, 'FACT', null)
}
