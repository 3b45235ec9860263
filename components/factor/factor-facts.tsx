import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { gapText } from '@/lib/i18n/factor-text'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { FactorDetail } from '@/lib/schemas/factor'

/** What is needed, of whom, by when, and how much of it is there. */
export function FactorFacts({ need, today, locale }: { need: FactorDetail; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const { project } = need
  const about = project.open ? (
    <Link href={`/projects/${project.id}`} lang={languageOf(project.name, locale)} className="text-link">
      {project.name}
    </Link>
  ) : (
    project.name
  )
  const facts: readonly (readonly [label: string, value: React.ReactNode])[] = [
    [t('factor.detail.project'), about],
    [t('factor.detail.reason'), need.reason],
    [t('factor.detail.quantity'), t('factor.amount', { n: need.quantity, unit: need.unit })],
    [t('factor.detail.provided'), t('factor.amount', { n: need.provided, unit: need.unit })],
    [t('factor.detail.gap'), gapText(need, locale)],
    [t('factor.detail.needBy'), dayIn(need.needBy, today)],
    [t('factor.detail.lead'), need.lead?.name ?? t('factor.noLead')],
    [
      t('factor.detail.committedOn'),
      need.committedOn && (
        <>
          {dayIn(need.committedOn, today)}
          {need.tooLate && <span className="ml-2 text-yellow-ink">{t('factor.tooLate')}</span>}
        </>
      ),
    ],
    [t('factor.detail.alternative'), need.alternative],
    [t('factor.detail.raisedBy'), need.raisedBy],
    [t('factor.detail.raisedOn'), dayIn(need.raisedOn, today)],
  ]
  return (
    <dl className="grid grid-cols-[88px_minmax(0,1fr)] gap-x-3 lang-en:grid-cols-[128px_minmax(0,1fr)]">
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label} className="col-span-2 grid grid-cols-subgrid border-b border-divider py-1.5">
              <dt className="text-ink-2">{label}</dt>
              <dd className="min-w-0">{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
