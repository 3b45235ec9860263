import { TextArea } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { decide, withdraw } from '@/lib/actions/changes'
import type { Translator } from '@/lib/i18n/translator'
import { REASON_MAX } from '@/lib/schemas/procedure'

type Props = Readonly<{ id: string; version: number; formKeys: readonly [string, string]; t: Translator }>

const Hidden = ({ id, version }: Pick<Props, 'id' | 'version'>) => (
  <>
    <input type="hidden" name="changeId" value={id} />
    <input type="hidden" name="version" value={version} />
  </>
)

/** What the security administrator answers: it happens at once, or it goes back with a reason. */
export const DecisionForms = ({ id, version, formKeys, t }: Props) => (
  <div className="grid max-w-[720px] gap-6 sm:grid-cols-2">
    <Form action={decide} formKey={formKeys[0]} label={t('changes.approve')}>
      <Hidden id={id} version={version} />
      <input type="hidden" name="decision" value="APPROVED" />
      <p className="mb-2 text-ink-2">{t('changes.approveHint')}</p>
      <Submit>{t('changes.approve')}</Submit>
    </Form>
    <Form action={decide} formKey={formKeys[1]} label={t('changes.reject')}>
      <Hidden id={id} version={version} />
      <input type="hidden" name="decision" value="REJECTED" />
      <TextArea name="answer" label={t('changes.answer')} rows={2} maxLength={REASON_MAX} />
      <Submit quiet className="mt-2">
        {t('changes.reject')}
      </Submit>
    </Form>
  </div>
)

/** Takes a proposal back before it is decided. */
export const WithdrawForm = ({ id, version, formKeys, t }: Props) => (
  <Form action={withdraw} formKey={formKeys[0]} label={t('changes.withdraw')}>
    <Hidden id={id} version={version} />
    <Submit quiet>{t('changes.withdraw')}</Submit>
  </Form>
)
