import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import type { Role } from '@/lib/domain/access'
import type { Translator } from '@/lib/i18n/translator'
import type { AccountState } from '@/lib/schemas/administration'
import { td, th } from './table'

type Row = Readonly<{
  id: string
  username: string
  name: string
  role: Role
  unit: string | null
  projects: number
  state: AccountState
}>

/** Whether an account can be used, in a word. */
export const StateWord = ({ state, t }: { state: AccountState; t: Translator }) => (
  <span
    className={clsx(
      state === 'active' && 'text-ink-2',
      state === 'disabled' && 'text-ink-3',
      state === 'locked' && 'font-semibold text-red-ink',
      state === 'waiting' && 'text-yellow-ink',
    )}
  >
    {t(`accounts.states.${state}`)}
  </span>
)

/** Accounts, one a row; each leads to what can be done to it. */
export function AccountTable({ rows, t }: { rows: readonly Row[]; t: Translator }) {
  return (
    <section tabIndex={0} className="overflow-x-auto" aria-label={t('accounts.list')}>
      <table className="w-full max-w-[1080px] border-separate border-spacing-0">
        <thead>
          <tr>
            {(['name', 'username', 'role', 'unit', 'projects', 'state'] as const).map((column) => (
              <th key={column} scope="col" className={th}>
                {t(`accounts.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="hover:bg-hover">
              <td className={clsx(td, 'whitespace-nowrap')}>
                <Link href={`/accounts/${row.id}`} className="font-semibold text-link">
                  {row.name}
                </Link>
              </td>
              <td className={clsx(td, 'whitespace-nowrap')}>{row.username}</td>
              <td className={clsx(td, 'whitespace-nowrap')}>{t(`shell.roles.${row.role}`)}</td>
              <td className={td}>{row.unit ?? '—'}</td>
              <td className={td}>{row.projects || '—'}</td>
              <td className={clsx(td, 'whitespace-nowrap')}>
                <StateWord state={row.state} t={t} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
