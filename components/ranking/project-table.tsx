import clsx from 'clsx'
import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import { aheadOf } from '@/lib/domain/ranking/month-money'
import { shareText } from '@/lib/i18n/ranking-text'
import type { Translator } from '@/lib/i18n/translator'
import type { ProjectRow } from '@/lib/schemas/ranking'
import type { RankingAddress } from '@/lib/schemas/ranking-address'
import { ChangeMark } from './change-mark'
import { rankingHref } from './ranking-link'
import { tiesOf } from './ranking-table'
import { Sparkline, scaleOf } from './sparkline'

const th = 'border-b border-control pr-3 pb-1 text-right align-bottom text-xs font-normal whitespace-nowrap text-ink-3'

const share = (value: number | null) => (value === null ? '—' : `${shareText(value)}%`)

/** A deviation in percentage points with its sign: behind plan in red, once it is behind at all. */
export const deviationText = aheadOf

/** Projects by progress against plan: the one furthest ahead first, those without a measured plan last. */
export function ProjectTableView({
  rows,
  all,
  open,
  query,
  t,
}: {
  rows: readonly ProjectRow[]
  /** Every row of the month, so that groups are drawn to one scale. */
  all: readonly ProjectRow[]
  open: string | undefined
  query: RankingAddress
  t: Translator
}) {
  const ties = tiesOf(all)
  const scale = scaleOf(
    all.map(({ series }) => series),
    'SHARE',
  )
  return (
    <table className="w-full border-separate border-spacing-0">
      <caption className="sr-only">
        {t('ranking.caption', { table: t('ranking.table.PROJECT'), n: rows.length })}
      </caption>
      <thead>
        <tr>
          <th scope="col" className={clsx(th, 'w-[52px] pr-0! text-center!')}>
            {t('ranking.column.rank')}
          </th>
          <th scope="col" className={clsx(th, 'w-[60px] text-left! max-sm:hidden')}>
            {t('ranking.column.change')}
          </th>
          <th scope="col" className={clsx(th, 'pl-2 text-left!')}>
            {t('ranking.subject.PROJECT')}
          </th>
          <th scope="col" className={clsx(th, 'max-lg:hidden')}>
            {t('ranking.column.planned')}
          </th>
          <th scope="col" className={clsx(th, 'max-lg:hidden')}>
            {t('ranking.column.actual')}
          </th>
          <th scope="col" className={th}>
            {t('ranking.column.deviation')}
          </th>
          <th scope="col" className={clsx(th, 'max-sm:hidden')}>
            {t('ranking.column.red')}
          </th>
          <th scope="col" className={clsx(th, 'max-sm:hidden')}>
            {t('ranking.column.yellow')}
          </th>
          <th scope="col" className={clsx(th, 'w-[122px] text-left! max-xl:hidden')}>
            {t('ranking.column.months')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const on = row.subjectId === open
          const td = clsx('h-[47px] border-b border-divider pr-3 text-right', on && 'bg-hover')
          return (
            <tr key={row.subjectId} className={clsx(row.rank === null && 'text-ink-3')}>
              <td
                className={clsx(
                  td,
                  'pr-0! text-center! leading-[22px]',
                  on && 'shadow-[inset_3px_0_0_var(--brand-solid)]',
                )}
              >
                <span className={clsx('text-xl leading-[22px]', row.rank !== null && 'font-semibold')}>
                  {row.rank ?? '—'}
                </span>
                {row.rank !== null && ties.has(row.rank) && (
                  <span className="block text-xs leading-[14px] text-ink-3">{t('ranking.tie')}</span>
                )}
              </td>
              <td className={clsx(td, 'text-left! max-sm:hidden')}>
                <ChangeMark rank={row.rank} before={row.before} t={t} />
              </td>
              <th scope="row" className={clsx(td, 'pl-2 text-left! font-normal')}>
                <span className="flex items-center gap-2">
                  <span className="w-(--col-lamp-quiet) flex-none">
                    <Lamp level={row.level} quiet t={t} />
                  </span>
                  <Link
                    href={rankingHref(query, {
                      table: 'PROJECT',
                      group: query.group,
                      page: query.page,
                      show: row.subjectId,
                    })}
                    aria-current={on ? 'true' : undefined}
                    className="inline-flex min-h-8 min-w-0 items-center hover:text-link max-sm:min-h-11"
                    lang="zh-CN"
                  >
                    {row.name}
                  </Link>
                </span>
                {/* What has no column of its own where the screen is narrow. */}
                <span className="flex flex-wrap gap-x-2.5 pb-1 text-xs text-ink-3 lg:hidden">
                  <span className="whitespace-nowrap">
                    {t('ranking.column.planned')} {share(row.planned)}
                  </span>
                  <span className="whitespace-nowrap">
                    {t('ranking.column.actual')} {share(row.actual)}
                  </span>
                  <span className="whitespace-nowrap sm:hidden">
                    {t('ranking.column.red')} {row.colourDays.RED}
                  </span>
                  <span className="whitespace-nowrap sm:hidden">
                    {t('ranking.column.yellow')} {row.colourDays.YELLOW}
                  </span>
                </span>
              </th>
              <td className={clsx(td, 'max-lg:hidden')}>{share(row.planned)}</td>
              <td className={clsx(td, 'max-lg:hidden')}>{share(row.actual)}</td>
              <td
                className={clsx(
                  td,
                  'text-lg',
                  row.rank !== null && 'font-semibold',
                  row.deviation !== null && row.deviation < 0 && 'text-red-ink',
                )}
              >
                {deviationText(row.deviation)}
              </td>
              <td className={clsx(td, 'max-sm:hidden')}>{row.colourDays.RED}</td>
              <td className={clsx(td, 'max-sm:hidden')}>{row.colourDays.YELLOW}</td>
              <td className={clsx(td, 'text-left! max-xl:hidden')}>
                <Sparkline series={row.series} ranked={row.rank !== null} scale={scale} say={deviationText} t={t} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
