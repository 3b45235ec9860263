import { harbourQuery, harboursHref } from '@/components/harbour/harbour-link'
import { pageTitle } from '@/lib/auth/page-title'
import { listHarbours } from '@/lib/data/harbours'
import { HARBOUR_EXPORT } from '@/lib/domain/financing-export'
import { SEES_HARBOUR_FIGURES } from '@/lib/domain/harbour-sight'
import { harbourCell } from '@/lib/i18n/financing-cells'
import { harbourFilter } from '@/lib/schemas/harbour'
import { PrintedList } from '../../../tasks/printed-list'

export const generateMetadata = pageTitle('harbour.paper.name')

/** The register of harbours on paper, for whom its figures are: those who take its workbook. */
export default async function PrintHarboursPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const filter = harbourFilter.parse(await searchParams)
  return (
    <PrintedList
      query={harbourQuery(filter)}
      back={harboursHref(filter)}
      sees={SEES_HARBOUR_FIGURES}
      load={async (actor, today, most) => {
        const { rows } = await listHarbours(actor, filter, today)
        return { total: rows.length, rows: rows.length > most ? [] : rows }
      }}
      columns={HARBOUR_EXPORT}
      head={(key, t) => t(`harbour.printed.${key}`)}
      cell={harbourCell}
      title="harbour.paper.title"
      foot="harbour.paper.sum"
    />
  )
}
