import { DisplayForm } from '@/components/me/display-form'
import { MyRecordTables } from '@/components/me/my-records'
import { Section } from '@/components/me/section'
import { SessionList } from '@/components/me/session-list'
import { RealTime } from '@/components/shell/real-time'
import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Download } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { ProofField } from '@/components/ui/proof-field'
import { setPhone, signOut } from '@/lib/actions/account'
import { setMailAddress } from '@/lib/actions/channels'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { proofAsked } from '@/lib/auth/proof-asked'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay, dayOfInstant } from '@/lib/clock'
import { myMailAddress } from '@/lib/data/channels'
import { loadMyPage } from '@/lib/data/my-data'
import { sessionsOf } from '@/lib/data/my-sessions'
import { ownFactor } from '@/lib/data/second-factor'
import { roleText } from '@/lib/i18n/role-text'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('me.title')

export default async function MePage({ searchParams }: { searchParams: Promise<{ ended?: string; factor?: string }> }) {
  const { actor, account, sessionId, locale } = await requireActor()
  const t = translator(locale)
  const today = businessDay()
  const [{ person, account: mine, assignments, operations, operationCount }, sessions] = [
    await loadMyPage(actor),
    await sessionsOf(actor, new Date()),
  ]
  const mail = await myMailAddress(actor)
  const factor = await ownFactor(actor, sessionId, new Date())
  const asked = await searchParams
  const ended = Number(asked.ended)
  const off = asked.factor === 'off' && factor.stage !== 'ON'
  const facts = [
    ['name', person.name],
    ['username', account.username],
    ['role', roleText(actor.role, account.district.isCity, t)],
    ['unit', mine.unit ?? person.unit ?? '—'],
    ['job', person.title ?? '—'],
    ['since', mine.createdAt ? dayOfInstant(mine.createdAt) : '—'],
  ] as const
  return (
    <div className="max-w-[960px] px-4 pt-5 pb-8 sm:px-8">
      <h1 className="mb-4 text-xl font-semibold sm:text-2xl">{t('me.title')}</h1>
      <div className="mb-4 empty:hidden">
        <RealTime today={today} t={t} />
      </div>
      <Section id="who" title={t('me.who')}>
        <dl className="grid grid-cols-[max-content_1fr] gap-x-6 gap-y-1.5 sm:grid-cols-[max-content_1fr_max-content_1fr]">
          {facts.map(([key, value]) => (
            <div key={key} className="contents">
              <dt className="text-ink-2">{t(`me.${key}`)}</dt>
              <dd className="min-w-0 wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-2 text-sm text-ink-3">{t('me.wrong')}</p>
        <Form
          action={setPhone}
          formKey={issueFormKey(actor.userId)}
          label={t('me.phone')}
          className="mt-3 max-w-[420px]"
        >
          <div className="flex items-end gap-3">
            <TextField
              name="phone"
              label={t('me.phone')}
              hint={t('me.phoneHint')}
              initial={person.phone ?? ''}
              autoComplete="tel"
              inputMode="numeric"
              maxLength={20}
              className="min-w-0 flex-1"
            />
            <Submit quiet>{t('me.phoneSave')}</Submit>
          </div>
          <ProofField {...proofAsked(account, t)} className="mt-2" />
        </Form>
        <Form
          action={setMailAddress}
          formKey={issueFormKey(actor.userId)}
          label={t('me.mail')}
          className="mt-3 max-w-[420px]"
        >
          <div className="flex items-end gap-3">
            <TextField
              name="address"
              label={t('me.mail')}
              hint={t('me.mailHint')}
              initial={mail?.address ?? ''}
              autoComplete="email"
              maxLength={254}
              className="min-w-0 flex-1"
            />
            <Submit quiet>{t('me.mailSave')}</Submit>
          </div>
          {mail?.failure && <p className="mt-1 text-sm text-red-ink">{t('me.mailFailed')}</p>}
        </Form>
      </Section>
      <Section
        id="security"
        title={t('me.security')}
        hint={mine.passwordChangedAt && t('me.passwordSince', { day: dayOfInstant(mine.passwordChangedAt) })}
      >
        <Link href="/password" className="btn">
          {t('shell.changePassword')}
        </Link>
        <h3 className="mt-5 font-semibold">{t('secondFactor.title')}</h3>
        {off && (
          <p role="status" className="text-green-ink">
            {t('secondFactor.nowOff')}
          </p>
        )}
        <p className="mb-2 max-w-[44em] text-ink-2">
          {factor.stage === 'ON'
            ? t('secondFactor.since', { day: dayOfInstant(factor.since), left: factor.left })
            : t('secondFactor.why')}
        </p>
        <Link href="/mfa/setup" className="btn">
          {t(factor.stage === 'ON' ? 'secondFactor.manage' : 'secondFactor.begin')}
        </Link>
      </Section>
      <Section id="sessions" title={t('me.sessions')} hint={t('me.sessionsHint')}>
        {ended > 0 && (
          <p role="status" className="mb-2 text-green-ink">
            {t('me.ended', { n: ended })}
          </p>
        )}
        <SessionList
          sessions={sessions}
          current={sessionId}
          formKeys={[...sessions, null].map(() => issueFormKey(actor.userId))}
          t={t}
        />
      </Section>
      <Section id="display" title={t('me.display')}>
        <DisplayForm
          locale={account.locale}
          theme={account.theme}
          textSize={account.textSize}
          formKey={issueFormKey(actor.userId)}
          t={t}
        />
      </Section>
      <Section id="data" title={t('me.data')} hint={t('me.dataHint')}>
        <a href="/api/me" className="btn mb-4" download>
          <Download size={16} aria-hidden="true" />
          {t('me.download')}
        </a>
        <MyRecordTables records={assignments} operations={operations} operationCount={operationCount} locale={locale} />
      </Section>
      <form action={signOut} className="border-t border-divider pt-5">
        <button type="submit" className="btn">
          {t('shell.signOut')}
        </button>
      </form>
    </div>
  )
}
