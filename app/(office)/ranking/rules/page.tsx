import { forbidden } from 'next/navigation'
import { PageAnswer } from '@/components/meeting/page-answer'
import { Formula } from '@/components/ranking/formula'
import { Changes, Proposal } from '@/components/ranking/rules-decision'
import { RulesForm } from '@/components/ranking/rules-form'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { rankingRules } from '@/lib/data/ranking-rules'
import { recordedText } from '@/lib/i18n/instant'
import { monthText } from '@/lib/i18n/ranking-text'
import { translator } from '@/lib/i18n/translator'
import { misread } from '@/lib/schemas/misread'
import { rulesAddress } from '@/lib/schemas/ranking-address'

export const generateMetadata = pageTitle('ranking.rules.title')

export default async function RankingRulesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  const rules = await rankingRules(actor, businessDay())
  if (!rules) forbidden()
  const t = translator(locale)
  const asks = await searchParams
  const { just } = rulesAddress.parse(asks)
  const formKey = () => issueFormKey(actor.userId)
  const { current, currentNumber, coming, proposal, versions, may } = rules
  return (
    <div className="px-4 pt-5 pb-10 sm:px-8 [&_h2]:mt-7 [&_h2]:mb-2 [&_h2]:text-lg [&_h2]:font-semibold">
      <Misread parts={misread(rulesAddress, asks)} words={(parts) => t('shell.misread', { parts })} />
      <p className="no-print pb-1">
        <Link href="/ranking" className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
          {t('ranking.rules.back')}
        </Link>
      </p>
      {just && <PageAnswer>{t(`ranking.just.${just}`)}</PageAnswer>}
      <h1 className="text-2xl font-semibold">{t('ranking.rules.title')}</h1>
      <p className="text-ink-2">
        {currentNumber === 0 ? t('ranking.rules.defaults') : t('ranking.rules.intro', { n: String(currentNumber) })}
        {coming?.effectiveMonth &&
          t('ranking.rules.comingFrom', {
            n: String(coming.number),
            month: monthText(coming.effectiveMonth, t),
          })}
      </p>
      <h2 id="formula">{t('ranking.rules.formula')}</h2>
      <Formula parameters={current} t={t} />
      {proposal && (
        <section className="no-print">
          <h2>{t('ranking.rules.waiting')}</h2>
          <Proposal proposal={proposal} effectiveMonth={rules.effectiveMonth} may={may} formKey={formKey} t={t} />
        </section>
      )}
      {may.propose && !proposal && (
        <section className="no-print" id="propose">
          <h2>{t('ranking.rules.propose')}</h2>
          <p className="mb-3 max-w-[760px] text-ink-2">{t('ranking.rules.proposeHint')}</p>
          <RulesForm parameters={coming?.parameters ?? current} formKey={formKey()} t={t} />
        </section>
      )}
      <h2 id="versions">{t('ranking.rules.versions')}</h2>
      {versions.length === 0 && <p className="text-ink-2">{t('ranking.rules.noVersions')}</p>}
      <ul className="max-w-[960px]">
        {versions.map((version) => (
          <li key={version.id} className="border-b border-divider py-2">
            <p className="flex flex-wrap gap-x-3">
              <b>{t('ranking.rules.version', { n: String(version.number) })}</b>
              <span>{t(`ranking.rules.state.${version.state}`)}</span>
              {version.effectiveMonth && (
                <span>{t('ranking.rules.from', { month: monthText(version.effectiveMonth, t) })}</span>
              )}
              <span className="text-ink-2">
                {t('ranking.rules.proposedBy', {
                  name: version.proposedBy,
                  at: recordedText(new Date(version.proposedAt)),
                  note: version.note,
                })}
              </span>
              {version.decidedBy && version.decidedAt && (
                <span className="text-ink-2">
                  {t('ranking.rules.decidedBy', {
                    name: version.decidedBy,
                    at: recordedText(new Date(version.decidedAt)),
                  })}
                  {version.answer && `${t('ranking.colon')}${version.answer}`}
                </span>
              )}
            </p>
            <Changes rules={version} t={t} />
          </li>
        ))}
      </ul>
    </div>
  )
}
