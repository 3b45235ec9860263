import { Lamp } from '@/components/level/lamp'
import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { reportUnchanged } from '@/lib/actions/projects'
import { answerToReminder } from '@/lib/actions/reminders'
import { timeOfInstant } from '@/lib/clock'
import { type Role, relationFor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { itemName } from '@/lib/i18n/reason-line'
import { type Translator, translator } from '@/lib/i18n/translator'
import { type InboxLine, REMINDER_MAX } from '@/lib/schemas/reminder'

/** What somebody was told and has not settled: the action in the row, or a word back. */
export function ReminderInbox({
  lines,
  role,
  formKey,
  today,
  locale,
}: {
  lines: readonly InboxLine[]
  role: Role
  formKey: () => string
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  if (lines.length === 0) return null
  return (
    <section id="inbox" className="mb-7 scroll-mt-14">
      <h2 className="border-b border-control pb-1 text-lg font-semibold">{t('reminder.inbox', { n: lines.length })}</h2>
      <ul>
        {lines.map((line) => (
          <InboxItem key={line.id} {...{ line, role, formKey, today, locale }} />
        ))}
      </ul>
    </section>
  )
}

/** Where the inbox lies below everything else, the way down to it. */
export function InboxLink({ lines, t }: { lines: readonly InboxLine[]; t: Translator }) {
  if (lines.length === 0) return null
  return (
    <p className="pb-2 lg:hidden">
      <a href="#inbox" className="btn w-full">
        {t('reminder.inbox', { n: lines.length })}
      </a>
    </p>
  )
}

function InboxItem({
  line,
  role,
  formKey,
  today,
  locale,
}: {
  line: InboxLine
  role: Role
  formKey: () => string
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const { project } = line
  const item = line.item && itemName(line.item, locale)
  const when = line.on === today ? timeOfInstant(new Date(line.at)) : dayIn(line.on, today)
  const overdue = line.dueOn !== null && line.dueOn < today
  const reports = !line.procedureId && line.unreported && relationFor(role, 'project.update') !== null
  return (
    <li className="border-b border-divider py-2.5">
      <p className="flex items-baseline gap-2">
        <b className="rounded-[3px] bg-subtle px-1.5 text-xs leading-5 whitespace-nowrap">
          {t(`reminder.kind.${line.kind}`)}
        </b>
        <span className="min-w-0 flex-1 truncate text-xs text-ink-3">
          {t('reminder.from', { from: line.from, when })}
        </span>
        {line.seen && <span className="text-xs text-ink-3">{t('reminder.wasSeen')}</span>}
        <Lamp level={line.level} quiet t={t} />
      </p>
      <p className="font-semibold">{project}</p>
      <p className="text-sm text-ink-2">
        {item ?? t(line.unreported ? 'reminder.aboutUpdate' : 'reminder.aboutProject')}
        {line.dueOn && (
          <span className={overdue ? 'ml-2 font-semibold text-red-ink' : 'ml-2 text-ink'}>
            {t(overdue ? 'reminder.overdue' : 'reminder.due', { day: dayIn(line.dueOn, today) })}
          </span>
        )}
      </p>
      {line.text && <p lang="zh-CN">{line.text}</p>}
      <div className="mt-1.5 flex flex-wrap items-start gap-2">
        {reports ? (
          <>
            <Form action={reportUnchanged} formKey={formKey()}>
              <input type="hidden" name="projectIds[]" value={line.projectId} />
              <Submit label={t('reminder.unchangedLabel', { project })}>{t('reminder.unchanged')}</Submit>
            </Form>
            <Link
              href={`/projects/${line.projectId}/update`}
              aria-label={t('reminder.writeLabel', { project })}
              className="btn"
            >
              {t('reminder.write')}
            </Link>
          </>
        ) : (
          <Link
            href={line.procedureId ? `/procedures/${line.procedureId}` : `/projects/${line.projectId}`}
            aria-label={t('reminder.goLabel', { project, item: item ?? '' })}
            className="btn btn-primary"
          >
            {t('reminder.go')}
          </Link>
        )}
        {!line.seen && (
          <Form action={answerToReminder} formKey={formKey()}>
            <input type="hidden" name="reminderId" value={line.id} />
            <Submit quiet label={t('reminder.seenLabel', { project })}>
              {t('reminder.seen')}
            </Submit>
          </Form>
        )}
        <details className="open:w-full">
          <summary className="btn" aria-label={t('reminder.replyLabel', { project })}>
            {t('reminder.reply')}
          </summary>
          <Form
            action={answerToReminder}
            formKey={formKey()}
            label={t('reminder.replyLabel', { project })}
            className="mt-2 space-y-2"
          >
            <input type="hidden" name="reminderId" value={line.id} />
            <TextField name="answer" label={t('reminder.replyField')} maxLength={REMINDER_MAX} />
            <Submit quiet>{t('reminder.replySend', { from: line.from })}</Submit>
          </Form>
        </details>
      </div>
    </li>
  )
}
