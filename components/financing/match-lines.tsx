import type { LentIndustry } from '@/lib/domain/financing/industry'
import { CRITERIA, type Criterion } from '@/lib/domain/financing/match'
import { rateText } from '@/lib/domain/financing/money'
import { exactWan } from '@/lib/domain/money'
import type { Translator } from '@/lib/i18n/translator'
import type { FinancingDetail, NeedMatch } from '@/lib/schemas/financing'

/** Products of one bank that were held against a need, the best first. */
export type BankMatches = Readonly<{ bank: NeedMatch['bank']; products: readonly NeedMatch[] }>

/** One line a bank, in the order of its best product. */
export function byBank(matches: readonly NeedMatch[]): readonly BankMatches[] {
  const banks = new Map<string, NeedMatch[]>()
  for (const match of matches) banks.set(match.bank.id, [...(banks.get(match.bank.id) ?? []), match])
  return [...banks.values()].flatMap((products) => (products[0] ? [{ bank: products[0].bank, products }] : []))
}

/** What the need asks for and what the product offers, criterion by criterion. */
function valuesOf({ view }: FinancingDetail, { product, area }: NeedMatch, t: Translator) {
  const any = t('financing.product.any')
  const unknown = t('financing.detail.unknown')
  const several = (words: readonly string[]) => words.join(t('shell.comma')) || any
  const span = (from: string | number, to: string | number) => t('financing.product.span', { from, to })
  const wan = (text: string) => `${text} ${t('financing.unit')}`
  const { industry } = view.enterprise
  return {
    amount: [wan(exactWan(view.amountFen)), wan(span(exactWan(product.minFen), exactWan(product.maxFen)))],
    months: [
      t('financing.months', { n: view.months }),
      t('financing.months', { n: span(product.minMonths, product.maxMonths) }),
    ],
    collateral: [
      t(`financing.collateral.${view.collateral}`),
      several(product.collaterals.map((one) => t(`financing.collateral.${one}`))),
    ],
    industry: [
      industry ? t(`financing.industry.${industry as LentIndustry}`) : unknown,
      several(product.industries.map((one) => t(`financing.industry.${one as LentIndustry}`))),
    ],
    area: [area.wanted ?? unknown, several(area.offered)],
    rate: [
      view.rateCeilingBp === null
        ? t('financing.noCeiling')
        : t('financing.match.atMost', { rate: rateText(view.rateCeilingBp) }),
      t('financing.product.from', { rate: rateText(product.rateFromBp) }),
    ],
  } satisfies Record<Criterion, readonly [string, string]>
}

/** A product held against a need: each criterion with its verdict and the two values. */
export function MatchLine({ need, match, t }: { need: FinancingDetail; match: NeedMatch; t: Translator }) {
  const { product, verdicts, misses, unknown } = match
  const values = valuesOf(need, match, t)
  return (
    <div className="py-1">
      <p className="flex flex-wrap gap-x-3">
        <span className="font-semibold">{product.name}</span>
        {misses === 0 && unknown === 0 ? (
          <span className="text-green-ink">{t('financing.match.fitsAll')}</span>
        ) : (
          misses > 0 && <span className="text-yellow-ink">{t('financing.match.misses', { n: misses })}</span>
        )}
      </p>
      <ul className="grid gap-x-6 text-sm sm:grid-cols-2">
        {CRITERIA.map((criterion) => {
          const [wanted, offered] = values[criterion]
          return (
            <li key={criterion}>
              <span className={verdicts[criterion] === 'FITS' ? 'text-ink-2' : 'font-semibold'}>
                {t(`financing.match.criterion.${criterion}`)} {t(`financing.match.${verdicts[criterion]}`)}
              </span>{' '}
              <span className="text-ink-2">{t('financing.match.pair', { wanted, offered })}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
