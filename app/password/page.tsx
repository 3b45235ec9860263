import { redirect } from 'next/navigation'
import { DemoNote } from '@/components/shell/demo-note'
import { Logo } from '@/components/shell/logo'
import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { changePassword } from '@/lib/actions/account'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { currentAccount } from '@/lib/auth/require-actor'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('account.passwordTitle')

export default async function PasswordPage() {
  const account = await currentAccount()
  if (!account) redirect('/login')
  const t = translator(account.locale)
  return (
    <div className="flex min-h-dvh flex-col items-center bg-page px-5 pt-16">
      <Logo size={40} />
      <main className="mt-6 w-full max-w-[420px] rounded-md border border-divider bg-card px-6 py-7 sm:px-8">
        <h1 className="text-xl font-semibold">{t('account.passwordTitle')}</h1>
        {account.mustChangePassword && <p className="mt-2 text-ink-2">{t('account.oneTime')}</p>}
        <Form
          action={changePassword}
          formKey={issueFormKey(account.id)}
          label={t('account.passwordTitle')}
          className="mt-4 space-y-3.5"
        >
          <TextField
            name="oldPassword"
            type="password"
            label={t('account.oldPassword')}
            autoComplete="current-password"
          />
          <TextField name="newPassword" type="password" label={t('account.newPassword')} autoComplete="new-password" />
          <p className="text-sm text-ink-3">{t('account.passwordRule')}</p>
          <TextField
            name="repeatPassword"
            type="password"
            label={t('account.repeatPassword')}
            autoComplete="new-password"
          />
          <div className="flex gap-3 pt-2">
            <Submit className="flex-1">{t('form.save')}</Submit>
            {!account.mustChangePassword && (
              <Link href="/" className="btn">
                {t('form.cancel')}
              </Link>
            )}
          </div>
        </Form>
      </main>
      <footer className="pt-6 text-sm text-ink-3">
        <DemoNote t={t} />
      </footer>
    </div>
  )
}
