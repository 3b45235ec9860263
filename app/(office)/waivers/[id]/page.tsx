import { forbidden, notFound } from 'next/navigation'
import { Provisional } from '@/components/level/provisional'
import { Link } from '@/components/ui/link'
import { WaiverForms } from '@/components/waiver/waiver-forms'
import { spanText, standText } from '@/components/waiver/waiver-words'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay, timeOfInstant } from '@/lib/clock'
import { findWaiver } from '@/lib/data/waiver-list'
import { SEES_WAIVERS } from '@/lib/domain/sight'
import { dayIn } from '@/lib/i18n/day'
import { languageOf } from '@/lib/i18n/language-of'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('waiver.title')

export default async function WaiverPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  if (!SEES_WAIVERS.has(actor.role)) forbidden()
  const { id } = await params
  const today = businessDay()
  const waiver = isUuid(id) ? await findWaiver(actor, id, today) : null
  if (!waiver) notFound()
  const t = translator(locale)
  const facts: readonly (readonly [label: string, value: React.ReactNode])[] = [
    [
      t('waiver.detail.project'),
      <Link
        key="project"
        href={`/projects/${waiver.project.id}`}
        lang={languageOf(waiver.project.name, locale)}
        className="text-link"
      >
        {waiver.project.name}
      </Link>,
    ],
    [t('waiver.detail.dimension'), t(`project.dimension.${waiver.dimension}`)],
    [t('waiver.detail.reason'), t(`waiver.reason.${waiver.reason}`)],
    [t('waiver.detail.text'), waiver.text],
    [t('waiver.detail.days'), spanText(waiver, today, t)],
    [t('waiver.detail.proposedBy'), waiver.proposedBy],
    [t('waiver.detail.decidedBy'), waiver.decidedBy],
    [t('waiver.detail.renewals'), t(waiver.renewals > 0 ? 'waiver.detail.renewedOnce' : 'waiver.detail.notRenewed')],
  ]
  return (
    <article className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_376px]">
      <div className="px-4 pt-5 pb-8 sm:px-8">
        <p className="no-print pb-1">
          <Link href="/waivers" className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
            {t('waiver.back')}
          </Link>
        </p>
        <header className="border-b border-control pb-4">
          <p className="flex flex-wrap items-baseline gap-x-4 text-ink-2">
            <span>{waiver.project.name}</span>
            <b className="text-ink">{standText(waiver, today, t)}</b>
          </p>
          <h1 className="mt-1 text-2xl font-semibold">
            {t('waiver.of', { dimension: t(`project.dimension.${waiver.dimension}`) })}{' '}
            {t(`waiver.reason.${waiver.reason}`)}
          </h1>
          <p className="mt-2">
            {spanText(waiver, today, t)}
            <Provisional when={waiver.provisional} t={t} />
          </p>
        </header>
        <section className="no-print pt-5">
          <h2 className="mb-1 text-lg font-semibold">{t('waiver.detail.actions')}</h2>
          <WaiverForms
            key={waiver.version}
            waiver={waiver}
            formKey={() => issueFormKey(actor.userId)}
            today={today}
            t={t}
          />
        </section>
        <section className="pt-6">
          <h2 className="border-b border-control pb-1 text-lg font-semibold">{t('waiver.detail.history')}</h2>
          <ol>
            {waiver.steps.map((step) => (
              <li key={step.id} className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-4 border-b border-divider py-2">
                <span className="whitespace-nowrap text-ink-3">
                  {dayIn(step.on, today)} {step.on === today && timeOfInstant(new Date(step.at))}
                </span>
                <div className="min-w-0">
                  <p>
                    <b>{t(`waiver.step.${step.kind}`)}</b>
                    {step.untilOn && (
                      <span className="ml-2">{t('waiver.until', { day: dayIn(step.untilOn, today) })}</span>
                    )}
                    {step.by && <span className="ml-3 text-ink-2">{step.by}</span>}
                  </p>
                  {step.text && <p>{step.text}</p>}
                </div>
              </li>
            ))}
          </ol>
        </section>
      </div>
      <aside className="border-divider bg-zebra px-4 py-6 max-lg:border-t sm:px-6 lg:border-l">
        <h2 className="mb-1 text-lg font-semibold">{t('waiver.detail.facts')}</h2>
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
      </aside>
    </article>
  )
}
