import { Check, Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { writePolicy } from '@/lib/actions/upgrades'
import { exactWan } from '@/lib/domain/money'
import type { PlainDate } from '@/lib/domain/plain-date'
import { UPGRADE_KINDS } from '@/lib/domain/upgrade'
import type { Translator } from '@/lib/i18n/translator'
import { WORDS_MAX } from '@/lib/schemas/address'
import type { UpgradePolicyRow } from '@/lib/schemas/upgrade'
import { rateText } from './subsidy-sentence'

/** Writes a policy, or the next version of one: what rests on the one before stays as it is. */
export function PolicyForm({
  before,
  formKey,
  today,
  t,
}: {
  before: UpgradePolicyRow | null
  formKey: string
  today: PlainDate
  t: Translator
}) {
  const wan = (fen: bigint | null | undefined) => (fen === null || fen === undefined ? undefined : exactWan(fen))
  const half = 'min-w-0 flex-1 basis-40'
  return (
    <Form action={writePolicy} formKey={formKey} label={t('upgrade.policyWrite')} className="space-y-4">
      {before && <input type="hidden" name="policyId" value={before.id} />}
      <TextField
        name="name"
        label={t('upgrade.column.policy')}
        initial={before?.name}
        maxLength={60}
        className="max-w-[28rem]"
      />
      <TextField name="document" label={t('upgrade.column.document')} initial={before?.document} maxLength={120} />
      <div className="flex flex-wrap gap-3">
        <TextField
          name="validFrom"
          type="date"
          label={t('upgrade.form.validFrom')}
          initial={before?.validFrom ?? today}
          className={half}
        />
        <TextField
          name="validTo"
          type="date"
          label={t('upgrade.form.validTo')}
          initial={before?.validTo ?? undefined}
          className={half}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <Choice
          name="basis"
          label={t('upgrade.form.basis')}
          empty={t('service.choose')}
          initial={before?.basis}
          options={(['EQUIPMENT', 'TOTAL'] as const).map((value) => ({ value, label: t(`upgrade.basis.${value}`) }))}
          className={half}
        />
        <TextField
          name="rate"
          label={t('upgrade.form.rate')}
          hint="%"
          inputMode="decimal"
          initial={before ? rateText(before.rateBp).replace('%', '') : undefined}
          maxLength={6}
          className={half}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <TextField
          name="capWan"
          label={t('upgrade.form.cap')}
          hint={t('service.wanHint')}
          inputMode="decimal"
          initial={wan(before?.capFen)}
          maxLength={24}
          className={half}
        />
        <TextField
          name="leastWan"
          label={t('upgrade.form.least')}
          hint={t('service.wanHint')}
          inputMode="decimal"
          initial={wan(before?.leastFen)}
          maxLength={24}
          className={half}
        />
      </div>
      <fieldset>
        <legend className="mb-1 font-semibold">{t('upgrade.form.kinds')}</legend>
        <div className="flex flex-wrap gap-x-6">
          {UPGRADE_KINDS.map((kind) => (
            <Check
              key={kind}
              name="kinds[]"
              value={kind}
              label={t(`upgrade.kind.${kind}`)}
              initial={before?.kinds.includes(kind)}
            />
          ))}
        </div>
      </fieldset>
      <TextArea
        name="conditions"
        label={t('upgrade.column.conditions')}
        rows={2}
        initial={before?.conditions}
        maxLength={WORDS_MAX}
      />
      <Check name="certain" value="yes" label={t('upgrade.form.certain')} initial={before?.certain} />
      <Submit>{t('upgrade.policyWrite')}</Submit>
    </Form>
  )
}
