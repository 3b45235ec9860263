import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { RankingTable } from '@/lib/domain/ranking/sight'
import { monthText } from '@/lib/i18n/ranking-text'
import type { Translator } from '@/lib/i18n/translator'
import type { RankingMonth, RankingMonthLine } from '@/lib/schemas/ranking'
import type { RankingAddress } from '@/lib/schemas/ranking-address'
import { bulletinHref } from './bulletin-link'
import { EditionLine, Editions, StateLine } from './edition-line'
import { rankingHref } from './ranking-link'

/** Which month and table, the way to the months beside it, and what the version is worth. */
export function RankingHead({
  ranking,
  months,
  table,
  query,
  bulletin,
  whole,
  today,
  t,
}: {
  ranking: RankingMonth
  /** Newest first. */
  months: readonly RankingMonthLine[]
  table: RankingTable
  query: RankingAddress
  /** Whether the reader may open the bulletin of the month. */
  bulletin: boolean
  /** Whether he sees every objection of the month. */
  whole: boolean
  today: PlainDate
  t: Translator
}) {
  const at = months.findIndex(({ month }) => month === ranking.month)
  const beside = [
    { label: t('ranking.previous'), line: months[at + 1], Icon: ChevronLeft },
    { label: t('ranking.next'), line: at > 0 ? months[at - 1] : undefined, Icon: ChevronRight },
  ]
  const accepted = ranking.objections.filter(({ state }) => state === 'ACCEPTED').length
  return (
    <header>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h1 className="font-formal text-2xl leading-10 font-bold max-sm:text-xl max-sm:leading-8">
          {t(`ranking.head.${table}`, { month: monthText(ranking.month, t) })}
        </h1>
        <nav aria-label={t('ranking.months')} className="no-print flex">
          {beside.map(({ label, line, Icon }) =>
            line ? (
              <Link
                key={label}
                href={rankingHref(query, { month: line.month, table })}
                aria-label={label}
                className="grid size-8 place-items-center text-ink-2 hover:text-ink max-sm:size-11"
              >
                <Icon size={18} strokeWidth={1.5} aria-hidden="true" />
              </Link>
            ) : (
              <span key={label} className="grid size-8 place-items-center text-[var(--line-divider)] max-sm:size-11">
                <Icon size={18} strokeWidth={1.5} aria-hidden="true" />
              </span>
            ),
          )}
        </nav>
        <span className="flex-1" />
        <span className="no-print flex flex-wrap gap-3">
          <Link href="/ranking/rules" className="btn">
            {t('ranking.rulesLink')}
          </Link>
          {bulletin && (
            <Link href={bulletinHref(ranking.month)} className="btn">
              {t('ranking.bulletin')}
            </Link>
          )}
        </span>
      </div>
      <EditionLine
        of={ranking}
        count={whole ? { all: ranking.objections.length, accepted } : null}
        today={today}
        t={t}
      />
      <StateLine of={ranking} today={today} t={t} />
      <Editions of={ranking} hrefOf={(nth) => rankingHref({ ...query, table, month: ranking.month }, { nth })} t={t} />
    </header>
  )
}
