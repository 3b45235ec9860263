import 'server-only'
import type { ClosingTopic } from '@/lib/domain/meeting/closing'
import { taskNumber } from '@/lib/domain/meeting/task-number'
import type { SittingDecision } from '@/lib/schemas/sitting'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull } from './date'
import { db, type Tx } from './db'

/** States of topics that came before the meeting while it sits. */
const BEFORE_IT = ['OPEN', 'NEXT_TIME', 'WITHDRAWN'] as const

const topicColumns = {
  project: {
    select: {
      id: true,
      name: true,
      status: true,
      stewards: { where: { toOn: null }, select: { personId: true }, take: 1 },
    },
  },
  decisions: {
    orderBy: { position: 'asc' },
    include: {
      leadOrg: { select: { shortName: true, dissolvedOn: true } },
      owner: { select: { name: true, user: { select: { disabledAt: true } } } },
      typedBy: { select: { name: true } },
    },
  },
} satisfies Prisma.AgendaItemInclude
type TopicRow = Prisma.AgendaItemGetPayload<{ include: typeof topicColumns }>

/** Topics a meeting has before it, in its order, with what has been decided about each. */
export const loadTopics = (tx: Tx, meetingId: string): Promise<TopicRow[]> =>
  tx.agendaItem.findMany({
    where: { meetingId, state: { in: [...BEFORE_IT, 'DECIDED'] } },
    include: topicColumns,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })

const inLibrary = (status: string) => status === 'ACTIVE' || status === 'SUSPENDED'

/** A topic as closing judges it. */
export const closingOf = (row: TopicRow): ClosingTopic => ({
  itemId: row.id,
  state: row.state as ClosingTopic['state'],
  gone: row.project !== null && !inLibrary(row.project.status) && row.reason === null,
  decisions: row.decisions.map((d) => ({
    id: d.id,
    leadOrgId: d.leadOrgId,
    leadDissolved: d.leadOrg?.dissolvedOn !== null && d.leadOrg !== null,
    ownerDisabled: d.owner?.user?.disabledAt != null,
    dueOn: dayOrNull(d.dueOn),
  })),
})

/** A decision in the words of the screen; `names` knows the supporting units. */
const decisionOf = (
  row: TopicRow['decisions'][number],
  { year, week }: Readonly<{ year: number; week: number }>,
  names: ReadonlyMap<string, string>,
): SittingDecision => ({
  id: row.id,
  version: row.version,
  itemId: row.itemId,
  position: row.position,
  no: taskNumber({ year, week, nth: row.position }),
  text: row.text,
  lead: row.leadOrg?.shortName ?? null,
  leadOrgId: row.leadOrgId,
  support: row.supportIds.flatMap((id) => names.get(id) ?? []),
  supportIds: row.supportIds,
  owner: row.owner?.name ?? null,
  ownerId: row.ownerId,
  dueOn: dayOrNull(row.dueOn),
  tier: row.tier as SittingDecision['tier'],
  typedBy: row.typedBy.name,
})

/** Decisions of a meeting with their words, topic by topic. */
export async function sittingTopics(meeting: Readonly<{ id: string; year: number; week: number }>) {
  const topics = await loadTopics(db, meeting.id)
  const ids = [...new Set(topics.flatMap((topic) => topic.decisions.flatMap((d) => d.supportIds)))]
  const units = ids.length > 0 ? await db.org.findMany({ where: { id: { in: ids } } }) : []
  const names = new Map(units.map((unit) => [unit.id, unit.shortName]))
  const decisions = topics.flatMap((topic) => topic.decisions.map((d) => decisionOf(d, meeting, names)))
  return { topics, decisions: decisions.toSorted((a, b) => a.position - b.position) }
}
