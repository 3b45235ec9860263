import 'server-only'
import { fileComplaint } from '@/lib/data/complaint-filing'
import { COMPLAINT_KINDS, type ComplaintKind } from '@/lib/domain/complaint/complaint'
import type { PlainDate } from '@/lib/domain/plain-date'
import { type ComplaintDraft, cleanText, complaintProblem } from '@/lib/domain/public-form'
import type { Visitor } from '@/lib/domain/visitor'
import { type Arrival, type Received, receive } from './receive'

/** Day and hour, as they are kept; nothing finer is. */
export type Moment = Readonly<{ today: PlainDate; hour: number }>

const kindOf = (text: string): ComplaintKind => COMPLAINT_KINDS.find((kind) => kind === text) ?? 'OTHER'

/** Takes a request or a complaint in 诉求、投诉 from whoever scanned a plate. */
export const sendComplaint = (
  visitor: Visitor,
  arrival: Arrival,
  { today, hour }: Moment,
): Promise<Received<ComplaintDraft>> =>
  receive(arrival, {
    door: 'complaint',
    draftOf: (fields) => {
      const line = (name: string) => cleanText(fields.get(name) ?? '')
      return {
        text: cleanText(fields.get('text') ?? '', true),
        place: line('place'),
        kind: kindOf(fields.get('kind') ?? ''),
        contact: line('contact'),
        agreed: fields.get('agree') === '1',
      }
    },
    problemOf: complaintProblem,
    file: ({ text, place, kind, contact }, photos, tokenNonce) =>
      fileComplaint(visitor, {
        kind: kindOf(kind),
        text,
        place,
        contact: contact || null,
        photos,
        today,
        hour,
        tokenNonce,
      }),
  })
