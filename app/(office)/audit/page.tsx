import clsx from 'clsx'
import { forbidden } from 'next/navigation'
import { listHref } from '@/components/admin/admin-link'
import { AuditFilter } from '@/components/admin/audit-filter'
import { td, th } from '@/components/admin/table'
import { RealTime } from '@/components/shell/real-time'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listAuditChecks } from '@/lib/data/audit-check'
import { readAudit, sealSummary } from '@/lib/data/audit-log'
import type { Role } from '@/lib/domain/access'
import { aboutText, operationText } from '@/lib/i18n/audit-text'
import { instantText } from '@/lib/i18n/instant'
import { translator } from '@/lib/i18n/translator'
import { auditFilter } from '@/lib/schemas/administration'
import { misread } from '@/lib/schemas/misread'

export const generateMetadata = pageTitle('audit.title')

export default async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  const today = businessDay()
  const asks = await searchParams
  const filter = auditFilter.parse(asks)
  const read = await readAudit(actor, filter, { today })
  if (!read.ok) forbidden()
  const { rows, next } = read.value
  const [seal, [check]] = await Promise.all([sealSummary(), listAuditChecks(actor, 1)])
  const t = translator(locale)
  return (
    <div className="max-w-[1144px] px-4 pt-5 pb-8 sm:px-8">
      <h1 className="text-xl font-semibold sm:text-2xl">{t('audit.title')}</h1>
      <p className="text-ink-2">{t('audit.hint')}</p>
      <p className="text-sm text-ink-3">
        {seal ? t('audit.sealedTo', { id: seal.toId, at: instantText(seal.sealedAt) }) : t('audit.notSealed')}
      </p>
      <p className={clsx('text-sm', check && check.bad > 0 ? 'font-semibold text-red-ink' : 'text-ink-3')}>
        {check
          ? t('audit.chain.last', {
              at: instantText(check.at),
              result: check.bad > 0 ? t('audit.chain.bad', { n: check.bad }) : t('audit.chain.good'),
            })
          : t('audit.chain.never')}{' '}
        <Link href="/audit/chain" className="inline-flex items-center text-link underline max-sm:min-h-11">
          {t('audit.chain.link')}
        </Link>
      </p>
      <div className="mb-4">
        <RealTime today={today} t={t} />
      </div>
      <Misread parts={misread(auditFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      <AuditFilter filter={filter} locale={locale} />
      {rows.length === 0 ? (
        <p className="py-8 text-ink-2">{t('audit.none')}</p>
      ) : (
        <section tabIndex={0} className="overflow-x-auto" aria-label={t('audit.title')}>
          <table className="w-full border-separate border-spacing-0">
            <thead>
              <tr>
                {(['at', 'actor', 'operation', 'subject', 'result', 'address'] as const).map((column) => (
                  <th key={column} scope="col" className={th}>
                    {t(`audit.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id} className="hover:bg-hover">
                  <td className={clsx(td, 'whitespace-nowrap')}>
                    <Link
                      href={`/audit/${row.id}`}
                      className="text-link"
                      aria-label={t('audit.open', { id: row.id, at: instantText(row.at) })}
                    >
                      {instantText(row.at)}
                    </Link>
                  </td>
                  <td className={clsx(td, 'whitespace-nowrap')}>
                    {row.actorName}
                    <span className="ml-2 text-sm text-ink-3">
                      {row.actorRole === 'COMMAND' ? t('audit.command') : t(`shell.roles.${row.actorRole as Role}`)}
                    </span>
                  </td>
                  <td className={clsx(td, 'whitespace-nowrap')}>{operationText(row.action, locale)}</td>
                  <td className={clsx(td, 'max-w-72 truncate')}>{row.label ?? aboutText(row.about, locale) ?? '—'}</td>
                  <td className={clsx(td, 'whitespace-nowrap', row.ok ? 'text-ink-2' : 'text-red-ink')}>
                    {t(row.ok ? 'audit.results.ok' : 'audit.results.refused')}
                  </td>
                  <td className={clsx(td, 'whitespace-nowrap text-ink-2')}>{row.address ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <nav aria-label={t('projects.pages')} className="no-print flex gap-4 py-3">
        {filter.before && (
          <Link
            href={listHref('/audit', filter, { before: undefined })}
            className="inline-flex items-center text-link max-sm:min-h-11"
          >
            {t('audit.latest')}
          </Link>
        )}
        {next && (
          <Link
            href={listHref('/audit', filter, { before: next })}
            className="inline-flex items-center text-link max-sm:min-h-11"
          >
            {t('audit.older')}
          </Link>
        )}
      </nav>
    </div>
  )
}
