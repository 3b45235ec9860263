import { forbidden } from 'next/navigation'
import { TaskTabs } from '@/components/task/task-tabs'
import { Misread } from '@/components/ui/misread'
import { WaiverList } from '@/components/waiver/waiver-list'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listWaivers } from '@/lib/data/waiver-list'
import { SEES_WAIVERS } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import { misread } from '@/lib/schemas/misread'
import { WAIVER_TABS, waiverFilter } from '@/lib/schemas/waiver'

export const generateMetadata = pageTitle('waiver.title')

export default async function WaiversPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_WAIVERS.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const { rows, counts, tab } = await listWaivers(actor, waiverFilter.parse(asks).state, today)
  return (
    <div className="page-lying-a4">
      <header className="flex flex-wrap items-end gap-x-6 border-b border-divider px-4 pt-2.5 sm:px-6">
        <h1 className="pb-2.5 text-xl font-semibold whitespace-nowrap">{t('waiver.title')}</h1>
        <TaskTabs
          label={t('waiver.tabs')}
          tabs={WAIVER_TABS.map((name) => ({
            name,
            text: t(`waiver.tab.${name}`),
            href: `/waivers?state=${name}`,
            on: tab === name,
            n: counts[name],
          }))}
        />
      </header>
      <Misread parts={misread(waiverFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      {rows.length === 0 ? (
        <div className="px-4 pt-24 text-center">
          <p className="text-lg font-semibold">{t('waiver.none')}</p>
          <p className="mt-1 text-ink-2">{t('waiver.noneHint')}</p>
        </div>
      ) : (
        <section aria-label={t('waiver.caption', { n: rows.length })} className="px-4 py-3 sm:px-6">
          <WaiverList rows={rows} named today={today} locale={locale} />
        </section>
      )}
    </div>
  )
}
