import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { wanText } from '@/lib/i18n/money'
import { reasonLine } from '@/lib/i18n/reason-line'
import { translator } from '@/lib/i18n/translator'
import type { ChangeRow, WeekChanges, WeekQuery } from '@/lib/schemas/meeting'
import { changesHref } from './week-link'

/** What changed about one project besides its colour, a line each. */
function facts(row: ChangeRow, today: PlainDate, locale: Locale): string[] {
  const t = translator(locale)
  const line = (label: string, before: string | null, after: string | null, none: string) =>
    before === after ? [] : [t('meeting.changes.change', { label, before: before ?? none, after: after ?? none })]
  const day = (on: PlainDate | null) => on && dayIn(on, today)
  const person = t('meeting.changes.nobody')
  const open = t('meeting.changes.unknown')
  const stage = (s: ChangeRow['stages']['before']) => s && t(`project.stage.${s}`)
  if (row.kinds.includes('entered') || row.kinds.includes('left')) return []
  return [
    ...line(t('meeting.sheet.stage'), stage(row.stages.before), stage(row.stages.after), open),
    ...line(t('meeting.changes.start'), day(row.starts.before), day(row.starts.after), open),
    ...line(t('meeting.changes.production'), day(row.productions.before), day(row.productions.after), open),
    ...(row.addedFen === 0n ? [] : [t('meeting.changes.added', { amount: wanText(row.addedFen) })]),
    ...line(t('meeting.changes.steward'), row.stewards.before, row.stewards.after, person),
    ...line(t('meeting.changes.leader'), row.leaders.before, row.leaders.after, person),
    ...line(t('meeting.changes.taskforce'), row.taskforces.before, row.taskforces.after, person),
  ]
}

/** The projects behind a count of the comparison. */
export function ChangeList({
  weekOf,
  changes,
  query,
  today,
  locale,
}: {
  weekOf: PlainDate
  changes: WeekChanges
  query: WeekQuery
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const { list } = changes
  const { kind } = query
  if (!list || !kind) return null
  const step = (page: number, text: string) => (
    <Link href={changesHref(weekOf, query, { page })} className="text-link">
      {text}
    </Link>
  )
  return (
    <section>
      <h2 className="border-b border-control pb-2 text-lg font-semibold">
        {t('meeting.changes.list', { kind: t(`meeting.changes.kind.${kind}`), n: list.count })}
      </h2>
      {list.count === 0 && <p className="py-3 text-ink-2">{t('meeting.changes.empty')}</p>}
      <ul>
        {list.rows.map((row) => (
          <li key={row.id} className="border-b border-divider py-2.5">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link href={`/projects/${row.id}`} className="font-semibold hover:text-link">
                {row.name}
              </Link>
              <span className="flex items-center gap-1.5">
                {row.levels.before && row.levels.before !== row.levels.after && (
                  <>
                    <Lamp level={row.levels.before} quiet t={t} />
                    <span aria-hidden="true">→</span>
                  </>
                )}
                {row.levels.after && <Lamp level={row.levels.after} t={t} />}
              </span>
              {row.levels.after && row.reason && (
                <span className={`why-${row.levels.after}`}>
                  {reasonLine(row.levels.after, row.reason, null, locale)}
                </span>
              )}
            </p>
            {facts(row, today, locale).map((text) => (
              <p key={text} className="text-ink-2">
                {text}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {list.pages > 1 && (
        <nav aria-label={t('meeting.changes.pages')} className="flex gap-4 pt-3 text-sm text-ink-2">
          <span className="flex-1">{t('meeting.changes.page', { page: query.page, pages: list.pages })}</span>
          {query.page > 1 && step(query.page - 1, t('meeting.changes.previous'))}
          {query.page < list.pages && step(query.page + 1, t('meeting.changes.next'))}
        </nav>
      )}
    </section>
  )
}
