import clsx from 'clsx'
import { RuledHead } from '@/components/level/ruled-head'
import { Link } from '@/components/ui/link'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { EnterpriseRow } from '@/lib/schemas/enterprise'

const td = 'row-cell h-14'
const HEADS = [
  ['name', 'w-[15.5rem]'],
  ['creditCode', 'w-[11.5rem]'],
  ['size', 'w-[6.5rem]'],
  ['industry', 'w-[11.5rem]'],
  ['street', 'w-[5.5rem]'],
  ['founded', 'w-[6.5rem]'],
  ['standings', 'w-[8.5rem] lang-en:w-[13rem]'],
  ['projects', 'w-[4rem] lang-en:w-[5rem]'],
  ['issues', 'w-[6rem] lang-en:w-[8rem]'],
  ['needs', 'w-[6rem] lang-en:w-[8rem]'],
] as const

type Props = Readonly<{ rows: readonly EnterpriseRow[]; locale: Locale }>

const figure = (n: number) => (n === 0 ? <span className="text-ink-3">0</span> : n)

/** What an enterprise has been recognised as, in small marks. */
export function Standings({ row, t }: { row: Pick<EnterpriseRow, 'standings'>; t: Translator }) {
  return row.standings.map((standing) => (
    <span key={standing} className="mr-1.5 inline-flex rounded-[3px] bg-subtle px-1.5 text-xs leading-5 text-ink-2">
      {t(`enterprise.standing.${standing}`)}
    </span>
  ))
}

/** The register as a table. */
export function EnterpriseTable({ rows, locale }: Props) {
  const t = translator(locale)
  const dash = <span className="text-ink-3">—</span>
  return (
    <table className="w-full min-w-[81rem] lang-en:min-w-[92rem] table-fixed border-separate border-spacing-0">
      <caption className="sr-only">{t('enterprise.caption', { n: rows.length })}</caption>
      <RuledHead heads={HEADS} word={(name) => t(`enterprise.column.${name}`)} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="group">
            <th scope="row" className={clsx(td, 'text-left font-normal')}>
              <Link
                href={`/enterprises/${row.id}`}
                lang={languageOf(row.name, locale)}
                className="line-clamp-2 leading-6 font-semibold hover:text-link"
              >
                {row.name}
              </Link>
              {row.state !== 'ACTIVE' && (
                <span className="text-sm text-ink-3">{t(`enterprise.state.${row.state}`)}</span>
              )}
            </th>
            <td className={clsx(td, 'whitespace-nowrap')}>{row.creditCode ?? dash}</td>
            <td className={td}>{row.size ? t(`enterprise.size.${row.size}`) : dash}</td>
            <td className={td}>
              {row.industry ? (
                <span className="line-clamp-2 leading-5 whitespace-normal">
                  {t(`enterprise.industry.${row.industry}`)}
                </span>
              ) : (
                dash
              )}
            </td>
            <td className={td}>{row.street?.name ?? dash}</td>
            <td className={clsx(td, 'whitespace-nowrap')}>{row.foundedOn ?? dash}</td>
            <td className={td}>
              <Standings row={row} t={t} />
            </td>
            <td className={td}>{figure(row.projects)}</td>
            <td className={td}>{figure(row.issues)}</td>
            <td className={td}>{figure(row.needs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The register on a phone: a card each, the whole of it one way in. */
export function EnterpriseCards({ rows, locale }: Props) {
  const t = translator(locale)
  return (
    <ul className="bg-page">
      {rows.map((row) => (
        <li key={row.id} className="mb-2 border-y border-divider bg-card">
          <Link href={`/enterprises/${row.id}`} className="block px-4 py-3.5">
            <b lang={languageOf(row.name, locale)} className="block text-lg">
              {row.name}
            </b>
            <span className="flex flex-wrap gap-x-3 text-ink-2">
              {row.size && <span>{t(`enterprise.size.${row.size}`)}</span>}
              {row.industry && <span>{t(`enterprise.industry.${row.industry}`)}</span>}
              {row.street && <span>{row.street.name}</span>}
            </span>
            <span className="flex flex-wrap items-center gap-x-3 text-ink-2">
              {row.projects > 0 && <span>{t('enterprise.projectsN', { n: row.projects })}</span>}
              {row.issues > 0 && <span>{t('enterprise.issuesN', { n: row.issues })}</span>}
              {row.needs > 0 && <span>{t('enterprise.needsN', { n: row.needs })}</span>}
              <Standings row={row} t={t} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
