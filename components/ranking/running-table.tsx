import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import { unrankedText } from '@/lib/i18n/ranking-text'
import type { Translator } from '@/lib/i18n/translator'
import type { RankingRunning } from '@/lib/schemas/ranking-running'
import { runningHref } from './ranking-link'

const th = 'border-b border-control pr-3 pb-1 text-left text-xs font-normal whitespace-nowrap text-ink-3'

/** Who stands where in the running month so far. */
export function RunningTable({ running, t }: { running: RankingRunning; t: Translator }) {
  const { table, rows, whole, median, parameters, subject } = running
  return (
    <>
      {!whole && <p className="pb-2 text-ink-2">{t('ranking.own.hint')}</p>}
      <table className="w-full border-separate border-spacing-0">
        <caption className="sr-only">
          {t('ranking.caption', { table: t(`ranking.table.${table}`), n: rows.length })}
        </caption>
        <thead>
          <tr>
            <th scope="col" className={clsx(th, 'w-[52px] text-center!')}>
              {t('ranking.column.rank')}
            </th>
            <th scope="col" className={th}>
              {t(`ranking.subject.${table}`)}
            </th>
            <th scope="col" className={clsx(th, 'w-[84px] text-right!')}>
              {t('ranking.column.score')}
            </th>
            <th scope="col" className={clsx(th, 'w-[84px] pr-0! text-right!')}>
              {t('ranking.running.due')}
            </th>
          </tr>
        </thead>
        <tbody className="[&>tr>*]:border-b [&>tr>*]:border-divider [&>tr>*]:py-1.5">
          {rows.map((row) => {
            const few = unrankedText(row, parameters, t)
            const open = row.subjectId === subject?.row.subjectId
            return (
              <tr key={row.subjectId} className={clsx(open && 'bg-hover', few && 'text-ink-3')}>
                <td className="pr-3 text-center font-semibold">{row.rank ?? '—'}</td>
                <th scope="row" className="pr-3 text-left font-normal">
                  <Link
                    href={`${runningHref(table, row.subjectId)}#open`}
                    aria-current={open ? 'true' : undefined}
                    className="inline-flex min-h-8 items-center hover:text-link max-sm:min-h-11"
                    lang="zh-CN"
                  >
                    {row.name}
                  </Link>
                  {few && <span className="block text-xs">{few}</span>}
                </th>
                <td className="pr-3 text-right">{row.score}</td>
                <td className="text-right">{row.due}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {median !== null && <p className="pt-2 text-ink-2">{t('ranking.running.median', { median })}</p>}
    </>
  )
}
