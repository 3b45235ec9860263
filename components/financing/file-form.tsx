import { Check, Choice, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { fileNeed } from '@/lib/actions/financing'
import { COLLATERALS, FINANCING_CHANNELS, FINANCING_PURPOSES } from '@/lib/domain/financing/need'
import type { Translator } from '@/lib/i18n/translator'
import { FINANCING_TEXT_MAX } from '@/lib/schemas/financing'

type Named = Readonly<{ id: string; name: string }>

/** What an enterprise wants to borrow; the rest comes from the registers. */
export function FileForm({
  enterprise,
  projects,
  projectId,
  banks,
  contact,
  channels,
  formKey,
  t,
}: {
  enterprise: Named
  projects: readonly Named[]
  projectId: string | undefined
  banks: readonly Named[]
  contact: Readonly<{ name: string; phone: string }>
  /** Whether by which door it came is for the writer to say. */
  channels: boolean
  formKey: string
  t: Translator
}) {
  const half = 'min-w-0 flex-1 basis-60'
  return (
    <Form action={fileNeed} formKey={formKey} label={t('financing.new.title')} className="space-y-4">
      <input type="hidden" name="enterpriseId" value={enterprise.id} />
      <p>
        <span className="text-ink-2">{t('financing.new.enterprise')}</span> <b>{enterprise.name}</b>
      </p>
      {projects.length > 0 && (
        <Choice
          name="projectId"
          label={t('financing.new.project')}
          initial={projectId}
          empty={t('financing.new.noProject')}
          options={projects.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <div className="flex flex-wrap gap-3">
        <TextField
          name="amountWan"
          label={t('financing.new.amount')}
          hint={t('financing.new.amountHint')}
          inputMode="decimal"
          maxLength={24}
          className={half}
        />
        <TextField name="months" label={t('financing.new.months')} inputMode="numeric" maxLength={3} className={half} />
      </div>
      <div className="flex flex-wrap gap-3">
        <Choice
          name="purpose"
          label={t('financing.new.purpose')}
          empty={t('financing.new.choose')}
          options={FINANCING_PURPOSES.map((value) => ({ value, label: t(`financing.purpose.${value}`) }))}
          className={half}
        />
        <TextField
          name="rate"
          label={t('financing.new.rate')}
          hint={t('financing.new.rateHint')}
          inputMode="decimal"
          maxLength={6}
          className={half}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <Choice
          name="collateral"
          label={t('financing.new.collateral')}
          empty={t('financing.new.choose')}
          options={COLLATERALS.map((value) => ({ value, label: t(`financing.collateral.${value}`) }))}
          className={half}
        />
        <TextField
          name="collateralText"
          label={t('financing.new.collateralText')}
          maxLength={FINANCING_TEXT_MAX}
          className={half}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <TextField
          name="loansWan"
          label={t('financing.new.loans')}
          inputMode="decimal"
          maxLength={24}
          className={half}
        />
        <TextField name="loansBank" label={t('financing.new.loansBank')} maxLength={40} className={half} />
      </div>
      {banks.length > 0 && (
        <fieldset>
          <legend className="mb-1 font-semibold">
            {t('financing.new.banks')}
            <span className="ml-2 font-normal text-ink-3">{t('financing.new.banksHint')}</span>
          </legend>
          <div className="flex flex-wrap gap-x-6">
            {banks.map(({ id, name }) => (
              <Check key={id} name="banks[]" value={id} label={name} />
            ))}
          </div>
        </fieldset>
      )}
      <div className="flex flex-wrap gap-3">
        <TextField
          name="contactName"
          label={t('financing.new.contact')}
          initial={contact.name}
          maxLength={40}
          className={half}
        />
        <TextField
          name="contactPhone"
          label={t('financing.new.phone')}
          initial={contact.phone}
          maxLength={20}
          className={half}
        />
      </div>
      {channels && (
        <Choice
          name="channel"
          label={t('financing.new.channel')}
          initial="OFFICE"
          options={FINANCING_CHANNELS.map((value) => ({ value, label: t(`financing.channel.${value}`) }))}
          className="max-w-80"
        />
      )}
      <Submit>{t('financing.new.submit')}</Submit>
    </Form>
  )
}
