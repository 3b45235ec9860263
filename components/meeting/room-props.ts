import type { ReadingSetting } from '@/lib/domain/meeting/decision-sentence'
import type { TaskTier } from '@/lib/domain/meeting/task-term'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Messages } from '@/lib/i18n/messages'

/** Words of the room as templates: its scripts bring no translator. */
export type RoomWords = Messages['sitting']['room'] &
  Readonly<{
    tiers: Readonly<Record<TaskTier, string>>
    weekdays: readonly string[]
    /** Why what was said is no day, by code. */
    dueWhy: Readonly<Record<string, string>>
    noLead: string
    noDue: string
    with: string
    dueBy: string
    list: string
    start: string
    english: boolean
  }>

export type BoxSetting = Omit<ReadingSetting, 'tier'>

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `11月30日 周一`, with the year where it is not this one. */
export function roomDay(on: PlainDate, today: PlainDate, words: RoomWords): string {
  const [year = '', month, day] = on.split('-')
  const [m, d] = [Number(month), Number(day)]
  const weekday = words.weekdays[(new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7] ?? ''
  const other = year === today.slice(0, 4) ? '' : year
  return words.english
    ? `${weekday} ${d} ${MONTHS[m - 1]}${other ? ` ${other}` : ''}`
    : `${other ? `${other}年` : ''}${m}月${d}日 ${weekday}`
}
