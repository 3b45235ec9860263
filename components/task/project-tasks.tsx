import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { TaskRow } from '@/lib/schemas/task'
import { whoText } from './task-words'

/** What meetings decided about a project and is not done; nothing when there is none. */
export function ProjectTasks({ rows, today, t }: { rows: readonly TaskRow[]; today: PlainDate; t: Translator }) {
  if (rows.length === 0) return null
  return (
    <section className="border-t border-divider py-3 max-sm:px-4 print:hidden">
      <h2 className="text-lg font-semibold">{t('task.ofProject', { n: rows.length })}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-3 py-1">
            <span className="w-(--col-lamp-quiet) flex-none">
              <Lamp level={row.level} quiet t={t} />
            </span>
            <Link href={`/tasks/${row.id}`} className="min-w-0 hover:text-link max-sm:py-2">
              <span lang="zh-CN">{row.text}</span>
              <span className="sr-only">{`${t('shell.comma')}${row.no}`}</span>
            </Link>
            <span className="text-sm text-ink-2">{whoText({ lead: row.lead?.name ?? null, owner: row.owner }, t)}</span>
            <span className="text-sm whitespace-nowrap text-ink-2">
              {t('task.due', { day: dayIn(row.dueOn, today) })}
            </span>
            <span className={`text-sm why-${row.level}`}>{t(`task.reason.${row.reason.code}`, row.reason)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
