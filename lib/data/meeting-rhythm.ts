import 'server-only'
import { DEFAULT_RHYTHM, isRhythm, type WeekRhythm } from '@/lib/domain/meeting/week'
import { err, ok } from '@/lib/domain/result'
import type { RhythmInput } from '@/lib/schemas/meeting'
import { db, type Tx } from './db'
import { write } from './write'

/** How a district runs its week; the defaults where it has said nothing. */
export async function loadRhythm(tx: Tx, districtId: string): Promise<WeekRhythm> {
  const row = await tx.meetingRhythm.findUnique({ where: { districtId } })
  if (!row) return DEFAULT_RHYTHM
  return {
    dataLine: { weekday: row.dataLineWeekday, hour: row.dataLineHour },
    agenda: { weekday: row.agendaWeekday, hour: row.agendaHour },
    send: { weekday: row.sendWeekday, hour: row.sendHour },
    meeting: { weekday: row.meetingWeekday, hour: row.meetingHour },
    maxTopics: row.maxTopics,
  }
}

/** As `loadRhythm`, of a reader's own district. */
export const rhythmOf = (districtId: string): Promise<WeekRhythm> => loadRhythm(db, districtId)

/**
 * Sets the days and hours of the week 例会节奏. Weeks that are frozen keep the line they were frozen at.
 *
 * @returns err RHYTHM_DISORDERED when data line, agenda and sending do not follow each other before the meeting
 */
export const setRhythm = write('meeting.rhythm', async (tx, actor, input: RhythmInput, _today) => {
  const { maxTopics, ...slots } = input
  const rhythm: WeekRhythm = {
    dataLine: { weekday: slots.dataLineWeekday, hour: slots.dataLineHour },
    agenda: { weekday: slots.agendaWeekday, hour: slots.agendaHour },
    send: { weekday: slots.sendWeekday, hour: slots.sendHour },
    meeting: { weekday: slots.meetingWeekday, hour: slots.meetingHour },
    maxTopics,
  }
  if (!isRhythm(rhythm)) return err({ code: 'RHYTHM_DISORDERED' })
  const { districtId } = actor
  const before = await loadRhythm(tx, districtId)
  await tx.meetingRhythm.upsert({
    where: { districtId },
    create: { districtId, maxTopics, ...slots },
    update: { maxTopics, ...slots, version: { increment: 1 } },
  })
  return ok({ value: null, subject: districtId, detail: { before, after: rhythm } })
})
