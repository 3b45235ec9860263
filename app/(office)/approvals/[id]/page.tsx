import { forbidden, notFound } from 'next/navigation'
import { DecideForms, WithdrawForm } from '@/components/approval/approval-forms'
import { changeText, standText } from '@/components/approval/approval-words'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay, timeOfInstant } from '@/lib/clock'
import { findApproval } from '@/lib/data/approval-list'
import { SEES_APPROVALS } from '@/lib/domain/sight'
import { dayIn } from '@/lib/i18n/day'
import { languageOf } from '@/lib/i18n/language-of'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('approval.title')

export default async function ApprovalPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  if (!SEES_APPROVALS.has(actor.role)) forbidden()
  const { id } = await params
  const today = businessDay()
  const approval = isUuid(id) ? await findApproval(actor, id, today) : null
  if (!approval) notFound()
  const t = translator(locale)
  const { project, procedure, opens, mayDecide, mayWithdraw } = approval
  const item = procedure && (locale === 'en' ? procedure.nameEn : procedure.nameZh)
  const formKey = () => issueFormKey(actor.userId)
  const facts: readonly (readonly [label: string, value: React.ReactNode])[] = [
    [
      t('approval.detail.project'),
      opens ? (
        <Link
          key="project"
          href={`/projects/${project.id}`}
          lang={languageOf(project.name, locale)}
          className="text-link"
        >
          {project.name}
        </Link>
      ) : (
        <span key="project" lang={languageOf(project.name, locale)}>
          {project.name}
        </span>
      ),
    ],
    [
      t('approval.detail.procedure'),
      procedure && !opens
        ? item
        : procedure && (
            <Link key="procedure" href={`/procedures/${procedure.id}`} className="text-link">
              {item}
            </Link>
          ),
    ],
    [t('approval.detail.askedBy'), approval.askedBy],
    [t('approval.detail.approver'), approval.approver],
    [t('approval.detail.behalf'), approval.onBehalf && t('approval.ofBehalf', { name: approval.approver })],
    [t('approval.detail.decidedBy'), approval.decidedBy],
  ]
  return (
    <article className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_376px]">
      <div className="px-4 pt-5 pb-8 sm:px-8">
        <p className="no-print pb-1">
          <Link href="/approvals" className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
            {t('approval.back')}
          </Link>
        </p>
        <header className="border-b border-control pb-4">
          <p className="flex flex-wrap items-baseline gap-x-4 text-ink-2">
            <span>{[project.name, item].filter(Boolean).join('　')}</span>
            <b className="text-ink">{standText(approval, t)}</b>
          </p>
          <h1 className="mt-1 text-2xl font-semibold">{t(`approval.kind.${approval.kind}`)}</h1>
          <p className="mt-2">{changeText(approval, today, t)}</p>
          {approval.reason && (
            <p lang="zh-CN" data-verbatim className="mt-1 text-ink-2">
              {approval.reason}
            </p>
          )}
        </header>
        <section className="no-print pt-5">
          <h2 className="mb-1 text-lg font-semibold">{t('approval.detail.actions')}</h2>
          {mayDecide && (
            <DecideForms key={`${approval.version} ${approval.rowVersion}`} row={approval} formKey={formKey} t={t} />
          )}
          {!mayDecide && approval.outdated && <p className="text-yellow-ink">{t('approval.outdated')}</p>}
          {mayWithdraw && <WithdrawForm row={approval} item={item} formKey={formKey} t={t} />}
          {!mayDecide && !mayWithdraw && <p className="py-2 text-ink-2">{t('approval.detail.noActions')}</p>}
        </section>
        <section className="pt-6">
          <h2 className="border-b border-control pb-1 text-lg font-semibold">{t('approval.detail.history')}</h2>
          <ol>
            {approval.steps.map((step) => (
              <li key={step.id} className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-4 border-b border-divider py-2">
                <span className="whitespace-nowrap text-ink-3">
                  {dayIn(step.on, today)} {step.on === today && timeOfInstant(new Date(step.at))}
                </span>
                <div className="min-w-0">
                  <p>
                    <b>{t(`approval.step.${step.kind}`)}</b>
                    {step.by && <span className="ml-3 text-ink-2">{step.by}</span>}
                  </p>
                  {step.text && (
                    <p lang="zh-CN" data-verbatim>
                      {step.text}
                    </p>
                  )}
                </div>
              </li>
            ))}
          </ol>
        </section>
      </div>
      <aside className="border-divider bg-zebra px-4 py-6 max-lg:border-t sm:px-6 lg:border-l">
        <h2 className="mb-1 text-lg font-semibold">{t('approval.detail.facts')}</h2>
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
