import { factorQuery, factorsHref } from '@/components/factor/factor-link'
import { pageTitle } from '@/lib/auth/page-title'
import { listAllFactors } from '@/lib/data/factor-list'
import { FACTOR_EXPORT } from '@/lib/domain/factor-export'
import { SEES_FACTORS } from '@/lib/domain/sight'
import { factorCell } from '@/lib/i18n/factor-cells'
import { factorFilter } from '@/lib/schemas/factor'
import { PrintedList } from '../../tasks/printed-list'

export const generateMetadata = pageTitle('factor.paper.title')

export default async function PrintFactorsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const filter = factorFilter.parse(await searchParams)
  return (
    <PrintedList
      query={factorQuery(filter)}
      back={factorsHref(filter)}
      sees={SEES_FACTORS}
      load={(actor, today, most) => listAllFactors(actor, filter, today, most)}
      columns={FACTOR_EXPORT}
      head={(key, t) => t(`factor.column.${key}`)}
      cell={factorCell}
      title="factor.paper.list"
      foot="factor.paper.sum"
    />
  )
}
