import { Check, Choice, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { createEnterprise, editEnterprise, openToSteward } from '@/lib/actions/enterprises'
import {
  CREDIT_GRADES,
  type CreditFacts,
  ENTERPRISE_SIZES,
  ENTERPRISE_STATES,
  type EnterpriseFacts,
  INDUSTRIES,
  lastYearOf,
  STANDINGS,
} from '@/lib/domain/enterprise'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'
import { ADDRESS_MAX, ENTERPRISE_NAME_MAX, type EnterpriseDetail } from '@/lib/schemas/enterprise'

type Named = Readonly<{ id: string; name: string }>
const pair = 'flex flex-wrap gap-x-4 gap-y-4'
const half = 'min-w-0 flex-1 basis-60'

function NameFields({ facts, t }: { facts: EnterpriseFacts | null; t: Translator }) {
  return (
    <div className={pair}>
      <TextField
        name="name"
        label={t('enterprise.form.name')}
        hint={t('enterprise.form.nameHint')}
        initial={facts?.name}
        maxLength={ENTERPRISE_NAME_MAX}
        className={half}
      />
      <TextField
        name="creditCode"
        label={t('enterprise.form.creditCode')}
        hint={t('enterprise.form.creditCodeHint')}
        initial={facts?.creditCode}
        maxLength={30}
        className={half}
      />
    </div>
  )
}

function PlainFields({
  facts,
  streets,
  today,
  t,
}: {
  facts: EnterpriseFacts | null
  streets: readonly Named[]
  today: PlainDate
  t: Translator
}) {
  const empty = t('enterprise.form.unknown')
  return (
    <>
      <div className={pair}>
        <Choice
          name="size"
          label={t('enterprise.form.size')}
          initial={facts?.size}
          empty={empty}
          options={ENTERPRISE_SIZES.map((size) => ({ value: size, label: t(`enterprise.size.${size}`) }))}
          className={half}
        />
        <Choice
          name="industry"
          label={t('enterprise.form.industry')}
          initial={facts?.industry}
          empty={empty}
          options={INDUSTRIES.map((industry) => ({ value: industry, label: t(`enterprise.industry.${industry}`) }))}
          className={half}
        />
      </div>
      <div className={pair}>
        <Choice
          name="streetId"
          label={t('enterprise.form.street')}
          initial={facts?.streetId}
          empty={empty}
          options={streets.map(({ id, name }) => ({ value: id, label: name }))}
          className={half}
        />
        <TextField
          name="address"
          label={t('enterprise.form.address')}
          initial={facts?.address}
          maxLength={ADDRESS_MAX}
          className={half}
        />
      </div>
      <div className={pair}>
        <TextField
          name="foundedOn"
          type="date"
          label={t('enterprise.form.foundedOn')}
          initial={facts?.foundedOn}
          max={today}
          className={half}
        />
        <TextField
          name="employees"
          label={t('enterprise.form.employees')}
          initial={facts?.employees}
          inputMode="numeric"
          maxLength={10}
          className={half}
        />
      </div>
    </>
  )
}

/** A new enterprise of the register. */
export function CreateForm({
  streets,
  formKey,
  today,
  t,
}: {
  streets: readonly Named[]
  formKey: string
  today: PlainDate
  t: Translator
}) {
  return (
    <Form action={createEnterprise} formKey={formKey} label={t('enterprise.form.create')} className="space-y-4">
      <NameFields facts={null} t={t} />
      <PlainFields facts={null} streets={streets} today={today} t={t} />
      <Submit>{t('enterprise.form.create')}</Submit>
    </Form>
  )
}

function CreditFields({ credit, today, t }: { credit: CreditFacts; today: PlainDate; t: Translator }) {
  const answers = [
    { value: 'no', label: t('enterprise.form.no') },
    { value: 'yes', label: t('enterprise.form.yes') },
  ]
  const hint = t('enterprise.form.wanHint')
  return (
    <fieldset className="space-y-4 border-t border-divider pt-4">
      <legend className="float-left mb-2 w-full text-lg font-semibold">{t('enterprise.form.credit')}</legend>
      <p className="clear-both text-sm text-ink-2">{t('enterprise.form.creditHint')}</p>
      <div className={pair}>
        <TextField
          name="credit.year"
          label={t('enterprise.form.year')}
          initial={credit.year || String(lastYearOf(today))}
          inputMode="numeric"
          maxLength={4}
          className="basis-28"
        />
        <TextField
          name="credit.revenueWan"
          label={t('enterprise.form.revenueWan')}
          hint={hint}
          initial={credit.revenueWan}
          inputMode="decimal"
          maxLength={30}
          className={half}
        />
        <TextField
          name="credit.taxWan"
          label={t('enterprise.form.taxWan')}
          hint={hint}
          initial={credit.taxWan}
          inputMode="decimal"
          maxLength={30}
          className={half}
        />
      </div>
      <div className={pair}>
        <Choice
          name="credit.grade"
          label={t('enterprise.form.grade')}
          initial={credit.grade}
          empty={t('enterprise.form.unknown')}
          options={CREDIT_GRADES.map((grade) => ({ value: grade, label: grade }))}
          className={half}
        />
        {(['dishonest', 'abnormal'] as const).map((name) => (
          <Choice
            key={name}
            name={`credit.${name}`}
            label={t(`enterprise.form.${name}`)}
            initial={credit[name]}
            empty={t('enterprise.form.unchecked')}
            options={answers}
            className={half}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** What an enterprise is, said anew; what is the office's to say is asked of the office only. */
export function EditForm({
  enterprise,
  streets,
  office,
  formKey,
  today,
  t,
}: {
  enterprise: EnterpriseDetail
  streets: readonly Named[]
  office: boolean
  formKey: string
  today: PlainDate
  t: Translator
}) {
  const { facts, credit } = enterprise
  return (
    <Form action={editEnterprise} formKey={formKey} label={t('enterprise.form.edit')} className="space-y-4">
      <input type="hidden" name="enterpriseId" value={enterprise.id} />
      <input type="hidden" name="version" value={enterprise.version} />
      {office && <NameFields facts={facts} t={t} />}
      <PlainFields facts={facts} streets={streets} today={today} t={t} />
      {office && (
        <div className={pair}>
          <fieldset className={half}>
            <legend className="mb-1 font-semibold">{t('enterprise.form.standing')}</legend>
            <input type="hidden" name="standings" value="1" />
            <div className="flex flex-wrap gap-x-5">
              {STANDINGS.map((standing) => (
                <Check
                  key={standing}
                  name={standing}
                  value="1"
                  label={t(`enterprise.standing.${standing}`)}
                  initial={facts[standing] === '1'}
                />
              ))}
            </div>
          </fieldset>
          <Choice
            name="state"
            label={t('enterprise.form.state')}
            initial={facts.state}
            options={ENTERPRISE_STATES.map((state) => ({ value: state, label: t(`enterprise.state.${state}`) }))}
            className={half}
          />
        </div>
      )}
      {credit && <CreditFields credit={credit} today={today} t={t} />}
      <Submit>{t('enterprise.form.save')}</Submit>
    </Form>
  )
}

/** The enterprise's own word on whether its steward may see what is confidential. */
export function OpenForm({ enterprise, formKey, t }: { enterprise: EnterpriseDetail; formKey: string; t: Translator }) {
  const open = enterprise.opensToSteward
  const word = t(open ? 'enterprise.credit.close' : 'enterprise.credit.open')
  return (
    <Form action={openToSteward} formKey={formKey} label={word} className="no-print pt-2">
      <input type="hidden" name="enterpriseId" value={enterprise.id} />
      <input type="hidden" name="version" value={enterprise.version} />
      <input type="hidden" name="open" value={open ? 'no' : 'yes'} />
      <Submit quiet>{word}</Submit>
    </Form>
  )
}
