import 'server-only'
import type { AgendaRule } from '@/lib/domain/meeting/agenda'
import type { MinutesFacts, MinutesGuest, MinutesTask, MinutesTopic } from '@/lib/domain/meeting/minutes'
import type { AttendanceState, Prisma } from '@/prisma/generated/client'
import { fromDb } from './date'
import type { Tx } from './db'
import { issuerOf, withinDistrict } from './paper-issuer'

const RESULTS = ['DECIDED', 'NEXT_TIME', 'SETTLED'] as const

const columns = {
  district: { select: { name: true } },
  chair: { select: { name: true, title: true } },
  items: {
    where: { state: { in: [...RESULTS] } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    include: {
      project: { select: { name: true } },
      settledBy: { select: { name: true } },
      merged: {
        where: { state: 'MERGED' },
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        select: { title: true, project: { select: { name: true } } },
      },
    },
  },
  tasks: {
    where: { state: { not: 'WITHDRAWN' } },
    orderBy: { nth: 'asc' },
    include: {
      leadOrg: { select: { name: true } },
      owner: { select: { name: true } },
      project: { select: { name: true } },
    },
  },
  attendance: {
    orderBy: { id: 'asc' },
    include: {
      org: { select: { name: true } },
      person: { select: { name: true, title: true, org: { select: { id: true, name: true, kind: true } } } },
    },
  },
} satisfies Prisma.MeetingInclude
type Row = Prisma.MeetingGetPayload<{ include: typeof columns }>

/** A topic's name with those of the topics that were discussed with it 并入. */
const withMerged = (
  name: string,
  merged: readonly Readonly<{ title: string | null; project: { name: string } | null }>[],
): string => {
  const others = merged.flatMap(({ project, title }) => project?.name ?? title ?? [])
  return others.length > 0 ? `${name}（并入：${others.join('、')}）` : name
}

/** 副区长王强: a leader by his office. */
const titled = (person: Readonly<{ name: string; title: string | null }>): string =>
  `${person.title ?? ''}${person.name}`

/** Who came for a unit, by its row: whoever of the unit said that he comes. */
async function whoCame(tx: Tx, row: Row): Promise<ReadonlyMap<string, string>> {
  const said = row.attendance.filter(({ coming, orgId, answeredById }) => coming === true && orgId && answeredById)
  const people = await tx.person.findMany({
    where: { id: { in: said.flatMap(({ answeredById }) => answeredById ?? []) } },
    select: { id: true, name: true, orgId: true },
  })
  return new Map(
    said.flatMap(({ id, orgId, answeredById }) => {
      const person = people.find((one) => one.id === answeredById && one.orgId === orgId)
      return person ? [[id, person.name] as const] : []
    }),
  )
}

/** Why somebody is on leave, and who came instead of him. */
const whyAway = ({ note, instead }: Pick<Row['attendance'][number], 'note' | 'instead'>): string | null =>
  [note, instead && `${instead}代为参加`].filter(Boolean).join('，') || null

/** Everybody of a state: the leaders first, then units with the people who came for them, then people by themselves. */
function guestsOf(row: Row, state: AttendanceState, came: ReadonlyMap<string, string>): MinutesGuest[] {
  const rows = row.attendance.filter(
    (one) => one.state === state && (row.chairId === null || one.personId !== row.chairId),
  )
  const units = rows.filter((one) => one.orgId !== null)
  const people = rows.filter((one) => one.person !== null)
  const name = (unit: string) => withinDistrict(unit, row.district.name)
  const leads = people.filter(({ person }) => person?.org?.kind === 'LEADERSHIP')
  const ofUnit = (orgId: string | null) => people.filter(({ person }) => person?.org?.id === orgId)
  const alone = people.filter(
    (one) => !leads.includes(one) && !units.some(({ orgId }) => orgId === one.person?.org?.id),
  )
  const chair =
    state === 'PRESENT' && row.chair ? [{ unit: null, person: titled(row.chair), note: null } as MinutesGuest] : []
  return [
    ...chair,
    ...leads.map((one) => ({ unit: null, person: one.person && titled(one.person), note: whyAway(one) })),
    ...units.map((one) => ({
      unit: name(one.org?.name ?? ''),
      person:
        ofUnit(one.orgId)
          .map(({ person }) => person?.name)
          .join('、') ||
        (came.get(one.id) ?? ''),
      note: whyAway(one),
    })),
    ...alone.map((one) => ({
      unit: one.person?.org ? name(one.person.org.name) : null,
      person: one.person?.name ?? null,
      note: whyAway(one),
    })),
  ]
}

/** Everything the minutes of a meeting are made from: its topics, decisions and guests as they are now. */
export async function loadMinutesFacts(tx: Tx, meetingId: string): Promise<MinutesFacts> {
  const row = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, include: columns })
  const came = await whoCame(tx, row)
  const name = (unit: string) => withinDistrict(unit, row.district.name)
  const supports = await tx.org.findMany({
    where: { id: { in: row.tasks.flatMap(({ supportIds }) => supportIds) } },
    select: { id: true, name: true },
  })
  const unitOf = new Map(supports.map((org) => [org.id, name(org.name)]))
  const taskOf = (task: Row['tasks'][number]): MinutesTask => ({
    id: task.id,
    year: task.year,
    week: task.week,
    nth: task.nth,
    text: task.text,
    tier: task.tier,
    lead: task.leadOrg && name(task.leadOrg.name),
    supports: task.supportIds.flatMap((id) => unitOf.get(id) ?? []),
    person: task.owner?.name ?? null,
    dueOn: fromDb(task.dueOn),
  })
  const topics = row.items.map(
    (item): MinutesTopic => ({
      id: item.id,
      name: withMerged(item.project?.name ?? item.title ?? '', item.merged),
      rule: item.rule as AgendaRule | 'MANUAL',
      result: item.state as MinutesTopic['result'],
      why: item.reason,
      settledBy: item.settledBy?.name ?? null,
      tasks: item.state === 'DECIDED' ? row.tasks.filter(({ itemId }) => itemId === item.id).map(taskOf) : [],
    }),
  )
  const decided = new Set(topics.filter(({ result }) => result === 'DECIDED').map(({ id }) => id))
  return {
    ...(await issuerOf(tx, row.districtId)),
    year: row.year,
    week: row.week,
    on: fromDb(row.on),
    hour: row.hour,
    chair: row.chair && titled(row.chair),
    place: row.place,
    topics,
    others: row.tasks
      .filter(({ itemId }) => !decided.has(itemId ?? ''))
      .map((task) => ({ ...taskOf(task), project: task.project?.name ?? null })),
    present: guestsOf(row, 'PRESENT', came),
    leave: guestsOf(row, 'LEAVE', came),
    listening: guestsOf(row, 'LISTENING', came),
  }
}
