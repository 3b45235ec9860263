import { notFound } from 'next/navigation'
import { ChangePassphrase, Fingerprint, Recover } from '@/components/report/key-forms'
import { KeyMaker } from '@/components/report/key-maker'
import { Unlock } from '@/components/report/unlock'
import { BackBar } from '@/components/shell/back-bar'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { loadReportKeys } from '@/lib/data/report-keys'
import { PASSPHRASE_MIN } from '@/lib/domain/passphrase'
import { SEES_REPORTS } from '@/lib/domain/sight'
import { dayIn } from '@/lib/i18n/day'
import { type Translator, translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('report.key.title')

const SHARES = [1, 2, 3] as const

const makerWords = (number: number, t: Translator) => ({
  passphrase: t('report.key.passphrase'),
  passphraseHint: t('report.key.passphraseHint', { n: PASSPHRASE_MIN }),
  repeat: t('report.key.repeat'),
  generate: t('report.key.generate'),
  generating: t('report.key.generating'),
  shares: t('report.key.shares'),
  sharesHint: t('report.key.sharesHint'),
  print: t('report.key.print'),
  handed: t('report.key.handed'),
  notHanded: t('report.key.notHanded'),
  use: t('report.key.use'),
  rotateLost: t('report.key.rotateLost'),
  rotateFirst: t('report.key.rotateFirst'),
  names: SHARES.map((n) => t('report.key.share', { n })),
  papers: SHARES.map((n) => t('report.key.sharePaper', { n, number })),
})

/** One part of the page: what it is for, and its form. */
function Part({ id, title, hint, children }: { id?: string; title: string; hint: string; children: React.ReactNode }) {
  return (
    <section id={id} className="pt-7">
      <h2 className="no-print border-b border-control pb-1 text-lg font-semibold">{title}</h2>
      <p className="no-print mt-2 mb-3 text-ink-2">{hint}</p>
      {children}
    </section>
  )
}

export default async function ReportKeyPage() {
  const { actor, locale } = await requireActor()
  if (!SEES_REPORTS.has(actor.role)) notFound()
  const t = translator(locale)
  const today = businessDay()
  const keys = await loadReportKeys(actor)
  const after = keys[0]?.number ?? 0
  const maker = (
    <KeyMaker key={after} after={after} formKey={issueFormKey(actor.userId)} words={makerWords(after + 1, t)} />
  )
  return (
    <div>
      <BackBar href="/supervision/reports" title={t('report.key.title')} t={t} />
      <div className="mx-auto max-w-[720px] px-4 pt-4 pb-10 sm:px-8 sm:pt-6">
        <p className="no-print pb-1 max-sm:hidden">
          <Link href="/supervision/reports" className="inline-flex min-h-8 items-center text-link">
            {t('report.back')}
          </Link>
        </p>
        <h1 className="no-print text-xl font-semibold max-sm:sr-only">{t('report.key.title')}</h1>
        <p className="no-print mt-1 text-ink-2">{t('report.key.hint')}</p>
        <noscript>
          <p>{t('report.vault.script')}</p>
        </noscript>
        {keys.length === 0 ? (
          <Part title={t('report.key.make')} hint={t('report.vault.noKey')}>
            {maker}
          </Part>
        ) : (
          <>
            <ul className="no-print mt-4 border-t border-control">
              {keys.map((key) => (
                <li key={key.id} className="border-b border-divider py-2.5">
                  <p className="flex flex-wrap gap-x-4">
                    <b>{t('report.key.number', { n: key.number })}</b>
                    <span>
                      {key.retiredOn
                        ? t('report.key.retired', { day: dayIn(key.retiredOn, today) })
                        : t('report.key.live')}
                    </span>
                    <span className="text-ink-2">{t('report.key.reports', { n: key.reports })}</span>
                  </p>
                  <p className="flex flex-wrap gap-x-4 text-ink-2">
                    <span>{t('report.key.made', { day: dayIn(key.madeOn, today), who: key.madeBy })}</span>
                    {key.changedOn && <span>{t('report.key.changed', { day: dayIn(key.changedOn, today) })}</span>}
                    <span>
                      {t('report.key.fingerprint')} <Fingerprint publicKey={key.publicKey} />
                    </span>
                  </p>
                </li>
              ))}
            </ul>
            <div className="-mx-4 sm:-mx-6">
              <Unlock />
            </div>
            <Part title={t('report.key.change')} hint={t('report.key.changeHint')}>
              <ChangePassphrase
                formKey={issueFormKey(actor.userId)}
                words={{
                  newPassphrase: t('report.key.newPassphrase'),
                  passphraseHint: t('report.key.passphraseHint', { n: PASSPHRASE_MIN }),
                  repeat: t('report.key.repeat'),
                  go: t('report.key.changeGo'),
                  openFirst: t('report.key.openFirst'),
                }}
              />
            </Part>
            <Part id="recover" title={t('report.key.recover')} hint={t('report.key.recoverHint')}>
              <Recover
                names={Object.fromEntries(keys.map(({ id, number }) => [id, t('report.key.number', { n: number })]))}
                words={{
                  which: t('report.key.which'),
                  shareA: t('report.key.shareA'),
                  shareB: t('report.key.shareB'),
                  slipA: t('report.key.slipA'),
                  slipB: t('report.key.slipB'),
                  others: t('report.key.others'),
                  recovered: t('report.key.recovered'),
                  go: t('report.key.recover'),
                }}
              />
            </Part>
            <Part title={t('report.key.rotate')} hint={t('report.key.rotateHint')}>
              {maker}
            </Part>
          </>
        )}
      </div>
    </div>
  )
}
