import type { PlainDate } from '@/lib/domain/plain-date'
import { operationText } from '@/lib/i18n/audit-text'
import { instantText } from '@/lib/i18n/instant'
import type { Locale } from '@/lib/i18n/locale'
import { type Translator, translator } from '@/lib/i18n/translator'

type Record = Readonly<{ number: number; name: string }>
type Operation = Readonly<{ at: Date; action: string; ok: boolean }>

const th = 'border-b border-control bg-thead px-2.5 py-1.5 text-left text-sm font-normal whitespace-nowrap text-ink-2'
const td = 'border-b border-divider px-2.5 py-1.5'
/** Names of one kind before the file has the rest. */
const NAMED = 5

export type MyRecords = Readonly<{
  stewarded: readonly (Record & { to: PlainDate | null })[]
  led: readonly Record[]
  contact: readonly Record[]
  handled: readonly Record[]
  handovers: readonly Record[]
  deputies: readonly Readonly<{ absent: string; deputy: string }>[]
}>

/** What somebody is or was named for, and what he did last. */
export function MyRecordTables({
  records,
  operations,
  operationCount,
  locale,
}: {
  records: MyRecords
  operations: readonly Operation[]
  operationCount: number
  locale: Locale
}) {
  const t = translator(locale)
  const mark = locale === 'en' ? ', ' : '、'
  const lines = (['stewarded', 'led', 'contact', 'handled', 'handovers', 'deputies'] as const)
    .map((kind) => ({ kind, rows: records[kind] }))
    .filter(({ rows }) => rows.length > 0)
  const live = records.stewarded.filter(({ to }) => to === null).length
  return (
    <>
      {lines.length > 0 && (
        <section tabIndex={0} className="mb-5 overflow-x-auto" aria-label={t('me.kind')}>
          <table className="w-full max-w-[880px] border-separate border-spacing-0">
            <Head columns={['kind', 'count', 'latest']} t={t} />
            <tbody>
              {lines.map(({ kind, rows }) => (
                <tr key={kind}>
                  <th scope="row" className={`${td} text-left whitespace-nowrap`}>
                    {t(`me.${kind}`)}
                  </th>
                  <td className={`${td} whitespace-nowrap`}>
                    {rows.length}
                    {kind === 'stewarded' && <span className="ml-2 text-ink-3">{t('me.live', { n: live })}</span>}
                  </td>
                  <td className={`${td} text-ink-2`}>
                    {[...new Set(rows.map((row) => ('name' in row ? row.name : `${row.absent} → ${row.deputy}`)))]
                      .slice(0, NAMED)
                      .join(mark)}
                    {rows.length > NAMED && ' …'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <section tabIndex={0} className="overflow-x-auto" aria-label={t('me.operations')}>
        <table className="w-full max-w-[880px] border-separate border-spacing-0">
          <caption className="pb-1 text-left font-semibold">
            {t('me.operations')} <span className="font-normal text-ink-3">{operationCount}</span>
          </caption>
          <Head columns={['at', 'action', 'result']} t={t} />
          <tbody>
            {operations.map(({ at, action, ok }) => (
              <tr key={`${at.toISOString()}${action}`}>
                <td className={`${td} whitespace-nowrap`}>{instantText(at)}</td>
                <td className={td}>{operationText(action, locale)}</td>
                <td className={`${td} whitespace-nowrap ${ok ? 'text-ink-2' : 'text-red-ink'}`}>
                  {t(ok ? 'me.done' : 'me.refused')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {operationCount > operations.length && (
        <p className="mt-2 text-sm text-ink-3">{t('me.more', { n: operations.length })}</p>
      )}
    </>
  )
}

function Head({
  columns,
  t,
}: {
  columns: readonly ('kind' | 'count' | 'latest' | 'at' | 'action' | 'result')[]
  t: Translator
}) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col" className={th}>
            {t(`me.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  )
}
