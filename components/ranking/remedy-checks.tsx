import { Check } from '@/components/ui/fields'
import type { Translator } from '@/lib/i18n/translator'
import type { SubjectItem } from '@/lib/schemas/ranking'

export type Remediable = Pick<SubjectItem, 'seq' | 'label' | 'indicator' | 'out' | 'num' | 'den'>

/** Items of one kind of fact: which remedies change anything about them. */
const remediesOf = ({ indicator, out, num, den }: Remediable): readonly ('LEAVE_OUT' | 'COUNT_GOOD')[] => {
  if (indicator === 'EVENT') return out === null ? ['LEAVE_OUT'] : []
  return [
    ...(out === null ? (['LEAVE_OUT'] as const) : []),
    ...(num < den || out !== null ? (['COUNT_GOOD'] as const) : []),
  ]
}

/** What becomes of items, to be ticked: left out of the count, or counted in full. */
export function RemedyChecks({ items, t }: { items: readonly Remediable[]; t: Translator }) {
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">
        {t('ranking.objection.correction')}
        <span className="ml-2 font-normal text-ink-3">{t('ranking.objection.correctionHint')}</span>
      </legend>
      <div className="max-h-80 overflow-y-auto border-y border-divider">
        {items.map((item) =>
          remediesOf(item).map((remedy) => (
            <Check
              key={`${item.seq}:${remedy}`}
              name="changes[]"
              value={`${item.seq}:${remedy}`}
              label={t(`ranking.remedy.${remedy}`, { item: item.label })}
            />
          )),
        )}
      </div>
    </fieldset>
  )
}
