import { Pager } from '@/components/admin/pager'
import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import type { Locale } from '@/lib/i18n/locale'
import { itemName } from '@/lib/i18n/reason-line'
import { reasonText } from '@/lib/i18n/reason-text'
import { translator } from '@/lib/i18n/translator'
import type { RulesTrialPage, TrialAddress } from '@/lib/schemas/rules-trial'
import { trialHref } from './trial-link'

/** The rows that would turn, fifty at a time, each with the colour it has and would have, and why. */
export function TrialRows({ trial, query, locale }: { trial: RulesTrialPage; query: TrialAddress; locale: Locale }) {
  const t = translator(locale)
  const shown = query.from && query.to
  return (
    <section id="rows" className="scroll-mt-16 pt-7">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 className="text-lg font-semibold">{t(`rulesTrial.rows.${trial.of}`, { n: trial.count })}</h2>
        {shown && (
          <Link
            href={`${trialHref(trial.id, { of: trial.of })}#rows`}
            className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
          >
            {t('rulesTrial.all')}
          </Link>
        )}
      </div>
      <nav aria-label={t('rulesTrial.which')} className="no-print flex flex-wrap gap-x-5">
        {(['projects', 'procedures'] as const).map((of) => (
          <Link
            key={of}
            href={`${trialHref(trial.id, { of })}#rows`}
            aria-current={of === trial.of ? 'page' : undefined}
            className="inline-flex min-h-8 items-center text-link aria-[current]:font-semibold aria-[current]:text-ink max-sm:min-h-11"
          >
            {t(`rulesTrial.of.${of}`)}
          </Link>
        ))}
      </nav>
      {trial.count === 0 ? (
        <p className="py-3 text-ink-2">{t('rulesTrial.noRows')}</p>
      ) : (
        <>
          <ul className="mt-1 max-w-[960px] border-t border-control">
            {trial.lines.map(({ nth, name, item, href, from, to, reason }) => (
              <li key={nth} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-divider py-2">
                <span className="flex items-center gap-1.5">
                  <Lamp level={from} quiet t={t} />
                  <span aria-hidden="true">→</span>
                  <Lamp level={to} t={t} />
                </span>
                <span className="min-w-0 flex-1">
                  <Link href={href} className="inline-flex min-h-6 items-center text-link max-sm:min-h-11" lang="zh-CN">
                    {item ? `${name} ${item.nameZh}` : name}
                  </Link>
                  {item && locale === 'en' && <span className="ml-2 text-ink-3">{itemName(item, locale)}</span>}
                  {reason && <span className="block text-sm text-ink-2">{reasonText(reason, locale)}</span>}
                </span>
              </li>
            ))}
          </ul>
          <Pager
            count={t('rulesTrial.count', { n: trial.count })}
            page={trial.page}
            pages={trial.pages}
            hrefOf={(page) => `${trialHref(trial.id, { ...query, of: trial.of, page })}#rows`}
            t={t}
          />
        </>
      )}
    </section>
  )
}
