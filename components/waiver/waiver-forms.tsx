import { Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { decideWaiver, endWaiver, proposeWaiver, renewWaiver, withdrawWaiver } from '@/lib/actions/waivers'
import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import { WAIVER_DAYS, WAIVER_REASONS } from '@/lib/domain/waiver'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import { DIMENSIONS, WAIVER_TEXT_MAX, type WaiverDetail } from '@/lib/schemas/waiver'

const block = 'space-y-3 border-b border-divider py-4 first:pt-1 last:border-0'

type Props = Readonly<{ waiver: WaiverDetail; formKey: () => string; today: PlainDate; t: Translator }>

const About = ({ waiver }: Pick<Props, 'waiver'>) => (
  <>
    <input type="hidden" name="waiverId" value={waiver.id} />
    <input type="hidden" name="version" value={waiver.version} />
  </>
)

/** What the reader may do about a waiver now; the office's decision lies open, the rest folds away. */
export function WaiverForms(props: Props) {
  const { waiver, t } = props
  const { decide, withdraw, renew, end } = waiver.may
  if (!decide && !withdraw && !renew && !end) return <p className="py-2 text-ink-2">{t('waiver.detail.noActions')}</p>
  return (
    <>
      {decide && (waiver.own ? <p className="py-2 text-ink-2">{t('waiver.form.own')}</p> : <Decide {...props} />)}
      {renew && <Renew {...props} />}
      {(withdraw || end) && (
        <details>
          <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
            {t('waiver.form.more')}
          </summary>
          <div className="mt-2">
            {withdraw && (
              <Form
                action={withdrawWaiver}
                formKey={props.formKey()}
                label={t('waiver.form.withdraw')}
                className={block}
              >
                <About waiver={waiver} />
                <Submit quiet>{t('waiver.form.withdraw')}</Submit>
              </Form>
            )}
            {end && (
              <Form action={endWaiver} formKey={props.formKey()} label={t('waiver.form.end')} className={block}>
                <About waiver={waiver} />
                <TextArea name="text" label={t('waiver.form.endWhy')} rows={2} maxLength={WAIVER_TEXT_MAX} />
                <Submit quiet>{t('waiver.form.end')}</Submit>
              </Form>
            )}
          </div>
        </details>
      )}
    </>
  )
}

function Decide({ waiver, formKey, today, t }: Props) {
  return (
    <div className={block}>
      {waiver.askedUntilOn && <p>{t('waiver.asksRenewal', { day: dayIn(waiver.askedUntilOn, today) })}</p>}
      <Form action={decideWaiver} formKey={formKey()} label={t('waiver.form.approve')} className="space-y-3">
        <About waiver={waiver} />
        <input type="hidden" name="decision" value="APPROVE" />
        <TextArea name="text" label={t('waiver.form.note')} rows={2} maxLength={WAIVER_TEXT_MAX} />
        <Submit>{t('waiver.form.approve')}</Submit>
      </Form>
      <details>
        <summary className="btn">{t('waiver.form.refuse')}</summary>
        <Form action={decideWaiver} formKey={formKey()} label={t('waiver.form.refuse')} className="mt-2 space-y-3">
          <About waiver={waiver} />
          <input type="hidden" name="decision" value="REFUSE" />
          <TextArea name="text" label={t('waiver.form.refuseWhy')} rows={2} maxLength={WAIVER_TEXT_MAX} />
          <Submit quiet>{t('waiver.form.refuse')}</Submit>
        </Form>
      </details>
    </div>
  )
}

function Renew({ waiver, formKey, today, t }: Props) {
  return (
    <Form action={renewWaiver} formKey={formKey()} label={t('waiver.form.renew')} className={block}>
      <About waiver={waiver} />
      <TextField
        name="untilOn"
        type="date"
        label={t('waiver.form.untilOn')}
        hint={t('waiver.form.untilHint', { day: dayIn(waiver.latestOn, today) })}
        min={addDays(waiver.untilOn, 1)}
        max={waiver.latestOn}
        className="max-w-80"
      />
      <TextArea name="text" label={t('waiver.form.renewWhy')} rows={2} maxLength={WAIVER_TEXT_MAX} />
      <Submit quiet>{t('waiver.form.renew')}</Submit>
    </Form>
  )
}

/** Proposes to leave a part out of a project's colour for a while. */
export function ProposeForm({
  projectId,
  formKey,
  today,
  t,
}: {
  projectId: string
  formKey: string
  today: PlainDate
  t: Translator
}) {
  return (
    <Form action={proposeWaiver} formKey={formKey} label={t('waiver.proposeTitle')} className="space-y-4">
      <input type="hidden" name="projectId" value={projectId} />
      <Choice
        name="dimension"
        label={t('waiver.form.dimension')}
        empty={t('waiver.form.choose')}
        options={DIMENSIONS.map((name) => ({ value: name, label: t(`project.dimension.${name}`) }))}
        className="max-w-80"
      />
      <Choice
        name="reason"
        label={t('waiver.form.reason')}
        empty={t('waiver.form.choose')}
        options={WAIVER_REASONS.map((name) => ({ value: name, label: t(`waiver.reason.${name}`) }))}
        className="max-w-80"
      />
      <TextArea
        name="text"
        label={t('waiver.form.text')}
        hint={t('waiver.form.textHint')}
        rows={3}
        maxLength={WAIVER_TEXT_MAX}
      />
      <div className="flex flex-wrap gap-3">
        <TextField
          name="fromOn"
          type="date"
          label={t('waiver.form.fromOn')}
          min={today}
          initial={today}
          className="min-w-0 flex-1 basis-44"
        />
        <TextField
          name="untilOn"
          type="date"
          label={t('waiver.form.untilOn')}
          hint={t('waiver.form.untilHint', { day: dayIn(addDays(today, WAIVER_DAYS), today) })}
          min={today}
          className="min-w-0 flex-1 basis-56"
        />
      </div>
      <Submit>{t('waiver.propose')}</Submit>
    </Form>
  )
}
