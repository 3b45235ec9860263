import { forbidden, notFound } from 'next/navigation'
import { DisableForm, IssueForm, MoveForm, RequestForm, UnlockForm } from '@/components/admin/account-forms'
import { StateWord } from '@/components/admin/account-table'
import { ChangeList } from '@/components/admin/change-list'
import { RealTime } from '@/components/shell/real-time'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay, dayOfInstant } from '@/lib/clock'
import { loadAccount, unitChoices } from '@/lib/data/account-list'
import { changesOf } from '@/lib/data/admin-changes'
import { relationFor } from '@/lib/domain/access'
import { isAdministrator, issuerOf } from '@/lib/domain/administration'
import { SEES_ACCOUNTS } from '@/lib/domain/sight'
import { instantText } from '@/lib/i18n/instant'
import { translator } from '@/lib/i18n/translator'
import { rowId } from '@/lib/schemas/administration'

export const generateMetadata = pageTitle('accounts.one')

export default async function AccountPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  if (!SEES_ACCOUNTS.has(actor.role)) forbidden()
  const id = rowId.safeParse((await params).id)
  const account = id.success ? await loadAccount(actor, id.data, new Date()) : null
  if (!account) notFound()
  const t = translator(locale)
  const today = businessDay()
  const changes = await changesOf(actor, account.id)
  const open = changes.find(({ state }) => state === 'PROPOSED')
  const own = account.id === actor.userId
  const disabled = account.state === 'disabled'
  const proposes = !own && !open && relationFor(actor.role, 'change.propose') !== null
  const basic = () => ({ userId: account.id, formKey: issueFormKey(actor.userId), t })
  const facts = [
    ['username', account.username],
    ['role', t(`shell.roles.${account.role}`)],
    ['unit', account.unit ?? account.enterprise ?? '—'],
    ['job', account.title ?? '—'],
    ['phone', account.phone ?? '—'],
    ['projects', account.projects ? String(account.projects) : '—'],
    ['since', dayOfInstant(account.createdAt)],
    ['secondFactor', t(account.secondFactor ? 'secondFactor.on' : 'secondFactor.off')],
  ] as const
  return (
    <div className="max-w-[960px] px-4 pt-5 pb-8 sm:px-8">
      <Link href="/accounts" className="text-ink-2 hover:text-link">
        {t('accounts.back')}
      </Link>
      <h1 className="mt-1 mb-3 text-xl font-semibold sm:text-2xl">
        {account.name}
        <span className="ml-3 text-base font-normal">
          <StateWord state={account.state} t={t} />
        </span>
      </h1>
      <RealTime today={today} t={t} />
      <dl className="mb-4 grid grid-cols-[max-content_1fr] gap-x-6 gap-y-1.5">
        {facts.map(([key, value]) => (
          <div key={key} className="contents">
            <dt className="text-ink-2">{t(`accounts.${key}`)}</dt>
            <dd className="min-w-0 wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      {own && <p className="mb-4 text-ink-2">{t('accounts.own')}</p>}
      {open && <p className="mb-4 text-yellow-ink">{t('accounts.pending')}</p>}
      {!own && actor.role === issuerOf(account.role) && !disabled && (
        <IssueForm
          {...basic()}
          due={account.passwordDue}
          until={account.passwordExpiresAt && instantText(account.passwordExpiresAt)}
        />
      )}
      {proposes && !disabled && (
        <MoveForm
          {...basic()}
          role={account.role}
          unitId={account.orgId}
          enterprise={account.enterprise}
          units={await unitChoices(actor)}
        />
      )}
      {proposes && disabled && <RequestForm {...basic()} kind="ACCOUNT_ENABLE" />}
      {proposes && !disabled && !isAdministrator(account.role) && (
        <RequestForm {...basic()} kind="ACCOUNT_RESET_PASSWORD" />
      )}
      {proposes && !disabled && account.secondFactor && !isAdministrator(account.role) && (
        <RequestForm {...basic()} kind="ACCOUNT_RESET_FACTOR" />
      )}
      {account.state === 'locked' && relationFor(actor.role, 'user.unlock') && <UnlockForm {...basic()} />}
      {!own && relationFor(actor.role, 'user.disable') && <DisableForm {...basic()} disabled={disabled} />}
      {changes.length > 0 && (
        <section aria-label={t('changes.history')} className="pt-2">
          <h2 className="mb-2 text-lg font-semibold">{t('changes.history')}</h2>
          <ChangeList rows={changes} t={t} />
        </section>
      )}
    </div>
  )
}
