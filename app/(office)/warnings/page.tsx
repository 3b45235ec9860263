import clsx from 'clsx'
import { forbidden } from 'next/navigation'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { Unbroken } from '@/components/ui/unbroken'
import { boardHref } from '@/components/warning/board-link'
import { BoardList } from '@/components/warning/board-list'
import { BoardTable } from '@/components/warning/board-table'
import { CompareDays } from '@/components/warning/compare-days'
import { LevelMatrix } from '@/components/warning/level-matrix'
import { TurnedList } from '@/components/warning/turned-list'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { loadWarningBoard } from '@/lib/data/warning-board'
import { SIGHT } from '@/lib/domain/access'
import { SEES_BOARD, SEES_WAIVERS } from '@/lib/domain/sight'
import { wasCount } from '@/lib/domain/warning-board'
import { dayIn, dayWithWeekday } from '@/lib/i18n/day'
import { translator } from '@/lib/i18n/translator'
import { misread } from '@/lib/schemas/misread'
import { BOARD_GROUPINGS, warningQuery } from '@/lib/schemas/warning'

export const generateMetadata = pageTitle('warnings.title')

export default async function WarningsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  const whose = SIGHT.project[actor.role]
  if (!whose || !SEES_BOARD.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const query = warningQuery.parse(asks)
  const asked = (query.group ?? query.now ?? query.was ?? query.turned) !== undefined
  // The red ones lie open until something else is asked for.
  const shown = asked ? query : { ...query, now: 'RED' as const }
  const board = await loadWarningBoard(actor, shown, today)
  const { total, matrix } = board
  const diff = total.counts.RED - wasCount(matrix, 'RED')
  const day = dayIn(board.from, today)
  const unread = [
    ...misread(warningQuery, asks),
    // A day that is not the one compared: not over yet, or not before the other.
    ...(query.from && query.from !== board.from ? [`from=${query.from}`] : []),
    ...(query.to && query.to !== board.to ? [`to=${query.to}`] : []),
  ]
  if (total.total === 0 && query.from === undefined && query.to === undefined)
    return (
      <div className="flex flex-col items-center px-6 pt-32 text-center">
        <h1 className="text-xl font-semibold">{t('warnings.noneYet')}</h1>
        <p className="mt-2 text-ink-2">{t('warnings.noneYetHint')}</p>
      </div>
    )
  return (
    <div className="xl:grid xl:min-h-full xl:grid-cols-[minmax(0,1fr)_376px]">
      <div className="px-4 pt-5 pb-8 sm:px-8">
        <Misread parts={unread} words={(parts) => t('shell.misread', { parts })} />
        <header className="flex flex-wrap items-baseline gap-x-4 pb-2.5">
          <h1 className="text-2xl font-semibold">
            <Unbroken
              text={t(`warnings.head.${diff > 0 ? 'more' : diff < 0 ? 'less' : 'same'}`, {
                n: total.counts.RED,
                day: dayWithWeekday(board.from, today, locale),
                diff: Math.abs(diff),
              })}
            />
          </h1>
          <p className="flex-1 whitespace-nowrap text-ink-2">
            {t('warnings.span', {
              whose: t(`warnings.whose.${whose}`),
              n: total.total,
              from: day,
              to: dayIn(board.to, today),
            })}
          </p>
          {SEES_WAIVERS.has(actor.role) && (
            <Link href="/waivers" className="no-print inline-flex items-center text-link max-sm:min-h-11">
              {t('waiver.link')}
            </Link>
          )}
          <CompareDays board={board} query={query} today={today} t={t} />
        </header>
        <nav
          aria-label={t('warnings.groups')}
          className="-mx-2.5 mb-2.5 flex items-end gap-1 overflow-x-auto border-b border-divider"
        >
          {BOARD_GROUPINGS.map((by) => (
            <Link
              key={by}
              href={boardHref(query, { by })}
              aria-current={query.by === by ? 'page' : undefined}
              className={clsx(
                'relative px-2.5 pt-1.5 pb-2.5 whitespace-nowrap',
                query.by === by
                  ? 'font-semibold text-ink after:absolute after:inset-x-2.5 after:bottom-0 after:h-0.5 after:bg-ink'
                  : 'text-ink-2 hover:text-ink',
              )}
            >
              {t(`warnings.by.${by}`)}
              <span className="ml-1 font-normal text-ink-3">{board.groupCounts[by]}</span>
            </Link>
          ))}
          <span className="flex-1" />
          <span className="px-2.5 pb-2.5 text-xs whitespace-nowrap text-ink-3 max-lg:hidden">{t('warnings.hint')}</span>
        </nav>
        <section tabIndex={0} className="overflow-x-auto" aria-label={t(`warnings.by.${query.by}`)}>
          <BoardTable board={board} query={query} whose={whose} locale={locale} />
        </section>
        <div className="mt-5 grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_316px] lang-en:lg:grid-cols-[minmax(0,1fr)_460px]">
          <TurnedList board={board} query={query} locale={locale} />
          <LevelMatrix board={board} query={query} today={today} t={t} />
        </div>
      </div>
      <aside id="list" className="scroll-mt-14 border-divider bg-zebra px-4 py-6 max-xl:border-t sm:px-6 xl:border-l">
        <BoardList board={board} query={shown} asked={asked} whose={whose} today={today} locale={locale} />
      </aside>
    </div>
  )
}
