import { forbidden, notFound } from 'next/navigation'
import { AuditDetail } from '@/components/admin/audit-detail'
import { AuditFlaws } from '@/components/admin/audit-flaws'
import { RealTime } from '@/components/shell/real-time'
import { Link } from '@/components/ui/link'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { openAuditEntry } from '@/lib/data/audit-log'
import { type Role, relationFor } from '@/lib/domain/access'
import { operationText } from '@/lib/i18n/audit-text'
import { instantText } from '@/lib/i18n/instant'
import { listed } from '@/lib/i18n/joined'
import { refusalText } from '@/lib/i18n/refusal-text'
import { translator } from '@/lib/i18n/translator'
import { auditId } from '@/lib/schemas/administration'

export const generateMetadata = pageTitle('audit.one')

const TONE = {
  OPEN: 'text-ink-2',
  SEALED: 'text-green-ink',
  CHANGED: 'font-semibold text-red-ink',
  BROKEN: 'font-semibold text-red-ink',
} as const

/** Of what else does not fit under the same seal. */
const SHOWN = 10

export default async function AuditEntryPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'audit.read')) forbidden()
  const today = businessDay()
  const id = auditId.safeParse((await params).id)
  const opened = id.success ? await openAuditEntry(actor, { id: id.data }, { today }) : null
  if (!opened?.ok) notFound()
  const entry = opened.value
  const t = translator(locale)
  const facts = [
    ['at', instantText(entry.at)],
    [
      'actor',
      listed(
        [
          entry.actorName,
          entry.actorRole === 'COMMAND' ? t('audit.command') : t(`shell.roles.${entry.actorRole as Role}`),
        ],
        t,
      ),
    ],
    ['operation', operationText(entry.action, locale)],
    ['result', t(entry.ok ? 'audit.results.ok' : 'audit.results.refused')],
    ...(entry.code ? [['why', refusalText({ code: entry.code }, locale)] as const] : []),
    ['subjectId', entry.subject ?? '—'],
    ['address', entry.address ?? '—'],
  ] as const
  return (
    <div className="max-w-[960px] px-4 pt-5 pb-8 sm:px-8">
      <Link href="/audit" className="text-ink-2 hover:text-link">
        {t('audit.back')}
      </Link>
      <h1 className="mt-1 mb-3 text-xl font-semibold sm:text-2xl">{t('audit.entry', { id: entry.id })}</h1>
      <RealTime today={today} t={t} />
      <dl className="mb-5 grid grid-cols-[max-content_1fr] gap-x-6 gap-y-1.5">
        {facts.map(([key, value]) => (
          <div key={key} className="contents">
            <dt className="text-ink-2">{t(`audit.${key}`)}</dt>
            <dd data-verbatim={key === 'subjectId' || undefined} className="min-w-0 wrap-anywhere">
              {value}
            </dd>
          </div>
        ))}
        <dt className="text-ink-2">{t('audit.seal')}</dt>
        <dd className={TONE[entry.seal.state]}>
          {t(`audit.seals.${entry.seal.state}`, {
            at: entry.seal.sealedAt ? instantText(entry.seal.sealedAt) : '',
          })}
          {entry.seal.state === 'BROKEN' && <AuditFlaws flaws={entry.seal.flaws.slice(0, SHOWN)} t={t} />}
        </dd>
      </dl>
      <h2 className="mb-2 text-lg font-semibold">{t('audit.detail')}</h2>
      <AuditDetail detail={entry.detail} action={entry.action} locale={locale} />
    </div>
  )
}
