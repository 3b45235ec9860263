import { redirect } from 'next/navigation'
import { NarrowPage } from '@/components/shell/narrow-page'
import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { signOut } from '@/lib/actions/account'
import { passSecondFactor } from '@/lib/actions/second-factor'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { sessionAccount } from '@/lib/auth/require-actor'
import { safePath } from '@/lib/auth/safe-path'
import { codeLockedFor } from '@/lib/data/sign-in-throttle'
import { refusalText } from '@/lib/i18n/refusal-text'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('secondFactor.title')

export default async function SecondFactorPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const account = await sessionAccount()
  if (!account) redirect('/login')
  const asked = await searchParams
  const next = safePath(asked.next)
  if (account.factor !== 'CODE') redirect(next)
  const t = translator(account.locale)
  const minutes = await codeLockedFor(account.username, new Date())
  const recovery = asked.with === 'recovery'
  const other = new URLSearchParams({ ...(recovery ? {} : { with: 'recovery' }), ...(next === '/' ? {} : { next }) })
  return (
    <NarrowPage title={t('secondFactor.title')} t={t}>
      <p className="mt-2 wrap-anywhere text-ink-2">
        {t('secondFactor.who', { name: account.person.name, username: account.username })}
      </p>
      {minutes !== null && (
        <p role="note" className="mt-3 border-l-[3px] border-[var(--yellow-border)] bg-yellow-tint px-4 py-3">
          {refusalText({ code: 'FACTOR_LOCKED', minutes }, account.locale)}
        </p>
      )}
      <Form
        key={recovery ? 'recovery' : 'code'}
        action={passSecondFactor}
        formKey={issueFormKey(account.sessionId)}
        label={t('secondFactor.title')}
        className="mt-4"
      >
        <input type="hidden" name="next" value={next} />
        {recovery ? (
          <TextField
            name="recoveryCode"
            label={t('secondFactor.recoveryCode')}
            hint={t('secondFactor.recoveryHint')}
            autoComplete="off"
            autoFocus
            maxLength={40}
            className="[&_.field]:h-10 [&_.field]:text-lg"
          />
        ) : (
          <TextField
            name="oneTimeCode"
            label={t('secondFactor.code')}
            hint={t('secondFactor.codeHint')}
            autoComplete="one-time-code"
            inputMode="numeric"
            autoFocus
            maxLength={40}
            className="[&_.field]:h-10 [&_.field]:text-lg"
          />
        )}
        <Submit className="btn-big mt-4 w-full">{t('secondFactor.verify')}</Submit>
      </Form>
      <p className="mt-4 border-t border-divider pt-3">
        <Link href={other.size > 0 ? `/mfa?${other}` : '/mfa'} className="inline-block min-h-6 text-link">
          {t(recovery ? 'secondFactor.useCode' : 'secondFactor.useRecovery')}
        </Link>
      </p>
      <p className="mt-2 text-sm text-ink-3">{t('secondFactor.lost')}</p>
      <form action={signOut} className="mt-4">
        <button type="submit" className="btn">
          {t('shell.signOut')}
        </button>
      </form>
    </NarrowPage>
  )
}
