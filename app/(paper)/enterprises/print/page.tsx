import { enterpriseQuery, enterprisesHref } from '@/components/enterprise/enterprise-link'
import { pageTitle } from '@/lib/auth/page-title'
import { listAllEnterprises } from '@/lib/data/enterprise-list'
import { ENTERPRISE_EXPORT } from '@/lib/domain/enterprise-export'
import { SEES_ENTERPRISES } from '@/lib/domain/sight'
import { enterpriseCell } from '@/lib/i18n/enterprise-cells'
import { enterpriseFilter } from '@/lib/schemas/enterprise'
import { PrintedList } from '../../tasks/printed-list'

export const generateMetadata = pageTitle('enterprise.paper.title')

export default async function PrintEnterprisesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const filter = enterpriseFilter.parse(await searchParams)
  return (
    <PrintedList
      query={enterpriseQuery(filter)}
      back={enterprisesHref(filter)}
      sees={SEES_ENTERPRISES}
      load={(actor, _today, most) => listAllEnterprises(actor, filter, most)}
      columns={ENTERPRISE_EXPORT}
      head={(key, t) => t(`enterprise.column.${key}`)}
      cell={enterpriseCell}
      title="enterprise.paper.list"
      foot="enterprise.paper.sum"
    />
  )
}
