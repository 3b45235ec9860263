import { redirect } from 'next/navigation'
import { DemoNote } from '@/components/shell/demo-note'
import { LanguageSwitch } from '@/components/shell/language-switch'
import { Logo } from '@/components/shell/logo'
import { YearRuler } from '@/components/shell/year-ruler'
import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { DropAllDrafts } from '@/components/ui/keep-draft'
import { Link } from '@/components/ui/link'
import { PasswordField } from '@/components/ui/password-field'
import { chooseLanguage, signIn } from '@/lib/actions/account'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { sessionAccount } from '@/lib/auth/require-actor'
import { safePath } from '@/lib/auth/safe-path'
import { businessDay } from '@/lib/clock'
import { yearOf, ymd } from '@/lib/domain/plain-date'
import { PUBLISHED_YEARS } from '@/lib/domain/published-years'
import { buildCalendar, workdaysBetween } from '@/lib/domain/work-calendar'
import { helpLine } from '@/lib/help-line'
import type { Locale } from '@/lib/i18n/locale'
import { requestLocale } from '@/lib/i18n/request-locale'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('account.title')

const cells = Array.from({ length: 20 }, (_, i) => ({ day: i + 1, x: 1 + i * 20.5 + Math.floor(i / 5) * 4 }))

export default async function LoginPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { next, ended } = await searchParams
  if (await sessionAccount()) redirect('/')
  const locale = await requestLocale()
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en'
  const t = translator(locale)
  const today = businessDay()
  const line = helpLine()
  return (
    <div className="flex min-h-dvh flex-col bg-card px-5 sm:px-16">
      <header className="flex h-[72px] items-center gap-3 text-ink-2 sm:h-[88px]">
        <Logo size={32} />
        <span className="flex-1">{t('shell.product')}</span>
        <Link href="/help" className="flex min-h-8 items-center hover:text-link max-sm:min-h-11">
          {t('help.title')}
        </Link>
        <LanguageSwitch action={chooseLanguage} next={safePath(next)} locale={other} label={t('shell.language')} />
      </header>
      <main className="grid flex-1 items-center gap-10 lg:grid-cols-[1fr_380px] lg:gap-24">
        <div>
          <h1 className="font-formal font-bold text-[44px] leading-[56px] tracking-wider sm:text-[72px] sm:leading-[92px]">
            {t('shell.product')}
          </h1>
          <p className="mt-4 text-lg leading-8 text-ink-2 sm:text-xl sm:leading-[34px]">
            {t('account.motto1')}
            <br />
            {t('account.motto2')}
          </p>
          <figure className="mt-10 hidden sm:block">
            <svg width="440" height="52" viewBox="0 0 440 52" role="img" aria-label={t('account.oneCell')}>
              {cells.map(({ day, x }) => (
                <rect
                  key={day}
                  x={x}
                  y="7"
                  width="19"
                  height="13"
                  fill={day <= 4 ? 'var(--rl-used)' : 'var(--rl-track)'}
                />
              ))}
              <rect x="145" y="0" width="2" height="26" fill="var(--text-primary)" />
              <path d="M419 3h6v22h-6" fill="none" stroke="var(--text-tertiary)" strokeWidth="1.6" />
              <text x="72" y="40" fontSize="12" fontWeight="600" textAnchor="middle" fill="var(--text-primary)">
                {t('account.dayN', { n: 4 })}
              </text>
              <text x="146" y="40" fontSize="12" textAnchor="middle" fill="var(--text-secondary)">
                {t('account.promise', { n: 7 })}
              </text>
              <text x="425" y="40" fontSize="12" textAnchor="end" fill="var(--text-secondary)">
                {t('account.statute', { n: 20 })}
              </text>
            </svg>
            <figcaption className="mt-1 text-sm text-ink-3">{t('account.oneCell')}</figcaption>
          </figure>
        </div>
        <section className="rounded-md border border-divider px-6 pt-7 pb-6 sm:px-8">
          <h2 className="mb-4 text-xl font-semibold">{t('account.title')}</h2>
          {ended && (
            <p role="status" className="mb-3 text-ink-2">
              {t('account.ended')}
              <DropAllDrafts />
            </p>
          )}
          <Form action={signIn} formKey={issueFormKey('')} label={t('account.title')} first>
            <input type="hidden" name="next" value={safePath(next)} />
            <TextField
              name="username"
              label={t('account.username')}
              hint={t('account.usernameHint')}
              autoComplete="username"
              maxLength={64}
              className="[&_.field]:h-10 [&_.field]:text-lg"
            />
            <PasswordField
              name="password"
              label={t('account.password')}
              show={t('account.show')}
              hide={t('account.hide')}
              autoComplete="current-password"
              maxLength={256}
              className="mt-3.5 [&_.field]:h-10 [&_.field]:text-lg"
            />
            <Submit className="btn-big mt-5 w-full">{t('account.signIn')}</Submit>
          </Form>
          <p className="mt-3.5 text-right">
            <Link href="/help" className="inline-flex min-h-6 items-center text-link hover:underline max-sm:min-h-11">
              {t('help.forgot')}
            </Link>
          </p>
          <p className="mt-3 border-t border-divider pt-3 text-sm text-ink-3">
            {t('account.lockHint')}
            <br />
            {line ? t('account.cannotEnter', { line }) : t('account.cannotEnterAsk')}
          </p>
        </section>
      </main>
      <footer className="pt-8 pb-10">
        <div className="hidden sm:block">
          <YearRuler today={today} calendar={buildCalendar(PUBLISHED_YEARS)} t={t} />
        </div>
        <p className="mt-2 flex flex-wrap justify-between gap-x-6 text-sm text-ink-3">
          {t('account.yearDays', { year: String(yearOf(today)), n: workdaysOfYear(today) })}
          <DemoNote t={t} />
        </p>
      </footer>
    </div>
  )
}

function workdaysOfYear(today: ReturnType<typeof businessDay>): number {
  const calendar = buildCalendar(PUBLISHED_YEARS)
  return workdaysBetween(calendar, ymd(yearOf(today) - 1, 12, 31), ymd(yearOf(today), 12, 31))
}
