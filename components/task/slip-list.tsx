import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { SlipRow } from '@/lib/schemas/task'
import { SlipForms } from './slip-forms'
import { slipPast, slipStateText, whoText } from './task-words'

/** Slips, each with what may be done with it. On a phone each is a block of its own. */
export function SlipList({
  rows,
  office,
  formKey,
  today,
  t,
}: {
  rows: readonly SlipRow[]
  office: boolean
  formKey: () => string
  today: PlainDate
  t: Translator
}) {
  return (
    <ul>
      {rows.map((row) => (
        <li
          key={row.id}
          className="grid gap-x-4 gap-y-1 border-b border-divider px-4 py-3 sm:px-6 md:grid-cols-[168px_minmax(0,1fr)_minmax(0,220px)]"
        >
          <div>
            <p className="font-semibold">{t(`task.slip.kind.${row.kind}`)}</p>
            <Link
              href={`/tasks/slips/${row.id}`}
              aria-label={t('task.slip.paperOf', { no: row.no })}
              className="whitespace-nowrap text-ink-2 hover:text-link"
            >
              {row.no}
            </Link>
          </div>
          <div className="min-w-0">
            <p>
              <Link href={`/tasks/${row.taskId}`} className="font-semibold hover:text-link">
                <span lang="zh-CN">{row.text}</span>
                <span className="sr-only">{`${t('shell.comma')}${row.no}`}</span>
              </Link>
            </p>
            <p className="text-ink-2">
              {row.project && <span className="mr-3">{row.project.name}</span>}
              <span className="mr-3">{whoText(row, t)}</span>
              <span className="mr-3 whitespace-nowrap">{t('task.due', { day: dayIn(row.demand.dueOn, today) })}</span>
              {row.demand.lateWd > 0 && (
                <b className="whitespace-nowrap text-ink">{t('task.slip.late', { n: row.demand.lateWd })}</b>
              )}
            </p>
            {row.reply && (
              <p lang="zh-CN" className="border-l-[3px] border-control pl-3">
                {row.reply}
              </p>
            )}
            <SlipForms row={row} office={office} formKey={formKey} t={t} />
          </div>
          <div className="text-ink-2 md:text-right">
            <p className="text-ink">{slipStateText(row, t)}</p>
            <p className="text-sm text-ink-3">{slipPast(row, today, t)}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
