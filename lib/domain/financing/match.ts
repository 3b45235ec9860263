import type { Collateral } from './need'

/** What a bank says it lends 银行产品; an empty list is no condition. 分 */
export type Product = Readonly<{
  id: string
  bankId: string
  name: string
  minFen: bigint
  maxFen: bigint
  minMonths: number
  maxMonths: number
  collaterals: readonly Collateral[]
  industries: readonly string[]
  streetIds: readonly string[]
  rateFromBp: number
}>

/** What a need is matched by; null where nobody knows. */
export type Wanted = Readonly<{
  amountFen: bigint
  months: number
  rateCeilingBp: number | null
  collateral: Collateral
  industry: string | null
  streetId: string | null
}>

export const CRITERIA = ['amount', 'months', 'collateral', 'industry', 'area', 'rate'] as const
export type Criterion = (typeof CRITERIA)[number]
export type Verdict = 'FITS' | 'MISSES' | 'UNKNOWN'

export type Match = Readonly<{
  product: Product
  verdicts: Readonly<Record<Criterion, Verdict>>
  misses: number
  unknown: number
}>

const within = (fits: boolean): Verdict => (fits ? 'FITS' : 'MISSES')
const among = (list: readonly string[], one: string | null): Verdict =>
  list.length === 0 ? 'FITS' : one === null ? 'UNKNOWN' : within(list.includes(one))

/** A product held against a need, criterion by criterion. */
export function matchProduct(wanted: Wanted, product: Product): Match {
  const verdicts = {
    amount: within(product.minFen <= wanted.amountFen && wanted.amountFen <= product.maxFen),
    months: within(product.minMonths <= wanted.months && wanted.months <= product.maxMonths),
    collateral: within(product.collaterals.length === 0 || product.collaterals.includes(wanted.collateral)),
    industry: among(product.industries, wanted.industry),
    area: among(product.streetIds, wanted.streetId),
    rate: wanted.rateCeilingBp === null ? 'FITS' : within(product.rateFromBp <= wanted.rateCeilingBp),
  } satisfies Record<Criterion, Verdict>
  const count = (verdict: Verdict) => CRITERIA.filter((criterion) => verdicts[criterion] === verdict).length
  return { product, verdicts, misses: count('MISSES'), unknown: count('UNKNOWN') }
}

/**
 * Products in the order they are proposed 智能匹配: those that fit on every count first, the cheaper before the dearer. Every
 * criterion keeps its verdict: a person decides, and may decide otherwise.
 *
 * @source other-mechanisms §5; issue 7: amount, term, collateral, industry, area
 */
export const matchProducts = (wanted: Wanted, products: readonly Product[]): readonly Match[] =>
  products
    .map((product) => matchProduct(wanted, product))
    .toSorted(
      (a, b) =>
        a.misses - b.misses ||
        a.unknown - b.unknown ||
        a.product.rateFromBp - b.product.rateFromBp ||
        (a.product.id < b.product.id ? -1 : 1),
    )
