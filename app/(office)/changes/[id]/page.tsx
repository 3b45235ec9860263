import { forbidden, notFound } from 'next/navigation'
import { ChangeFacts } from '@/components/admin/change-facts'
import { ChangeStateWord } from '@/components/admin/change-list'
import { DecisionForms, WithdrawForm } from '@/components/admin/decision-forms'
import { RealTime } from '@/components/shell/real-time'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { loadChange } from '@/lib/data/admin-changes'
import { relationFor } from '@/lib/domain/access'
import { BRINGS_PASSWORD, mayDecide } from '@/lib/domain/administration'
import { SEES_ACCOUNTS } from '@/lib/domain/sight'
import { instantText } from '@/lib/i18n/instant'
import { refusalText } from '@/lib/i18n/refusal-text'
import { translator } from '@/lib/i18n/translator'
import { rowId } from '@/lib/schemas/administration'

export const generateMetadata = pageTitle('changes.one')

export default async function ChangePage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<{ done?: string }>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_ACCOUNTS.has(actor.role)) forbidden()
  const id = rowId.safeParse((await params).id)
  const change = id.success ? await loadChange(actor, id.data) : null
  if (!change) notFound()
  const t = translator(locale)
  const said = (await searchParams).done === change.state ? change.state : undefined
  const open = change.state === 'PROPOSED'
  const verdict = mayDecide(change, actor.userId, change.version)
  const forms = {
    id: change.id,
    version: change.version,
    formKeys: [issueFormKey(actor.userId), issueFormKey(actor.userId)] as const,
    t,
  }
  return (
    <div className="max-w-[960px] px-4 pt-5 pb-8 sm:px-8">
      <Link href="/changes" className="text-ink-2 hover:text-link">
        {t('changes.back')}
      </Link>
      <h1 className="mt-1 text-xl font-semibold sm:text-2xl">
        {t('changes.line', { kind: t(`changes.kinds.${change.kind}`), label: change.detail.label })}
        <span className="ml-3 text-base font-normal">
          <ChangeStateWord state={change.state} t={t} />
        </span>
      </h1>
      {said && (
        <p role="status" className="mt-1 text-green-ink">
          {t(`changes.said.${said}`)}
        </p>
      )}
      <RealTime today={businessDay()} t={t} />
      <p className="mt-1 mb-1 text-ink-2">
        {t('changes.proposed', { name: change.proposer, at: instantText(change.proposedAt) })}
      </p>
      <p className="mb-4 wrap-anywhere">{t('changes.because', { reason: change.reason })}</p>
      <ChangeFacts detail={change.detail} t={t} />
      {change.decider && change.decidedAt && (
        <p className="mt-4 wrap-anywhere">
          {t('changes.decidedBy', { name: change.decider, at: instantText(change.decidedAt) })}
          {change.answer && <span className="ml-2">{t('changes.because', { reason: change.answer })}</span>}
        </p>
      )}
      <div className="mt-6">
        {open &&
          relationFor(actor.role, 'change.decide') &&
          (verdict.ok ? (
            <DecisionForms {...forms} />
          ) : (
            <p className="text-ink-2">{refusalText(verdict.error, locale)}</p>
          ))}
        {open && change.proposedBy === actor.userId && relationFor(actor.role, 'change.withdraw') && (
          <WithdrawForm {...forms} />
        )}
        {change.state === 'APPROVED' && change.subjectId && change.kind.startsWith('ACCOUNT') && (
          <Link href={`/accounts/${change.subjectId}`} className="btn">
            {t(BRINGS_PASSWORD.has(change.kind) ? 'changes.toPassword' : 'changes.toAccount')}
          </Link>
        )}
      </div>
    </div>
  )
}
