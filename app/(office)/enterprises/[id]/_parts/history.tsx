import { EnterprisePart } from '@/components/enterprise/part'
import { recordedDay } from '@/lib/clock'
import { historyOfEnterprise } from '@/lib/data/enterprise-detail'
import { dayIn } from '@/lib/i18n/day'
import { enterpriseFactText, enterpriseFieldText } from '@/lib/i18n/enterprise-text'
import { translator } from '@/lib/i18n/translator'
import type { EnterpriseStep } from '@/lib/schemas/enterprise'
import type { About } from './about'

const WORDS = {
  'enterprise.create': 'enterprise.step.create',
  'enterprise.edit': 'enterprise.step.edit',
  'enterprise.open': 'enterprise.step.open',
} as const

export async function HistoryPart({ actor, enterprise, today, locale }: About) {
  const t = translator(locale)
  const steps = await historyOfEnterprise(actor, enterprise.id, recordedDay)
  if (steps.length === 0) return null
  const told = ({ field, before, after }: EnterpriseStep['changes'][number]) => {
    const name = enterpriseFieldText(field, locale)
    if (before === '' && after === '') return t('enterprise.step.confidential', { field: name })
    const said = (value: string) => enterpriseFactText(field, value, t) || t('enterprise.step.empty')
    return t('enterprise.step.changed', { field: name, before: said(before), after: said(after) })
  }
  return (
    <EnterprisePart title={t('enterprise.part.history')} total={steps.length} t={t}>
      <ol>
        {steps.map((step) => (
          <li key={step.id} className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-4 py-1.5">
            <span className="whitespace-nowrap text-ink-3">{dayIn(step.on, today)}</span>
            <div className="min-w-0">
              <b>
                {step.action === 'enterprise.merge'
                  ? t('enterprise.step.merge', { name: step.changes[0]?.before ?? '' })
                  : t(WORDS[step.action as keyof typeof WORDS] ?? 'enterprise.step.edit')}
              </b>
              <span className="ml-3 text-ink-2">{step.by}</span>
              {step.action !== 'enterprise.merge' &&
                step.changes.map((change) => <p key={change.field}>{told(change)}</p>)}
            </div>
          </li>
        ))}
      </ol>
    </EnterprisePart>
  )
}
