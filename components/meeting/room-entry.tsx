import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { startSitting } from '@/lib/actions/sitting'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'
import type { Agenda } from '@/lib/schemas/meeting'
import { meetingHref } from './week-link'

/** The way into the meeting mode: the office begins the meeting with it, everybody else looks on. */
export function RoomEntry({
  agenda,
  weekOf,
  mayStart,
  formKey,
  t,
}: Readonly<{ agenda: Agenda; weekOf: PlainDate; mayStart: boolean; formKey: () => string; t: Translator }>) {
  if (agenda.state !== 'SENT') return null
  if (mayStart && agenda.startedAt === null)
    return (
      <Form action={startSitting} formKey={formKey()} className="no-print">
        <input type="hidden" name="weekOf" value={weekOf} />
        <Submit>{t('sitting.start')}</Submit>
      </Form>
    )
  return (
    <Link href={meetingHref(weekOf, '/room')} className="btn no-print">
      {t('sitting.enter')}
    </Link>
  )
}
