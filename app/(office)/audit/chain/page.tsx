import clsx from 'clsx'
import { forbidden } from 'next/navigation'
import { AuditFlaws } from '@/components/admin/audit-flaws'
import { td, th } from '@/components/admin/table'
import { RealTime } from '@/components/shell/real-time'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { checkAuditNow } from '@/lib/actions/audit-check'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listAuditChecks } from '@/lib/data/audit-check'
import { relationFor } from '@/lib/domain/access'
import { instantText } from '@/lib/i18n/instant'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('audit.chain.title')

/** Checks that are listed; a month of them. */
const LISTED = 31

/** Whether the log is what was entered: what the last walk through the whole of it found, and those before. */
export default async function AuditChainPage() {
  const { actor, locale } = await requireActor()
  if (relationFor(actor.role, 'audit.check') === null) forbidden()
  const t = translator(locale)
  const checks = await listAuditChecks(actor, LISTED)
  const [last] = checks
  return (
    <div className="max-w-[960px] px-4 pt-5 pb-8 sm:px-8">
      <Link href="/audit" className="inline-flex items-center text-ink-2 hover:text-link max-sm:min-h-11">
        {t('audit.chain.back')}
      </Link>
      <h1 className="mt-1 text-xl font-semibold sm:text-2xl">{t('audit.chain.title')}</h1>
      <p className="text-ink-2">{t('audit.chain.about')}</p>
      <RealTime today={businessDay()} t={t} />
      <section className="my-5 border-y border-control py-4">
        {last ? (
          <>
            <p className={clsx('text-lg font-semibold', last.flawCount > 0 ? 'text-red-ink' : 'text-green-ink')}>
              {last.flawCount > 0 ? t('audit.chain.flawed', { n: last.flawCount }) : t('audit.chain.fine')}
            </p>
            <p className="text-ink-2">
              {instantText(last.at)}　
              {t('audit.chain.looked', { entries: last.entries, seals: last.seals, unsealed: last.unsealed })}
            </p>
            <AuditFlaws flaws={last.flaws} t={t} />
            {last.flawCount > last.flaws.length && (
              <p className="text-ink-2">{t('audit.chain.more', { n: last.flaws.length })}</p>
            )}
            <p className={clsx('mt-2 font-semibold', last.slipCount > 0 ? 'text-red-ink' : 'text-green-ink')}>
              {last.slipCount > 0 ? t('audit.chain.slipsFlawed', { n: last.slipCount }) : t('audit.chain.slipsFine')}
            </p>
            <ul className="list-disc pl-5">
              {last.slips.map(({ subject, found }) => (
                <li key={`${subject} ${found}`} className="py-0.5 break-words" lang="en" data-verbatim>
                  {subject}: {found}
                </li>
              ))}
            </ul>
            {last.slipCount > last.slips.length && (
              <p className="text-ink-2">{t('audit.chain.more', { n: last.slips.length })}</p>
            )}
          </>
        ) : (
          <p>{t('audit.chain.never')}</p>
        )}
        <Form
          action={checkAuditNow}
          formKey={issueFormKey(actor.userId)}
          label={t('audit.chain.now')}
          className="no-print mt-3"
        >
          <Submit>{t('audit.chain.now')}</Submit>
        </Form>
      </section>
      {checks.length > 0 && (
        <>
          <h2 className="mb-1 text-lg font-semibold">{t('audit.chain.list')}</h2>
          <section tabIndex={0} className="overflow-x-auto" aria-label={t('audit.chain.list')}>
            <table className="w-full border-separate border-spacing-0">
              <thead>
                <tr>
                  {(['when', 'who', 'entries', 'sealsHead', 'unsealedHead', 'result'] as const).map((column) => (
                    <th key={column} scope="col" className={th}>
                      {t(`audit.chain.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {checks.map((check) => (
                  <tr key={check.id}>
                    <td className={clsx(td, 'whitespace-nowrap')}>{instantText(check.at)}</td>
                    <td className={clsx(td, 'whitespace-nowrap text-ink-2')}>
                      {check.by ? t('audit.chain.asked', { name: check.by }) : t('audit.chain.auto')}
                    </td>
                    <td className={clsx(td, 'tabular-nums')}>{check.entries}</td>
                    <td className={clsx(td, 'tabular-nums')}>{check.seals}</td>
                    <td className={clsx(td, 'tabular-nums')}>{check.unsealed}</td>
                    <td className={clsx(td, 'whitespace-nowrap', check.bad > 0 && 'font-semibold text-red-ink')}>
                      {check.bad > 0 ? t('audit.chain.bad', { n: check.bad }) : t('audit.chain.good')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </div>
  )
}
