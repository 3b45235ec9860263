import { complaintCasePage, findPage, reportCasePage } from '@/components/public-form/case-page'
import { lookUp } from '@/lib/actions/public-form/look-up'
import { businessDay } from '@/lib/clock'
import { arrivalOf, atPlate, page } from '../../answer'

export const dynamic = 'force-dynamic'

/** The field for a look-up code; the code itself never stands in an address. */
export const GET = atPlate((_, { frame }) => page(findPage(frame, '', null)))

/** Shows a case to whoever has its code, and does what he asks with it. */
export const POST = atPlate(async (request, { frame, code, visitor }) => {
  const today = businessDay()
  const found = await lookUp(visitor, arrivalOf(request, code), today)
  if (found.what === 'NONE') return page(findPage(frame, found.typed, found.failure), found.status)
  if (found.what === 'REPORT') return page(reportCasePage(frame, found.standing, today))
  return page(complaintCasePage(frame, found, today))
})
