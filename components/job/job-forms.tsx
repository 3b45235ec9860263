import { Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { editJob, editJobEvent, offerJob, planJobEvent, raiseJob } from '@/lib/actions/jobs'
import { eventMovesFrom, JOB_NEED_STATES } from '@/lib/domain/job'
import type { Translator } from '@/lib/i18n/translator'
import {
  JOB_NOTE_MAX,
  type JobDetail,
  type JobEventDetail,
  type JobEventRow,
  type JobRow,
  POST_MAX,
  THEME_MAX,
} from '@/lib/schemas/job'

const pair = 'flex flex-wrap gap-x-4 gap-y-4'
const half = 'min-w-0 flex-1 basis-40'

function NeedFields({ need, t }: { need: JobRow | null; t: Translator }) {
  return (
    <>
      <div className={pair}>
        <TextField
          name="post"
          label={t('job.form.post')}
          hint={t('job.form.postHint')}
          initial={need?.post}
          maxLength={POST_MAX}
          className="min-w-0 flex-1 basis-60"
        />
        <TextField
          name="number"
          label={t('job.form.number')}
          initial={need ? String(need.number) : undefined}
          inputMode="numeric"
          maxLength={8}
          className={half}
        />
      </div>
      <div className={pair}>
        <TextField
          name="payFrom"
          label={t('job.form.payFrom')}
          hint={t('job.form.payHint')}
          initial={need?.payFrom}
          inputMode="decimal"
          maxLength={12}
          className={half}
        />
        <TextField
          name="payTo"
          label={t('job.form.payTo')}
          initial={need?.payTo}
          inputMode="decimal"
          maxLength={12}
          className={half}
        />
      </div>
      <TextArea
        name="note"
        label={t('job.form.note')}
        hint={t('job.form.noteHint')}
        initial={need?.note ?? undefined}
        rows={2}
        maxLength={JOB_NOTE_MAX}
      />
    </>
  )
}

/** Says that an enterprise looks for people; who speaks for one does not name it. */
export function RaiseJobForm({
  enterprise,
  own,
  formKey,
  t,
}: {
  enterprise: string
  own: boolean
  formKey: string
  t: Translator
}) {
  return (
    <Form action={raiseJob} formKey={formKey} label={t('job.raise')} className="space-y-4">
      {!own && (
        <TextField
          name="enterprise"
          label={t('job.form.enterprise')}
          hint={t('job.form.enterpriseHint')}
          initial={enterprise}
          maxLength={100}
        />
      )}
      <NeedFields need={null} t={t} />
      <Submit>{t('job.raise')}</Submit>
    </Form>
  )
}

/** Says anew what is looked for, or that nobody is any more. */
export function EditJobForm({ need, formKey, t }: { need: JobDetail; formKey: string; t: Translator }) {
  return (
    <Form action={editJob} formKey={formKey} label={t('job.detail.edit')} className="space-y-4">
      <input type="hidden" name="needId" value={need.id} />
      <input type="hidden" name="version" value={need.version} />
      <NeedFields need={need} t={t} />
      <Choice
        name="state"
        label={t('job.form.state')}
        initial={need.state}
        options={JOB_NEED_STATES.map((state) => ({ value: state, label: t(`job.state.${state}`) }))}
        className="max-w-60"
      />
      <Submit>{t('job.form.save')}</Submit>
    </Form>
  )
}

function EventFields({ event, t }: { event: JobEventRow | null; t: Translator }) {
  return (
    <>
      <TextField name="theme" label={t('job.form.theme')} initial={event?.theme} maxLength={THEME_MAX} />
      <div className={pair}>
        <TextField name="on" type="date" label={t('job.form.on')} initial={event?.on} className={half} />
        <TextField
          name="place"
          label={t('job.form.place')}
          initial={event?.place ?? undefined}
          maxLength={THEME_MAX}
          className="min-w-0 flex-1 basis-60"
        />
      </div>
      <TextArea
        name="note"
        label={t('job.form.note')}
        initial={event?.note ?? undefined}
        rows={2}
        maxLength={JOB_NOTE_MAX}
      />
    </>
  )
}

/** Plans an event. */
export function PlanEventForm({ formKey, t }: { formKey: string; t: Translator }) {
  return (
    <Form action={planJobEvent} formKey={formKey} label={t('job.plan')} className="space-y-4">
      <EventFields event={null} t={t} />
      <Submit>{t('job.plan')}</Submit>
    </Form>
  )
}

/** What becomes of an event. */
export function EditEventForm({ event, formKey, t }: { event: JobEventDetail; formKey: string; t: Translator }) {
  const states = [event.state, ...eventMovesFrom(event.state)]
  return (
    <Form action={editJobEvent} formKey={formKey} label={t('job.event.edit')} className="space-y-4">
      <input type="hidden" name="eventId" value={event.id} />
      <input type="hidden" name="version" value={event.version} />
      <EventFields event={event} t={t} />
      <Choice
        name="state"
        label={t('job.form.state')}
        initial={event.state}
        options={states.map((state) => ({ value: state, label: t(`job.eventState.${state}`) }))}
        className="max-w-60"
      />
      <Submit>{t('job.form.save')}</Submit>
    </Form>
  )
}

/** Posts of a need at an event: how many are offered, how many found somebody. */
export function OfferForm({
  eventId,
  post,
  formKey,
  t,
}: {
  eventId: string
  post: JobEventDetail['posts'][number]
  formKey: string
  t: Translator
}) {
  return (
    <Form
      action={offerJob}
      formKey={formKey}
      label={t('job.form.setOf', { enterprise: post.enterprise.name, post: post.post })}
      className="flex flex-wrap items-end gap-3"
    >
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="needId" value={post.needId} />
      <TextField
        name="offered"
        label={t('job.form.offered')}
        hint={t('job.form.offeredHint')}
        initial={String(post.offered)}
        inputMode="numeric"
        maxLength={6}
        className="w-64"
      />
      <TextField
        name="intended"
        label={t('job.form.intendedN')}
        initial={String(post.intended)}
        inputMode="numeric"
        maxLength={6}
        className="w-40"
      />
      <Submit quiet label={t('job.form.setOf', { enterprise: post.enterprise.name, post: post.post })}>
        {t('job.form.set')}
      </Submit>
    </Form>
  )
}

/** Takes another need to an event. */
export function AddPostForm({ event, formKey, t }: { event: JobEventDetail; formKey: string; t: Translator }) {
  return (
    <Form
      action={offerJob}
      formKey={formKey}
      label={t('job.event.addTitle')}
      className="flex flex-wrap items-end gap-3 pt-3"
    >
      <input type="hidden" name="eventId" value={event.id} />
      <Choice
        name="needId"
        label={t('job.form.need')}
        empty={t('job.form.choose')}
        options={event.choices.map(({ id, name }) => ({ value: id, label: name }))}
        className="min-w-0 flex-1 basis-80"
      />
      <TextField name="offered" label={t('job.form.offered')} inputMode="numeric" maxLength={6} className="w-40" />
      <Submit quiet>{t('job.form.add')}</Submit>
    </Form>
  )
}
