import { forbidden } from 'next/navigation'
import { AppealsTable } from '@/components/service/appeals-table'
import { FigureList } from '@/components/service/figure-list'
import { MonthBars } from '@/components/service/month-bars'
import { PeriodForm } from '@/components/service/period-form'
import { ServiceHead } from '@/components/service/service-tabs'
import { Link } from '@/components/ui/link'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { appealsBoard, appealsFigures } from '@/lib/data/appeals-figures'
import { raisesIssues } from '@/lib/data/issue-raiser'
import { daysOfMonth } from '@/lib/domain/month-row'
import { reportDays } from '@/lib/domain/report-year'
import { SEES_INTENTS, SEES_OVERVIEW } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import { addressOf } from '@/lib/schemas/address'
import { issueFilter } from '@/lib/schemas/issue-list'

export const generateMetadata = pageTitle('service.appeals.title')

const SOURCE = 'ASSISTANCE'

export default async function AppealsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_OVERVIEW.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const { period, reversed } = reportDays(issueFilter.parse(await searchParams), today)
  const [figures, board] = await Promise.all([
    appealsFigures(actor, period, { taskforceId: null }),
    appealsBoard(actor, period, today),
  ])
  const rows = (more: Readonly<Record<string, string>>) => addressOf('/issues', { source: SOURCE, ...period, ...more })
  return (
    <div className="flex flex-col print:block">
      <ServiceHead title={t('service.appeals.title')} on="appeals" role={actor.role} t={t}>
        <Link href={rows({ state: 'all' })} className="text-link">
          {t('service.appeals.ledger')}
        </Link>
        {SEES_INTENTS.has(actor.role) && (
          <Link href="/services/appeals/credit" className="text-link">
            {t('intent.title')}
          </Link>
        )}
        {(await raisesIssues(actor)) && (
          <Link href="/issues/new" className="text-link">
            {t('issueLedger.enter')}
          </Link>
        )}
      </ServiceHead>
      <div className="space-y-6 px-4 py-5 sm:px-6">
        <PeriodForm path="/services/appeals" period={period} reversed={reversed} t={t} />
        <FigureList figures={figures} label={t('service.appeals.figures')} locale={locale} />
        {board.late > 0 && (
          <p>
            <Link href={rows({ state: 'all', late: '1' })} className="text-link">
              {t('service.appeals.late', { n: board.late })}
            </Link>
          </p>
        )}
        <p className="text-sm text-ink-3">{t('service.appeals.hint')}</p>
        {board.months.length > 0 && (
          <section aria-label={t('service.appeals.byMonth')} className="overflow-x-auto">
            <h2 className="text-lg font-semibold">{t('service.appeals.byMonth')}</h2>
            <MonthBars
              months={board.months.map(({ key }) => key)}
              values={board.months.map(({ total }) => total)}
              label={t('service.appeals.chart', {
                values: board.months.map(({ key, total }) => `${key} ${total}`).join(t('shell.comma')),
              })}
            />
            <AppealsTable
              lines={board.months}
              head={t('service.appeals.month')}
              name={(key) => key}
              href={(key, state) => rows({ ...daysOfMonth(key), state })}
              t={t}
            />
          </section>
        )}
        <section className="overflow-x-auto">
          <h2 className="text-lg font-semibold">{t('service.appeals.byKind')}</h2>
          <AppealsTable
            lines={board.kinds}
            head={t('issueLedger.filter.kind')}
            name={(kind) => t(`issue.kind.${kind}`)}
            href={(kind, state) => rows({ kind, state })}
            t={t}
          />
        </section>
        <section className="overflow-x-auto">
          <h2 className="text-lg font-semibold">{t('service.appeals.byTier')}</h2>
          <AppealsTable
            lines={board.tiers}
            head={t('issueLedger.filter.tier')}
            name={(tier) => t(`issueLedger.tier.${tier}`)}
            href={(tier, state) => rows({ tier, state })}
            t={t}
          />
        </section>
      </div>
    </div>
  )
}
