import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { disable, issue, proposeAccountMove, proposeForAccount, unlock } from '@/lib/actions/accounts'
import type { Role } from '@/lib/domain/access'
import type { OrgKind } from '@/lib/domain/administration'
import type { Translator } from '@/lib/i18n/translator'
import { REASON_MAX } from '@/lib/schemas/procedure'
import { PlaceFields } from './place-fields'

const Block = ({ title, hint, children }: { title: string; hint: string; children: React.ReactNode }) => (
  <section aria-label={title} className="border-t border-divider py-4">
    <h2 className="text-lg font-semibold">{title}</h2>
    <p className="mb-3 max-w-[44em] text-ink-2">{hint}</p>
    {children}
  </section>
)

type Basic = Readonly<{ userId: string; formKey: string; t: Translator }>

/** Another role or unit; happens once it is approved. */
export const MoveForm = ({
  userId,
  formKey,
  t,
  ...place
}: Basic & {
  role: Role
  unitId: string | null
  enterprise: string | null
  units: readonly Readonly<{ id: string; kind: OrgKind; shortName: string }>[]
}) => (
  <Block title={t('accounts.move')} hint={t('accounts.moveHint')}>
    <Form action={proposeAccountMove} formKey={formKey} label={t('accounts.move')} className="max-w-[560px] space-y-4">
      <input type="hidden" name="userId" value={userId} />
      <PlaceFields {...place} t={t} />
      <TextField name="reason" label={t('form.reason')} maxLength={REASON_MAX} />
      <Submit quiet>{t('accounts.propose')}</Submit>
    </Form>
  </Block>
)

const REQUEST_HINT = {
  ACCOUNT_ENABLE: 'accounts.enableHint',
  ACCOUNT_RESET_PASSWORD: 'accounts.resetHint',
  ACCOUNT_RESET_FACTOR: 'accounts.factorHint',
} as const

/** Asks for the account to be enabled, for a new password, or for its second factor to be taken away. */
export const RequestForm = ({ userId, kind, formKey, t }: Basic & { kind: keyof typeof REQUEST_HINT }) => {
  const title = t(`changes.kinds.${kind}`)
  return (
    <Block title={title} hint={t(REQUEST_HINT[kind])}>
      <Form action={proposeForAccount} formKey={formKey} label={title} className="max-w-[560px] space-y-3">
        <input type="hidden" name="userId" value={userId} />
        <input type="hidden" name="kind" value={kind} />
        <TextField name="reason" label={t('form.reason')} maxLength={REASON_MAX} />
        <Submit quiet>{t('accounts.propose')}</Submit>
      </Form>
    </Block>
  )
}

/** Ends the lock at once. */
export const UnlockForm = ({ userId, formKey, t }: Basic) => (
  <Block title={t('accounts.unlock')} hint={t('accounts.unlockHint')}>
    <Form action={unlock} formKey={formKey} label={t('accounts.unlock')}>
      <input type="hidden" name="userId" value={userId} />
      <Submit quiet>{t('accounts.unlock')}</Submit>
    </Form>
  </Block>
)

/** Disables at once; refused while the account holds something nobody else would. The answer stays where the button was. */
export const DisableForm = ({ userId, formKey, disabled, t }: Basic & { disabled: boolean }) => (
  <Block title={t('accounts.disable')} hint={t(disabled ? 'accounts.disabledHint' : 'accounts.disableHint')}>
    <Form action={disable} formKey={formKey} label={t('accounts.disable')}>
      <input type="hidden" name="userId" value={userId} />
      {!disabled && <Submit quiet>{t('accounts.disable')}</Submit>}
    </Form>
  </Block>
)

/** Makes the one-time password and shows it this once; the form stays, or its answer would go with it. */
export const IssueForm = ({ userId, formKey, due, until, t }: Basic & { due: boolean; until: string | null }) => (
  <Block
    title={t('accounts.issue')}
    hint={until ? t('accounts.issuedUntil', { at: until }) : t(due ? 'accounts.issueHint' : 'accounts.issueNotDue')}
  >
    <Form action={issue} formKey={formKey} label={t('accounts.issue')} className="[&_[role=status]]:select-all">
      <input type="hidden" name="userId" value={userId} />
      {due && <Submit>{t(until ? 'accounts.issueAgain' : 'accounts.issue')}</Submit>}
    </Form>
  </Block>
)
