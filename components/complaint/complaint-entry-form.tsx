import { Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { enterComplaint } from '@/lib/actions/complaints'
import { COMPLAINT_KINDS } from '@/lib/domain/complaint/complaint'
import type { Translator } from '@/lib/i18n/translator'
import { COMPLAINT_CONTACT_MAX, COMPLAINT_PLACE_MAX, COMPLAINT_TEXT_MAX } from '@/lib/schemas/complaint'

type Named = Readonly<{ id: string; name: string }>

/** Puts in what an enterprise has to say, or what somebody rang up with. */
export function ComplaintEntryForm({
  points,
  own,
  formKey,
  t,
}: {
  points: readonly Named[]
  /** An enterprise speaks for itself. */
  own: boolean
  formKey: string
  t: Translator
}) {
  return (
    <Form action={enterComplaint} formKey={formKey} label={t('complaint.enter')} className="space-y-4">
      <Choice
        name="kind"
        label={t('complaint.form.kind')}
        initial="APPEAL"
        options={COMPLAINT_KINDS.map((kind) => ({ value: kind, label: t(`complaint.kind.${kind}`) }))}
        className="max-w-80"
      />
      <TextArea name="text" label={t('complaint.form.text')} rows={5} maxLength={COMPLAINT_TEXT_MAX} />
      <TextField name="place" label={t('complaint.form.place')} maxLength={COMPLAINT_PLACE_MAX} />
      <TextField
        name="contact"
        label={t('complaint.form.contact')}
        hint={t('complaint.form.contactHint')}
        maxLength={COMPLAINT_CONTACT_MAX}
        className="max-w-80"
      />
      {!own && points.length > 0 && (
        <Choice
          name="pointId"
          label={t('complaint.form.point')}
          empty={t('complaint.form.noPoint')}
          options={points.map(({ id, name }) => ({ value: id, label: name }))}
          className="max-w-80"
        />
      )}
      <Submit>{t('complaint.form.submit')}</Submit>
    </Form>
  )
}
