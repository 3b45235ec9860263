import clsx from 'clsx'
import { ClockRuler } from '@/components/level/clock-ruler'
import { Lamp } from '@/components/level/lamp'
import { RuledHead } from '@/components/level/ruled-head'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import { taskStateText } from '@/lib/i18n/task-text'
import type { Translator } from '@/lib/i18n/translator'
import type { TaskRow } from '@/lib/schemas/task'
import { notesOf, whoText } from './task-words'

const td = 'row-cell h-14'
const HEADS = [
  ['no', 'w-[9.25rem]'],
  ['text', 'w-[22rem]'],
  ['colour', 'w-[15rem] lang-en:w-[17rem]'],
  ['clock', 'w-[204px]'],
  ['who', 'w-[10rem]'],
  ['due', 'w-[6.5rem]'],
  ['state', 'w-[9rem]'],
] as const

/** Tasks as a table, what ends soonest first. */
export function TaskTable({ rows, today, t }: { rows: readonly TaskRow[]; today: PlainDate; t: Translator }) {
  return (
    <table className="w-full min-w-[80rem] table-fixed border-separate border-spacing-0">
      <caption className="sr-only">{t('task.caption', { n: rows.length })}</caption>
      <RuledHead heads={HEADS} word={(name) => t(`task.column.${name}`)} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="group">
            <td className={clsx(td, 'whitespace-nowrap text-ink-2')}>{row.no}</td>
            <th scope="row" className={clsx(td, 'text-left font-normal')}>
              <Link href={`/tasks/${row.id}`} className="line-clamp-2 leading-6 font-semibold hover:text-link">
                <span lang="zh-CN">{row.text}</span>
                <span className="sr-only">{`${t('shell.comma')}${row.no}`}</span>
              </Link>
              {row.project?.open ? (
                <Link
                  href={`/projects/${row.project.id}`}
                  lang="zh-CN"
                  className="block truncate text-sm leading-6 text-ink-2 hover:text-link"
                >
                  {row.project.name}
                </Link>
              ) : (
                <span lang="zh-CN" className="block truncate text-sm leading-6 text-ink-2">
                  {row.project?.name}
                </span>
              )}
            </th>
            <td className={td}>
              <span className="flex items-center gap-2">
                <Lamp level={row.level} quiet={row.level === 'GREY'} t={t} />
                <span className={`min-w-0 why-${row.level}`}>{t(`task.reason.${row.reason.code}`, row.reason)}</span>
              </span>
            </td>
            <td className={clsx(td, 'px-2')}>
              {row.clock ? <ClockRuler clock={row.clock} t={t} /> : <span className="text-ink-3">—</span>}
            </td>
            <td className={clsx(td, 'text-ink-2')}>{whoText({ lead: row.lead?.name ?? null, owner: row.owner }, t)}</td>
            <td className={clsx(td, 'whitespace-nowrap')}>{dayIn(row.closedOn ?? row.dueOn, today)}</td>
            <td className={clsx(td, 'text-ink-2')}>
              {taskStateText(row, t)}
              <TaskNotes row={row} today={today} t={t} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What else is to know about a task, in small letters. */
export function TaskNotes({ row, today, t }: { row: TaskRow; today: PlainDate; t: Translator }) {
  const notes = notesOf(row, today, t)
  return (
    notes.length > 0 && (
      <span className="block text-sm leading-[1.0625rem] whitespace-normal text-ink-3">{listed(notes, t)}</span>
    )
  )
}
