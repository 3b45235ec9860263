import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'
import type { WarningBoard, WarningQuery } from '@/lib/schemas/warning'
import { boardHref } from './board-link'

/** Two other days to compare: a plain form, so that the comparison has an address. */
export function CompareDays({
  board,
  query,
  today,
  t,
}: {
  board: WarningBoard
  query: WarningQuery
  today: PlainDate
  t: Translator
}) {
  const chosen = query.from !== undefined || query.to !== undefined
  return (
    <details className="no-print relative">
      <summary className="btn list-none [&::-webkit-details-marker]:hidden">{t('warnings.compare.title')}</summary>
      <form
        action="/warnings"
        className="absolute right-0 z-20 mt-1.5 grid w-64 gap-3 rounded-md border border-control bg-card p-4 shadow-lg max-sm:right-auto max-sm:left-0"
      >
        <input type="hidden" name="by" value={query.by} />
        <label className="block">
          <span className="mb-1 block font-semibold">{t('warnings.compare.from')}</span>
          <input type="date" name="from" defaultValue={board.from} max={today} className="field" required />
        </label>
        <label className="block">
          <span className="mb-1 block font-semibold">{t('warnings.compare.to')}</span>
          <input type="date" name="to" defaultValue={board.to} max={today} className="field" required />
        </label>
        <button type="submit" className="btn btn-primary">
          {t('warnings.compare.go')}
        </button>
        {chosen && (
          <Link href={boardHref({ ...query, from: undefined, to: undefined }, {})} className="text-center text-link">
            {t('warnings.compare.reset')}
          </Link>
        )}
      </form>
    </details>
  )
}
