import { originHref, rankingHref } from '@/components/ranking/ranking-link'
import { Link } from '@/components/ui/link'
import { businessDay } from '@/lib/clock'
import { rankingDay } from '@/lib/data/ranking-day'
import { SEES_RANKINGS } from '@/lib/domain/ranking/sight'
import { dayIn } from '@/lib/i18n/day'
import { monthParts } from '@/lib/i18n/ranking-text'
import { translator } from '@/lib/i18n/translator'
import type { TodayProps } from './props'

/** Lines about the monthly ranking: what it wants of somebody, and his own place; nothing where there is neither. */
export async function RankingLines({ actor, locale }: Pick<TodayProps, 'actor' | 'locale'>) {
  if (!SEES_RANKINGS.has(actor.role)) return null
  const today = businessDay()
  const day = await rankingDay(actor, today)
  if (!day) return null
  const t = translator(locale)
  const { own, days, state } = day
  const { month } = monthParts(day.month)
  const about = rankingHref({ month: day.month })
  const place = own && originHref({ month: day.month, table: own.table, subjectId: own.subjectId })
  const lines: { text: string; href: string }[] = []
  if (day.undecided > 0)
    lines.push({ text: t('ranking.today.decide', { month, n: day.undecided }), href: `${about}#objections` })
  if (day.mayPublish)
    lines.push({ text: t('ranking.today.publish', { month, day: dayIn(days.publishOn, today) }), href: about })
  if (day.proposals > 0) lines.push({ text: t('ranking.today.approve', { n: day.proposals }), href: '/ranking/rules' })
  if (own && place && state === 'DRAFT')
    lines.push({ text: t('ranking.today.draft', { month, day: dayIn(days.objectUntilOn, today) }), href: place })
  if (place && day.answered > 0)
    lines.push({ text: t('ranking.today.answered', { n: day.answered }), href: `${place}#objections` })
  if (own && place && state === 'PUBLISHED') {
    const who = own.table === 'STEWARD' ? 'own' : 'unit'
    const text =
      own.rank === null
        ? t(`ranking.today.${who}Few`, { month, score: own.score })
        : t(`ranking.today.${who}`, { month, score: own.score, rank: own.rank, median: own.median ?? '—' })
    lines.push({ text, href: place })
  }
  return lines.map(({ text, href }) => (
    <p key={text} className="pb-2">
      <Link href={href} className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
        {text}
      </Link>
    </p>
  ))
}
