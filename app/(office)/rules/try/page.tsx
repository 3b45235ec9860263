import { forbidden } from 'next/navigation'
import { ThresholdForm } from '@/components/rule/threshold-form'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { draftParameters } from '@/lib/data/rules-trial'
import { parameterTable } from '@/lib/domain/rule-book'
import { dayIn } from '@/lib/i18n/day'
import { translator } from '@/lib/i18n/translator'
import { misread } from '@/lib/schemas/misread'
import { draftAddress } from '@/lib/schemas/rules-trial'

export const generateMetadata = pageTitle('rulesTrial.draft')

/** A draft of the thresholds: nothing of it holds, and it is tried before anybody proposes it. */
export default async function RulesDraftPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  const asks = await searchParams
  const today = businessDay()
  const parameters = await draftParameters(actor, today, draftAddress.parse(asks).from)
  if (!parameters) forbidden()
  const t = translator(locale)
  return (
    <div className="px-4 pt-5 pb-10 sm:px-8">
      <Misread parts={misread(draftAddress, asks)} words={(parts) => t('shell.misread', { parts })} />
      <p className="no-print pb-1">
        <Link href="/rules" className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
          {t('rulesTrial.back')}
        </Link>
      </p>
      <h1 className="text-2xl font-semibold">{t('rulesTrial.draft')}</h1>
      <p className="mt-1 mb-4 max-w-[720px] text-ink-2">
        {t('rulesTrial.draftHint', { day: dayIn(parameters.day, today) })}
      </p>
      <ThresholdForm
        lines={parameterTable(parameters.draft)}
        current={parameters.current}
        formKey={issueFormKey(actor.userId)}
        t={t}
      />
    </div>
  )
}
