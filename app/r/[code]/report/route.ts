import { answerPage } from '@/components/public-form/answer-page'
import { reportPage, stopPage } from '@/components/public-form/report-page'
import { freshSheet } from '@/lib/actions/public-form/receive'
import { sendReport } from '@/lib/actions/public-form/send-report'
import { businessDay, businessHour } from '@/lib/clock'
import { arrivalOf, atPlate, page } from '../../answer'

export const dynamic = 'force-dynamic'

const EMPTY = { text: '', about: '', name: '', contact: '', agreed: false }

/** The second door. */
export const GET = atPlate((_, { frame, code }) =>
  page(reportPage(frame, { ...freshSheet('report', code, Date.now()), draft: EMPTY, failure: null })),
)

/** Seals a report to the commission, or stops where it belongs higher. */
export const POST = atPlate(async (request, { frame, code, visitor }) => {
  const moment = { today: businessDay(), hour: businessHour() }
  const received = await sendReport(visitor, arrivalOf(request, code), moment)
  if ('lookupCode' in received) return page(answerPage(frame, 'report', received.lookupCode))
  if (!received.stop) return page(reportPage(frame, received), received.status)
  const sheet = { ...received, problems: new Map() }
  return page(stopPage(frame, received.draft, received.stop === 'GUESSED', sheet))
})
