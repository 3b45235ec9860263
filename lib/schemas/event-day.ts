import type { GuestAnswer } from '@/lib/domain/finance-event'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { IntentionRow } from './event-intention'

type Line = Readonly<{ id: string; theme: string; heldOn: PlainDate }>
type PlacedLine = Line & Readonly<{ startsAt: string; place: string }>

/** What 政银企对接 events want of somebody on his first page. */
export type EventDay = Readonly<{
  /** Events one was invited to, or runs, that lie ahead. */
  coming: readonly PlacedLine[]
  /** Events whose day has come and of which nobody has said who was there. */
  toHold: readonly Line[]
  /** Events whose invitations have not gone out. */
  unsent: number
  /** Firms that have not answered. */
  waiting: number
  /** Invitations of a firm. */
  invitations: readonly Readonly<{ id: string; answer: GuestAnswer; event: PlacedLine }>[]
  /** Intentions whose 30th, 60th or 90th day nobody has answered, the oldest first. */
  due: readonly IntentionRow[]
  dueCount: number
}>
