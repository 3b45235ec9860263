import { TextArea } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { decideApproval, withdrawApproval } from '@/lib/actions/approvals'
import type { Translator } from '@/lib/i18n/translator'
import type { ApprovalRow } from '@/lib/schemas/approval'
import { REASON_MAX } from '@/lib/schemas/procedure'

type Props = Readonly<{ row: ApprovalRow; formKey: () => string; t: Translator }>

const About = ({ row }: Pick<Props, 'row'>) => (
  <>
    <input type="hidden" name="approvalId" value={row.id} />
    <input type="hidden" name="version" value={row.version} />
    <input type="hidden" name="seen" value={row.rowVersion} />
  </>
)

/** Approves by one press; a refusal says why. What moved on is said before either. */
export function DecideForms({ row, formKey, t }: Props) {
  const what = `${row.project.name} ${t(`approval.kind.${row.kind}`)}`
  return (
    <div className="flex min-w-0 flex-wrap items-start gap-x-3 gap-y-2 pt-1.5 sm:max-w-[420px] sm:flex-none sm:pt-0.5">
      {row.outdated ? (
        <p className="w-full text-sm text-yellow-ink">{t('approval.outdated')}</p>
      ) : (
        row.moved && <p className="w-full text-sm text-yellow-ink">{t('approval.moved')}</p>
      )}
      {!row.outdated && (
        <Form action={decideApproval} formKey={formKey()} label={`${t('approval.form.approve')} ${what}`}>
          <About row={row} />
          <input type="hidden" name="decision" value="APPROVE" />
          <Submit className="max-sm:btn-big">{t('approval.form.approve')}</Submit>
        </Form>
      )}
      <details className="group/refuse min-w-0 open:w-full sm:open:w-80">
        <summary className="btn max-sm:btn-big">
          <span className="group-open/refuse:hidden">{t('approval.form.refuseOpen')}</span>
          <span className="hidden group-open/refuse:inline">{t('approval.form.fold')}</span>
        </summary>
        <Form
          action={decideApproval}
          formKey={formKey()}
          label={`${t('approval.form.refuse')} ${what}`}
          className="mt-2 space-y-2"
        >
          <About row={row} />
          <input type="hidden" name="decision" value="REFUSE" />
          <TextArea name="text" label={t('approval.form.refuseWhy')} rows={2} maxLength={REASON_MAX} />
          <Submit quiet className="max-sm:btn-big">
            {t('approval.form.refuse')}
          </Submit>
        </Form>
      </details>
    </div>
  )
}

/** Takes a request back while nobody has decided. */
export function WithdrawForm({ row, item, formKey, t }: Props & Readonly<{ item: string | null }>) {
  const what = [row.project.name, item, t(`approval.kind.${row.kind}`)].filter(Boolean).join(' ')
  const label = `${t('approval.form.withdraw')} ${what}`
  return (
    <Form action={withdrawApproval} formKey={formKey()} label={label}>
      <input type="hidden" name="approvalId" value={row.id} />
      <input type="hidden" name="version" value={row.version} />
      <Submit quiet label={label}>
        {t('approval.form.withdraw')}
      </Submit>
    </Form>
  )
}
