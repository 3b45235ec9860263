import { Check, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { proposeRules } from '@/lib/actions/ranking'
import type { RankingParameters } from '@/lib/domain/ranking/parameters'
import { INDICATORS, SCORE_TABLES, type ScoreTable } from '@/lib/domain/score'
import type { Translator } from '@/lib/i18n/translator'
import { RANKING_NOTE_MAX } from '@/lib/schemas/ranking'
import { WeightSum } from './weight-sum'

const SMALL = 'w-24 max-w-full lang-en:w-32'
const legend = 'mb-2 text-base font-semibold'
const WEIGHTS_SUM = 100
const NUMBERS = ['fewestDue', 'fewestProjects', 'remindBelow', 'praise', 'ownRedWd', 'progressSpanPp'] as const
const DAYS = ['draft', 'object', 'decide', 'publish'] as const

function Whole({ name, label, value, className }: { name: string; label: string; value: number; className?: string }) {
  return (
    <TextField
      name={name}
      type="number"
      inputMode="numeric"
      min="0"
      label={label}
      initial={String(value)}
      className={className}
    />
  )
}

function Weights({ table, parameters, t }: { table: ScoreTable; parameters: RankingParameters; t: Translator }) {
  const { weights, deduction, startMeans } = parameters.tables[table]
  const named = t(`ranking.table.${table}`)
  const prefix = `tables.${table}`
  return (
    <fieldset aria-label={named} className="min-w-0 border-t border-divider pt-4">
      <legend className={legend}>{t('ranking.rules.weightsOf', { table: named })}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-3">
        {INDICATORS.map((i) => (
          <Whole
            key={i}
            name={`${prefix}.weights.${i}`}
            label={t(`ranking.indicator.${table}.${i}`)}
            value={weights[i]}
            className="w-36 max-w-full lang-en:w-52"
          />
        ))}
      </div>
      <WeightSum
        prefix={`${prefix}.weights.`}
        right={WEIGHTS_SUM}
        initial={INDICATORS.reduce((sum, i) => sum + weights[i], 0)}
        words={{
          right: t('ranking.rules.sumRight', { n: '#' }),
          wrong: t('ranking.rules.sumWrong', { n: '#' }),
          unread: t('ranking.rules.sumUnread'),
        }}
      />
      <div className="mt-3 flex flex-wrap gap-x-4 gap-y-3">
        <Whole
          name={`${prefix}.deduction.each`}
          label={t('ranking.rules.each', { what: t(`ranking.deduction.${table}`) })}
          value={deduction.each}
          className="w-64 max-w-full"
        />
        <Whole
          name={`${prefix}.deduction.cap`}
          label={t('ranking.rules.cap')}
          value={deduction.cap}
          className={SMALL}
        />
      </div>
      <details className="mt-3">
        <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
          {t('ranking.rules.means')}
        </summary>
        <p className="text-ink-2">{t('ranking.rules.meansHint')}</p>
        <div className="mt-2 flex flex-wrap gap-x-4 gap-y-3">
          {INDICATORS.map((i) => (
            <TextField
              key={i}
              name={`${prefix}.startMeans.${i}`}
              inputMode="decimal"
              label={t('ranking.rules.mean', { name: t(`ranking.indicator.${table}.${i}`) })}
              initial={startMeans[i]}
              className="w-52 max-w-full lang-en:w-64"
            />
          ))}
        </div>
      </details>
    </fieldset>
  )
}

/** Every parameter of the ranking, to be proposed anew: another person approves it, and it holds from the next month. */
export function RulesForm({
  parameters,
  formKey,
  t,
}: {
  parameters: RankingParameters
  formKey: string
  t: Translator
}) {
  return (
    <Form
      action={proposeRules}
      formKey={formKey}
      label={t('ranking.rules.propose')}
      className="max-w-[960px] space-y-5"
    >
      {SCORE_TABLES.map((table) => (
        <Weights key={table} table={table} parameters={parameters} t={t} />
      ))}
      <fieldset className="min-w-0 border-t border-divider pt-4">
        <legend className={legend}>{t('ranking.rules.prior')}</legend>
        <p className="mb-2 text-ink-2">{t('ranking.rules.priorHint')}</p>
        <div className="flex flex-wrap gap-x-4 gap-y-3">
          {INDICATORS.map((i) => (
            <Whole
              key={i}
              name={`priors.${i}`}
              label={t('ranking.rules.priorOf', { letter: i })}
              value={parameters.priors[i]}
              className={SMALL}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className="min-w-0 border-t border-divider pt-4">
        <legend className={legend}>{t('ranking.rules.limits')}</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-3">
          {NUMBERS.map((name) => (
            <Whole
              key={name}
              name={name}
              label={t(`ranking.rules.${name}`)}
              value={parameters[name]}
              className="w-64 max-w-full lang-en:w-80"
            />
          ))}
        </div>
      </fieldset>
      <fieldset className="min-w-0 border-t border-divider pt-4">
        <legend className={legend}>{t('ranking.rules.days')}</legend>
        <p className="mb-2 text-ink-2">{t('ranking.rules.daysHint')}</p>
        <div className="flex flex-wrap gap-x-4 gap-y-3">
          {DAYS.map((day) => (
            <Whole
              key={day}
              name={`days.${day}`}
              label={t(`ranking.rules.day.${day}`)}
              value={parameters.days[day]}
              className="w-36 max-w-full lang-en:w-48"
            />
          ))}
        </div>
      </fieldset>
      <fieldset className="min-w-0 border-t border-divider pt-4">
        <legend className={legend}>{t('ranking.rules.publishNames')}</legend>
        <p className="text-ink-2">{t('ranking.rules.publishNamesHint')}</p>
        <Check
          name="publishStewardNames"
          value="true"
          label={t('ranking.rules.publishNamesYes')}
          initial={parameters.publishStewardNames}
        />
      </fieldset>
      <div className="space-y-3 border-t border-divider pt-4">
        <TextField name="note" label={t('ranking.rules.note')} maxLength={RANKING_NOTE_MAX} />
        <Submit>{t('ranking.rules.submit')}</Submit>
      </div>
    </Form>
  )
}
