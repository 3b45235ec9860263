import clsx from 'clsx'
import { ClockRuler, RulerScale } from '@/components/level/clock-ruler'
import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { agencyText } from '@/lib/i18n/agency-text'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { QueuePage } from '@/lib/schemas/procedure-queue'
import { QueueNext } from './queue-next'
import { itemName, queueReason } from './queue-text'
import { Remaining } from './remaining'

const th =
  'border-b border-control bg-thead px-2.5 py-1 text-left align-bottom text-sm font-normal whitespace-nowrap text-ink-2'
const td = 'row-cell h-14'

/**
 * Procedures of many projects as a table, fewest working days left first.
 *
 * @param people whether the reader is shown who at an agency has it: a project unit is not
 */
export function QueueTable({
  page,
  people,
  today,
  locale,
}: {
  page: QueuePage
  people: boolean
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const heads = [
    ['item', 'w-[18.75rem] lang-en:w-[16.5rem] sticky left-0 z-10 shadow-[1px_0_0_var(--line-control)]'],
    ['remaining', 'w-[7rem] text-right'],
    ['why', 'w-[15rem] lang-en:w-[18.125rem]'],
    ['ruler', 'w-[204px]'],
    ['next', 'w-[8.5rem] lang-en:w-[9.75rem]'],
    ['agency', 'w-[7.5rem]'],
    ...(people ? ([['handler', 'w-[5.5rem]']] as const) : []),
    ['state', 'w-[5.5rem] lang-en:w-[8.75rem]'],
  ] as const
  return (
    <table className="w-full min-w-[73.75rem] lang-en:min-w-[83.5rem] table-fixed border-separate border-spacing-0">
      <caption className="sr-only">{t('queue.caption', { n: page.total })}</caption>
      <thead className="sticky top-0 z-10">
        <tr>
          {heads.map(([name, width]) => (
            <th key={name} scope="col" className={clsx(th, width)}>
              {t(`queue.column.${name}`)}
              {name === 'ruler' && <RulerScale />}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {page.rows.map((row) => (
          <tr key={row.id} className="group">
            <th
              scope="row"
              className={clsx(td, 'sticky left-0 text-left font-normal shadow-[1px_0_0_var(--line-control)]')}
            >
              <Link
                href={`/procedures/${row.id}`}
                aria-label={`${itemName(row, locale)}${t('shell.comma')}${row.project.name}`}
                className="flex min-h-6 items-center font-semibold hover:text-link"
              >
                <span className="two-lines">{itemName(row, locale)}</span>
              </Link>
              <Link
                href={`/projects/${row.project.id}`}
                className="block truncate text-sm leading-6 text-ink-2 hover:text-link"
              >
                {row.project.name}
              </Link>
            </th>
            <td className={td}>
              <Remaining row={row} t={t} />
            </td>
            <td className={td}>
              <span className="flex items-center gap-2">
                <Lamp level={row.level} t={t} />
                <span className={`two-lines why-${row.level}`}>{queueReason(row, locale)}</span>
              </span>
            </td>
            <td className={clsx(td, 'px-2')}>
              {row.clock ? <ClockRuler clock={row.clock} t={t} /> : <span className="text-ink-3">—</span>}
            </td>
            <td className={td}>
              <QueueNext row={row} today={today} locale={locale} />
            </td>
            <td lang={languageOf(agencyText(row.agency, locale), locale)} className={clsx(td, 'text-ink-2')}>
              {agencyText(row.agency, locale)}
            </td>
            {people && (
              <td lang={languageOf(row.handler, locale)} className={clsx(td, 'text-ink-2')}>
                {row.handler ?? t('queue.nobody')}
              </td>
            )}
            <td className={clsx(td, 'text-ink-2')}>{t(`procedure.state.${row.state}`)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot className="sticky bottom-0 z-10">
        <tr>
          <th
            scope="row"
            className={clsx(th, 'sticky left-0 h-10 border-t border-b-0 align-middle font-semibold text-ink')}
          >
            {t('queue.total', { n: page.total })}
          </th>
          <td colSpan={heads.length - 1} className={clsx(th, 'border-t border-b-0 align-middle text-ink')}>
            <QueueTotals page={page} locale={locale} />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

/** Colours and limits of the whole filter, whatever page of it is open. */
export function QueueTotals({ page, locale }: { page: QueuePage; locale: Locale }) {
  const t = translator(locale)
  return (
    <span className="flex flex-wrap gap-x-4">
      {(['RED', 'YELLOW', 'BLUE', 'GREEN', 'GREY'] as const).map((level) => (
        <span key={level} className="inline-flex items-center gap-1.5">
          <Lamp level={level} quiet t={t} />
          {page.levels[level]}
        </span>
      ))}
      {page.late > 0 && <span>{t('queue.late', { n: page.late })}</span>}
      {page.dueToday > 0 && <span>{t('queue.dueToday', { n: page.dueToday })}</span>}
    </span>
  )
}
