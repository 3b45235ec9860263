import { factorsHref } from '@/components/factor/factor-link'
import { DaySection } from '@/components/today/day-section'
import { Link } from '@/components/ui/link'
import { spanText } from '@/components/waiver/waiver-words'
import { businessDay } from '@/lib/clock'
import { openFactors } from '@/lib/data/factor-list'
import { waitingWaivers } from '@/lib/data/waiver-list'
import { relationFor } from '@/lib/domain/access'
import { SEES_FACTORS } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import type { TodayProps } from './props'

/** Needs that wait for somebody, and waivers the office has to decide; nothing where nothing waits. */
export async function FactorLines({ actor, locale }: Pick<TodayProps, 'actor' | 'locale'>) {
  if (!SEES_FACTORS.has(actor.role)) return null
  const t = translator(locale)
  const today = businessDay()
  const decides = relationFor(actor.role, 'waiver.decide') !== null
  const [{ open, toAccept, toCheck, late }, waivers] = await Promise.all([
    openFactors(actor, today),
    decides ? waitingWaivers(actor, today) : [],
  ])
  const figures = [
    {
      n: toCheck,
      text: t('factor.today.toCheck', { n: toCheck }),
      href: factorsHref({ state: 'TO_CHECK' }),
    },
    {
      n: decides ? toAccept : 0,
      text: t('factor.today.toAccept', { n: toAccept }),
      href: factorsHref({ state: 'UNMET' }),
    },
    { n: late, text: t('factor.today.late', { n: late }), href: factorsHref({ state: 'open', late: '1' }) },
    { n: open, text: t('factor.today.open', { n: open }), href: factorsHref({ state: 'open' }) },
  ]
  const waits = open > 0 || (decides && toAccept > 0)
  if (!waits && waivers.length === 0) return null
  return (
    <>
      {waits && <DaySection title={t('factor.today.title')} figures={figures} locale={locale}></DaySection>}
      {waivers.length > 0 && (
        <DaySection
          title={t('waiver.today.title')}
          figures={[
            {
              n: waivers.length,
              text: t('waiver.today.waiting', { n: waivers.length }),
              href: '/waivers?state=waiting',
            },
          ]}
          locale={locale}
        >
          <ul>
            {waivers.map((row) => (
              <li key={row.id} className="flex flex-wrap items-baseline gap-x-3 border-b border-divider py-2">
                <Link href={`/waivers/${row.id}`} className="font-semibold hover:text-link max-sm:py-2">
                  {row.project.name} {t('waiver.of', { dimension: t(`project.dimension.${row.dimension}`) })}
                </Link>
                <span>{t(`waiver.reason.${row.reason}`)}</span>
                <span className="text-ink-2">{spanText(row, today, t)}</span>
                <span className="text-sm text-ink-3">{row.proposedBy}</span>
              </li>
            ))}
          </ul>
        </DaySection>
      )}
    </>
  )
}
