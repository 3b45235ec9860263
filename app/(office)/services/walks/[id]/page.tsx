import { notFound } from 'next/navigation'
import { BackBar } from '@/components/shell/back-bar'
import { Link } from '@/components/ui/link'
import { WalkFacts } from '@/components/walk/walk-facts'
import { FindForm, FinishForms, StepForm } from '@/components/walk/walk-forms'
import { WalkFound, WalkSteps, WalkTold } from '@/components/walk/walk-parts'
import { draftOf } from '@/lib/auth/draft'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findWalk } from '@/lib/data/walk-detail'
import { dayIn } from '@/lib/i18n/day'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('walk.title')

export default async function WalkPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  const { id } = await params
  const today = businessDay()
  const walk = isUuid(id) ? await findWalk(actor, id, today) : null
  if (!walk) notFound()
  const t = translator(locale)
  const formKey = () => issueFormKey(actor.userId)
  const walking = walk.mayRecord && walk.state === 'WALKING'
  const find = (
    <FindForm walk={walk} draft={draftOf(actor, 'walk', walk.id)} formKey={formKey} today={today} locale={locale} />
  )
  return (
    <article className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_376px]">
      <BackBar href="/services/walks" title={walk.item} t={t} />
      <div className="px-4 pt-5 pb-8 sm:px-8">
        <p className="no-print pb-1 max-sm:hidden">
          <Link href="/services/walks" className="inline-flex min-h-8 items-center text-link">
            {t('walk.back')}
          </Link>
        </p>
        <header className="border-b border-control pb-4">
          <p className="flex flex-wrap items-baseline gap-x-4 text-ink-2">
            <span>{t('walk.number', { n: walk.number })}</span>
            <b className="text-ink">{t(`walk.state.${walk.state}`)}</b>
            <span>{walk.unit.name}</span>
            <span>{walk.leader}</span>
            <span>{dayIn(walk.on, today)}</span>
          </p>
          <h1 lang="zh-CN" className="mt-1 text-2xl font-semibold">
            {walk.item}
          </h1>
          {walk.verifies && (
            <p className="mt-1">
              <Link href={`/services/walks/findings/${walk.verifies.id}`} className="text-link max-sm:py-2">
                {t('walk.againFor', { text: walk.verifies.text })}
              </Link>
            </p>
          )}
        </header>
        {walking && (
          <div className="no-print grid gap-x-8 gap-y-6 pt-5 xl:grid-cols-2">
            <section>
              <h2 className="mb-2 text-lg font-semibold">{t('walk.record.step')}</h2>
              <StepForm walk={walk} formKey={formKey} locale={locale} />
            </section>
            <section>
              <h2 className="mb-2 text-lg font-semibold">{t('walk.record.find')}</h2>
              {find}
            </section>
          </div>
        )}
        <section className="pt-6">
          <h2 className="border-b border-control pb-1 text-lg font-semibold">{t('walk.detail.steps')}</h2>
          <WalkSteps walk={walk} formKey={formKey} locale={locale} />
        </section>
        <section className="pt-6">
          <h2 className="border-b border-control pb-1 text-lg font-semibold">{t('walk.detail.found')}</h2>
          <WalkFound walk={walk} formKey={formKey} today={today} locale={locale} />
          {walk.mayRecord && !walking && (
            <details className="no-print mt-2">
              <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
                {t('walk.record.find')}
              </summary>
              <div className="mt-2">{find}</div>
            </details>
          )}
        </section>
        <WalkTold walk={walk} locale={locale} />
        {walking && (
          <section className="no-print pt-8">
            <h2 className="mb-2 border-b border-control pb-1 text-lg font-semibold">{t('walk.record.finish')}</h2>
            <FinishForms walk={walk} formKey={formKey} locale={locale} />
          </section>
        )}
      </div>
      <aside className="border-divider bg-zebra px-4 py-6 max-lg:border-t sm:px-6 lg:border-l">
        <h2 className="mb-1 text-lg font-semibold">{t('walk.detail.facts')}</h2>
        <WalkFacts walk={walk} today={today} locale={locale} />
      </aside>
    </article>
  )
}
