import { notFound } from 'next/navigation'
import { RecordForm } from '@/components/report/record-form'
import { BackBar } from '@/components/shell/back-bar'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { loadReportKeys } from '@/lib/data/report-keys'
import { SEES_REPORTS } from '@/lib/domain/sight'
import { letterWords } from '@/lib/i18n/report-text'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('report.record.title')

export default async function RecordReportPage() {
  const { actor, locale } = await requireActor()
  if (!SEES_REPORTS.has(actor.role)) notFound()
  const t = translator(locale)
  const keys = await loadReportKeys(actor)
  return (
    <div>
      <BackBar href="/supervision/reports" title={t('report.record.title')} t={t} />
      <div className="mx-auto max-w-[640px] px-4 pt-4 pb-8 sm:px-8 sm:pt-6">
        <h1 className="text-xl font-semibold max-sm:sr-only">{t('report.record.title')}</h1>
        <p className="mt-1 mb-5 text-ink-2">{t('report.record.hint')}</p>
        <noscript>
          <p>{t('report.vault.script')}</p>
        </noscript>
        {keys.length === 0 ? (
          <p>
            <Link href="/supervision/reports/key" className="text-link">
              {t('report.vault.makeKey')}
            </Link>
          </p>
        ) : (
          <RecordForm
            formKey={issueFormKey(actor.userId)}
            today={businessDay()}
            ways={letterWords(t).ways}
            words={{
              label: t('report.record.title'),
              way: t('report.record.way'),
              filedOn: t('report.record.filedOn'),
              about: t('report.record.about'),
              text: t('report.record.text'),
              name: t('report.record.name'),
              nameHint: t('report.record.nameHint'),
              contact: t('report.record.contact'),
              go: t('report.record.go'),
              textMissing: t('report.record.textMissing'),
            }}
          />
        )}
      </div>
    </div>
  )
}
