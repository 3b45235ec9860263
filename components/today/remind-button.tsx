import { Form, Submit } from '@/components/ui/form'
import { remind } from '@/lib/actions/reminders'
import { timeOfInstant } from '@/lib/clock'
import type { ReminderSubject } from '@/lib/domain/reminder'
import type { Translator } from '@/lib/i18n/translator'
import type { ReminderLine } from '@/lib/schemas/reminder'

const WHY: Readonly<Record<string, 'nobody' | 'self'>> = { REMINDER_NOBODY: 'nobody', REMINDER_SELF: 'self' }

/** What a row says beside its button: whom it tells, whom it told today, or why it tells nobody. */
export function reminderNote(line: ReminderLine, t: Translator): string | null {
  const { told, refusal } = line
  if (told)
    return t(told.seen ? 'reminder.toldSeen' : 'reminder.told', { to: told.to, time: timeOfInstant(new Date(told.at)) })
  if (refusal) {
    const why = WHY[refusal.code]
    return why ? t(`reminder.why.${why}`) : null
  }
  if (!line.to) return null
  return line.instead ? t('reminder.instead', { to: line.to, unit: line.instead }) : t('reminder.to', { to: line.to })
}

/** 催办 in the row: one press tells whoever holds the matter; the row then says who was told and whether he has seen it. */
export function RemindButton({
  project,
  line,
  subject,
  formKey,
  t,
}: {
  project: Readonly<{ id: string; name: string }>
  line: ReminderLine | null
  subject: ReminderSubject
  formKey: () => string
  t: Translator
}) {
  if (!line) return null
  const note = reminderNote(line, t)
  if (line.told || line.refusal) return note && <p className="text-xs text-ink-3">{note}</p>
  const words = subject === 'UPDATE' ? 'ask' : 'send'
  return (
    <Form action={remind} formKey={formKey()} className="text-right max-lg:text-left">
      <input type="hidden" name="projectId" value={project.id} />
      <input type="hidden" name="subject" value={subject} />
      <Submit quiet label={t(`reminder.${words}Label`, { project: project.name, to: line.to ?? '' })}>
        {t(`reminder.${words}`)}
      </Submit>
    </Form>
  )
}
