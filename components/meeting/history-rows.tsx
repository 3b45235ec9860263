import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { HistoryFigure, HistoryQuery, MeetingHistory } from '@/lib/schemas/meeting-paper'
import { historyHref } from './history-link'
import { meetingHref } from './week-link'

const row = 'flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-divider py-2'

/** The rows behind a figure of the history. */
export function HistoryRows({
  history,
  figure,
  query,
  today,
  t,
}: {
  history: MeetingHistory
  figure: HistoryFigure
  query: HistoryQuery
  today: PlainDate
  t: Translator
}) {
  const { meetings, tasks } = history.rows
  const unit = query.unit === undefined ? null : (tasks[0]?.who ?? null)
  return (
    <section id="rows" className="scroll-mt-14 pt-6">
      <div className="flex flex-wrap items-baseline gap-x-4 border-b border-control pb-1">
        <h2 className="flex-1 text-lg font-semibold">
          {t('papers.history.rows', {
            unit: unit ?? 'none',
            figure: t(`papers.history.figure.${figure}`),
            n: meetings.length + tasks.length,
          })}
        </h2>
        <Link href={historyHref(query)} className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
          {t('papers.rows.close')}
        </Link>
      </div>
      {meetings.length + tasks.length === 0 && <p className="py-2 text-ink-2">{t('papers.rows.none')}</p>}
      <ul>
        {meetings.map(({ weekOf, week, on, minutes }) => (
          <li key={weekOf} className={row}>
            <Link href={meetingHref(weekOf, '/agenda')} className="text-link">
              {t('meeting.short', { week })}
            </Link>
            <span>{dayIn(on, today)}</span>
            <span>
              {minutes === null ? t('papers.history.noMinutes') : t('papers.history.minutes', { n: minutes })}
            </span>
          </li>
        ))}
        {tasks.map((task) => (
          <li key={task.id} className={row}>
            <Link href={meetingHref(task.weekOf, '/agenda#decided')} className="whitespace-nowrap text-link">
              {task.no}
            </Link>
            <span className="min-w-0 flex-1" lang="zh-CN">
              {task.project && <b className="mr-2 font-semibold">{task.project}</b>}
              {task.text}
            </span>
            <span lang="zh-CN">{task.who ?? t('meeting.decided.nobody')}</span>
            <span className="text-ink-2">{t('papers.history.due', { day: dayIn(task.dueOn, today) })}</span>
            <span className="text-ink-2">
              {task.closedOn
                ? t('papers.history.taken', { day: dayIn(task.closedOn, today), n: task.takenWd ?? 0 })
                : t(`meeting.decided.state.${task.state}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
