import { notFound } from 'next/navigation'
import { PlateIssueForm, PlatePostForm, PlateRevokeForm } from '@/components/point/plate-forms'
import { PlateHistory } from '@/components/point/plate-history'
import { PointFacts } from '@/components/point/point-facts'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findPoint } from '@/lib/data/monitor-points'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('point.title')

export default async function PointPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  const { id } = await params
  const today = businessDay()
  const point = isUuid(id) ? await findPoint(actor, id, today) : null
  if (!point) notFound()
  const t = translator(locale)
  const key = () => issueFormKey(actor.userId)
  const live = point.plates.filter(({ state }) => state === 'WAITING' || state === 'POSTED')
  const waiting = live.find(({ state }) => state === 'WAITING')
  return (
    <article className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_376px]">
      <div className="px-4 pt-5 pb-8 sm:px-8">
        <p className="no-print pb-1">
          <Link href="/supervision/points" className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
            {t('point.back')}
          </Link>
        </p>
        <header className="flex flex-wrap items-end gap-4 border-b border-control pb-4">
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-baseline gap-x-4 text-ink-2">
              <b className="text-ink">{t(`point.state.${point.state}`)}</b>
              <span>{t('point.no', { n: point.number })}</span>
            </p>
            <h1 className="mt-1 text-2xl font-semibold">{point.name}</h1>
            <p className="text-ink-2">{point.address}</p>
          </div>
          {point.may.edit && (
            <Link href={`/supervision/points/${point.id}/edit`} className="btn no-print">
              {t('point.edit')}
            </Link>
          )}
        </header>
        <section className="pt-5">
          <h2 className="border-b border-control pb-1 text-lg font-semibold">{t('point.plate.title')}</h2>
          <PlateHistory plates={point.plates} prints={point.may.plates} today={today} t={t} />
          <p className="pt-3 text-sm text-ink-3">{t('point.plate.about')}</p>
        </section>
      </div>
      <aside className="border-divider bg-zebra px-4 py-6 max-lg:border-t sm:px-6 lg:border-l">
        {point.may.plates && point.state !== 'CLOSED' && (
          <section className="no-print mb-6 space-y-4">
            {waiting ? (
              <>
                <h2 className="text-lg font-semibold">{t('point.plate.post')}</h2>
                <PlatePostForm plate={waiting} formKey={key()} today={today} t={t} />
              </>
            ) : (
              <>
                <h2 className="text-lg font-semibold">
                  {t(point.stand === 'POSTED' ? 'point.plate.replace' : 'point.plate.issue')}
                </h2>
                <PlateIssueForm pointId={point.id} stand={point.stand} formKey={key()} t={t} />
              </>
            )}
            {live.map((plate) => (
              <PlateRevokeForm key={plate.id} plate={plate} formKey={key()} t={t} />
            ))}
          </section>
        )}
        <h2 className="mb-1 text-lg font-semibold">{t('point.facts.title')}</h2>
        <PointFacts point={point} today={today} t={t} />
      </aside>
    </article>
  )
}
