import { Check } from '@/components/ui/fields'
import { isIndicator, type Remedy } from '@/lib/domain/ranking/item'
import { countsForText } from '@/lib/i18n/ranking-text'
import type { Translator } from '@/lib/i18n/translator'
import type { SubjectItem } from '@/lib/schemas/ranking'
import { RemedyProblem } from './remedy-problem'

export type Remediable = Pick<SubjectItem, 'seq' | 'label' | 'table' | 'indicator' | 'out' | 'num' | 'den'> &
  Partial<Pick<SubjectItem, 'kind' | 'detail'>>

/** Items of one kind of fact: which remedies change anything about them. */
const remediesOf = ({ indicator, kind, out, num, den }: Remediable, correcting: boolean): readonly Remedy[] => {
  if (!isIndicator(indicator)) return out === null ? ['LEAVE_OUT'] : []
  return [
    ...(out === null ? (['LEAVE_OUT'] as const) : []),
    ...(num < den || out !== null ? (['COUNT_GOOD'] as const) : []),
    ...(correcting && kind !== 'RATING' && (num > 0 || out !== null) ? (['COUNT_BAD'] as const) : []),
  ]
}

/** What an item is called where it stands without its row; stars say that they are a rating, never whose. */
function nameOf({ kind, label, detail, table, indicator }: Remediable, correcting: boolean, t: Translator): string {
  if (kind === 'RATING') return t('ranking.remedy.rating', { stars: String(detail?.stars ?? label) })
  // A procedure counts for several components: which one is meant has to be said.
  return correcting ? t('ranking.remedy.of', { item: label, part: countsForText(table, indicator, t) }) : label
}

/**
 * What becomes of items, to be ticked: left out of the count, or counted in full.
 *
 * @param correcting no objection asks for it: an item may turn out not to have been done, too
 */
export function RemedyChecks({
  items,
  correcting = false,
  t,
}: {
  items: readonly Remediable[]
  correcting?: boolean
  t: Translator
}) {
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">
        {t(correcting ? 'ranking.publish.changes' : 'ranking.objection.correction')}
        <span className="ml-2 font-normal text-ink-3">{t('ranking.objection.correctionHint')}</span>
      </legend>
      <RemedyProblem />
      <div className="max-h-80 overflow-y-auto border-y border-divider">
        {items.map((item) =>
          remediesOf(item, correcting).map((remedy) => (
            <Check
              key={`${item.seq}:${remedy}`}
              name="changes[]"
              value={`${item.seq}:${remedy}`}
              label={t(`ranking.remedy.${remedy}`, { item: nameOf(item, correcting, t) })}
            />
          )),
        )}
      </div>
    </fieldset>
  )
}
