import { Link } from '@/components/ui/link'
import type { IssueSource } from '@/lib/domain/issue/issue'
import { type IssueCounts, type Share, solvedRate } from '@/lib/domain/issue/rate'
import type { Translator } from '@/lib/i18n/translator'
import type { IssueFilter } from '@/lib/schemas/issue-list'
import { issuesHref } from './ledger-link'

const RATES = [
  { name: 'strict', view: 'SOLVED' },
  { name: 'loose', view: 'loose' },
] as const

/** How many problems of one ledger are solved, strictly and loosely, from counts each of which opens its rows 解决率. */
export function SolvedRate({
  counts,
  filter,
  t,
}: {
  counts: IssueCounts
  filter: IssueFilter & Readonly<{ source: IssueSource }>
  t: Translator
}) {
  const rate = solvedRate(counts)
  // The figures are of everything the ledger holds under its lasting conditions, not of the view that is open.
  const base = {
    ...filter,
    state: undefined,
    holder: undefined,
    wait: undefined,
    level: undefined,
    late: undefined,
    reopened: undefined,
    satisfied: undefined,
  }
  const figure = (state: IssueFilter['state'], n: number) => (
    <Link href={issuesHref(base, { state })} className="text-link underline underline-offset-[3px]">
      {n}
    </Link>
  )
  return (
    <section
      aria-label={t('issueLedger.rate.label', { source: t(`issueLedger.source.${filter.source}`) })}
      className="border-b border-divider px-4 py-2.5 sm:px-6"
    >
      {rate ? (
        <dl className="flex flex-wrap gap-x-8 gap-y-2">
          {RATES.map(({ name, view }) => {
            const share: Share = rate[name]
            return (
              <div key={name} className="flex flex-wrap items-baseline gap-x-3">
                <dt className="text-ink-2">{t(`issueLedger.rate.${name}`)}</dt>
                <dd className="flex flex-wrap items-baseline gap-x-3">
                  <b className="text-xl tabular-nums">{t('issueLedger.rate.percent', { n: share.percent })}</b>
                  <span className="text-ink-2">
                    {t(`issueLedger.rate.parts.${view}`)} {figure(view, share.part)} {t('issueLedger.rate.divided')}{' '}
                    {figure('counted', share.of)}
                  </span>
                  <span className="text-sm text-ink-3">{t('issueLedger.rate.sample', { n: share.of })}</span>
                </dd>
              </div>
            )
          })}
        </dl>
      ) : (
        <p className="text-ink-2">{t('issueLedger.rate.none')}</p>
      )}
      <p className="mt-0.5 text-sm text-ink-3">{t('issueLedger.rate.hint')}</p>
    </section>
  )
}
