import { forbidden } from 'next/navigation'
import { runningHref } from '@/components/ranking/ranking-link'
import { RunningPanel } from '@/components/ranking/running-panel'
import { RunningTable } from '@/components/ranking/running-table'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay, timeOfInstant } from '@/lib/clock'
import { rankingRunning } from '@/lib/data/ranking-running'
import { dayIn } from '@/lib/i18n/day'
import { monthText } from '@/lib/i18n/ranking-text'
import { translator } from '@/lib/i18n/translator'
import { misread } from '@/lib/schemas/misread'
import { runningAddress } from '@/lib/schemas/ranking-running'

export const generateMetadata = pageTitle('ranking.running.name')

/** The running month as it stands today: nobody's ranking yet, and what can still be done for it. */
export default async function RunningPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  const asks = await searchParams
  const { table, show } = runningAddress.parse(asks)
  const today = businessDay()
  const running = await rankingRunning(actor, today, new Date(), { table, subjectId: show })
  if (!running) forbidden()
  const t = translator(locale)
  return (
    <article className="px-4 pt-5 pb-10 sm:px-8">
      <Misread parts={misread(runningAddress, asks)} words={(parts) => t('shell.misread', { parts })} />
      <p className="no-print pb-1">
        <Link href="/ranking" className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
          {t('ranking.rules.back')}
        </Link>
      </p>
      <header className="border-b border-control pb-3">
        <h1 className="text-2xl font-semibold">
          {t('ranking.running.title', {
            month: monthText(running.month, t),
            table: t(`ranking.table.${running.table}`),
          })}
        </h1>
        <p className="mt-0.5 text-ink-2">
          {t('ranking.running.asOf', { day: dayIn(today, today), time: timeOfInstant(new Date(running.at)) })}
        </p>
        <p role="note" className="mt-2 border-l-[3px] border-[var(--yellow-border)] bg-zebra px-3 py-2">
          {t('ranking.running.note')}
        </p>
      </header>
      {running.seen.length > 1 && (
        <nav aria-label={t('ranking.running.tables')} className="no-print mt-3 flex flex-wrap gap-x-5">
          {running.seen.map((one) => (
            <Link
              key={one}
              href={runningHref(one)}
              aria-current={one === running.table ? 'page' : undefined}
              className="inline-flex min-h-8 items-center text-link aria-[current]:font-semibold aria-[current]:text-ink max-sm:min-h-11"
            >
              {t(`ranking.table.${one}`)}
            </Link>
          ))}
        </nav>
      )}
      {running.subject ? (
        <div className="gap-x-10 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
          <section className="pt-4">
            <RunningTable running={running} t={t} />
          </section>
          <section id="open" className="scroll-mt-16 pt-4">
            <RunningPanel running={running} subject={running.subject} today={today} t={t} />
          </section>
        </div>
      ) : (
        <p className="py-6 text-ink-2">{t('ranking.running.empty')}</p>
      )}
    </article>
  )
}
