import { Link } from '@/components/ui/link'
import type { Period } from '@/lib/domain/figure'
import { SLIP_RESULTS } from '@/lib/domain/supervision/slip'
import { percentText } from '@/lib/i18n/figure-value'
import type { Translator } from '@/lib/i18n/translator'
import type { SupervisionSums } from '@/lib/schemas/supervision'
import { supervisionsHref } from './slip-link'

/** What became of the slips of some days, each count opening its rows. */
export function SlipSums({ sums, period, t }: { sums: SupervisionSums; period: Period; t: Translator }) {
  const { from, to } = period
  const days = { state: 'all', from, to } as const
  const share = percentText(BigInt(sums.inTime), BigInt(sums.judged))
  const lines: readonly Readonly<{
    key: string
    text: string
    n: number
    href: ReturnType<typeof supervisionsHref>
    beside?: string
  }>[] = [
    { key: 'issued', text: t('supervisionSlip.analysis.slip.issued'), n: sums.issued, href: supervisionsHref(days) },
    {
      key: 'inTime',
      text: t('supervisionSlip.analysis.slip.inTime'),
      n: sums.inTime,
      href: supervisionsHref({ ...days, intime: '1' }),
      beside: `/${sums.judged} ${share ?? t('supervisionSlip.analysis.none')}`,
    },
    ...SLIP_RESULTS.map((result) => ({
      key: result,
      text: t(`supervisionSlip.result.${result}`),
      n: sums.byResult[result],
      href: supervisionsHref({ ...days, result }),
    })),
    {
      key: 'redone',
      text: t('supervisionSlip.analysis.slip.redone'),
      n: sums.redone,
      href: supervisionsHref({ ...days, redone: '1' }),
    },
    {
      key: 'announced',
      text: t('supervisionSlip.analysis.slip.announced'),
      n: sums.announced,
      href: supervisionsHref({ ...days, rung: 'ANNOUNCE' }),
    },
    {
      key: 'closed',
      text: t('supervisionSlip.analysis.slip.closed'),
      n: sums.closed,
      href: supervisionsHref({ ...days, state: 'CLOSED' }),
    },
  ]
  return (
    <section className="pt-6">
      <h2 className="mb-2 text-lg font-semibold">{t('supervisionSlip.analysis.slips')}</h2>
      <dl className="grid gap-x-8 sm:grid-cols-2 xl:grid-cols-3">
        {lines.map(({ key, text, n, href, beside }) => (
          <div key={key} className="flex min-h-10 items-center gap-3 border-b border-divider max-sm:min-h-11">
            <dt className="flex-1 text-ink-2">{text}</dt>
            <dd className="tabular-nums">
              {n > 0 ? (
                <Link
                  href={href}
                  aria-label={`${text} ${n}`}
                  className="inline-flex items-center font-semibold hover:text-link hover:underline max-sm:min-h-11 max-sm:min-w-11 max-sm:justify-end"
                >
                  {n}
                </Link>
              ) : (
                <span className="text-ink-3">{n}</span>
              )}
              {beside && <span className="ml-1 text-sm text-ink-3">{beside}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
