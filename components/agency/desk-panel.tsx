import clsx from 'clsx'
import { MoveConsequences } from '@/components/procedure/move-consequences'
import { MoveForm } from '@/components/procedure/move-form'
import { Link } from '@/components/ui/link'
import { isAgency, type Role, relationFor } from '@/lib/domain/access'
import { deskMoves, type RecordedMove } from '@/lib/domain/desk'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { DeskAddress } from '@/lib/schemas/agency-day'
import type { ListPlace } from '@/lib/schemas/procedure'
import type { MoveOutlook, MoveQuestions, ProcedureDetail } from '@/lib/schemas/procedure-detail'
import { AssignForm, type Colleague } from './assign-form'
import { deskHref } from './desk-link'

/** What the open row offers: the steps it can take, the form of the chosen one, and what follows from it. */
export function DeskPanel({
  procedure,
  address,
  chosen,
  outlook,
  questions,
  approvers,
  colleagues,
  place,
  role,
  formKey,
  today,
  locale,
}: {
  procedure: ProcedureDetail
  address: DeskAddress
  chosen: RecordedMove | 'assign' | null
  outlook: MoveOutlook | null
  questions: MoveQuestions | null
  approvers: Parameters<typeof MoveForm>[0]['approvers']
  colleagues: readonly Colleague[]
  place: ListPlace
  role: Role
  formKey: string
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const { lead, rest } = deskMoves(role, procedure.state)
  const steps: readonly (RecordedMove | 'assign')[] = [
    ...lead,
    ...rest,
    ...(relationFor(role, 'procedure.assign') ? (['assign'] as const) : []),
  ]
  return (
    <div className="mt-2 mb-3.5 grid gap-x-7 gap-y-4 rounded-md border border-control p-4 max-lg:-mx-1 lg:ml-[60px] lg:grid-cols-[minmax(0,1fr)_280px]">
      <div className="min-w-0">
        <nav aria-label={t('desk.act')} className="mb-3 flex flex-wrap gap-y-2">
          {steps.map((step) => (
            <Link
              key={step}
              href={deskHref(address, procedure.id, step.toLowerCase())}
              scroll={false}
              aria-current={step === chosen ? 'true' : undefined}
              className={clsx(
                '-ml-px inline-flex h-8 items-center border border-control px-3 whitespace-nowrap first:ml-0 lg:px-2 xl:px-2.5 first:rounded-l last:rounded-r max-sm:h-11',
                step === chosen
                  ? 'bg-subtle font-semibold text-ink shadow-[inset_0_-2px_0_var(--text-primary)]'
                  : 'text-ink-2 hover:bg-hover',
              )}
            >
              {step === 'assign' ? t('desk.assign') : t(`procedure.move.${step}`)}
            </Link>
          ))}
        </nav>
        {chosen === null ? (
          <p className="text-ink-2">{t('desk.choose')}</p>
        ) : chosen === 'assign' ? (
          <AssignForm procedure={procedure} colleagues={colleagues} place={place} formKey={formKey} t={t} />
        ) : (
          <MoveForm
            key={chosen}
            procedureId={procedure.id}
            subject={`${procedure.project.name} ${locale === 'en' ? procedure.nameEn : procedure.nameZh}`}
            version={procedure.version}
            kind={chosen}
            today={today}
            approvers={approvers}
            materials={procedure.materials}
            questions={questions}
            place={place}
            backHref={deskHref(address)}
            formKey={formKey}
            locale={locale}
          />
        )}
      </div>
      <div className="text-sm text-ink-2 max-lg:border-t max-lg:border-divider max-lg:pt-3 lg:border-l lg:border-divider lg:pl-6">
        {chosen === 'assign' ? (
          <>
            <h2 className="mb-1.5 font-semibold text-ink">{t('desk.assignAfterTitle')}</h2>
            <p>{t('desk.assignAfter')}</p>
          </>
        ) : (
          outlook && (
            <MoveConsequences
              outlook={outlook}
              own={isAgency(role)}
              project={procedure.project.name}
              today={today}
              locale={locale}
              className=""
            />
          )
        )}
        {chosen === 'NOTICE' && procedure.project.steward && (
          <p className="mt-1.5">{t('desk.seenBy', { name: procedure.project.steward })}</p>
        )}
        <p className="mt-3">
          <Link href={`/procedures/${procedure.id}`} className="text-link">
            {t('desk.openDetail')}
          </Link>
        </p>
      </div>
    </div>
  )
}
