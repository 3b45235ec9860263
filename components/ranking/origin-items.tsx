import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { COUNTS_FOR, type CountsFor, isIndicator } from '@/lib/domain/ranking/item'
import { itemFact } from '@/lib/i18n/ranking-item-text'
import { countsForText, countUnit, oneDecimal, rateText } from '@/lib/i18n/ranking-text'
import type { Translator } from '@/lib/i18n/translator'
import type { RankingSubject, SubjectItem } from '@/lib/schemas/ranking'
import { ItemName, isLost, isMiss } from './item-line'
import { originHref } from './ranking-link'

const th = 'border-b border-control pr-3 pb-1 text-left text-xs font-normal whitespace-nowrap text-ink-3'

/** What came of an item: in full, in part, or lost. */
function Worth({ item, t }: { item: SubjectItem; t: Translator }) {
  if (item.indicator === 'RED') return <span className="text-red-ink">{t('ranking.origin.reminds')}</span>
  if (item.indicator === 'EVENT') return <span className="text-red-ink">{t('ranking.origin.costs')}</span>
  if (item.num === item.den) return <span className="text-ink-2">{t('ranking.origin.good')}</span>
  if (item.num === 0 && isMiss(item)) return <b className="text-red-ink">{t('ranking.origin.bad')}</b>
  return <span>{`${Math.round((100 * item.num) / item.den)}%`}</span>
}

function Rows({
  items,
  left,
  subject,
  nth,
  today,
  t,
}: {
  items: readonly SubjectItem[]
  /** They are left out: the last column says why. */
  left: boolean
  subject: RankingSubject
  nth: number | undefined
  today: PlainDate
  t: Translator
}) {
  const { month, table, row } = subject
  return (
    <table className="w-full border-separate border-spacing-0">
      <thead>
        <tr>
          <th scope="col" className={clsx(th, 'sm:w-[42%]')}>
            {t('ranking.origin.item')}
          </th>
          <th scope="col" className={clsx(th, 'max-sm:hidden')}>
            {t('ranking.origin.facts')}
          </th>
          <th scope="col" className={clsx(th, left ? 'sm:w-[28%]' : 'w-[136px]')}>
            {t(left ? 'ranking.origin.because' : 'ranking.origin.value')}
          </th>
          {!left && (
            <th scope="col" className={clsx(th, 'w-[72px] pr-0 text-right! max-sm:hidden')}>
              {t('ranking.origin.points')}
            </th>
          )}
        </tr>
      </thead>
      <tbody className="[&>tr>*]:border-b [&>tr>*]:border-divider [&>tr>*]:py-1.5 [&>tr>*]:align-top">
        {items.map((item) => (
          <tr key={item.seq}>
            <th scope="row" className="pr-3 text-left font-normal">
              <ItemName item={item} />
              <span className="block text-xs text-ink-2 sm:hidden">{itemFact(item, today, t)}</span>
              {subject.may.object && item.kind !== 'RATING' && (isLost(item) || left || item.indicator === 'RED') && (
                <Link
                  href={`${originHref({ month, table, subjectId: row.subjectId }, { nth, item: item.seq })}#object`}
                  aria-label={t('ranking.object.about', { item: item.label })}
                  className="no-print flex min-h-6 w-fit items-center text-xs text-link max-sm:min-h-11"
                >
                  {t('ranking.object.one')}
                </Link>
              )}
            </th>
            <td className="pr-3 text-ink-2 max-sm:hidden">{itemFact(item, today, t)}</td>
            <td className="pr-3">
              {left && item.out ? t(`ranking.out.${item.out}`) : <Worth item={item} t={t} />}
              {item.changedBy && !left && (
                <span className="block text-xs text-ink-3">{t('ranking.origin.changed')}</span>
              )}
            </td>
            {!left && (
              <td className="text-right whitespace-nowrap text-ink-2 max-sm:hidden">
                {item.points === null ? '—' : item.points.replace('-', '−')}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Section({
  indicator,
  subject,
  nth,
  today,
  t,
}: {
  indicator: CountsFor
  subject: RankingSubject
  nth: number | undefined
  today: PlainDate
  t: Translator
}) {
  const { table, row, means, parameters } = subject
  const own = subject.items.filter((item) => item.indicator === indicator)
  const counted = own.filter(({ out }) => out === null).sort((a, b) => Number(isLost(b)) - Number(isLost(a)))
  const left = own.filter(({ out }) => out !== null)
  if (!isIndicator(indicator) && own.length === 0) return null
  const name = countsForText(table, indicator, t)
  const part = isIndicator(indicator) ? row.parts[indicator] : null
  const rows = { subject, nth, today, t }
  return (
    <section id={indicator} className="scroll-mt-16 pt-7">
      <h2 className="text-lg font-semibold">
        {part
          ? t('ranking.origin.section', { name, points: oneDecimal(part.points), weight: part.weight })
          : indicator === 'RED'
            ? name
            : t('ranking.origin.sectionOff', { name, n: row.deduction.points })}
      </h2>
      {indicator === 'RED' && <p className="text-ink-2">{t('ranking.origin.redHint')}</p>}
      {part && isIndicator(indicator) && (
        <p className="text-ink-2">
          {part.rate === null
            ? t(means[indicator].n === 0 ? 'ranking.why.start' : 'ranking.why.unseen')
            : t('ranking.origin.line', {
                rate: rateText(part.rate),
                unit: countUnit(table, indicator),
                n: part.n,
                prior: parameters.priors[indicator],
                mean: rateText(part.mean),
                adjusted: rateText(part.adjusted),
              })}
        </p>
      )}
      {counted.length > 0 ? (
        <>
          <h3 className="mt-2 mb-1 font-semibold">
            {t(indicator === 'RED' ? 'ranking.origin.standing' : 'ranking.origin.counted', { n: counted.length })}
          </h3>
          <Rows items={counted} left={false} {...rows} />
        </>
      ) : (
        <p className="py-1 text-ink-2">{t('ranking.origin.noCounted')}</p>
      )}
      {left.length > 0 && (
        <>
          <h3 className="mt-3 mb-1 font-semibold">{t('ranking.origin.left', { n: left.length })}</h3>
          <Rows items={left} left {...rows} />
        </>
      )}
    </section>
  )
}

/** The rows behind a score, indicator by indicator: what is counted, and what is left out and why. */
export function OriginItems(props: {
  subject: RankingSubject
  nth: number | undefined
  today: PlainDate
  t: Translator
}) {
  return COUNTS_FOR.map((indicator) => <Section key={indicator} indicator={indicator} {...props} />)
}
