import { unitOf } from '@/lib/domain/rule-book'
import type { ThresholdChange } from '@/lib/domain/rules-trial'
import type { Translator } from '@/lib/i18n/translator'
import { amountText } from './amount'

/** What a draft changes, threshold by threshold: old → new. */
export function ThresholdChanges({ changes, t }: { changes: readonly ThresholdChange[]; t: Translator }) {
  return (
    <ul className="list-inside list-disc">
      {changes.map(({ name, from, to }) => (
        <li key={name}>
          {t('rulesTrial.changed', {
            what: t(`ruleBook.parameter.${name}`),
            from: amountText(unitOf(name), from, t),
            to: amountText(unitOf(name), to, t),
          })}
        </li>
      ))}
    </ul>
  )
}
