import { notFound } from 'next/navigation'
import { FactorFacts } from '@/components/factor/factor-facts'
import { FactorForms } from '@/components/factor/factor-forms'
import { FactorHistory } from '@/components/factor/factor-history'
import { factorsHref } from '@/components/factor/factor-link'
import { Lamp } from '@/components/level/lamp'
import { RulerCell } from '@/components/level/ruler-cell'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findFactor } from '@/lib/data/factor-detail'
import { SEES_FACTORS } from '@/lib/domain/sight'
import { factorReason, gapText } from '@/lib/i18n/factor-text'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('factor.title')

export default async function FactorPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  const { id } = await params
  const today = businessDay()
  const need = isUuid(id) ? await findFactor(actor, id, today) : null
  if (!need) notFound()
  const t = translator(locale)
  return (
    <article className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_376px]">
      <div className="px-4 pt-5 pb-8 sm:px-8">
        <p className="no-print pb-1">
          <Link
            href={SEES_FACTORS.has(actor.role) ? factorsHref({ state: 'open' }) : `/projects/${need.project.id}`}
            className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
          >
            {SEES_FACTORS.has(actor.role) ? t('factor.back') : need.project.name}
          </Link>
        </p>
        <header className="border-b border-control pb-4">
          <p className="flex flex-wrap items-baseline gap-x-4 text-ink-2">
            <span>{need.project.name}</span>
            <b className="text-ink">{t(`factor.state.${need.state}`)}</b>
            <span>{gapText(need, locale)}</span>
          </p>
          <h1 className="mt-1 text-2xl font-semibold">
            {t(`factor.kind.${need.kind}`)} {t('factor.amount', { n: need.quantity, unit: need.unit })}
          </h1>
          <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
            <span className="flex items-center gap-3 text-lg">
              <Lamp level={need.level} size="m" t={t} />
              <span className={`why-${need.level}`}>{factorReason(need, locale)}</span>
            </span>
            {need.ruler && <RulerCell ruler={need.ruler} today={today} t={t} />}
          </div>
        </header>
        <section className="no-print pt-5">
          <h2 className="mb-1 text-lg font-semibold">{t('factor.detail.actions')}</h2>
          <FactorForms key={need.version} need={need} formKey={() => issueFormKey(actor.userId)} today={today} t={t} />
        </section>
        <section className="pt-6">
          <h2 className="border-b border-control pb-1 text-lg font-semibold">{t('factor.detail.history')}</h2>
          <FactorHistory need={need} today={today} t={t} />
        </section>
      </div>
      <aside className="border-divider bg-zebra px-4 py-6 max-lg:border-t sm:px-6 lg:border-l">
        <h2 className="mb-1 text-lg font-semibold">{t('factor.detail.facts')}</h2>
        <FactorFacts need={need} today={today} locale={locale} />
      </aside>
    </article>
  )
}
