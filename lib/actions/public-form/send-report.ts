import 'server-only'
import { fileReport } from '@/lib/data/report-filing'
import { cleanText, type ReportDraft, reportProblem, soundsHigher } from '@/lib/domain/public-form'
import type { Visitor } from '@/lib/domain/visitor'
import { type Arrival, type Received, receive } from './receive'
import type { Moment } from './send-complaint'

/** Takes a report 检举 in for the commission alone; what belongs to a higher one is stopped before anything is done with it. */
export const sendReport = (
  visitor: Visitor,
  arrival: Arrival,
  { today, hour }: Moment,
): Promise<Received<ReportDraft>> =>
  receive(arrival, {
    door: 'report',
    draftOf: (fields) => {
      const line = (name: string) => cleanText(fields.get(name) ?? '')
      return {
        text: cleanText(fields.get('text') ?? '', true),
        about: line('about'),
        name: line('name'),
        contact: line('contact'),
        agreed: fields.get('agree') === '1',
      }
    },
    problemOf: reportProblem,
    stopOf: ({ about }, fields) => {
      if (fields.get('who') === 'higher') return 'CHOSEN'
      return fields.get('sure') !== '1' && soundsHigher(about) ? 'GUESSED' : null
    },
    file: ({ text, about, name, contact }, photos, tokenNonce) =>
      fileReport(visitor, {
        text,
        about,
        realName: name && contact ? { name, contact } : null,
        photos,
        today,
        hour,
        tokenNonce,
      }),
  })
