import { notFound } from 'next/navigation'
import { FactList } from '@/components/service/fact-list'
import { StepList } from '@/components/service/step-list'
import { Link } from '@/components/ui/link'
import { VisitForms } from '@/components/visit/visit-forms'
import { VisitPurpose, VisitResult, whoComes } from '@/components/visit/visit-words'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findVisit } from '@/lib/data/visit-detail'
import { dayIn, dayWithWeekday } from '@/lib/i18n/day'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('visit.title')

type StepKind = 'PLAN' | 'MOVE' | 'MERGE' | 'JOINED' | 'APART' | 'REFUSE' | 'RESULT' | 'DROP'

export default async function VisitPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  const { id } = await params
  const visit = isUuid(id) ? await findVisit(actor, id) : null
  if (!visit) notFound()
  const t = translator(locale)
  const today = businessDay()
  return (
    <article className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_376px]">
      <div className="px-4 pt-5 pb-8 sm:px-8">
        <Link href="/services/visits" className="no-print inline-flex min-h-8 items-center text-link max-sm:min-h-11">
          {t('visit.back')}
        </Link>
        <header className="border-b border-control pb-4">
          <p className="flex flex-wrap items-baseline gap-x-4 text-ink-2">
            <b className="text-ink">{t(`visit.state.${visit.state}`)}</b>
            <span>{dayWithWeekday(visit.on, today, locale)}</span>
            <span>{whoComes(visit, t)}</span>
          </p>
          <h1 className="mt-1 text-2xl font-semibold">{visit.enterprise.name}</h1>
          <p className="mt-1 text-lg">
            <VisitPurpose row={visit} />
          </p>
          {visit.into && (
            <Link
              href={`/services/visits/${visit.into.id}`}
              className="mt-2 inline-flex min-h-8 items-center text-link"
            >
              {t('visit.goesWith', { unit: visit.into.unit, day: dayIn(visit.into.on, today) })}
            </Link>
          )}
        </header>
        {visit.booked.length > 0 && visit.state === 'PLANNED' && (
          <section
            aria-label={t('visit.booked')}
            className="mt-4 border-l-[3px] border-[var(--yellow-border)] bg-zebra px-3 py-2"
          >
            <h2 className="font-semibold">{t('visit.booked')}</h2>
            <ul>
              {visit.booked.map((one) => (
                <li key={one.id}>
                  {dayIn(one.on, today)} {one.title}
                </li>
              ))}
            </ul>
          </section>
        )}
        <section className="no-print pt-5">
          <h2 className="mb-1 text-lg font-semibold">{t('service.actions')}</h2>
          <VisitForms
            key={visit.version}
            visit={visit}
            formKey={() => issueFormKey(actor.userId)}
            today={today}
            t={t}
          />
        </section>
        <section className="pt-6">
          <h2 className="border-b border-control pb-1 text-lg font-semibold">{t('service.history')}</h2>
          <StepList
            steps={visit.steps}
            word={(kind) => t(`visit.step.${kind as StepKind}`)}
            more={(step) => {
              const day = visit.steps.find((one) => one.id === step)?.dayOn
              return day && dayIn(day, today)
            }}
            today={today}
          />
        </section>
      </div>
      <aside className="border-divider bg-zebra px-4 py-6 max-lg:border-t sm:px-6 lg:border-l">
        <h2 className="mb-1 text-lg font-semibold">{t('service.facts')}</h2>
        <FactList
          facts={[
            [t('visit.column.enterprise'), visit.enterprise.name],
            [t('visit.column.on'), visit.on],
            [t('visit.column.unit'), whoComes(visit, t)],
            [t('visit.plannedBy'), visit.plannedBy],
            [
              t('visit.column.result'),
              (visit.decision || visit.issue || visit.word) && <VisitResult row={visit} t={t} />,
            ],
          ]}
        />
        <p className="mt-4 text-sm text-ink-3">{t('visit.noCount')}</p>
      </aside>
    </article>
  )
}
