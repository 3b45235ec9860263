import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Figure, FigureValue, Period } from '@/lib/domain/figure'
import type { PlainDate } from '@/lib/domain/plain-date'

/** Whose projects figures are of: all the actor sees, or those of one task force 统计范围. */
export type FigureScope = Readonly<{ taskforceId: string | null }>

/**
 * What counts the figures of one service: for whoever asks, in a period, of some projects, as of a day. Every figure of the
 * service is handed back, also those that are nought.
 */
export type FigureSource = (
  actor: Actor,
  period: Period,
  scope: FigureScope,
  today: PlainDate,
) => Promise<readonly Figure[]>

type Params = Readonly<Record<string, string | undefined>>

/** Address of a list with some conditions. */
export function listHref(path: string, params: Params): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) if (value !== undefined) query.set(name, value)
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

export const count = (n: number): FigureValue => ({ kind: 'count', n })
export const share = (part: number, whole: number): FigureValue => ({
  kind: 'share',
  part: BigInt(part),
  whole: BigInt(whole),
})
