import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { proposeRules } from '@/lib/actions/rules'
import type { Locale } from '@/lib/i18n/locale'
import { refusalText } from '@/lib/i18n/refusal-text'
import { translator } from '@/lib/i18n/translator'
import { RULES_NOTE_MAX, type RulesTrialPage } from '@/lib/schemas/rules-trial'

/** What was tried is proposed to another person, with why; or it is said why it cannot be. */
export function ProposeForm({ trial, formKey, locale }: { trial: RulesTrialPage; formKey: string; locale: Locale }) {
  const t = translator(locale)
  const trouble = trial.may.propose
  if (trouble === 'FORBIDDEN') return null
  return (
    <section className="no-print pt-7">
      <h2 className="mb-2 text-lg font-semibold">{t('rulesTrial.propose')}</h2>
      {trouble ? (
        <p className="text-ink-2">{refusalText({ code: trouble }, locale)}</p>
      ) : (
        <Form
          action={proposeRules}
          formKey={formKey}
          label={t('rulesTrial.propose')}
          className="max-w-[640px] space-y-3"
        >
          <input type="hidden" name="trialId" value={trial.id} />
          <TextField
            name="note"
            label={t('rulesTrial.note')}
            hint={t('rulesTrial.noteHint')}
            maxLength={RULES_NOTE_MAX}
          />
          <Submit>{t('rulesTrial.propose')}</Submit>
        </Form>
      )}
    </section>
  )
}
