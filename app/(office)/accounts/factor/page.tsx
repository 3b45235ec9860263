import { forbidden } from 'next/navigation'
import { ChangeList } from '@/components/admin/change-list'
import { RealTime } from '@/components/shell/real-time'
import { Check, Choice, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { proposeDemand } from '@/lib/actions/accounts'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { changesOf } from '@/lib/data/admin-changes'
import { factorDemandOf } from '@/lib/data/factor-demand'
import { relationFor } from '@/lib/domain/access'
import { OTP_ALGORITHMS } from '@/lib/domain/one-time-code'
import { FACTOR_GROUPS } from '@/lib/domain/second-factor'
import { SEES_ACCOUNTS } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import { REASON_MAX } from '@/lib/schemas/procedure'

export const generateMetadata = pageTitle('secondFactor.demand.title')

export default async function FactorDemandPage() {
  const { actor, locale } = await requireActor()
  if (!SEES_ACCOUNTS.has(actor.role)) forbidden()
  const t = translator(locale)
  const [demand, changes] = [await factorDemandOf(actor), await changesOf(actor, actor.districtId)]
  const open = changes.some(({ state }) => state === 'PROPOSED')
  return (
    <div className="max-w-[960px] px-4 pt-5 pb-8 sm:px-8">
      <Link href="/accounts" className="text-ink-2 hover:text-link">
        {t('accounts.back')}
      </Link>
      <h1 className="mt-1 text-xl font-semibold sm:text-2xl">{t('secondFactor.demand.title')}</h1>
      <p className="mb-3 max-w-[44em] text-ink-2">{t('secondFactor.demand.hint')}</p>
      <RealTime today={businessDay()} t={t} />
      <dl className="mb-4 grid grid-cols-[max-content_1fr] gap-x-6 gap-y-1.5">
        {FACTOR_GROUPS.map((group) => (
          <div key={group} className="contents">
            <dt className="text-ink-2">{t(`changes.facts.${group}`)}</dt>
            <dd>{t(demand[group] ? 'secondFactor.demanded' : 'secondFactor.free')}</dd>
          </div>
        ))}
        <dt className="text-ink-2">{t('changes.facts.otpAlgo')}</dt>
        <dd>{t(`secondFactor.algorithm.${demand.otpAlgo}`)}</dd>
      </dl>
      {open && <p className="mb-4 text-yellow-ink">{t('accounts.pending')}</p>}
      {!open && relationFor(actor.role, 'change.propose') && (
        <Form
          action={proposeDemand}
          formKey={issueFormKey(actor.userId)}
          label={t('secondFactor.demand.change')}
          className="mb-6 max-w-[560px] space-y-3 border-t border-divider pt-4"
        >
          <fieldset>
            <legend className="mb-1 font-semibold">{t('secondFactor.demand.change')}</legend>
            {FACTOR_GROUPS.map((group) => (
              <Check
                key={group}
                name="groups[]"
                value={group}
                label={t(`changes.facts.${group}`)}
                initial={demand[group]}
              />
            ))}
          </fieldset>
          <Choice
            name="otpAlgo"
            label={t('changes.facts.otpAlgo')}
            hint={t('secondFactor.demand.algorithmHint')}
            initial={demand.otpAlgo}
            options={OTP_ALGORITHMS.map((value) => ({ value, label: t(`secondFactor.algorithm.${value}`) }))}
          />
          <TextField name="reason" label={t('form.reason')} maxLength={REASON_MAX} />
          <Submit quiet>{t('accounts.propose')}</Submit>
        </Form>
      )}
      {changes.length > 0 && (
        <section aria-label={t('changes.history')}>
          <h2 className="mb-2 text-lg font-semibold">{t('changes.history')}</h2>
          <ChangeList rows={changes} t={t} />
        </section>
      )}
    </div>
  )
}
