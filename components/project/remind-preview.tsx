import clsx from 'clsx'
import { Lamp } from '@/components/level/lamp'
import { reminderNote } from '@/components/today/remind-button'
import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { remindSeveral } from '@/lib/actions/reminders'
import { REMINDER_SUBJECTS, type ReminderSubject } from '@/lib/domain/reminder'
import type { Locale } from '@/lib/i18n/locale'
import { reasonLine } from '@/lib/i18n/reason-line'
import { refusalText } from '@/lib/i18n/refusal-text'
import { type Translator, translator } from '@/lib/i18n/translator'
import { REMINDER_MAX, type RemindedProject } from '@/lib/schemas/reminder'
import { HiddenQuery } from './hidden-query'

/** What they are reminded of: the matter that is most urgent, or the week's progress. */
export function RemindSubject({
  subject,
  selection,
  t,
}: {
  subject: ReminderSubject
  selection: URLSearchParams
  t: Translator
}) {
  return (
    <form action="/projects/remind" className="mt-4 flex flex-wrap items-center gap-2">
      <HiddenQuery query={selection} />
      <span className="mr-1 font-semibold">{t('reminder.page.subject')}</span>
      {REMINDER_SUBJECTS.map((one) => (
        <button
          key={one}
          type="submit"
          name="subject"
          value={one}
          aria-pressed={one === subject}
          className={clsx('btn', one === subject && 'border-ink! font-semibold')}
        >
          {t(`reminder.page.${one}`)}
        </button>
      ))}
    </form>
  )
}

/** The one confirmation; afterwards the same for what failed. */
export function RemindConfirm({
  ready,
  subject,
  says,
  again,
  selection,
  formKey,
  t,
}: {
  ready: readonly string[]
  subject: ReminderSubject
  /** A leader's sentence, which must not be empty. */
  says: boolean
  again: boolean
  selection: string
  formKey: string
  t: Translator
}) {
  const words = again ? 'again' : says ? 'confirmSaid' : 'confirm'
  return (
    <Form
      action={remindSeveral}
      formKey={formKey}
      label={t('reminder.page.title')}
      className="mt-3 flex flex-wrap items-end gap-3"
    >
      <input type="hidden" name="subject" value={subject} />
      <input type="hidden" name="query" value={selection} />
      {ready.map((id) => (
        <input key={id} type="hidden" name="projectIds[]" value={id} />
      ))}
      <TextField
        name="text"
        label={t('reminder.page.text')}
        hint={says ? undefined : t('reminder.page.textHint')}
        maxLength={REMINDER_MAX}
        className="w-full sm:w-[420px]"
      />
      <Submit>{t(`reminder.page.${words}`, { n: ready.length })}</Submit>
    </Form>
  )
}

const head = 'h-10 border-b border-control bg-thead px-2.5 text-left text-sm font-normal text-ink-2 whitespace-nowrap'

/** Project by project: what it is about and who is told; or why nobody. */
export function RemindTable({
  projects,
  subject,
  locale,
}: {
  projects: readonly RemindedProject[]
  subject: ReminderSubject
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <table className="mt-5 w-full border-separate border-spacing-0 max-sm:block">
      <caption className="sr-only">{t('reminder.page.lines')}</caption>
      <thead className="max-sm:sr-only">
        <tr>
          {[t('projects.column.name'), t('reminder.page.matter'), t('reminder.page.will')].map((word) => (
            <th key={word} scope="col" className={head}>
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {projects.map(({ line, ...project }) => (
          <tr
            key={project.id}
            className="max-sm:block max-sm:border-b max-sm:border-divider max-sm:py-2 sm:[&>*]:border-b sm:[&>*]:border-divider sm:[&>*]:px-2.5 sm:[&>*]:py-2"
          >
            <th scope="row" className="text-left max-sm:block">
              <span className="flex gap-2">
                <span className="w-(--col-lamp-quiet) flex-none">
                  <Lamp level={project.level} quiet t={t} />
                </span>
                <Link href={`/projects/${project.id}`} className="hover:text-link">
                  {project.name}
                </Link>
              </span>
            </th>
            <td className="text-sm max-sm:block">
              {subject === 'LEVEL' ? (
                <span className={`why-${project.level}`}>
                  {reasonLine(project.level, project.reasons[0], project.lead, locale)}
                </span>
              ) : (
                t(line.refusal?.code === 'NOTHING_TO_REMIND' ? 'reminder.page.reported' : 'reminder.page.unreported')
              )}
            </td>
            <td className={clsx('text-sm max-sm:block', line.refusal && !line.told && 'text-ink-3')}>
              {line.told || !line.refusal ? reminderNote(line, t) : refusalText(line.refusal, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
