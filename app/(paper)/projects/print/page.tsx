import clsx from 'clsx'
import { forbidden } from 'next/navigation'
import { ledgerHref } from '@/components/project/ledger-link'
import { PaperBar } from '@/components/project/paper-bar'
import { PaperLedger, type PaperSize } from '@/components/project/paper-ledger'
import { Link } from '@/components/ui/link'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor, takeAlong } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { newExportId, recordExport } from '@/lib/data/ledger-exports'
import { loadPaperHeading } from '@/lib/data/paper-heading'
import { countExportProjects, listExportProjects } from '@/lib/data/project-export-rows'
import { SIGHT } from '@/lib/domain/access'
import { isoWeekOf } from '@/lib/domain/plain-date'
import { seesCardOnly } from '@/lib/domain/sight'
import { longDate } from '@/lib/i18n/day'
import { translator } from '@/lib/i18n/translator'
import { projectFilter } from '@/lib/schemas/project'

export const generateMetadata = pageTitle('paper.ledger')

/** Rows on one paper at most: some eighty sheets of A3. */
const MOST_PRINTED = 2_000
const SIZES: readonly PaperSize[] = ['a3', 'a4']

export default async function PrintPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SIGHT.project[actor.role]) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const values = await searchParams
  const filter = projectFilter.parse(values)
  const size = SIZES.find((name) => name === values.paper) ?? 'a3'
  const ledger = ledgerHref(filter)
  const total = await countExportProjects(actor, filter, today)
  const rows = total > MOST_PRINTED ? [] : await listExportProjects(actor, filter, today)
  const id = newExportId()
  if (rows.length > 0) {
    const base = Object.fromEntries(rows.map((row) => [row.id, { version: row.version, cells: {} }]))
    await takeAlong(
      await recordExport(actor, { id, kind: 'PRINT', query: ledger.split('?')[1] ?? '', base }, { today }),
    )
  }
  const heading = await loadPaperHeading(actor)
  const cardOnly = seesCardOnly(actor.role)
  return (
    <>
      <PaperBar back={ledger} t={t}>
        <span className="inline-flex h-8 overflow-hidden rounded border border-control text-sm leading-[30px]">
          {SIZES.map((name) => (
            <Link
              key={name}
              href={`/projects/print?${new URLSearchParams([...new URLSearchParams(ledger.split('?')[1]), ['paper', name]])}`}
              aria-current={name === size ? 'true' : undefined}
              className={clsx('px-3', name === size ? 'bg-subtle font-semibold' : 'text-ink-2')}
            >
              {t(`paper.size.${name}`)}
            </Link>
          ))}
        </span>
      </PaperBar>
      <article
        tabIndex={0}
        className={clsx('overflow-x-auto px-6 py-5 print:overflow-visible print:p-0', `page-lying-${size}`)}
      >
        <div className={size === 'a3' ? 'w-[388mm] print:w-auto' : 'w-[269mm] print:w-auto'}>
          <h1 className="font-formal text-center text-[28px] leading-10 font-bold">
            {t('paper.ledgerTitle', { district: heading.district })}
          </h1>
          {rows.length === 0 ? (
            <p className="mt-16 text-center text-lg">
              {total === 0 ? t('paper.none') : t('paper.tooMany', { n: total, most: MOST_PRINTED })}
            </p>
          ) : (
            <>
              <p className="mt-2 mb-2 flex justify-between gap-6 text-sm">
                <span>{t('paper.filler', { unit: heading.unit })}</span>
                <span>{t('paper.week', { week: isoWeekOf(today).week, day: longDate(today, locale) })}</span>
                {!cardOnly && <span>{t('paper.unit')}</span>}
              </p>
              <PaperLedger rows={rows} size={size} cardOnly={cardOnly} today={today} locale={locale} />
              <p className="mt-2 flex justify-between gap-6 text-sm text-ink-2">
                <span>{t('paper.legend')}</span>
                <span className="whitespace-nowrap">{t('paper.number', { code: id.slice(-8).toUpperCase() })}</span>
              </p>
            </>
          )}
        </div>
      </article>
    </>
  )
}
