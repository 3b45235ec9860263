import { notFound } from 'next/navigation'
import { HarbourFacts } from '@/components/harbour/harbour-facts'
import { MonthForm } from '@/components/harbour/harbour-forms'
import { HarbourMonths } from '@/components/harbour/harbour-months'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findHarbour } from '@/lib/data/harbours'
import { monthOf } from '@/lib/domain/plain-date'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('harbour.title')

export default async function HarbourPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  const { id } = await params
  const { month } = await searchParams
  const today = businessDay()
  const harbour = isUuid(id) ? await findHarbour(actor, id, today) : null
  if (!harbour) notFound()
  const t = translator(locale)
  return (
    <article className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_376px]">
      <div className="px-4 pt-5 pb-8 sm:px-8">
        <p className="no-print pb-1">
          <Link href="/financing/harbours" className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
            {t('harbour.back')}
          </Link>
        </p>
        <header className="flex flex-wrap items-end gap-4 border-b border-control pb-4">
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-baseline gap-x-4 text-ink-2">
              <b className="text-ink">{t(`harbour.state.${harbour.state}`)}</b>
              <span>{harbour.bank.name}</span>
            </p>
            <h1 className="mt-1 text-2xl font-semibold">{harbour.name}</h1>
            <p className="text-ink-2">{harbour.address}</p>
          </div>
          {harbour.may.edit && (
            <Link href={`/financing/harbours/${harbour.id}/edit`} className="btn no-print">
              {t('harbour.edit')}
            </Link>
          )}
        </header>
        {harbour.months && (
          <section className="pt-5">
            <h2 className="border-b border-control pb-1 text-lg font-semibold">{t('harbour.month.title')}</h2>
            <HarbourMonths months={harbour.months} id={harbour.id} mends={harbour.may.month} today={today} t={t} />
          </section>
        )}
      </div>
      <aside className="border-divider bg-zebra px-4 py-6 max-lg:border-t sm:px-6 lg:border-l">
        {harbour.may.month && (
          <section id="month" className="no-print mb-6 scroll-mt-14">
            <h2 className="mb-1 text-lg font-semibold">{t('harbour.month.enter')}</h2>
            <MonthForm
              harbour={harbour}
              month={typeof month === 'string' ? month : undefined}
              now={monthOf(today)}
              formKey={issueFormKey(actor.userId)}
              t={t}
            />
          </section>
        )}
        <h2 className="mb-1 text-lg font-semibold">{t('harbour.facts.title')}</h2>
        <HarbourFacts harbour={harbour} today={today} t={t} />
      </aside>
    </article>
  )
}
