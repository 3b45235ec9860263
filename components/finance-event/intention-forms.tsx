import { Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { amendIntention, followIntention, linkIntention, voidFollow } from '@/lib/actions/finance-events'
import { FOLLOW_KINDS } from '@/lib/domain/event-intention'
import { exactWan } from '@/lib/domain/money'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Locale } from '@/lib/i18n/locale'
import { amountText } from '@/lib/i18n/money'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { IntentionDetail } from '@/lib/schemas/event-intention'
import { EVENT_TEXT_MAX } from '@/lib/schemas/finance-event'

type Props = Readonly<{ intention: IntentionDetail; formKey: () => string; t: Translator }>

const About = ({ intention }: Pick<Props, 'intention'>) => (
  <>
    <input type="hidden" name="intentionId" value={intention.id} />
    <input type="hidden" name="version" value={intention.version} />
  </>
)

/** Records what became of an intention; an amount only where it is money. */
export function FollowForm({ intention, formKey, today, t }: Props & { today: PlainDate }) {
  const granted = intention.stand.grantedFen > 0n
  return (
    <Form
      action={followIntention}
      formKey={formKey()}
      label={t('financeEvent.follow.title')}
      className="space-y-3 py-2"
    >
      <About intention={intention} />
      <Choice
        name="kind"
        label={t('financeEvent.follow.kind')}
        empty={t('form.choose')}
        options={FOLLOW_KINDS.filter((kind) => granted || (kind !== 'PAY_NEW' && kind !== 'PAY_RENEWED')).map(
          (kind) => ({
            value: kind,
            label: t(`financeEvent.follow.is.${kind}`),
          }),
        )}
      />
      <TextField
        name="on"
        type="date"
        label={t('financeEvent.follow.on')}
        min={intention.signedOn}
        max={today}
        initial={today}
      />
      <TextField
        name="amountWan"
        label={t('financeEvent.follow.amount')}
        hint={t('financeEvent.follow.amountHint')}
        inputMode="decimal"
        maxLength={20}
      />
      <TextArea name="text" label={t('financeEvent.follow.text')} rows={2} maxLength={EVENT_TEXT_MAX} />
      <Submit>{t('financeEvent.follow.do')}</Submit>
    </Form>
  )
}

/** Mends an intention that was recorded wrongly, while nothing has come of it. */
export function AmendForm({ intention, formKey, t }: Props) {
  return (
    <details className="border-t border-divider py-2">
      <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
        {t('financeEvent.amend.title')}
      </summary>
      <Form
        action={amendIntention}
        formKey={formKey()}
        label={t('financeEvent.amend.title')}
        className="space-y-3 py-2"
      >
        <About intention={intention} />
        <Choice
          name="bankId"
          label={t('financeEvent.column.bank')}
          empty={t('form.choose')}
          initial={intention.bank?.id}
          options={intention.banks.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          name="amountWan"
          label={t('financeEvent.form.intended')}
          hint={t('financeEvent.form.wan')}
          inputMode="decimal"
          maxLength={20}
          initial={exactWan(intention.intendedFen)}
        />
        <TextField name="reason" label={t('financeEvent.form.why')} maxLength={EVENT_TEXT_MAX} />
        <Submit quiet>{t('financeEvent.amend.do')}</Submit>
      </Form>
    </details>
  )
}

/** Says which need of the firm it is about. */
export function LinkForm({ intention, formKey, locale }: Omit<Props, 't'> & { locale: Locale }) {
  const t = translator(locale)
  if (intention.needs.length === 0) return null
  return (
    <details className="border-t border-divider py-2">
      <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
        {t('financeEvent.link.title')}
      </summary>
      <Form action={linkIntention} formKey={formKey()} label={t('financeEvent.link.title')} className="space-y-3 py-2">
        <About intention={intention} />
        <Choice
          name="needId"
          label={t('financeEvent.link.need')}
          empty={t('financeEvent.link.none')}
          initial={intention.need?.id}
          options={intention.needs.map(({ id, number, amountFen }) => ({
            value: id,
            label: t('financeEvent.link.of', { n: number, sum: amountText(amountFen, locale) }),
          }))}
        />
        <Submit quiet>{t('form.save')}</Submit>
      </Form>
    </details>
  )
}

/** Makes one record void that was a mistake. */
export function VoidForm({ intention, followId, what, formKey, t }: Props & { followId: string; what: string }) {
  return (
    <details className="no-print">
      <summary
        aria-label={t('financeEvent.void.of', { what })}
        className="inline-flex min-h-8 cursor-pointer items-center text-sm text-link max-sm:min-h-11"
      >
        {t('financeEvent.void.title')}
      </summary>
      <Form
        action={voidFollow}
        formKey={formKey()}
        label={t('financeEvent.void.of', { what })}
        className="flex flex-wrap items-end gap-2 py-2"
      >
        <About intention={intention} />
        <input type="hidden" name="followId" value={followId} />
        <TextField
          name="text"
          label={t('financeEvent.form.why')}
          maxLength={EVENT_TEXT_MAX}
          className="min-w-0 flex-1 basis-60"
        />
        <Submit quiet>{t('financeEvent.void.do')}</Submit>
      </Form>
    </details>
  )
}
