import { ChevronDown, Download } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { markup } from '@/components/ui/markup'
import type { Translator } from '@/lib/i18n/translator'
import { EXPORT_KINDS } from '@/lib/schemas/ledger-export'
import type { ProjectFilter } from '@/lib/schemas/project'
import { ledgerQuery } from '@/lib/schemas/project-address'

/**
 * What can be taken along of the ledger as it stands: workbooks and papers of all its rows, whatever page is on screen.
 *
 * Plain links: a file needs no script, and a WeChat window opens it by its address.
 */
export function ExportMenu({
  filter,
  cardOnly,
  t,
}: {
  filter: ProjectFilter
  /** The reader sees the card only: no sheets are made for him. */
  cardOnly: boolean
  t: Translator
}) {
  const search = ledgerQuery(filter, { size: undefined, show: undefined, full: undefined, saved: undefined })
  const query = search.size > 0 ? `?${search}` : ''
  const item = 'flex min-h-8 items-center px-3 whitespace-nowrap hover:bg-hover max-sm:min-h-11'
  return (
    <details
      className="no-print relative"
      {...markup(
        <>
          <summary className="btn list-none [&::-webkit-details-marker]:hidden">
            <Download size={16} aria-hidden="true" />
            {t('export.menu')}
            <ChevronDown size={14} aria-hidden="true" className="text-ink-3" />
          </summary>
          <ul
            aria-label={t('export.menu')}
            className="absolute right-0 z-40 mt-1 min-w-44 rounded-md border border-control bg-card py-1 shadow-[0_8px_24px_rgba(27,36,48,.12)]"
          >
            <li className="px-3 py-1 text-xs whitespace-nowrap text-ink-3">{t('export.menuHint')}</li>
            {EXPORT_KINDS.map((kind) => (
              <li key={kind}>
                <a href={`/api/export/${kind}${query}`} className={item}>
                  {t(`export.${kind}`)}
                  <span className="ml-auto pl-6 text-xs text-ink-3">xlsx</span>
                </a>
              </li>
            ))}
            <li className="mt-1 border-t border-divider pt-1">
              <Link href={`/projects/print${query}`} className={item}>
                {t('export.print')}
              </Link>
            </li>
            {!cardOnly && (
              <li>
                <Link href={`/projects/sheets${query}`} className={item}>
                  {t('export.sheets')}
                </Link>
              </li>
            )}
          </ul>
        </>,
      )}
    />
  )
}
