import type { PlainDate } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'
import type { RankingMonth } from '@/lib/schemas/ranking'
import { ObjectionList } from './objection-list'

/**
 * Objections of a month. One about a single item is answered here; one about a whole indicator on the page of its row,
 * where the items stand.
 */
export function MonthObjections({
  ranking,
  formKey,
  today,
  t,
}: {
  ranking: RankingMonth
  formKey: () => string
  today: PlainDate
  t: Translator
}) {
  const { objections, month, may } = ranking
  const open = objections.filter(({ state }) => state === 'OPEN').length
  return (
    <section id="objections" className="scroll-mt-16 pt-7">
      <h2 className="border-b border-control pb-1 text-lg font-semibold">
        {t('ranking.objection.title')}
        {open > 0 && (
          <span className="ml-3 text-base font-normal text-ink-2">{t('ranking.objection.waiting', { n: open })}</span>
        )}
      </h2>
      {objections.length === 0 && <p className="py-2 text-ink-2">{t('ranking.objection.none')}</p>}
      <ObjectionList
        objections={objections}
        month={month}
        decide={
          may.decide
            ? {
                formKey,
                items: ({ seq, itemLabel, table, indicator }) =>
                  seq === null ? [] : [{ seq, label: itemLabel ?? '', table, indicator, out: null, num: 0, den: 1 }],
              }
            : null
        }
        today={today}
        t={t}
      />
    </section>
  )
}
