import { answerPage } from '@/components/public-form/answer-page'
import { complaintPage } from '@/components/public-form/complaint-page'
import { freshSheet } from '@/lib/actions/public-form/receive'
import { sendComplaint } from '@/lib/actions/public-form/send-complaint'
import { businessDay, businessHour } from '@/lib/clock'
import { arrivalOf, atPlate, page } from '../answer'

export const dynamic = 'force-dynamic'

/** What a plate leads to: the two doors, and the form of the first. */
export const GET = atPlate((_, { frame, code, spot }) => {
  const draft = { text: '', place: spot?.name ?? '', kind: 'APPEAL', contact: '', agreed: false }
  return page(complaintPage(frame, spot, { ...freshSheet('complaint', code, Date.now()), draft, failure: null }))
})

/** Takes a request or a complaint in. */
export const POST = atPlate(async (request, { frame, code, visitor, spot }) => {
  const moment = { today: businessDay(), hour: businessHour() }
  const received = await sendComplaint(visitor, arrivalOf(request, code), moment)
  if ('lookupCode' in received) return page(answerPage(frame, 'complaint', received.lookupCode))
  return page(complaintPage(frame, spot, received), received.status)
})
