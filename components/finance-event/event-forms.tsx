import { Check, Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import {
  cancelEvent,
  createEvent,
  editEvent,
  holdEvent,
  sendInvitations,
  setEventBanks,
  signIntention,
} from '@/lib/actions/finance-events'
import { INDUSTRIES } from '@/lib/domain/enterprise'
import { EVENT_KINDS } from '@/lib/domain/finance-event'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'
import {
  EVENT_PLACE_MAX,
  EVENT_TEXT_MAX,
  EVENT_THEME_MAX,
  type EventChoices,
  type EventDetail,
} from '@/lib/schemas/finance-event'

const options = (list: readonly Readonly<{ id: string; name: string }>[]) =>
  list.map(({ id, name }) => ({ value: id, label: name }))

/** An event as it is planned or changed. */
export function EventForm({
  event,
  choices,
  formKey,
  today,
  t,
}: {
  event: EventDetail | null
  choices: EventChoices
  formKey: string
  today: PlainDate
  t: Translator
}) {
  return (
    <Form
      action={event ? editEvent : createEvent}
      formKey={formKey}
      label={t(event ? 'financeEvent.form.edit' : 'financeEvent.form.new')}
      className="space-y-4"
    >
      {event && <About event={event} />}
      <TextField name="theme" label={t('financeEvent.form.theme')} initial={event?.theme} maxLength={EVENT_THEME_MAX} />
      <div className="flex flex-wrap gap-3">
        <Choice
          name="kind"
          label={t('financeEvent.form.kind')}
          empty={t('form.choose')}
          initial={event?.kind}
          options={EVENT_KINDS.map((kind) => ({ value: kind, label: t(`financeEvent.kind.${kind}`) }))}
          className="min-w-0 flex-1 basis-44"
        />
        <Choice
          name="industry"
          label={t('financeEvent.form.industry')}
          empty={t('financeEvent.form.any')}
          initial={event?.industry ?? undefined}
          options={INDUSTRIES.map((one) => ({ value: one, label: t(`enterprise.industry.${one}`) }))}
          className="min-w-0 flex-1 basis-44"
        />
        <Choice
          name="streetId"
          label={t('financeEvent.form.street')}
          empty={t('financeEvent.form.any')}
          initial={event?.street?.id}
          options={options(choices.streets)}
          className="min-w-0 flex-1 basis-44"
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <TextField
          name="heldOn"
          type="date"
          label={t('financeEvent.form.heldOn')}
          min={today}
          initial={event?.heldOn}
          className="basis-48"
        />
        <TextField
          name="startsAt"
          label={t('financeEvent.form.startsAt')}
          hint="14:30"
          initial={event?.startsAt}
          maxLength={5}
          className="basis-40"
        />
      </div>
      <TextField name="place" label={t('financeEvent.form.place')} initial={event?.place} maxLength={EVENT_PLACE_MAX} />
      <Choice
        name="organiserId"
        label={t('financeEvent.form.organiser')}
        empty={t('form.choose')}
        initial={event?.organiser.id}
        options={options(choices.organisers)}
        className="max-w-80"
      />
      <TextArea
        name="note"
        label={t('financeEvent.form.note')}
        hint={t('financeEvent.form.noteHint')}
        initial={event?.note ?? undefined}
        rows={2}
        maxLength={EVENT_TEXT_MAX}
      />
      <Submit>{t('form.save')}</Submit>
    </Form>
  )
}

const About = ({ event }: { event: EventDetail }) => (
  <>
    <input type="hidden" name="eventId" value={event.id} />
    <input type="hidden" name="version" value={event.version} />
  </>
)

type Props = Readonly<{ event: EventDetail; formKey: () => string; t: Translator }>

/** Which banks are asked. */
export function BanksForm({ event, choices, formKey, t }: Props & { choices: Pick<EventChoices, 'banks'> }) {
  const asked = new Set(event.banks.map(({ id }) => id))
  return (
    <Form action={setEventBanks} formKey={formKey()} label={t('financeEvent.form.banks')} className="space-y-2 py-2">
      <About event={event} />
      <div className="grid gap-x-4 sm:grid-cols-2">
        {choices.banks.map(({ id, name }) => (
          <Check key={id} name="bankIds[]" value={id} label={name} initial={asked.has(id)} />
        ))}
      </div>
      <Submit quiet={asked.size > 0}>{t('financeEvent.form.saveBanks')}</Submit>
    </Form>
  )
}

/** Sends the invitations; what is missing is said in words. */
export function InviteForm({ event, formKey, t }: Props) {
  return (
    <Form action={sendInvitations} formKey={formKey()} label={t('financeEvent.form.invite')} className="py-2">
      <About event={event} />
      <p className="mb-2 text-ink-2">
        {t('financeEvent.form.inviteHint', { firms: event.counts.invited, banks: event.banks.length })}
      </p>
      <Submit>{t('financeEvent.form.invite')}</Submit>
    </Form>
  )
}

/** Calls the event off. */
export function CancelForm({ event, formKey, t }: Props) {
  return (
    <details>
      <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
        {t('financeEvent.form.cancel')}
      </summary>
      <Form action={cancelEvent} formKey={formKey()} label={t('financeEvent.form.cancel')} className="space-y-3 py-2">
        <About event={event} />
        <TextArea name="reason" label={t('financeEvent.form.why')} rows={2} maxLength={EVENT_TEXT_MAX} />
        <Submit quiet>{t('financeEvent.form.cancelDo')}</Submit>
      </Form>
    </details>
  )
}

/** Who came; those who said so are ticked already. */
export function HoldForm({ event, formKey, t }: Props) {
  return (
    <Form action={holdEvent} formKey={formKey()} label={t('financeEvent.form.hold')} className="space-y-3 py-2">
      <About event={event} />
      <fieldset>
        <legend className="mb-1 font-semibold">{t('financeEvent.form.firmsCame')}</legend>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {event.guests.map(({ id, enterprise, answer }) => (
            <Check key={id} name="guestIds[]" value={id} label={enterprise.name} initial={answer === 'COMING'} />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-1 font-semibold">{t('financeEvent.form.banksCame')}</legend>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {event.banks.map(({ id, name }) => (
            <Check key={id} name="bankIds[]" value={id} label={name} initial />
          ))}
        </div>
      </fieldset>
      <Submit>{t('financeEvent.form.hold')}</Submit>
    </Form>
  )
}

/** An intention signed on the spot. */
export function SignForm({ event, formKey, t }: Props) {
  const firms = event.guests.filter(({ attended }) => attended)
  return (
    <Form action={signIntention} formKey={formKey()} label={t('financeEvent.form.sign')} className="space-y-3 py-2">
      <input type="hidden" name="eventId" value={event.id} />
      <Choice
        name="enterpriseId"
        label={t('financeEvent.column.firm')}
        empty={t('form.choose')}
        options={firms.map(({ enterprise }) => ({ value: enterprise.id, label: enterprise.name }))}
      />
      <Choice
        name="bankId"
        label={t('financeEvent.column.bank')}
        empty={t('form.choose')}
        options={options(event.banks.filter(({ attended }) => attended))}
      />
      <TextField
        name="amountWan"
        label={t('financeEvent.form.intended')}
        hint={t('financeEvent.form.wan')}
        inputMode="decimal"
        maxLength={20}
      />
      <Submit>{t('financeEvent.form.sign')}</Submit>
    </Form>
  )
}
