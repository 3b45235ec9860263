import { FactList } from '@/components/service/fact-list'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { nameText } from '@/lib/i18n/report-text'
import type { Translator } from '@/lib/i18n/translator'
import type { ReportDetail } from '@/lib/schemas/sealed-report'
import { filedText, registerText } from './report-table'

/** Where a report stands, day by day. */
export function ReportFacts({ report, today, t }: { report: ReportDetail; today: PlainDate; t: Translator }) {
  const day = (on: PlainDate | null) => on && dayIn(on, today)
  const { limit } = report
  return (
    <FactList
      facts={[
        [t('report.facts.state'), t(`report.state.${report.state}`)],
        [t('report.facts.register'), report.register && registerText(report, t)],
        [t('report.facts.name'), nameText(report, t)],
        [t('report.facts.filed'), filedText(report, today, t)],
        [t('report.facts.registered'), day(report.registeredOn)],
        [t('report.facts.told'), day(report.toldOn)],
        [t('report.facts.closed'), day(report.closedOn)],
        [t('report.facts.answered'), day(report.answeredOn)],
        [
          t('report.facts.due'),
          limit &&
            t(limit.kind === 'TELL' ? 'report.facts.tellDue' : 'report.facts.answerDue', {
              day: dayIn(limit.dueOn, today),
            }),
        ],
        [t('report.facts.released'), report.released > 0 && t('report.facts.releasedCount', { n: report.released })],
      ]}
    />
  )
}
