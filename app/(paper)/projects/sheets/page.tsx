import { forbidden } from 'next/navigation'
import { ledgerHref } from '@/components/project/ledger-link'
import { PaperBar } from '@/components/project/paper-bar'
import { ProjectSheetPage } from '@/components/project/project-sheet'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor, takeAlong } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { newExportId, recordExport } from '@/lib/data/ledger-exports'
import { loadPaperHeading } from '@/lib/data/paper-heading'
import { countExportProjects } from '@/lib/data/project-export-rows'
import { listSheets, MOST_SHEETS } from '@/lib/data/project-sheets'
import { SIGHT } from '@/lib/domain/access'
import { seesCardOnly } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import { projectFilter } from '@/lib/schemas/project'

export const generateMetadata = pageTitle('paper.sheets')

export default async function SheetsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SIGHT.project[actor.role] || seesCardOnly(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const filter = projectFilter.parse(await searchParams)
  const ledger = ledgerHref(filter)
  const total = await countExportProjects(actor, filter, today)
  const sheets = total > MOST_SHEETS ? [] : await listSheets(actor, filter, today)
  if (sheets.length > 0) {
    const base = Object.fromEntries(sheets.map(({ id, version }) => [id, { version, cells: {} }]))
    const record = { id: newExportId(), kind: 'PRINT', query: ledger.split('?')[1] ?? '', base }
    await takeAlong(await recordExport(actor, record, { today }))
  }
  const heading = await loadPaperHeading(actor)
  return (
    <>
      <PaperBar back={ledger} t={t}>
        <h1 className="font-semibold">{t('paper.sheets')}</h1>
        {sheets.length > 0 && <span className="text-ink-2">{t('paper.sheetsCount', { n: sheets.length })}</span>}
      </PaperBar>
      {sheets.length === 0 && (
        <p className="mt-24 px-4 text-center text-lg">
          {total === 0 ? t('paper.none') : t('paper.sheetsCut', { n: total, most: MOST_SHEETS })}
        </p>
      )}
      {sheets.map((sheet) => (
        <ProjectSheetPage
          key={sheet.id}
          sheet={sheet}
          district={heading.district}
          today={today}
          locale={locale}
          bound
        />
      ))}
    </>
  )
}
