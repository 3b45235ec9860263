import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { changeUpgrade } from '@/lib/actions/upgrades'
import type { UpgradeMoveKind } from '@/lib/domain/upgrade'
import type { Translator } from '@/lib/i18n/translator'
import { WORDS_MAX } from '@/lib/schemas/address'
import type { UpgradeDetail } from '@/lib/schemas/upgrade'

/** Where an upgrade can go from here; leaving folds away. */
export function UpgradeForms({
  upgrade,
  formKey,
  t,
}: {
  upgrade: UpgradeDetail
  formKey: () => string
  t: Translator
}) {
  if (upgrade.moves.length === 0) return <p className="py-2 text-ink-2">{t('service.noActions')}</p>
  const form = (kind: UpgradeMoveKind) => (
    <Form
      key={kind}
      action={changeUpgrade}
      formKey={formKey()}
      label={t(`upgrade.move.${kind}`)}
      className="space-y-3 border-b border-divider py-4 first:pt-1 last:border-0"
    >
      <input type="hidden" name="upgradeId" value={upgrade.id} />
      <input type="hidden" name="version" value={upgrade.version} />
      <input type="hidden" name="kind" value={kind} />
      {kind === 'PAY' && (
        <TextField
          name="paidWan"
          label={t('upgrade.column.paid')}
          hint={t('service.wanHint')}
          inputMode="decimal"
          maxLength={24}
          className="max-w-80"
        />
      )}
      <TextField
        name="text"
        label={t(kind === 'WITHDRAW' ? 'upgrade.form.why' : 'upgrade.form.note')}
        maxLength={WORDS_MAX}
        className="max-w-[28rem]"
      />
      <Submit quiet={kind === 'WITHDRAW'}>{t(`upgrade.move.${kind}`)}</Submit>
    </Form>
  )
  return (
    <>
      {upgrade.moves.filter((kind) => kind !== 'WITHDRAW').map(form)}
      {upgrade.moves.includes('WITHDRAW') && (
        <details>
          <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
            {t('service.more')}
          </summary>
          {form('WITHDRAW')}
        </details>
      )}
    </>
  )
}
