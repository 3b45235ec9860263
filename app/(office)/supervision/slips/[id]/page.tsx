import { notFound } from 'next/navigation'
import { ClockRuler } from '@/components/level/clock-ruler'
import { Lamp } from '@/components/level/lamp'
import { BackBar } from '@/components/shell/back-bar'
import { SupervisionForms } from '@/components/supervision/slip-forms'
import { SupervisionFacts, SupervisionHistory } from '@/components/supervision/slip-parts'
import { standText } from '@/components/supervision/slip-words'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findSupervision } from '@/lib/data/supervision-detail'
import { dayIn } from '@/lib/i18n/day'
import { slipNumberText } from '@/lib/i18n/slip-number-text'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('supervisionSlip.one')

export default async function SlipPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  const { id } = await params
  const today = businessDay()
  const slip = isUuid(id) ? await findSupervision(actor, id, today) : null
  if (!slip) notFound()
  const t = translator(locale)
  const back = '/supervision/slips'
  return (
    <article className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_376px]">
      <BackBar href={back} title={slipNumberText(slip, t)} t={t} />
      <div className="px-4 pt-5 pb-8 sm:px-8">
        <p className="no-print flex flex-wrap gap-x-5 pb-1 max-sm:hidden">
          <Link href={back} className="inline-flex min-h-8 items-center text-link">
            {t('supervisionSlip.back')}
          </Link>
        </p>
        <header className="border-b border-control pb-4">
          <p className="flex flex-wrap items-baseline gap-x-4 text-ink-2">
            <span>{slipNumberText(slip, t)}</span>
            <b className="text-ink">{standText(slip, t)}</b>
            <span>{t(`supervisionSlip.source.${slip.source}`)}</span>
            <span>{slip.unit.name}</span>
          </p>
          <h1 lang="zh-CN" className="mt-1 text-xl font-semibold whitespace-pre-line">
            {slip.matter}
          </h1>
          <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
            <span className="flex items-center gap-3 text-lg">
              <Lamp level={slip.level} size="m" t={t} />
              <span className={`why-${slip.level}`}>{t(`task.reason.${slip.reason.code}`, slip.reason)}</span>
            </span>
            {slip.clock && <ClockRuler clock={slip.clock} t={t} />}
          </div>
          <p className="mt-3 text-sm text-ink-2">
            {t('supervisionSlip.detail.demand')}
            {t('shell.comma')}
            <span className="whitespace-nowrap">
              {t('supervisionSlip.detail.due')} {dayIn(slip.dueOn, today)}
            </span>
          </p>
          <p lang="zh-CN" className="whitespace-pre-line">
            {slip.demand}
          </p>
        </header>
        <section className="no-print pt-5">
          <h2 className="mb-1 text-lg font-semibold">{t('supervisionSlip.detail.actions')}</h2>
          {slip.silent && slip.state === 'ISSUED' && (
            <p className="pb-2 text-ink-2">
              {t('supervisionSlip.detail.silent', {
                unit: slip.unit.name,
                who: t(
                  slip.source === 'RELEASE'
                    ? 'supervisionSlip.detail.silentDiscipline'
                    : 'supervisionSlip.detail.silentOffice',
                ),
              })}
            </p>
          )}
          <SupervisionForms
            key={slip.version}
            slip={slip}
            formKey={() => issueFormKey(actor.userId)}
            today={today}
            t={t}
          />
        </section>
        <section className="pt-6">
          <h2 className="border-b border-control pb-1 text-lg font-semibold">{t('supervisionSlip.detail.history')}</h2>
          <SupervisionHistory slip={slip} today={today} t={t} />
        </section>
      </div>
      <aside className="border-divider bg-zebra px-4 py-6 max-lg:border-t sm:px-6 lg:border-l">
        <h2 className="mb-1 flex items-baseline text-lg font-semibold">
          <span className="flex-1">{t('supervisionSlip.detail.facts')}</span>
          <Link
            href={`/supervision/slips/${slip.id}/paper`}
            className="no-print inline-flex items-center text-sm font-normal text-link max-sm:min-h-11"
          >
            {t('supervisionSlip.detail.paper')}
          </Link>
        </h2>
        <SupervisionFacts slip={slip} today={today} t={t} />
      </aside>
    </article>
  )
}
