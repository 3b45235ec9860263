import { Form, Submit } from '@/components/ui/form'
import { issueAllSlips } from '@/lib/actions/tasks'
import type { Translator } from '@/lib/i18n/translator'

/** One press for all the papers a meeting left, for each meeting that left some. */
export function IssueAll({
  meetings,
  formKey,
  t,
}: {
  meetings: readonly Readonly<{ id: string; week: number; n: number }>[]
  formKey: () => string
  t: Translator
}) {
  if (meetings.length === 0) return null
  return (
    <div className="no-print flex flex-wrap gap-3 px-4 pb-3 sm:px-6">
      {meetings.map(({ id, week, n }) => (
        <Form key={id} action={issueAllSlips} formKey={formKey()}>
          <input type="hidden" name="meetingId" value={id} />
          <Submit>{t('task.slip.issueAll', { week, n })}</Submit>
        </Form>
      ))}
    </div>
  )
}
