import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'
import type { WeekChanges, WeekQuery } from '@/lib/schemas/meeting'
import { meetingHref } from './week-link'

const WHOSE = ['taskforce', 'leader', 'steward'] as const

/** Whose projects, and between which days: a plain form, so that a comparison has an address. */
export function ChangeFilter({
  weekOf,
  changes,
  query,
  today,
  t,
}: {
  weekOf: PlainDate
  changes: WeekChanges
  query: WeekQuery
  today: PlainDate
  t: Translator
}) {
  const chosen = query.from ?? query.to ?? query.taskforce ?? query.leader ?? query.steward
  return (
    <form
      action={meetingHref(weekOf)}
      aria-label={t('meeting.changes.filter')}
      className="no-print mb-4 flex flex-wrap items-end gap-3"
    >
      {(['from', 'to'] as const).map((side) => (
        <label key={side} className="block">
          <span className="mb-1 block text-sm text-ink-2">{t(`meeting.changes.${side}`)}</span>
          <input type="date" name={side} defaultValue={changes[side]} max={today} className="field w-40" />
        </label>
      ))}
      {WHOSE.filter((name) => changes.choices[name].length > 1).map((name) => (
        <label key={name} className="block">
          <span className="mb-1 block text-sm text-ink-2">{t(`meeting.changes.${name}`)}</span>
          <select name={name} defaultValue={query[name] ?? ''} className="field w-40">
            <option value="">{t('meeting.changes.all')}</option>
            {changes.choices[name].map(({ id, name: text }) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit" className="btn">
        {t('meeting.changes.compare')}
      </button>
      {chosen && (
        <Link href={meetingHref(weekOf)} className="btn btn-text">
          {t('meeting.changes.reset')}
        </Link>
      )}
    </form>
  )
}
