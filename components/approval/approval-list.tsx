import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { ApprovalRow } from '@/lib/schemas/approval'
import { DecideForms, WithdrawForm } from './approval-forms'
import { changeText, standText } from './approval-words'

/** Requests as a list: of what, from what to what, why, who asked whom, and how long it has waited. */
export function ApprovalList({
  rows,
  named,
  decides,
  formKey,
  today,
  locale,
}: {
  rows: readonly ApprovalRow[]
  /** Whether each says its project: on a project's own page it does not. */
  named: boolean
  /** Whether the reader decides here, or only reads and takes back what he asked for. */
  decides: boolean
  /** Makes the key of each form. */
  formKey: () => string
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <ul>
      {rows.map((row) => {
        const item = row.procedure && (locale === 'en' ? row.procedure.nameEn : row.procedure.nameZh)
        return (
          <li
            key={row.id}
            className="flex flex-wrap items-start gap-x-4 border-b border-divider py-2 last:border-0 sm:flex-nowrap"
          >
            <div className="min-w-0 max-sm:w-full sm:flex-1">
              <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
                <Link href={`/approvals/${row.id}`} className="font-semibold hover:text-link max-sm:py-2">
                  {named && <span lang={languageOf(row.project.name, locale)}>{row.project.name}</span>}
                  {named && item && ' '}
                  {item ?? (named ? null : t(`approval.kind.${row.kind}`))}
                </Link>
                <span>{changeText(row, today, t)}</span>
                <span className="font-medium">{standText(row, t)}</span>
              </div>
              <p className="text-sm text-ink-2">
                {row.reason && (
                  <span lang="zh-CN" data-verbatim className="mr-3">
                    {row.reason}
                  </span>
                )}
                <span className="mr-3 text-ink-3">
                  {t('approval.askedBy', { name: row.askedBy, day: dayIn(row.askedOn, today) })}
                </span>
                {row.answer && (
                  <span lang="zh-CN" data-verbatim className="text-ink">
                    {t('approval.answer', { text: row.answer })}
                  </span>
                )}
                {row.state === 'PENDING' && (row.onBehalf || !decides) && (
                  <span className="text-ink-3">
                    {t(row.onBehalf ? 'approval.ofBehalf' : 'approval.of', { name: row.approver })}
                  </span>
                )}
              </p>
            </div>
            {decides && <DecideForms key={`${row.version} ${row.rowVersion}`} row={row} formKey={formKey} t={t} />}
            {row.mayWithdraw && <WithdrawForm row={row} item={item} formKey={formKey} t={t} />}
          </li>
        )
      })}
    </ul>
  )
}

/** What waits for an approval on the page it is about; nothing where nothing waits. */
export function PendingApprovals({
  rows,
  mine,
  formKey,
  today,
  locale,
  className,
}: {
  rows: readonly ApprovalRow[]
  /** Those the reader decides. */
  mine: ReadonlySet<string>
  formKey: () => string
  today: PlainDate
  locale: Locale
  className: string
}) {
  const t = translator(locale)
  if (rows.length === 0) return null
  const list = (own: boolean) => {
    const part = rows.filter((row) => mine.has(row.id) === own)
    return part.length > 0 ? (
      <ApprovalList rows={part} named={false} decides={own} formKey={formKey} today={today} locale={locale} />
    ) : null
  }
  return (
    <section aria-label={t('approval.pendingTitle')} className={clsx('border-t border-divider', className)}>
      <h2 className="text-lg font-semibold">{t('approval.pendingTitle')}</h2>
      {list(true)}
      {list(false)}
    </section>
  )
}
