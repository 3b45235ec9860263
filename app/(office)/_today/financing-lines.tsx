import { needsHref } from '@/components/financing/financing-link'
import { DaySection } from '@/components/today/day-section'
import { Link } from '@/components/ui/link'
import { businessDay } from '@/lib/clock'
import { contactNeeds } from '@/lib/data/financing-contact'
import { openNeeds } from '@/lib/data/financing-list'
import { relationFor } from '@/lib/domain/access'
import { wanText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import type { TodayProps } from './props'

type Props = Pick<TodayProps, 'actor' | 'locale'>

/** Needs that wait for the office; nothing where nothing waits. */
export async function FinancingLines({ actor, locale }: Props) {
  if (relationFor(actor.role, 'financing.recommend') === null) return null
  const t = translator(locale)
  const { toCheck, toRecommend, passedOn, late, open } = await openNeeds(actor, businessDay())
  if (open === 0) return null
  const figures = [
    { n: toCheck, text: t('financing.today.toCheck', { n: toCheck }), href: needsHref({ state: 'FILED' }) },
    {
      n: toRecommend,
      text: t('financing.today.toRecommend', { n: toRecommend }),
      href: needsHref({ state: 'CHECKED' }),
    },
    { n: passedOn, text: t('financing.today.passedOn', { n: passedOn }), href: needsHref({ state: 'TRANSFERRED' }) },
    { n: late, text: t('financing.today.late', { n: late }), href: needsHref({ state: 'all', late: '1' }) },
    { n: open, text: t('financing.today.open', { n: open }), href: needsHref({}) },
  ]
  return <DaySection title={t('financing.today.title')} figures={figures} locale={locale}></DaySection>
}

/** An enterprise's needs, and those whose bank it has yet to let see them. */
export async function ContactFinancing({ actor, locale }: Props) {
  const t = translator(locale)
  const { rows, total, consents } = await contactNeeds(actor, businessDay())
  return (
    <section aria-label={t('financing.contact.title')} className="mb-5">
      <h2 className="flex border-b border-control pb-1 flex-wrap items-baseline gap-x-4 text-lg font-semibold">
        {t('financing.contact.title')}
        {consents > 0 && (
          <span className="text-base font-normal text-yellow-ink">
            {t('financing.contact.consent', { n: consents })}
          </span>
        )}
        <Link
          href="/financing/new"
          className="inline-flex items-center text-base font-normal text-link max-sm:min-h-11"
        >
          {t('financing.contact.file')}
        </Link>
        {total > rows.length && (
          <Link href="/financing" className="inline-flex items-center text-base font-normal text-link max-sm:min-h-11">
            {t('financing.contact.all', { n: total })}
          </Link>
        )}
      </h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-baseline gap-x-3 border-b border-divider py-2">
            <Link href={`/financing/${row.id}`} className="font-semibold hover:text-link max-sm:py-2">
              {row.purpose && t(`financing.purpose.${row.purpose}`)}{' '}
              {t('financing.contact.line', {
                amount: wanText(row.amountFen),
                state: t(`financing.state.${row.state}`),
              })}
            </Link>
            {row.duty?.what === 'CONSENT' && (
              <span className="text-sm text-yellow-ink">{t('financing.duty.CONSENT')}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
