import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import type { OrgKind } from '@/lib/domain/administration'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'
import { td, th } from './table'

type Row = Readonly<{
  id: string
  kind: OrgKind
  name: string
  shortName: string
  accounts: number
  projects: number
  dissolvedOn: PlainDate | null
}>

/** The filter of the ledger a unit of this kind stands in. */
const LEDGER_FILTER: Readonly<Partial<Record<OrgKind, string>>> = { TASKFORCE: 'taskforce', STREET: 'street' }

const Count = ({ n, href, label }: { n: number; href: `/${string}` | null; label: string }) =>
  n > 0 && href ? (
    <Link href={href} className="text-link" aria-label={label}>
      {n}
    </Link>
  ) : (
    <span>{n || '—'}</span>
  )

/** Units, grouped by kind; a number opens the list it counts, for whoever may see that list. */
export function OrgTable({
  rows,
  opens,
  t,
}: {
  rows: readonly Row[]
  opens: Readonly<{ accounts: boolean; projects: boolean }>
  t: Translator
}) {
  const kinds = [...new Set(rows.map(({ kind }) => kind))]
  return (
    <section tabIndex={0} className="overflow-x-auto" aria-label={t('orgs.list')}>
      <table className="w-full max-w-[1080px] border-separate border-spacing-0">
        <thead>
          <tr>
            {(['name', 'shortName', 'accounts', 'projects', 'state'] as const).map((column) => (
              <th key={column} scope="col" className={th}>
                {t(`orgs.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {kinds.map((kind) => (
          <tbody key={kind}>
            <tr>
              <th colSpan={5} scope="rowgroup" className="bg-subtle px-2.5 py-1.5 text-left text-sm">
                {t(`orgs.kinds.${kind}`)}
              </th>
            </tr>
            {rows
              .filter((row) => row.kind === kind)
              .map((row) => (
                <tr key={row.id} className={clsx('hover:bg-hover', row.dissolvedOn && 'text-ink-3')}>
                  <td className={td}>
                    {opens.accounts ? (
                      <Link href={`/orgs/${row.id}`} className="text-link">
                        {row.name}
                      </Link>
                    ) : (
                      row.name
                    )}
                  </td>
                  <td className={clsx(td, 'whitespace-nowrap')}>{row.shortName}</td>
                  <td className={td}>
                    <Count
                      n={row.accounts}
                      href={opens.accounts ? `/accounts?unit=${row.id}` : null}
                      label={t('orgs.accountsOf', { name: row.shortName, n: row.accounts })}
                    />
                  </td>
                  <td className={td}>
                    <Count
                      n={row.projects}
                      href={opens.projects ? `/projects?${LEDGER_FILTER[row.kind] ?? 'unit'}=${row.id}` : null}
                      label={t('orgs.projectsOf', { name: row.shortName, n: row.projects })}
                    />
                  </td>
                  <td className={clsx(td, 'whitespace-nowrap')}>
                    {row.dissolvedOn ? t('orgs.dissolvedOn', { day: row.dissolvedOn }) : t('orgs.states.active')}
                  </td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}
