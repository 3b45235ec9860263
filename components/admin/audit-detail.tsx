import { factText } from '@/lib/i18n/audit-text'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { ChangeDetail } from '@/lib/schemas/administration'
import { ChangeFacts } from './change-facts'
import { td, th } from './table'

/** What the database keeps as JSON: read, and trusted to be nothing in particular. */
type Json = unknown
type Facts = Readonly<Record<string, unknown>>

const isFacts = (value: Json): value is Facts => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value as it was kept; a list as a list, and what is nested as it was written. */
const plain = (value: Json): string =>
  value === null || value === undefined || value === ''
    ? '—'
    : Array.isArray(value) && value.every((one) => typeof one !== 'object')
      ? value.join(' ') || '—'
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value)

/** Old and new of what an entry changed, then whatever else it says. */
export function AuditDetail({ detail, action, locale }: { detail: Json; action: string; locale: Locale }) {
  const t = translator(locale)
  if (!isFacts(detail) || Object.keys(detail).length === 0) return <p className="text-ink-3">{t('audit.noDetail')}</p>
  const { from, to, ...rest } = detail
  const change = action === 'change.decide' || action === 'change.withdraw'
  const compared = !change && (from !== undefined || to !== undefined)
  const [was, is] = [isFacts(from) ? from : { value: from ?? null }, isFacts(to) ? to : { value: to ?? null }]
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  return (
    <div className="space-y-4">
      {change && <ChangeFacts detail={{ label: '', before: from ?? null, after: to ?? null } as ChangeDetail} t={t} />}
      {compared && (
        <table className="w-full max-w-[720px] border-separate border-spacing-0">
          <thead>
            <tr>
              {(['fact', 'before', 'after'] as const).map((column) => (
                <th key={column} scope="col" className={th}>
                  {t(`changes.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row" className={`${td} text-left font-normal whitespace-nowrap text-ink-2`}>
                  {factText(name, locale)}
                </th>
                <td data-verbatim lang={languageOf(plain(was[name]), locale)} className={`${td} wrap-anywhere`}>
                  {plain(was[name])}
                </td>
                <td
                  data-verbatim
                  lang={languageOf(plain(is[name]), locale)}
                  className={`${td} font-semibold wrap-anywhere`}
                >
                  {plain(is[name])}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {Object.keys(rest).length > 0 && (
        <dl className="grid grid-cols-[max-content_1fr] gap-x-6 gap-y-1.5">
          {Object.entries(rest).map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-ink-2">{factText(name, locale)}</dt>
              <dd data-verbatim lang={languageOf(plain(value), locale)} className="min-w-0 wrap-anywhere">
                {plain(value)}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
