import { Link } from '@/components/ui/link'
import type { Translator } from '@/lib/i18n/translator'
import type { ImportBatchRow } from '@/lib/schemas/import'

const th = 'border-b border-control bg-thead px-2.5 py-1.5 text-left text-sm font-normal whitespace-nowrap text-ink-2'
const td = 'h-11 border-b border-divider px-2.5 whitespace-nowrap'

/** Every import there was: who brought what when, what became of it, and the way back. */
export function BatchTable({
  rows,
  when,
  t,
}: {
  rows: readonly ImportBatchRow[]
  when: (at: Date) => string
  t: Translator
}) {
  return (
    <section tabIndex={0} aria-label={t('imports.batches')} className="overflow-x-auto">
      <table className="w-full max-w-[1160px] border-separate border-spacing-0">
        <thead>
          <tr>
            {(['at', 'file', 'by', 'created', 'changed', 'unchanged', 'rejected', 'state'] as const).map((column) => (
              <th key={column} scope="col" className={th}>
                {t(`imports.column.${column}`)}
              </th>
            ))}
            <td className={th} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className={td}>{when(row.at)}</td>
              <td className={td}>
                <Link href={`/imports/${row.id}`} className="block max-w-[320px] truncate text-link">
                  {row.fileName}
                </Link>
              </td>
              <td className={td}>{row.by ?? t('imports.batch.unknownBy')}</td>
              {(['created', 'changed', 'unchanged', 'rejected'] as const).map((name) => (
                <td key={name} className={`${td} text-right`}>
                  {row[name]}
                </td>
              ))}
              <td className={td}>{t(`imports.${row.state}`)}</td>
              <td className={td}>
                {!row.undoneAt && (
                  <Link href={`/imports/${row.id}?undo=1`} className="btn">
                    {t('imports.undo')}
                    <span className="sr-only"> {row.fileName}</span>
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
