import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { addTopic, cancelMeeting, proposeTopics, sendAgenda } from '@/lib/actions/meetings'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import { type Agenda, ASK_MAX, TITLE_MAX, TOPIC_REASON_MAX } from '@/lib/schemas/meeting'

const summary = 'inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11'

/** Lets the rules propose the agenda, for the first time or again. */
export function BuildForm({
  weekOf,
  again,
  formKey,
  locale,
}: {
  weekOf: PlainDate
  again: boolean
  formKey: () => string
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <Form action={proposeTopics} formKey={formKey()} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="weekOf" value={weekOf} />
      <Submit quiet={again}>{t(again ? 'meeting.agenda.rebuild' : 'meeting.agenda.build')}</Submit>
      {again && <span className="text-sm text-ink-3">{t('meeting.agenda.rebuildHint')}</span>}
    </Form>
  )
}

/** What the office does with the whole agenda: add to it, send it, or not meet at all. */
export function AgendaFoot({
  agenda,
  weekOf,
  formKey,
  locale,
}: {
  agenda: Agenda
  weekOf: PlainDate
  formKey: () => string
  locale: Locale
}) {
  const t = translator(locale)
  const open = agenda.lines.filter((line) => line.state === 'OPEN')
  const units = new Set(open.flatMap((line) => line.orgs.map(({ id }) => id))).size
  const people = new Set(open.flatMap((line) => line.people.map(({ id }) => id))).size
  const over = open.length > agenda.maxTopics
  const about = (
    <>
      <input type="hidden" name="weekOf" value={weekOf} />
      <input type="hidden" name="version" value={agenda.version} />
    </>
  )
  return (
    <div className="no-print mt-6 space-y-4 border-t border-control pt-4">
      {agenda.state === 'DRAFT' && open.length > 0 && (
        <Form
          action={sendAgenda}
          formKey={formKey()}
          label={t('meeting.agenda.send')}
          className="flex flex-wrap items-end gap-3"
        >
          {about}
          {over && (
            <TextField
              name="overReason"
              label={t('meeting.agenda.over', { n: open.length, max: agenda.maxTopics })}
              maxLength={TOPIC_REASON_MAX}
              className="min-w-0 flex-1 basis-60"
            />
          )}
          <Submit>{t('meeting.agenda.send')}</Submit>
          <span className="self-center text-ink-2">{t('meeting.agenda.sendTo', { units, people })}</span>
        </Form>
      )}
      <details>
        <summary className={summary}>{t('meeting.agenda.add')}</summary>
        <Form
          action={addTopic}
          formKey={formKey()}
          label={t('meeting.agenda.add')}
          className="mt-2 flex flex-wrap items-end gap-3"
        >
          <input type="hidden" name="weekOf" value={weekOf} />
          <TextField
            name="title"
            label={t('meeting.agenda.addTitle')}
            maxLength={TITLE_MAX}
            className="flex-1 basis-52"
          />
          <TextField name="ask" label={t('meeting.agenda.addAsk')} maxLength={ASK_MAX} className="flex-1 basis-60" />
          <Submit quiet>{t('meeting.agenda.add')}</Submit>
        </Form>
      </details>
      {agenda.state === 'DRAFT' && <BuildForm weekOf={weekOf} again formKey={formKey} locale={locale} />}
      <details>
        <summary className={summary}>{t('meeting.agenda.cancel')}</summary>
        <Form
          action={cancelMeeting}
          formKey={formKey()}
          label={t('meeting.agenda.cancel')}
          className="mt-2 flex flex-wrap items-end gap-3"
        >
          {about}
          <input type="hidden" name="to" value="CANCELLED" />
          <TextField
            name="reason"
            label={t('meeting.agenda.cancelWhy')}
            maxLength={TOPIC_REASON_MAX}
            className="min-w-0 flex-1 basis-60"
          />
          <Submit quiet>{t('meeting.agenda.cancelDo')}</Submit>
        </Form>
      </details>
    </div>
  )
}

/** Nothing to discuss: the system proposes not to meet 本周不开会，以周报代会. */
export function NothingToDiscuss({
  agenda,
  weekOf,
  mayDecide,
  formKey,
  locale,
}: {
  agenda: Agenda
  weekOf: PlainDate
  mayDecide: boolean
  formKey: () => string
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <div className="my-4 border-l-[3px] border-ink bg-zebra px-4 py-3">
      <p className="mb-2 text-lg font-semibold">{t('meeting.agenda.nothing')}</p>
      {mayDecide && (
        <Form action={cancelMeeting} formKey={formKey()}>
          <input type="hidden" name="weekOf" value={weekOf} />
          <input type="hidden" name="version" value={agenda.version} />
          <input type="hidden" name="to" value="REPORT_ONLY" />
          <input type="hidden" name="reason" value={t('meeting.agenda.replaceWhy')} />
          <Submit>{t('meeting.agenda.replace')}</Submit>
        </Form>
      )}
    </div>
  )
}
