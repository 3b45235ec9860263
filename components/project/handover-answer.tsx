import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { answerHandover } from '@/lib/actions/projects'
import type { Translator } from '@/lib/i18n/translator'

/** Takes over what somebody offers by one press; whoever declines says why. */
export function HandoverAnswer({
  handoverId,
  formKey,
  t,
}: {
  handoverId: string
  formKey: () => string
  t: Translator
}) {
  return (
    <div className="mt-1.5 flex flex-wrap items-start gap-2">
      <Form action={answerHandover} formKey={formKey()}>
        <input type="hidden" name="handoverId" value={handoverId} />
        <input type="hidden" name="accept" value="true" />
        <Submit>{t('workbench.accept')}</Submit>
      </Form>
      <details>
        <summary className="btn">{t('workbench.decline')}</summary>
        <Form action={answerHandover} formKey={formKey()} className="mt-2 space-y-2">
          <input type="hidden" name="handoverId" value={handoverId} />
          <input type="hidden" name="accept" value="false" />
          <TextField name="answer" label={t('workbench.declineReason')} maxLength={200} />
          <Submit quiet>{t('workbench.decline')}</Submit>
        </Form>
      </details>
    </div>
  )
}
