import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'
import type { HistoryQuery, MeetingHistory } from '@/lib/schemas/meeting-paper'

/** The period of a history: a plain form, so that every view of it has an address. */
export function HistoryFilter({
  history,
  query,
  today,
  t,
}: {
  history: MeetingHistory
  query: HistoryQuery
  today: PlainDate
  t: Translator
}) {
  return (
    <form
      action="/meetings/history"
      aria-label={t('papers.history.filter')}
      className="no-print mb-4 flex flex-wrap items-end gap-3"
    >
      {(['from', 'to'] as const).map((side) => (
        <label key={side} className="block">
          <span className="mb-1 block text-sm text-ink-2">{t(`papers.history.${side}`)}</span>
          <input type="date" name={side} defaultValue={history[side]} max={today} className="field w-40" />
        </label>
      ))}
      <button type="submit" className="btn">
        {t('papers.history.show')}
      </button>
      {(query.from ?? query.to) && (
        <Link href="/meetings/history" className="btn btn-text">
          {t('papers.history.reset')}
        </Link>
      )}
    </form>
  )
}
