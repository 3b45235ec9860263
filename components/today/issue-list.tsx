import { Provisional } from '@/components/level/provisional'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { DayIssue } from '@/lib/schemas/day'

/** Open issues, soonest due first; each opens its page. */
export function IssueList({ issues, today, t }: { issues: readonly DayIssue[]; today: PlainDate; t: Translator }) {
  return (
    <ul className="border-t border-control">
      {issues.map((issue) => (
        <li
          key={issue.id}
          className="gap-x-4 border-b border-divider py-2 lg:grid lg:grid-cols-[minmax(0,1fr)_112px_120px] lg:items-center"
        >
          <p className="min-w-0">
            <Link href={`/issues/${issue.id}`} className="font-semibold hover:text-link">
              {issue.project}
            </Link>
            <span className="ml-2 text-xs whitespace-nowrap text-ink-3">
              {t('day.group.issueNumber', { n: issue.number })}
            </span>
            <span lang="zh-CN" className="block text-sm text-ink-2">
              {issue.text}
            </span>
          </p>
          <span className="text-ink-2 max-lg:mr-4">{issue.unit}</span>
          {issue.dueOn && (
            <span className={issue.late ? 'text-red-ink lg:text-right' : 'text-ink-2 lg:text-right'}>
              {t(issue.late ? 'day.group.issueLate' : 'day.group.issueDue', { day: dayIn(issue.dueOn, today) })}
              <Provisional when={issue.dueProvisional} t={t} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
