import clsx from 'clsx'
import { Lock } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import type { RankingTable } from '@/lib/domain/ranking/sight'
import type { Translator } from '@/lib/i18n/translator'
import type { RankingAddress } from '@/lib/schemas/ranking-address'
import { rankingHref } from './ranking-link'

/** Tables in the order of the tabs: units first, people last. */
const ORDER: readonly RankingTable[] = ['AGENCY', 'TASKFORCE', 'AREA', 'PROJECT', 'STEWARD']

/** The tables somebody sees, as tabs; the stewards' has a lock while their names are not for everybody. */
export function RankingTabs({
  tables,
  table,
  query,
  named,
  t,
}: {
  tables: readonly RankingTable[]
  table: RankingTable
  query: RankingAddress
  /** The district shows stewards' names to others than leaders and the office. */
  named: boolean
  t: Translator
}) {
  return (
    <nav
      aria-label={t('ranking.tables')}
      className="no-print mt-3 flex items-end gap-1 overflow-x-auto border-b border-divider"
    >
      {ORDER.filter((one) => tables.includes(one)).map((one) => (
        <Link
          key={one}
          href={rankingHref(query, { table: one })}
          aria-current={one === table ? 'page' : undefined}
          className={clsx(
            'relative flex items-center gap-1 px-2.5 pt-1.5 pb-2.5 whitespace-nowrap max-sm:pt-3',
            one === table
              ? 'font-semibold text-ink after:absolute after:inset-x-2.5 after:bottom-0 after:h-0.5 after:bg-ink'
              : 'text-ink-2 hover:text-ink',
          )}
        >
          {one === 'STEWARD' && !named && <Lock size={14} strokeWidth={1.5} aria-hidden="true" />}
          {t(`ranking.table.${one}`)}
        </Link>
      ))}
      {tables.includes('STEWARD') && (
        <span className="ml-auto self-center pl-4 text-xs whitespace-nowrap text-ink-3 max-lg:hidden">
          {t(named ? 'ranking.stewardsOpenHint' : 'ranking.stewardsHint')}
        </span>
      )}
    </nav>
  )
}

/** Groups a table can be cut down to; nothing where there is but one. */
export function GroupLinks({
  groups,
  group,
  query,
  t,
}: {
  groups: readonly Readonly<{ key: string; name: string; n: number }>[]
  group: string | undefined
  query: RankingAddress
  t: Translator
}) {
  if (groups.length < 2) return null
  const all = groups.reduce((sum, { n }) => sum + n, 0)
  return (
    <nav aria-label={t('ranking.groups')} className="no-print flex flex-wrap gap-x-4 pt-2">
      {[{ key: undefined, name: t('ranking.allGroups'), n: all }, ...groups].map(({ key, name, n }) => (
        <Link
          key={key ?? ''}
          href={rankingHref(query, { group: key, show: undefined })}
          aria-current={key === group ? 'true' : undefined}
          className={clsx(
            'inline-flex min-h-8 items-center max-sm:min-h-11',
            key === group ? 'font-semibold text-ink' : 'text-link',
          )}
        >
          {name}
          <span className="ml-1 font-normal text-ink-3">{n}</span>
        </Link>
      ))}
    </nav>
  )
}
