import { notFound } from 'next/navigation'
import { PromotionForms } from '@/components/promotion/promotion-forms'
import { PartyTable, PushTable, promotionState } from '@/components/promotion/promotion-tables'
import { FactList } from '@/components/service/fact-list'
import { StepList } from '@/components/service/step-list'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findPromotion } from '@/lib/data/promotion-detail'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('promotion.title')

type StepKind = 'PROPOSE' | 'REPORT' | 'PUSH' | 'PARTY' | 'WITHDRAW'

export default async function PromotionPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  const { id } = await params
  const promotion = isUuid(id) ? await findPromotion(actor, id) : null
  if (!promotion) notFound()
  const t = translator(locale)
  const today = businessDay()
  const amount = (fen: bigint | null) => (fen === null || fen === 0n ? null : amountText(fen, locale))
  return (
    <article className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_376px]">
      <div className="min-w-0 px-4 pt-5 pb-8 sm:px-8">
        <Link
          href="/services/promotion"
          className="no-print inline-flex min-h-8 items-center text-link max-sm:min-h-11"
        >
          {t('promotion.back')}
        </Link>
        <header className="border-b border-control pb-4">
          <p className="text-ink-2">
            <b className="text-ink">{promotionState(promotion, t)}</b>
          </p>
          <h1 className="mt-1 text-2xl font-semibold">{promotion.project.name}</h1>
        </header>
        <section className="no-print pt-5">
          <h2 className="mb-1 text-lg font-semibold">{t('service.actions')}</h2>
          <PromotionForms
            key={promotion.version}
            promotion={promotion}
            formKey={() => issueFormKey(actor.userId)}
            today={today}
            t={t}
          />
        </section>
        {promotion.parties.length > 0 && (
          <section className="pt-6">
            <h2 className="pb-1 text-lg font-semibold">{t('promotion.view.parties')}</h2>
            <PartyTable rows={promotion.parties} today={today} locale={locale} />
          </section>
        )}
        {promotion.pushes.length > 0 && (
          <section className="pt-6">
            <h2 className="pb-1 text-lg font-semibold">{t('promotion.view.pushes')}</h2>
            <PushTable rows={promotion.pushes} today={today} locale={locale} />
            <p className="mt-1 text-sm text-ink-3">{t('promotion.statedOfPush')}</p>
          </section>
        )}
        <section className="pt-6">
          <h2 className="border-b border-control pb-1 text-lg font-semibold">{t('service.history')}</h2>
          <StepList steps={promotion.steps} word={(kind) => t(`promotion.step.${kind as StepKind}`)} today={today} />
        </section>
      </div>
      <aside className="border-divider bg-zebra px-4 py-6 max-lg:border-t sm:px-6 lg:border-l">
        <h2 className="mb-1 text-lg font-semibold">{t('service.facts')}</h2>
        <FactList
          facts={[
            [
              t('promotion.column.project'),
              <Link key="project" href={`/projects/${promotion.project.id}`} className="text-link">
                {promotion.project.name}
              </Link>,
            ],
            [t('promotion.column.list'), t(`promotion.list.${promotion.list}`)],
            [t('promotion.column.level'), t(`promotion.level.${promotion.level}`)],
            [t('promotion.column.mode'), t(`promotion.mode.${promotion.mode}`)],
            [t('promotion.column.total'), amount(promotion.totalFen) ?? t('promotion.notStated')],
            [t('promotion.column.sought'), amount(promotion.soughtFen)],
            [t('promotion.column.intended'), amount(promotion.intendedFen)],
            [t('promotion.column.signed'), amount(promotion.signedFen)],
            [t('promotion.column.paid'), amount(promotion.paidFen)],
            [t('promotion.form.returns'), promotion.returns],
            [t('promotion.form.contact'), promotion.contact],
            [t('promotion.column.pushedOn'), promotion.pushedOn],
          ]}
        />
      </aside>
    </article>
  )
}
