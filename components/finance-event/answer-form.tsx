import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { answerInvitation } from '@/lib/actions/finance-events'
import type { GuestAnswer } from '@/lib/domain/finance-event'
import type { Translator } from '@/lib/i18n/translator'
import { EVENT_TEXT_MAX } from '@/lib/schemas/finance-event'

/** Says in one tap whether a firm comes; a word with it is welcome, and never asked for. */
export function AnswerForm({
  guestId,
  answer,
  name,
  quiet = false,
  formKey,
  t,
}: {
  guestId: string
  answer: GuestAnswer
  /** Whose answer it is, or to what. */
  name: string
  /** Whether it is one of many, and not what somebody came for. */
  quiet?: boolean
  formKey: () => string
  t: Translator
}) {
  return (
    <div className="flex flex-wrap items-start gap-2">
      {answer !== 'COMING' && (
        <Form action={answerInvitation} formKey={formKey()} label={t('financeEvent.answer.comingOf', { name })}>
          <input type="hidden" name="guestId" value={guestId} />
          <input type="hidden" name="answer" value="COMING" />
          <Submit quiet={quiet || answer !== 'WAITING'} label={t('financeEvent.answer.comingOf', { name })}>
            {t('financeEvent.answer.coming')}
          </Submit>
        </Form>
      )}
      {answer !== 'REFUSED' && (
        <Form
          action={answerInvitation}
          formKey={formKey()}
          label={t('financeEvent.answer.refuseOf', { name })}
          className="flex min-w-0 flex-wrap items-end gap-2"
        >
          <input type="hidden" name="guestId" value={guestId} />
          <input type="hidden" name="answer" value="REFUSED" />
          <Submit quiet label={t('financeEvent.answer.refuseOf', { name })}>
            {t('financeEvent.answer.refuse')}
          </Submit>
          <details>
            <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
              {t('financeEvent.answer.word')}
            </summary>
            <TextField name="word" label={t('financeEvent.answer.wordLabel')} maxLength={EVENT_TEXT_MAX} />
          </details>
        </Form>
      )}
    </div>
  )
}
