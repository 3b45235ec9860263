import { forbidden, notFound } from 'next/navigation'
import { BackBar } from '@/components/shell/back-bar'
import { OpenSlipForm } from '@/components/supervision/slip-forms'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { loadSupervisionStart } from '@/lib/data/supervision-start'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'
import { supervisionStart } from '@/lib/schemas/supervision'

export const generateMetadata = pageTitle('supervisionSlip.form.title')

export default async function NewSlipPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (relationFor(actor.role, 'supervision.open') === null) forbidden()
  const today = businessDay()
  const start = await loadSupervisionStart(actor, supervisionStart.parse(await searchParams), today)
  if (!start) notFound()
  const t = translator(locale)
  const title = t('supervisionSlip.form.title')
  return (
    <div>
      <BackBar href="/supervision/slips" title={title} t={t} />
      <div className="mx-auto max-w-[640px] px-4 pt-4 pb-8 sm:px-8 sm:pt-6">
        <h1 className="text-xl font-semibold max-sm:sr-only">{title}</h1>
        <p className="mt-1 text-ink-2">{t(`supervisionSlip.form.aboutOf.${start.source}`)}</p>
        <p className="mb-5 border-l-[3px] border-control pl-3">
          {start.about.href ? (
            <Link href={start.about.href} lang="zh-CN" className="text-link">
              {start.about.text}
            </Link>
          ) : (
            <span lang="zh-CN">{start.about.text}</span>
          )}
        </p>
        {start.late ? (
          <OpenSlipForm start={start} formKey={issueFormKey(actor.userId)} today={today} t={t} />
        ) : (
          <p className="text-ink-2">{t('supervisionSlip.form.notLate')}</p>
        )}
      </div>
    </div>
  )
}
