import { redirect } from 'next/navigation'
import { RecoveryCodes } from '@/components/me/recovery-codes'
import { NarrowPage } from '@/components/shell/narrow-page'
import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { QrCode } from '@/components/ui/qr-code'
import { signOut } from '@/lib/actions/account'
import { beginSecondFactor, makeRecoveryCodes, removeSecondFactor } from '@/lib/actions/second-factor'
import { actorOf } from '@/lib/auth/actor'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { sessionAccount } from '@/lib/auth/require-actor'
import { safePath } from '@/lib/auth/safe-path'
import { dayOfInstant } from '@/lib/clock'
import { ownFactor } from '@/lib/data/second-factor'
import { inFours, otpAddress } from '@/lib/domain/one-time-code'
import { ENROL_MINUTES, RECOVERY_CODES } from '@/lib/domain/second-factor'
import { qrModules } from '@/lib/files/qr'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('secondFactor.title')

export default async function SecondFactorSetupPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const account = await sessionAccount()
  if (!account) redirect('/login?next=/mfa/setup')
  if (account.factor === 'CODE') redirect('/mfa?next=/mfa/setup')
  if (account.factor === 'DONE' && account.mustChangePassword) redirect('/password')
  const t = translator(account.locale)
  const { sessionId, username, factor: state } = account
  const next = safePath((await searchParams).next)
  const factor = await ownFactor(actorOf(account), sessionId, new Date())
  const basic = () => ({ formKey: issueFormKey(sessionId) })
  const code = (
    <TextField
      name="oneTimeCode"
      label={t('secondFactor.code')}
      hint={t('secondFactor.codeHint')}
      autoComplete="one-time-code"
      inputMode="numeric"
      maxLength={40}
    />
  )
  const issuer = `${t('shell.product')} ${account.district.name}`
  return (
    <NarrowPage title={t('secondFactor.title')} t={t}>
      {state === 'ENROL' && factor.stage !== 'ON' && (
        <p className="mt-2 text-yellow-ink">{t('secondFactor.mustHave')}</p>
      )}
      {factor.stage === 'NONE' ? (
        <>
          <p className="mt-2 text-ink-2">{t('secondFactor.why')}</p>
          <p className="mt-2 text-ink-2">{t('secondFactor.need')}</p>
          <Form action={beginSecondFactor} {...basic()} label={t('secondFactor.begin')} className="mt-4 space-y-3.5">
            <input type="hidden" name="next" value={next} />
            <input type="hidden" autoComplete="username" value={username} readOnly />
            <TextField
              name="password"
              type="password"
              label={t('secondFactor.password')}
              autoComplete="current-password"
              maxLength={256}
            />
            <Submit className="w-full">{t('secondFactor.begin')}</Submit>
          </Form>
        </>
      ) : (
        <>
          {factor.stage === 'SHOWN' && (
            <section aria-label={t('secondFactor.scan')} className="no-print mt-3">
              <p>{t('secondFactor.scanHint', { n: ENROL_MINUTES })}</p>
              <QrCode
                modules={qrModules(otpAddress(issuer, username, factor.secret, factor.algorithm))}
                label={t('secondFactor.scan')}
                className="mx-auto my-3 w-full max-w-[260px]"
              />
              <p className="text-ink-2">{t('secondFactor.orType')}</p>
              <p data-verbatim className="mt-1 font-mono text-lg leading-7 select-all">
                {inFours(factor.secret)}
              </p>
              <p className="mt-1 text-sm text-ink-3">
                {t('secondFactor.counts', { algorithm: t(`secondFactor.algorithm.${factor.algorithm}`) })}
              </p>
            </section>
          )}
          {factor.stage === 'ON' && (
            <p className="mt-2 text-ink-2">
              {t('secondFactor.since', { day: dayOfInstant(factor.since), left: factor.left })}
            </p>
          )}
          {/* One form for both: what it answers, the recovery codes, must stay when the page is drawn anew. */}
          <Form
            key="codes"
            action={makeRecoveryCodes}
            {...basic()}
            label={t(factor.stage === 'ON' ? 'secondFactor.renew' : 'secondFactor.confirm')}
            className="mt-4 space-y-3.5 border-t border-divider pt-4"
          >
            <RecoveryCodes
              words={{
                list: t('secondFactor.recoveryCodes'),
                once: t('secondFactor.once', { n: RECOVERY_CODES }),
                copy: t('secondFactor.copy'),
                copied: t('secondFactor.copied'),
                print: t('secondFactor.print'),
              }}
              after={
                <Link href={next} className="btn">
                  {t('secondFactor.kept')}
                </Link>
              }
            >
              {factor.stage === 'ON' && <p className="text-ink-2">{t('secondFactor.renewHint')}</p>}
              {code}
              <Submit quiet={factor.stage === 'ON'}>
                {t(factor.stage === 'ON' ? 'secondFactor.renew' : 'secondFactor.confirm')}
              </Submit>
            </RecoveryCodes>
          </Form>
        </>
      )}
      {factor.stage === 'ON' && (
        <Form
          action={removeSecondFactor}
          {...basic()}
          label={t('secondFactor.remove')}
          className="no-print mt-5 space-y-3.5 border-t border-divider pt-4"
        >
          <h2 className="font-semibold">{t('secondFactor.remove')}</h2>
          <p className="text-ink-2">{t('secondFactor.removeHint')}</p>
          <TextField
            name="password"
            type="password"
            label={t('secondFactor.password')}
            autoComplete="current-password"
            maxLength={256}
          />
          <TextField
            name="oneTimeCode"
            label={t('secondFactor.eitherCode')}
            autoComplete="one-time-code"
            maxLength={40}
          />
          <Submit quiet>{t('secondFactor.remove')}</Submit>
        </Form>
      )}
      <div className="no-print mt-5 border-t border-divider pt-4">
        {state === 'DONE' ? (
          <Link href="/me#security" className="btn">
            {t('secondFactor.back')}
          </Link>
        ) : (
          <form action={signOut}>
            <button type="submit" className="btn">
              {t('shell.signOut')}
            </button>
          </form>
        )}
      </div>
    </NarrowPage>
  )
}
