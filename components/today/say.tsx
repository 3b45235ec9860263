import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { remind } from '@/lib/actions/reminders'
import { timeOfInstant } from '@/lib/clock'
import type { Translator } from '@/lib/i18n/translator'
import { REMINDER_MAX, type ReminderLine } from '@/lib/schemas/reminder'

/** One sentence to whoever holds the matter, with the day it is wanted by. */
export function Say({
  project: { id, name, line },
  formKey,
  t,
}: {
  project: Readonly<{ id: string; name: string; line: ReminderLine | null }>
  formKey: () => string
  t: Translator
}) {
  if (!line?.to || line.refusal) return null
  return (
    <>
      <details className="max-lg:col-span-2 lg:open:w-full">
        <summary className="btn max-lg:btn-big max-lg:w-full" aria-label={t('day.leader.sayLabel', { project: name })}>
          {t('day.leader.say')}
        </summary>
        <Form
          action={remind}
          formKey={formKey()}
          label={t('day.leader.sayLabel', { project: name })}
          className="mt-2 grid gap-2 sm:grid-cols-[minmax(0,1fr)_160px_auto] sm:items-end"
        >
          <input type="hidden" name="projectId" value={id} />
          <input type="hidden" name="subject" value="LEVEL" />
          <TextField name="text" label={t('day.leader.sayField')} maxLength={REMINDER_MAX} />
          <TextField name="dueOn" type="date" label={t('day.leader.sayDue')} />
          <Submit>{t('day.leader.saySend', { to: line.to })}</Submit>
        </Form>
      </details>
      {line.told && (
        <p className="self-center text-xs text-ink-3 max-lg:col-span-2">
          {t(line.told.seen ? 'reminder.toldSeen' : 'reminder.told', {
            to: line.told.to,
            time: timeOfInstant(new Date(line.told.at)),
          })}
        </p>
      )}
    </>
  )
}
