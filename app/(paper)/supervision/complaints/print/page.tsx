import { complaintQuery, complaintsHref } from '@/components/complaint/complaint-link'
import { pageTitle } from '@/lib/auth/page-title'
import { listAllComplaints } from '@/lib/data/complaint-list'
import { COMPLAINT_EXPORT } from '@/lib/domain/complaint-export'
import { SEES_COMPLAINTS } from '@/lib/domain/sight'
import { complaintCell } from '@/lib/i18n/complaint-cells'
import { complaintFilter } from '@/lib/schemas/complaint'
import { PrintedList } from '../../../tasks/printed-list'

export const generateMetadata = pageTitle('complaint.paper.title')

export default async function PrintComplaintsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const filter = complaintFilter.parse(await searchParams)
  return (
    <PrintedList
      query={complaintQuery(filter)}
      back={complaintsHref(filter)}
      sees={SEES_COMPLAINTS}
      load={(actor, today, most) => listAllComplaints(actor, filter, today, most)}
      columns={COMPLAINT_EXPORT}
      head={(key, t) => t(`complaint.column.${key}`)}
      cell={complaintCell}
      title="complaint.paper.list"
      foot="complaint.paper.sum"
    />
  )
}
