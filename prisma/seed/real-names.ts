import { toDb } from '@/lib/data/date'
import {
  addDays,
  lastDayOfMonth,
  latest,
  mondayOf,
  monthNumberOf,
  type PlainDate,
  yearOf,
} from '@/lib/domain/plain-date'
import type { Prisma, ProjectStage } from '@/prisma/generated/client'
import type { ProjectModel } from './build-project'
import type { Ties, Workshop } from './draft'
import { instantOn, lastWorkday } from './timeline'

/**
 * Enterprises the customer's description names: of them only what it says is told, nothing is invented.
 *
 * @source the customer's description of the services
 */
export const REAL_ENTERPRISES = ['致政家居', '启阳工控', '新大方', '华中食品', '华都柜业', '比亚迪'] as const

type RealName = Readonly<{
  name: string
  stage: ProjectStage
  renovation: boolean
  content: string
  note: string | null
  progressText: string
  nextPlanText: string | null
  /** Month of the year it is to open in. */
  opensIn: number | null
}>

/**
 * The two projects with a real name. They carry what the district itself has said of them in public, and nothing else:
 * no money, no company, no procedure, no delay.
 *
 * @source the customer's description of the steward service
 */
export const REAL_NAMES: readonly RealName[] = [
  {
    name: '比亚迪全品牌体验中心',
    stage: 'CONSTRUCTION',
    renovation: true,
    content: '装修改造',
    note: null,
    progressText: '装修改造基本完成',
    nextPlanText: '进行外立面施工',
    opensIn: 6,
  },
  {
    name: '新大方云创中心',
    stage: 'PLANNING',
    renovation: false,
    content: '向民间资本推介项目',
    note: '已通过国家、省平台向民间资本推介',
    progressText: '已通过国家、省平台向民间资本推介',
    nextPlanText: null,
    opensIn: null,
  },
]

/** Last day of the next such month. */
function nextMonth(today: PlainDate, month: number): PlainDate {
  const year = monthNumberOf(today) <= month ? yearOf(today) : yearOf(today) + 1
  return lastDayOfMonth(`${year}-${String(month).padStart(2, '0')}`)
}

/** A project of a real name, looked at this week. */
export function realProject(
  real: RealName,
  ties: Omit<Ties, 'enterpriseId' | 'contactId' | 'handsOf'>,
  shop: Workshop,
): ProjectModel {
  const { newId, today } = shop
  const id = newId()
  const lookedOn = latest(mondayOf(today), lastWorkday(shop.calendar, today))
  const at = instantOn(lookedOn, 5_000 + ties.number)
  // Known before the last data line: that the demo begins today is no news of theirs.
  const enteredOn = lastWorkday(shop.calendar, addDays(mondayOf(today), -7))
  const enteredAt = instantOn(enteredOn, 5_000 + ties.number)
  const opens = real.opensIn && nextMonth(today, real.opensIn)
  const look: Prisma.WeeklyUpdateCreateManyInput = {
    id: newId(),
    projectId: id,
    weekOf: toDb(mondayOf(lookedOn)),
    kind: 'CHANGED',
    text: real.progressText,
    nextPlanText: real.nextPlanText,
    on: toDb(lookedOn),
    at,
    actorId: ties.stewardUserId ?? shop.officeUserId,
  }
  const template = real.renovation ? shop.templates.get('RENO') : undefined
  return {
    project: {
      id,
      districtId: shop.districtId,
      number: ties.number,
      name: real.name,
      searchText: '',
      nature: real.renovation ? 'RENOVATION' : null,
      content: real.content,
      note: real.note,
      stage: real.stage,
      status: 'ACTIVE',
      taskforceId: ties.taskforceId,
      streetId: ties.streetId,
      leadUnitId: ties.leadUnitId,
      leaderId: ties.leaderId,
      templateId: template?.id ?? null,
      answers: {},
      enteredOn: toDb(enteredOn),
      createdAt: enteredAt,
      lastVerifiedOn: toDb(lookedOn),
      lastChangedOn: toDb(lookedOn),
      progressText: real.progressText,
      nextPlanText: real.nextPlanText,
    },
    conditions: template?.startConditions ?? [],
    histories: [],
    milestones: opens
      ? [
          {
            id: newId(),
            projectId: id,
            kind: 'PRODUCTION',
            baselineOn: toDb(opens),
            plannedOn: toDb(opens),
            monthOnly: true,
          },
        ]
      : [],
    planChanges: [],
    yearPlans: [],
    entries: [],
    updates: [look],
    stageChanges: [
      {
        id: newId(),
        projectId: id,
        toStage: real.stage,
        toStatus: 'ACTIVE',
        on: toDb(enteredOn),
        at: enteredAt,
        actorId: shop.officeUserId,
      },
    ],
    issues: [],
  }
}
