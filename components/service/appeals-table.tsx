import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import type { Translator } from '@/lib/i18n/translator'

type Line<K extends string> = Readonly<{ key: K; total: number; solved: number; open: number }>

const th = 'border-b border-control bg-thead px-3 py-1.5 text-sm font-normal whitespace-nowrap text-ink-2'
const td = 'h-9 border-b border-divider px-3 whitespace-nowrap'
const COLUMNS = [
  ['total', 'all'],
  ['solved', 'SOLVED'],
  ['open', 'open'],
] as const

/** Problems of a ledger by one of their traits; each figure opens its rows. */
export function AppealsTable<K extends string>({
  lines,
  head,
  name,
  href,
  t,
}: {
  lines: readonly Line<K>[]
  head: string
  name: (key: K) => string
  href: (key: K, state: string) => string
  t: Translator
}) {
  if (lines.length === 0) return <p className="mt-2 text-ink-2">{t('service.none')}</p>
  return (
    <table className="mt-2 w-full max-w-[720px] border-separate border-spacing-0">
      <thead>
        <tr>
          <th scope="col" className={clsx(th, 'text-left')}>
            {head}
          </th>
          {COLUMNS.map(([column]) => (
            <th key={column} scope="col" className={clsx(th, 'text-right')}>
              {t(`service.appeals.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <th scope="row" className={clsx(td, 'text-left font-normal')}>
              {name(line.key)}
            </th>
            {COLUMNS.map(([column, state]) => (
              <td key={column} className={clsx(td, 'text-right tabular-nums')}>
                {line[column] === 0 ? (
                  <span className="text-ink-3">0</span>
                ) : (
                  <Link
                    href={href(line.key, state)}
                    aria-label={t('service.appeals.open', {
                      of: name(line.key),
                      what: t(`service.appeals.column.${column}`),
                      n: line[column],
                    })}
                    className="text-link underline underline-offset-[3px]"
                  >
                    {line[column]}
                  </Link>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
