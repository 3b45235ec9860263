import type pg from 'pg'
import { buildAgenda, meetingWeekOf } from '@/lib/data/agenda-draft'
import { loadSitting } from '@/lib/data/closing'
import { db } from '@/lib/data/db'
import { findAgenda } from '@/lib/data/meetings'
import { findRoom } from '@/lib/data/room'
import { loadSentenceSetting } from '@/lib/data/sentence-book'
import { freezeWeekNow } from '@/lib/data/week-snapshots'
import type { Actor } from '@/lib/domain/access'
import { readSentence } from '@/lib/domain/meeting/decision-sentence'
import { addDays, mondayOf, type PlainDate } from '@/lib/domain/plain-date'
import { buildCalendar } from '@/lib/domain/work-calendar'
import { once, repeat } from './timing'

/** Projects that turn red in the week, so that the rules have something to propose. */
const TURNED = 12
const RUNS = 10

/** The week frozen, its agenda built and built again, the room with all its topics, what its screens ask for, a sentence. */
export async function benchMeeting(actor: Actor, client: pg.Client, today: PlainDate) {
  await client.query(
    `INSERT INTO "LevelChange" (id, "districtId", "projectId", "on", at, "from", "to", owner, reasons, inputs, "rulesVersion", cause)
     SELECT gen_random_uuid(), "districtId", id, $1::date, $1::date + interval '1 hour', 'GREEN', 'RED', 'AGENCY', '[]', '{}', 1, 'DAY'
     FROM "Project" WHERE status = 'ACTIVE' ORDER BY number LIMIT $2`,
    [addDays(mondayOf(today), -6), TURNED],
  )
  const weekOf = mondayOf(today)
  const frozen = []
  for (const monday of [addDays(weekOf, -7), weekOf]) {
    const week = await meetingWeekOf(db, actor.districtId, monday)
    if (!week) throw new Error(`no meeting in the week of ${monday}`)
    frozen.push((await once(() => freezeWeekNow(actor.districtId, week))).ms)
  }
  const build = async () => {
    const built = await buildAgenda(actor, { weekOf }, { today })
    if (!built.ok) throw new Error(built.error.code)
    return built.value
  }
  const first = await once(build)
  const again = await repeat(RUNS, build)
  const read = await loadSentenceSetting(actor, today)
  const calendar = buildCalendar(read.years, read.overrides)
  const setting = { book: read.book, from: today, calendar, rhythm: read.rhythm, tier: 'DISTRICT' as const }
  return {
    freezeMs: frozen.at(-1),
    topics: first.result.topics,
    buildFirstMs: first.ms,
    build: again,
    agenda: await repeat(RUNS, () => findAgenda(actor, weekOf, today)),
    room: await repeat(RUNS, () => findRoom(actor, weekOf, today)),
    live: await repeat(RUNS, () => loadSitting(actor, weekOf)),
    sentence: await repeat(100, () => readSentence('自规局牵头，国动办配合，3个工作日内一次性提出意见', {}, setting)),
  }
}
