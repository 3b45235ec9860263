import { FactList } from '@/components/enterprise/enterprise-facts'
import { OpenForm } from '@/components/enterprise/enterprise-forms'
import { issueFormKey } from '@/lib/auth/form-key'
import { fenOfWan } from '@/lib/domain/money'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import type { About } from './about'

/** What is confidential, for whoever may see it of this enterprise; everybody else reads nothing of it, not even that it is there. */
export function CreditPart({ actor, enterprise, locale }: About) {
  const { credit } = enterprise
  if (!credit) return null
  const t = translator(locale)
  const money = (wan: string) => {
    const fen = wan === '' ? null : fenOfWan(wan)
    return fen === null ? t('enterprise.unknown') : amountText(fen, locale)
  }
  const answer = (value: string) =>
    value === ''
      ? t('enterprise.credit.unchecked')
      : t(value === 'yes' ? 'enterprise.credit.yes' : 'enterprise.credit.no')
  return (
    <section aria-label={t('enterprise.credit.title')} className="mt-6">
      <h2 className="mb-1 text-lg font-semibold">{t('enterprise.credit.title')}</h2>
      {credit.year && <p className="text-sm text-ink-2">{t('enterprise.credit.of', { year: credit.year })}</p>}
      <FactList
        facts={[
          [t('enterprise.credit.revenue'), money(credit.revenueWan)],
          [t('enterprise.credit.tax'), money(credit.taxWan)],
          [t('enterprise.credit.grade'), credit.grade || t('enterprise.unknown')],
          [t('enterprise.credit.dishonest'), answer(credit.dishonest)],
          [t('enterprise.credit.abnormal'), answer(credit.abnormal)],
        ]}
      />
      <p className="pt-2 text-sm text-ink-2">
        {t(enterprise.opensToSteward ? 'enterprise.credit.opened' : 'enterprise.credit.closed')}
      </p>
      {enterprise.mayOpen && (
        <OpenForm key={enterprise.version} enterprise={enterprise} formKey={issueFormKey(actor.userId)} t={t} />
      )}
    </section>
  )
}
