import { ChangeList } from '@/components/admin/change-list'
import { Link } from '@/components/ui/link'
import { businessDay, dayOfInstant } from '@/lib/clock'
import { listAccounts } from '@/lib/data/account-list'
import { listChanges, ownChanges } from '@/lib/data/admin-changes'
import { listAuditChecks } from '@/lib/data/audit-check'
import { entriesOfDay, sealSummary } from '@/lib/data/audit-log'
import { longDay } from '@/lib/i18n/day'
import { instantText } from '@/lib/i18n/instant'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { TodayProps } from './props'

/** Changes named here; the rest stands in their list. */
const NAMED = 5

/** What waits for one of the three administrators 三员: nothing of a project, each only his own. */
export async function AdministratorToday({ actor, locale }: TodayProps) {
  const t = translator(locale)
  const Own = actor.role === 'SECADMIN' ? Approvals : actor.role === 'AUDITOR' ? Log : Proposals
  return (
    <div className="max-w-[960px] px-4 pt-5 pb-8 sm:px-8 sm:pt-6 [&_h2]:mb-1 [&_h2]:text-lg [&_h2]:font-semibold [&_section]:mt-6">
      <header className="flex flex-wrap items-baseline gap-4">
        <h1 className="text-2xl font-semibold">{t('shell.today')}</h1>
        <span className="text-ink-2">{longDay(businessDay(), locale)}</span>
      </header>
      <Own actor={actor} t={t} />
    </div>
  )
}

type Part = Readonly<{ actor: TodayProps['actor']; t: Translator }>

const All = ({ href, children }: { href: string; children: React.ReactNode }) => (
  <p className="mt-2">
    <Link href={href} className="text-link underline underline-offset-[3px]">
      {children}
    </Link>
  </p>
)

async function Approvals({ actor, t }: Part) {
  const { rows, open } = await listChanges(actor, { state: 'open', page: 1 })
  return (
    <section>
      <h2>{t('changes.today.waiting', { n: open })}</h2>
      {open > 0 && <ChangeList rows={rows.slice(0, NAMED)} t={t} />}
      <All href="/changes">{t('changes.today.all')}</All>
    </section>
  )
}

async function Proposals({ actor, t }: Part) {
  const now = new Date()
  const [{ waiting, returned }, locked, fresh] = await Promise.all([
    ownChanges(actor),
    listAccounts(actor, { state: 'locked', page: 1 }, now),
    listAccounts(actor, { state: 'waiting', page: 1 }, now),
  ])
  return (
    <>
      <section>
        <h2>{t('changes.today.own', { n: waiting.length })}</h2>
        {waiting.length > 0 && <ChangeList rows={waiting.slice(0, NAMED)} t={t} />}
        <All href="/changes">{t('changes.today.all')}</All>
      </section>
      {returned.length > 0 && (
        <section>
          <h2>{t('changes.today.returned')}</h2>
          <ChangeList rows={returned.slice(0, NAMED)} t={t} />
          <All href="/changes?state=decided">{t('changes.today.allDecided')}</All>
        </section>
      )}
      <section>
        <h2>{t('accounts.title')}</h2>
        <All href="/accounts?state=locked">{t('accounts.today.locked', { n: locked.total })}</All>
        <All href="/accounts?state=waiting">{t('accounts.today.waiting', { n: fresh.total })}</All>
      </section>
    </>
  )
}

async function Log({ actor, t }: Part) {
  // The log stands in real time, whatever day business is at.
  const day = dayOfInstant(new Date())
  const [seal, [check], entries] = await Promise.all([
    sealSummary(),
    listAuditChecks(actor, 1),
    entriesOfDay(actor, day),
  ])
  const flawed = check !== undefined && check.bad > 0
  return (
    <section>
      <h2>{t('audit.title')}</h2>
      <p>{seal ? t('audit.sealedTo', { id: seal.toId, at: instantText(seal.sealedAt) }) : t('audit.notSealed')}</p>
      <p className={flawed ? 'font-semibold text-red-ink' : 'text-ink-2'}>
        {check
          ? t('audit.chain.last', {
              at: instantText(check.at),
              result: flawed ? t('audit.chain.bad', { n: check.bad }) : t('audit.chain.good'),
            })
          : t('audit.chain.never')}
      </p>
      <All href="/audit/chain">{t('audit.chain.link')}</All>
      <All href={`/audit?from=${day}&to=${day}`}>{t('audit.today.entries', { n: entries })}</All>
      <All href="/audit?result=refused">{t('audit.today.refused')}</All>
    </section>
  )
}
