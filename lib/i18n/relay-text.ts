import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { CountedDay } from '@/lib/domain/provisional'
import type { Relay } from '@/lib/domain/relay'
import { dayIn } from './day'
import type { Translator } from './translator'

type Turning = Readonly<{
  level: Level
  nextLevelOn: PlainDate | null
  nextLevel: Level | null
  nextProvisional: boolean
}>
export type RelayMark = Readonly<{ on: PlainDate; text: string; red: boolean }>

/** What is marked on the days of a relay: the limits of a procedure and the day its own colour turns, the first first. */
export function relayMarks(relay: Relay, turning: Turning, today: PlainDate, t: Translator): readonly RelayMark[] {
  const marks: RelayMark[] = []
  const mark = (key: 'relayLimit' | 'relayPromise' | 'relayStatute', day: CountedDay | null) => {
    if (day)
      marks.push({
        on: day.on,
        text: open(t(`projectPage.${key}`, { day: dayIn(day.on, today) }), day.provisional),
        red: false,
      })
  }
  const open = (text: string, provisional: boolean) => (provisional ? `${text} ${t('level.provisional')}` : text)
  mark('relayLimit', relay.limit)
  mark('relayPromise', relay.promise)
  mark('relayStatute', relay.statute)
  const { level, nextLevelOn, nextLevel, nextProvisional } = turning
  if (nextLevelOn && nextLevel && nextLevel !== level) {
    const words = { day: dayIn(nextLevelOn, today), level: t(`level.short.${nextLevel}`) }
    marks.push({
      on: nextLevelOn,
      text: open(t('projectPage.relayTurns', words), nextProvisional),
      red: nextLevel === 'RED',
    })
  }
  return marks.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
