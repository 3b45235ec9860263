import { Link } from '@/components/ui/link'
import { isOpenTask } from '@/lib/domain/meeting/task-move'
import { weekKey } from '@/lib/domain/meeting/week'
import { isoWeekOf, type PlainDate } from '@/lib/domain/plain-date'
import { progressText } from '@/lib/i18n/task-text'
import type { Translator } from '@/lib/i18n/translator'
import type { Decisions } from '@/lib/schemas/meeting'

/** What a meeting decided, and how far it is 议定事项. */
export function DecisionList({ decisions, today, t }: { decisions: Decisions; today: PlainDate; t: Translator }) {
  const { rows, closed, open, late, withdrawn, hidden, week, weekOf } = decisions
  const listed = rows.length - withdrawn
  const meeting = weekKey(isoWeekOf(weekOf))
  return (
    <section id="decided" className="scroll-mt-14 pt-6">
      <h2 className="border-b border-control pb-1 text-lg font-semibold">
        {/* What was taken back is decided no more, as on every other page. */}
        {listed === 0 && hidden > 0
          ? t('meeting.decided.titleNotYours', { week })
          : t('meeting.decided.title', { week, n: listed })}
        {rows.length > 0 && (
          <span className="ml-3 text-sm font-normal text-ink-2">
            {t('meeting.decided.sum', { closed, open, late, withdrawn })}
            <Link href={`/tasks?state=all&meeting=${meeting}`} className="no-print ml-3 text-link">
              {t('task.ofMeeting')}
            </Link>
          </span>
        )}
      </h2>
      {rows.length === 0 && (
        <p className="py-2 text-ink-2">{t(hidden > 0 ? 'meeting.decided.notYours' : 'meeting.decided.none')}</p>
      )}
      <ul>
        {rows.map((row) => (
          <li
            key={row.id}
            className="grid gap-x-4 border-b border-divider py-2 sm:grid-cols-[136px_minmax(0,1fr)_minmax(0,160px)_176px]"
          >
            {row.open ? (
              <Link href={`/tasks/${row.id}`} className="whitespace-nowrap text-ink-2 hover:text-link">
                {row.no}
              </Link>
            ) : (
              <span className="whitespace-nowrap text-ink-2">{row.no}</span>
            )}
            <span className="min-w-0">
              {row.project && !row.open ? (
                <b lang="zh-CN">{row.project}</b>
              ) : row.projectId && row.project ? (
                <Link href={`/projects/${row.projectId}`} lang="zh-CN" className="font-semibold hover:text-link">
                  {row.project}
                </Link>
              ) : null}{' '}
              <span lang="zh-CN">{row.text}</span>
            </span>
            <span className="text-ink-2">{row.who ?? t('meeting.decided.nobody')}</span>
            <span className={row.lateWd > 0 && !row.closedOn ? 'font-semibold sm:text-right' : 'sm:text-right'}>
              {progressText(row, today, t)}
              {isOpenTask(row.state) && (
                <span className="block text-sm font-normal text-ink-3">
                  {t('meeting.decided.age', { n: row.ageWd, extensions: row.extensions })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {rows.length > 0 && hidden > 0 && <p className="py-2 text-ink-3">{t('meeting.decided.hidden', { n: hidden })}</p>}
    </section>
  )
}
