import clsx from 'clsx'
import { Lamp } from '@/components/level/lamp'
import { Phrases } from '@/components/level/phrases'
import { WaivedLamp } from '@/components/level/waived-lamp'
import { Link } from '@/components/ui/link'
import type { Stage } from '@/lib/domain/project'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { leadOwner, reasonLine } from '@/lib/i18n/reason-line'
import { ownerText } from '@/lib/i18n/reason-text'
import { translator } from '@/lib/i18n/translator'
import type { ProjectFilter } from '@/lib/schemas/project'
import type { ProjectRow } from '@/lib/schemas/project-row'
import { ledgerHref } from './ledger-link'

/** The filter as columns by stage 看板: the worst first, each number and each rest leading to its rows. */
export function ProjectBoard({
  columns,
  filter,
  locale,
}: {
  columns: readonly Readonly<{ stage: Stage; total: number; rows: readonly ProjectRow[] }>[]
  filter: ProjectFilter
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <div className="flex h-full gap-3 p-4 sm:px-6 max-sm:flex-col print:h-auto print:flex-col">
      {columns.map(({ stage, total, rows }) => {
        const list = ledgerHref(filter, { stage, show: 'table' })
        return (
          <section
            key={stage}
            aria-labelledby={`stage-${stage}`}
            className={clsx(
              'flex flex-none flex-col border-t-2 bg-page max-sm:w-full print:w-full',
              total === 0 ? 'w-28 border-divider' : 'w-72 border-ink',
            )}
          >
            <h2 id={`stage-${stage}`} className="flex h-10 flex-none items-center gap-2 px-3 font-semibold">
              {t(`project.stage.${stage}`)}
              {total > 0 ? (
                <Link href={list} className="font-normal text-ink-3 hover:text-link">
                  {total}
                </Link>
              ) : (
                <span className="font-normal text-ink-3">0</span>
              )}
            </h2>
            {total > 0 && (
              <ul className="min-h-0 flex-1 space-y-2 px-2 pb-2 sm:overflow-y-auto print:overflow-visible" tabIndex={0}>
                {rows.map((row) => (
                  <Card key={row.id} row={row} locale={locale} />
                ))}
                {total > rows.length && (
                  <li className="px-1 py-1">
                    <Link href={list} className="text-link">
                      {t('projects.board.more', { n: total - rows.length })}
                    </Link>
                  </li>
                )}
              </ul>
            )}
          </section>
        )
      })}
    </div>
  )
}

function Card({ row, locale }: { row: ProjectRow; locale: Locale }) {
  const t = translator(locale)
  const reason = row.reasons[0]
  const owner = reason ? ownerText(reason.owner, locale) : leadOwner(row.lead, locale)
  return (
    <li className="rounded-md border border-divider bg-card">
      <Link href={`/projects/${row.id}`} className="block px-3 py-2 hover:bg-hover">
        <span className="flex items-start gap-2">
          <Lamp level={row.level} t={t} />
          <WaivedLamp level={row.level} waived={row.waived} t={t} />
          <b lang={languageOf(row.name, locale)} className="min-w-0 flex-1 leading-5">
            {row.name}
          </b>
        </span>
        <span className={clsx('mt-1 block text-sm', `why-${row.level}`)}>
          <Phrases text={reasonLine(row.level, reason, row.lead, locale)} locale={locale} />
        </span>
        <span className="mt-1 flex justify-between gap-2 text-xs text-ink-3">
          <span className="min-w-0 truncate">{owner && t('projects.board.owner', { name: owner })}</span>
          <span className="whitespace-nowrap">{row.steward && t('projects.board.steward', { name: row.steward })}</span>
        </span>
      </Link>
    </li>
  )
}
