import { Link } from '@/components/ui/link'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import { originOf } from '@/lib/domain/rule-book'
import { SOURCES } from '@/lib/domain/sources'
import type { Why } from '@/lib/domain/why'
import { listed } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import { arithmeticText, type PlanMoney, standingClockText, thresholdTexts, uncountedText } from '@/lib/i18n/why-text'

/** 为什么是红: the rule with its source, the arithmetic with its days, and what was not counted. Printed it lies open. */
export function WhyLevel({
  level,
  why,
  money = null,
  today,
  locale,
}: {
  level: Level
  why: Why | null | undefined
  money?: PlanMoney
  today: PlainDate
  locale: Locale
}) {
  if (!why) return null
  const t = translator(locale)
  return (
    <details className="why-level mt-2">
      <summary className="inline-block min-h-6 text-link print:text-ink">
        {t('projectPage.why', { level: t(`level.short.${level}`) })}
      </summary>
      <WhyFacts why={why} money={money} today={today} locale={locale} />
    </details>
  )
}

function WhyFacts({ why, money, today, locale }: { why: Why; money: PlanMoney; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const { arithmetic } = why
  const { sources, section } = originOf(why.rule)
  const laws = sources.map((id) => [SOURCES[id].title, SOURCES[id].article].filter(Boolean).join(' '))
  const standing = arithmetic && standingClockText(arithmetic, today, locale)
  const uncounted = arithmetic && uncountedText(arithmetic, today, locale)
  const thresholds = thresholdTexts(why, t)
  return (
    <dl className="mt-1 grid max-w-[720px] grid-cols-[var(--col-term)_1fr] gap-y-0.5 border-l-2 border-divider pl-3 [&_dt]:text-ink-3">
      <dt>{t('why.rule')}</dt>
      <dd>
        <Link href={`/rules#${why.rule}`} className="mr-1.5 inline-block min-h-6 text-link underline print:text-ink">
          {why.rule}
        </Link>
        {t(`ruleBook.rule.${why.rule}`)}
        {why.capped && <p className="text-ink-2">{t('why.capped')}</p>}
      </dd>
      <dt>{t('why.origin')}</dt>
      <dd className="text-ink-2">
        <span lang="zh-CN">{listed(laws, t)}</span>
        {laws.length > 0 && section && t('shell.comma')}
        {section && t('ruleBook.design', { section })}
      </dd>
      {thresholds.length > 0 && (
        <>
          <dt>{t('why.thresholds')}</dt>
          <dd className="text-ink-2">{thresholds.join(t('why.next'))}</dd>
        </>
      )}
      {arithmetic && (
        <>
          <dt>{t('why.how')}</dt>
          <dd>{arithmeticText(arithmetic, money, today, locale)}</dd>
        </>
      )}
      {uncounted && (
        <>
          <dt>{t('why.uncounted')}</dt>
          <dd>{uncounted}</dd>
        </>
      )}
      {standing && (
        <>
          <dt>{t('why.standing')}</dt>
          <dd>{standing}</dd>
        </>
      )}
    </dl>
  )
}
