import { Check, Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { amendNeed, fileNeed } from '@/lib/actions/financing'
import { COLLATERALS, FINANCING_CHANNELS, FINANCING_PURPOSES } from '@/lib/domain/financing/need'
import type { Translator } from '@/lib/i18n/translator'
import { type AmendStart, FINANCING_TEXT_MAX } from '@/lib/schemas/financing'

type Named = Readonly<{ id: string; name: string }>

/** What an enterprise wants to borrow, anew or corrected; the rest comes from the registers. */
export function FileForm({
  enterprise,
  projects,
  projectId,
  banks,
  contact,
  office,
  upgrade = null,
  amend,
  formKey,
  t,
}: {
  enterprise: Named
  projects: readonly Named[]
  projectId: string | undefined
  banks: readonly Named[]
  contact: Readonly<{ name: string; phone: string }>
  /** Whether the office writes for an enterprise. */
  office: boolean
  /** The upgrade it is to pay for. */
  upgrade?: Named | null
  /** The need as it stands, where one is corrected. */
  amend?: AmendStart
  formKey: string
  t: Translator
}) {
  const half = 'min-w-0 flex-1 basis-60'
  return (
    <Form
      action={amend ? amendNeed : fileNeed}
      formKey={formKey}
      label={t(amend ? 'financing.amend.title' : 'financing.new.title')}
      className="space-y-4"
    >
      {amend ? (
        <>
          <input type="hidden" name="needId" value={amend.needId} />
          <input type="hidden" name="version" value={amend.version} />
        </>
      ) : (
        <input type="hidden" name="enterpriseId" value={enterprise.id} />
      )}
      <p>
        <span className="text-ink-2">{t('financing.new.enterprise')}</span> <b>{enterprise.name}</b>
      </p>
      {upgrade && (
        <p>
          <input type="hidden" name="upgradeId" value={upgrade.id} />
          <span className="text-ink-2">{t('financing.new.upgrade')}</span> <b>{upgrade.name}</b>
        </p>
      )}
      {projects.length > 0 && (
        <Choice
          name="projectId"
          label={t('financing.new.project')}
          initial={amend ? amend.projectId : projectId}
          empty={t('financing.new.noProject')}
          options={projects.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <div className="flex flex-wrap gap-3">
        <TextField
          name="amountWan"
          label={t('financing.new.amount')}
          hint={t('financing.new.amountHint')}
          initial={amend?.amountWan}
          inputMode="decimal"
          maxLength={24}
          className={half}
        />
        <TextField
          name="months"
          label={t('financing.new.months')}
          initial={amend?.months}
          inputMode="numeric"
          maxLength={3}
          className={half}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <Choice
          name="purpose"
          label={t('financing.new.purpose')}
          initial={amend?.purpose ?? (upgrade ? 'EQUIPMENT' : undefined)}
          empty={t('financing.new.choose')}
          options={FINANCING_PURPOSES.map((value) => ({ value, label: t(`financing.purpose.${value}`) }))}
          className={half}
        />
        <TextField
          name="rate"
          label={t('financing.new.rate')}
          hint={t('financing.new.rateHint')}
          initial={amend?.rate}
          inputMode="decimal"
          maxLength={6}
          className={half}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <Choice
          name="collateral"
          label={t('financing.new.collateral')}
          initial={amend?.collateral}
          empty={t('financing.new.choose')}
          options={COLLATERALS.map((value) => ({ value, label: t(`financing.collateral.${value}`) }))}
          className={half}
        />
        <TextField
          name="collateralText"
          label={t('financing.new.collateralText')}
          initial={amend?.collateralText}
          maxLength={FINANCING_TEXT_MAX}
          className={half}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <TextField
          name="loansWan"
          label={t('financing.new.loans')}
          initial={amend?.loansWan}
          inputMode="decimal"
          maxLength={24}
          className={half}
        />
        <TextField
          name="loansBank"
          label={t('financing.new.loansBank')}
          initial={amend?.loansBank}
          maxLength={40}
          className={half}
        />
      </div>
      {banks.length > 0 && (
        <fieldset>
          <legend className="mb-1 font-semibold">
            {t('financing.new.banks')}
            <span className="ml-2 font-normal text-ink-3">{t('financing.new.banksHint')}</span>
          </legend>
          <div className="flex flex-wrap gap-x-6">
            {banks.map(({ id, name }) => (
              <Check key={id} name="banks[]" value={id} label={name} initial={amend?.banks.includes(id)} />
            ))}
          </div>
        </fieldset>
      )}
      <div className="flex flex-wrap gap-3">
        <TextField
          name="contactName"
          label={t('financing.new.contact')}
          initial={amend?.contactName ?? contact.name}
          maxLength={40}
          className={half}
        />
        <TextField
          name="contactPhone"
          label={t('financing.new.phone')}
          initial={amend?.contactPhone ?? contact.phone}
          maxLength={20}
          className={half}
        />
      </div>
      <Choice
        name="channel"
        label={t('financing.new.channel')}
        initial={amend?.channel ?? (office ? 'OFFICE' : 'OTHER')}
        options={FINANCING_CHANNELS.filter((value) => office || value !== 'OFFICE').map((value) => ({
          value,
          label: t(!office && value === 'OTHER' ? 'financing.new.direct' : `financing.channel.${value}`),
        }))}
        className="max-w-80"
      />
      {amend && (
        <TextArea
          name="text"
          label={t('financing.amend.text')}
          hint={t('form.optional')}
          rows={2}
          maxLength={FINANCING_TEXT_MAX}
        />
      )}
      <Submit>
        {t(amend ? (amend.again ? 'financing.amend.again' : 'financing.amend.submit') : 'financing.new.submit')}
      </Submit>
    </Form>
  )
}
