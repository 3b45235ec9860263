import type { WalkCost } from '@/lib/domain/walk'
import type { WalkRow } from '@/lib/schemas/walk'
import { listed } from './joined'
import type { Locale } from './locale'
import { translator } from './translator'

const COSTS = ['papers', 'days', 'trips'] as const

/** What a way costs in words: papers, days, trips; nothing that was not measured. */
export function costText(cost: WalkCost, locale: Locale): string {
  const t = translator(locale)
  const parts = COSTS.flatMap((of) => {
    const n = cost[of]
    return n === null ? [] : [t(`walk.costOf.${of}`, { n })]
  })
  return parts.length === 0 ? t('walk.notMeasured') : listed(parts, t)
}

/** What was saved in words, and what became more; nothing that stayed as it was. */
export function savedText(saved: WalkCost, locale: Locale): string {
  const t = translator(locale)
  const parts = COSTS.flatMap((of) => {
    const n = saved[of]
    if (!n) return []
    return [n > 0 ? t(`walk.savedOf.${of}`, { n }) : t(`walk.moreOf.${of}`, { n: -n })]
  })
  return listed(parts, t)
}

/** What was found on a walk, and how much of it is left. */
export function foundText(row: Pick<WalkRow, 'findings' | 'openFindings'>, locale: Locale): string {
  const t = translator(locale)
  return row.findings === 0 ? t('walk.foundNone') : t('walk.foundOf', { n: row.findings, open: row.openFindings })
}
