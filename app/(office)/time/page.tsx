import { forbidden } from 'next/navigation'
import { TimeBar } from '@/components/level/time-bar'
import { TaskTabs } from '@/components/task/task-tabs'
import { PairTable } from '@/components/time/pair-table'
import { timeHref } from '@/components/time/time-link'
import { TimeRows } from '@/components/time/time-rows'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { loadTimeTable } from '@/lib/data/time-table'
import { SIGHT } from '@/lib/domain/access'
import { wholeOf } from '@/lib/domain/time-spent'
import { ENOUGH } from '@/lib/domain/usual-time'
import { translator } from '@/lib/i18n/translator'
import { misread } from '@/lib/schemas/misread'
import { timeQuery } from '@/lib/schemas/time-table'

export const generateMetadata = pageTitle('time.title')

/** The rows of a pair close where what the table is of changes. */
const CLOSED = { item: undefined, agency: undefined } as const

export default async function TimePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  const whose = SIGHT.procedure[actor.role]
  if (!whose) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const query = timeQuery.parse(asks)
  // The rows of one pair lie open beside the whole table, not instead of it.
  const table = await loadTimeTable(actor, query, today)
  // What waits for others is in nobody's hands yet.
  const worked = wholeOf(table.account) - table.account.NOT_STARTED
  const share = worked > 0 ? Math.round((table.account.AGENCY * 100) / worked) : 0
  return (
    <div className="xl:grid xl:min-h-full xl:grid-cols-[minmax(0,1fr)_400px]">
      <div className="px-4 pt-5 pb-8 sm:px-8">
        <Misread parts={misread(timeQuery, asks)} words={(parts) => t('shell.misread', { parts })} />
        <header className="pb-3">
          <p className="text-ink-2">
            <Link href="/procedures" className="text-link underline">
              {t('queue.title')}
            </Link>
            <span className="mx-2 text-ink-3">/</span>
            {t('time.title')}
          </p>
          <h1 className="text-2xl font-semibold">
            {t(query.of ? 'time.headlineOpen' : 'time.headline', { n: table.n, share })}
          </h1>
          <TaskTabs
            label={t('time.which')}
            tabs={[
              {
                name: 'done',
                text: t('time.done'),
                href: timeHref(query, { ...CLOSED, of: undefined }),
                on: !query.of,
              },
              {
                name: 'open',
                text: t('time.open'),
                href: timeHref(query, { ...CLOSED, of: 'open' }),
                on: query.of === 'open',
              },
            ]}
          />
        </header>
        <form action="/time" aria-label={t('time.template')} className="no-print mb-4 flex flex-wrap items-end gap-3">
          <label>
            <span className="mb-1 block text-sm text-ink-2">{t('time.template')}</span>
            <select name="template" defaultValue={query.template ?? ''} className="field">
              <option value="">{t('time.allTemplates')}</option>
              {table.templates.map(({ code, nameZh, nameEn }) => (
                <option key={code} value={code}>
                  {locale === 'en' ? nameEn : nameZh}
                </option>
              ))}
            </select>
          </label>
          {query.of && <input type="hidden" name="of" value={query.of} />}
          <button type="submit" className="btn">
            {t('time.show')}
          </button>
        </form>
        {table.agencies.length === 0 ? (
          <p className="border-t border-control py-12 text-center text-ink-2">
            {t(table.tooMany ? 'time.tooMany' : query.of ? 'time.emptyOpen' : 'time.empty', { n: table.n })}
          </p>
        ) : (
          <PairTable table={table} query={query} locale={locale} />
        )}
        <p className="mt-3 text-sm text-ink-3">
          {t('time.figureHint')} {t(query.of ? 'time.openHint' : 'time.p80Hint')}{' '}
          {t(query.of ? 'time.fewBegunHint' : 'time.fewHint', { n: ENOUGH })}
        </p>
        {table.left && <p className="mt-1 text-sm text-ink-2">{t('time.left')}</p>}
      </div>
      <aside className="border-divider bg-zebra px-4 py-6 max-xl:border-t sm:px-6 xl:border-l">
        {table.rows ? (
          <TimeRows rows={table.rows} query={query} today={today} locale={locale} />
        ) : (
          <>
            <h2 className="mb-2 text-lg font-semibold">
              {t(query.of ? 'time.leadOpen' : 'time.lead', {
                n: table.n,
                whose: t(`time.whoseSees.${whose === 'district' || whose === 'agency' ? whose : 'other'}`),
              })}
            </h2>
            <TimeBar account={table.account} caption={t('time.title')} t={t} />
          </>
        )}
      </aside>
    </div>
  )
}
