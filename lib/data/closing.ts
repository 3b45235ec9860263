import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { closingGaps } from '@/lib/domain/meeting/closing'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Closing, GapRow } from '@/lib/schemas/sitting'
import { toDb } from './date'
import { db } from './db'
import { closingOf, sittingTopics } from './sitting-topics'

/**
 * What the meeting of a week has decided so far and what became of its topics, for whoever looks at the room.
 *
 * Who sees what: everything of it; the caller asks only for roles that see all topics.
 */
export async function loadSitting(actor: Actor, weekOf: PlainDate) {
  const where = { districtId_weekOf: { districtId: actor.districtId, weekOf: toDb(weekOf) } }
  const meeting = await db.meeting.findUnique({ where })
  if (!meeting) return null
  const { topics, decisions } = await sittingTopics(meeting)
  return {
    state: meeting.state,
    started: meeting.startedAt?.toISOString() ?? null,
    closed: meeting.closedAt?.toISOString() ?? null,
    decisions,
    results: Object.fromEntries(topics.map((topic) => [topic.id, topic.state])),
  }
}

/**
 * What closing the meeting will do, and what is missing before it can 散会核对.
 *
 * @returns null when the week has no meeting
 */
export async function loadClosing(actor: Actor, weekOf: PlainDate, today: PlainDate): Promise<Closing | null> {
  const where = { districtId_weekOf: { districtId: actor.districtId, weekOf: toDb(weekOf) } }
  const meeting = await db.meeting.findUnique({ where })
  if (!meeting) return null
  const { topics, decisions } = await sittingTopics(meeting)
  const about = new Map(
    topics.map((topic, i) => [
      topic.id,
      {
        itemId: topic.id,
        name: topic.project?.name ?? topic.title ?? '',
        nth: i + 1,
        version: topic.version,
        decisions: topic.decisions.length,
      },
    ]),
  )
  const over = meeting.state === 'HELD' || meeting.state === 'SIGNED'
  return {
    weekOf,
    state: meeting.state,
    started: meeting.startedAt?.toISOString() ?? null,
    closed: meeting.closedAt?.toISOString() ?? null,
    topics: topics.length,
    decisions,
    putOff: topics
      .filter((topic) => topic.state !== 'OPEN' && topic.state !== 'DECIDED')
      .map(({ id }) => about.get(id)?.name ?? ''),
    gaps: over
      ? []
      : closingGaps(topics.map(closingOf), today).flatMap(({ kind, itemId, decisionId }): GapRow[] => {
          const topic = about.get(itemId)
          return topic ? [{ kind, topic, decision: decisions.find((d) => d.id === decisionId) ?? null }] : []
        }),
  }
}
