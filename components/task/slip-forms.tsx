import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { answerSlip, issueSlip, refuseSlip } from '@/lib/actions/tasks'
import type { Translator } from '@/lib/i18n/translator'
import { type SlipRow, TASK_TEXT_MAX } from '@/lib/schemas/task'

const About = ({ row }: { row: SlipRow }) => (
  <>
    <input type="hidden" name="slipId" value={row.id} />
    <input type="hidden" name="version" value={row.version} />
  </>
)

/** What the reader may do with a slip: the office issues or refuses a draft, its receiver answers what was issued. */
export function SlipForms({
  row,
  office,
  formKey,
  t,
}: {
  row: SlipRow
  office: boolean
  formKey: () => string
  t: Translator
}) {
  const { no } = row
  const draft = office && row.state === 'draft'
  if (!draft && !row.mayAnswer) return null
  const says = (action: typeof refuseSlip, what: 'refuse' | 'answer', field: string) => (
    <details className="open:w-full">
      <summary className="btn" aria-label={t(`task.slip.${what}Of`, { no })}>
        {t(`task.slip.${what}`)}
      </summary>
      <Form
        action={action}
        formKey={formKey()}
        label={t(`task.slip.${what}Of`, { no })}
        className="mt-2 flex flex-wrap items-end gap-3"
      >
        <About row={row} />
        <TextField name="text" label={field} maxLength={TASK_TEXT_MAX} className="min-w-0 flex-1 basis-60" />
        <Submit quiet>{t(`task.slip.${what}`)}</Submit>
      </Form>
    </details>
  )
  return (
    <div className="no-print mt-1.5 flex flex-wrap items-start gap-2">
      {draft && (
        <Form action={issueSlip} formKey={formKey()}>
          <About row={row} />
          <Submit label={t('task.slip.issueOf', { no })}>{t('task.slip.issue')}</Submit>
        </Form>
      )}
      {draft && row.kind !== 'ASSIGN' && says(refuseSlip, 'refuse', t('task.slip.refuseWhy'))}
      {row.mayAnswer && says(answerSlip, 'answer', t('task.slip.answerText'))}
    </div>
  )
}
