import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { tryRules } from '@/lib/actions/rules'
import type { ParameterLine } from '@/lib/domain/rule-book'
import type { RuleParameters } from '@/lib/domain/rule-parameters'
import type { Translator } from '@/lib/i18n/translator'
import { amountText, typedAmount } from './amount'

/** Rules of procedures; all others speak of projects. */
const OF_PROCEDURES = /^[PK]/

/** Every threshold, to be changed in a draft and tried; the one in force stands beside each that is another one. */
export function ThresholdForm({
  lines,
  current,
  formKey,
  t,
}: {
  lines: readonly ParameterLine[]
  /** What holds tomorrow if nothing is changed. */
  current: RuleParameters
  formKey: string
  t: Translator
}) {
  const groups = [
    {
      title: t('ruleBook.procedures'),
      of: lines.filter(({ rules }) => rules.some((rule) => OF_PROCEDURES.test(rule))),
    },
    { title: t('ruleBook.projects'), of: lines.filter(({ rules }) => !rules.some((rule) => OF_PROCEDURES.test(rule))) },
  ]
  return (
    <Form action={tryRules} formKey={formKey} label={t('rulesTrial.draft')} className="max-w-[960px] space-y-5">
      {groups.map(({ title, of }) => (
        <fieldset key={title} className="min-w-0 border-t border-divider pt-4">
          <legend className="mb-2 text-base font-semibold">{title}</legend>
          <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
            {of.map(({ name, unit, value }) => (
              <TextField
                key={name}
                name={`params.${name}`}
                inputMode="decimal"
                maxLength={7}
                label={t(`ruleBook.parameter.${name}`)}
                hint={t('rulesTrial.now', { amount: amountText(unit, current[name], t) })}
                initial={typedAmount(unit, value)}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <p>
        <Submit>{t('rulesTrial.try')}</Submit>
      </p>
    </Form>
  )
}
