import { Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { releaseReport } from '@/lib/actions/reports'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'
import { RELEASE_TEXT_MAX, type ReportDetail } from '@/lib/schemas/sealed-report'

/** What the commission releases of a report 转监督: its own words, for a unit to act on. They are not sealed. */
export function ReleaseForm({
  report,
  units,
  formKey,
  today,
  t,
}: {
  report: Pick<ReportDetail, 'id' | 'version'>
  units: readonly Readonly<{ id: string; name: string }>[]
  formKey: string
  today: PlainDate
  t: Translator
}) {
  return (
    <details className="no-print mt-4 border-t border-divider pt-2">
      <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
        {t('report.release.title')}
      </summary>
      <p className="mt-1 mb-3 text-ink-2">{t('report.release.hint')}</p>
      <Form action={releaseReport} formKey={formKey} label={t('report.release.title')} className="space-y-3">
        <input type="hidden" name="reportId" value={report.id} />
        <input type="hidden" name="version" value={report.version} />
        <Choice
          name="toOrgId"
          label={t('report.release.unit')}
          empty={t('form.choose')}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          className="max-w-80"
        />
        <TextArea name="matter" label={t('report.release.matter')} maxLength={RELEASE_TEXT_MAX} keepAs="" />
        <TextArea name="demand" label={t('report.release.demand')} rows={2} maxLength={RELEASE_TEXT_MAX} keepAs="" />
        <TextField
          name="dueOn"
          type="date"
          label={t('report.release.due')}
          hint={t('report.release.dueHint')}
          min={today}
          className="max-w-80"
        />
        <Submit quiet>{t('report.release.go')}</Submit>
      </Form>
    </details>
  )
}
