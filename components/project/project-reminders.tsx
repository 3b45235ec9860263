import { RemindButton, reminderNote } from '@/components/today/remind-button'
import { Say } from '@/components/today/say'
import { timeOfInstant } from '@/lib/clock'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { itemName } from '@/lib/i18n/reason-line'
import { translator } from '@/lib/i18n/translator'
import type { ProjectReminder, ReminderLine } from '@/lib/schemas/reminder'

/** Who was told about the project and has seen it; and the way to tell whoever holds its matter now. */
export function ProjectReminders({
  project,
  line,
  says,
  reminders,
  formKey,
  today,
  locale,
}: {
  project: Readonly<{ id: string; name: string }>
  line: ReminderLine | null
  /** A leader says a sentence; the others remind. */
  says: boolean
  reminders: readonly ProjectReminder[]
  formKey: () => string
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const sends = line !== null && (line.refusal === null || line.told !== null)
  if (!sends && reminders.length === 0) return null
  return (
    <section className="mb-5 print:hidden">
      <h3>{t('reminder.ofProject')}</h3>
      {sends && (
        <div className="mt-1.5 flex flex-wrap items-center gap-2 text-left">
          {says ? (
            <Say project={{ ...project, line }} formKey={formKey} t={t} />
          ) : (
            <RemindButton project={project} line={line} subject="LEVEL" formKey={formKey} t={t} />
          )}
          {!line.told && <span className="text-xs text-ink-3">{reminderNote(line, t)}</span>}
        </div>
      )}
      <ul>
        {reminders.map((one) => (
          <li key={one.id} className="border-b border-divider py-1.5 text-sm">
            <p className="flex items-baseline gap-2">
              <span className="flex-1">{t('reminder.path', { from: one.from, to: one.to })}</span>
              <span className="text-xs text-ink-3">
                {one.on === today ? timeOfInstant(new Date(one.at)) : dayIn(one.on, today)}{' '}
                {t(`reminder.state.${one.state}`)}
              </span>
            </p>
            {(one.item || one.text) && (
              <p className="text-ink-2">
                {one.item && itemName(one.item, locale)} {one.text}
              </p>
            )}
            {one.answer && <p>{t('reminder.answer', { text: one.answer })}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
