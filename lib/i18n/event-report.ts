import { madeParagraph, type PaperBody } from '@/lib/domain/meeting/paper'
import type { EventReport } from '@/lib/schemas/event-report'
import { longDate } from './day'
import { amountText } from './money'
import { translator } from './translator'

// A paper of the district is Chinese whoever reads it.
const LOCALE = 'zh-CN'
const t = translator(LOCALE)

const sum = (fen: bigint): string => amountText(fen, LOCALE)

/**
 * The report of an event as a paper 活动报告. What was intended, what was granted and what was paid stand in sections of their
 * own, and it says that they are different things.
 */
export function eventReportBody(report: EventReport): PaperBody {
  const { counts, money, states, follow } = report
  const asOf = longDate(report.asOf, LOCALE)
  const names = (list: readonly string[]) => list.join('、')
  const words = (key: Parameters<typeof t>[0], values: Record<string, string | number> = {}) => t(key, values as never)
  return {
    head: {
      mark: words('eventReport.mark'),
      number: words('eventReport.asOf', { day: asOf }),
      unit: report.unit,
      on: report.asOf,
    },
    paragraphs: [
      madeParagraph('title', 'TITLE', words('eventReport.title', { theme: report.theme })),
      madeParagraph('facts.head', 'HEADING', words('eventReport.facts')),
      madeParagraph(
        'facts',
        'TEXT',
        words('eventReport.factsText', {
          day: longDate(report.heldOn, LOCALE),
          time: report.startsAt,
          organiser: report.organiser,
          place: report.place,
          theme: report.theme,
          invited: counts.invited,
          coming: counts.coming,
          refused: counts.refused,
          firms: counts.firms,
          banks: counts.banks,
        }),
      ),
      madeParagraph('banks', 'TEXT', words('eventReport.banksText', { names: names(report.banks) })),
      madeParagraph('firms', 'TEXT', words('eventReport.firmsText', { names: names(report.firms) })),
      ...(report.note ? [madeParagraph('note', 'TEXT', report.note)] : []),
      madeParagraph('intended.head', 'HEADING', words('eventReport.intended')),
      madeParagraph(
        'intended',
        'TEXT',
        money.intentions === 0
          ? words('eventReport.intendedNone')
          : words('eventReport.intendedText', { n: money.intentions, sum: sum(money.intendedFen) }),
      ),
      madeParagraph('granted.head', 'HEADING', words('eventReport.granted')),
      madeParagraph(
        'granted',
        'TEXT',
        states.granted === 0
          ? words('eventReport.grantedNone', { day: asOf })
          : words('eventReport.grantedText', { day: asOf, n: states.granted, sum: sum(money.grantedFen) }),
      ),
      madeParagraph('paid.head', 'HEADING', words('eventReport.paid')),
      madeParagraph(
        'paid',
        'TEXT',
        states.paid === 0
          ? words('eventReport.paidNone', { day: asOf })
          : words('eventReport.paidText', {
              day: asOf,
              n: states.paid,
              fresh: sum(money.paidNewFen),
              renewed: sum(money.paidRenewedFen),
            }),
      ),
      madeParagraph('follow.head', 'HEADING', words('eventReport.follow')),
      madeParagraph(
        'follow',
        'TEXT',
        words('eventReport.followText', { due: follow.due, done: follow.done, lapsed: states.lapsed }),
      ),
      madeParagraph('terms.head', 'HEADING', words('eventReport.terms')),
      madeParagraph('terms', 'TEXT', words('eventReport.termsText')),
    ],
  }
}
