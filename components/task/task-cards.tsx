import { Lamp } from '@/components/level/lamp'
import { cellScale } from '@/components/procedure/cell-scale'
import { ClockCells } from '@/components/procedure/clock-cells'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { taskStateText } from '@/lib/i18n/task-text'
import type { Translator } from '@/lib/i18n/translator'
import type { TaskRow } from '@/lib/schemas/task'
import { TaskNotes } from './task-table'
import { whoText } from './task-words'

/** Tasks on a phone: a card each, the whole of it one way in. */
export function TaskCards({ rows, today, t }: { rows: readonly TaskRow[]; today: PlainDate; t: Translator }) {
  const days = cellScale(rows)
  return (
    <ul className="bg-page">
      {rows.map((row) => (
        <li key={row.id} className="mb-2 border-y border-divider bg-card">
          <Link href={`/tasks/${row.id}`} className="block px-4 py-3.5">
            <span className="flex items-center gap-2">
              <Lamp level={row.level} size="m" t={t} />
              <span className={`min-w-0 flex-1 why-${row.level}`}>
                {t(`task.reason.${row.reason.code}`, row.reason)}
              </span>
              <span className="text-ink-2">{taskStateText(row, t)}</span>
            </span>
            <b lang="zh-CN" className="mt-1 block text-lg">
              {row.text}
            </b>
            {row.project && (
              <span lang="zh-CN" className="block truncate text-ink-2">
                {row.project.name}
              </span>
            )}
            <span className="flex gap-3 text-ink-2">
              <span className="min-w-0 flex-1 truncate">
                {whoText({ lead: row.lead?.name ?? null, owner: row.owner }, t)}
              </span>
              <span className="whitespace-nowrap">{t('task.due', { day: dayIn(row.dueOn, today) })}</span>
            </span>
            <TaskNotes row={row} today={today} t={t} />
            {row.clock && (
              <span className="mt-2 block">
                <ClockCells clock={row.clock} days={days} t={t} />
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  )
}
