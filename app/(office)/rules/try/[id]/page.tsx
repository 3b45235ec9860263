import { forbidden, notFound } from 'next/navigation'
import { ProposeForm } from '@/components/rule/propose-form'
import { ThresholdChanges } from '@/components/rule/threshold-changes'
import { TrialCountTables } from '@/components/rule/trial-counts'
import { trialHref } from '@/components/rule/trial-link'
import { TrialRows } from '@/components/rule/trial-rows'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findTrial } from '@/lib/data/rules-trial'
import { relationFor } from '@/lib/domain/access'
import { dayIn } from '@/lib/i18n/day'
import { recordedText } from '@/lib/i18n/instant'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'
import { misread } from '@/lib/schemas/misread'
import { trialAddress } from '@/lib/schemas/rules-trial'

export const generateMetadata = pageTitle('rulesTrial.name')

/** How long a page waits before it looks how far the trial is; without scripts as well. */
const LOOK_AGAIN_S = 3

/** A trial of other thresholds: how far it is, or what it found. */
export default async function RulesTrialPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (relationFor(actor.role, 'rules.try') === null) forbidden()
  const { id } = await params
  if (!isUuid(id)) notFound()
  const asks = await searchParams
  const query = trialAddress.parse(asks)
  const today = businessDay()
  const trial = await findTrial(actor, id, query, today, new Date())
  if (!trial) notFound()
  const t = translator(locale)
  const { state, counts } = trial
  return (
    <article className="px-4 pt-5 pb-10 sm:px-8">
      {state === 'RUNNING' && <meta httpEquiv="refresh" content={`${LOOK_AGAIN_S}; url=${trialHref(id)}`} />}
      <Misread parts={misread(trialAddress, asks)} words={(parts) => t('shell.misread', { parts })} />
      <p className="no-print pb-1">
        <Link href="/rules#changes" className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
          {t('rulesTrial.back')}
        </Link>
      </p>
      <header className="border-b border-control pb-3">
        <h1 className="text-2xl font-semibold">{t('rulesTrial.name')}</h1>
        <p className="text-ink-2">
          {t('rulesTrial.meta', {
            name: trial.by,
            at: recordedText(new Date(trial.at)),
            day: dayIn(trial.on, today),
          })}
        </p>
      </header>
      <div className="pt-3">
        <ThresholdChanges changes={trial.changes} t={t} />
        <p className="no-print">
          <Link href={`/rules/try?from=${id}`} className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
            {t('rulesTrial.again')}
          </Link>
        </p>
      </div>
      {state === 'DONE' && counts ? (
        <>
          <TrialCountTables trialId={id} counts={counts} query={query} t={t} />
          <ProposeForm trial={trial} formKey={issueFormKey(actor.userId)} locale={locale} />
          <TrialRows trial={trial} query={query} locale={locale} />
        </>
      ) : (
        <p role="status" className="py-4">
          {t(`rulesTrial.state.${state === 'DONE' ? 'FAILED' : state}`, { done: trial.done, total: trial.total })}
        </p>
      )}
    </article>
  )
}
