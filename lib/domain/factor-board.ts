import { minus, parseDecimal, plus, toFixedDecimal, whole } from './decimal'
import { type FactorKind, type FactorState, gapOf, isOpenNeed } from './factor-need'

/** Needs of one kind, unit, agency and state, counted together. Amounts are sums in the unit. */
export type FactorGroup = Readonly<{
  kind: FactorKind
  unit: string
  /** Agency that has to provide it; null while nobody has been asked. */
  leadId: string | null
  state: FactorState
  n: number
  /** Those that are open and past their day. */
  late: number
  quantity: string
  provided: string
}>

/** A line of the board: how many needs there are, how many are met and late, and what is missing in each unit. */
export type FactorLine<K> = Readonly<{
  key: K
  total: number
  met: number
  late: number
  /** Never added across units. */
  gaps: readonly Readonly<{ unit: string; gap: string }>[]
}>

const PLACES = 4

/** An amount without the noughts behind it. */
export const plainAmount = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)

/** What is missing of some amounts in one unit, as it is written; nothing where they are no numbers. */
const missing = (groups: readonly FactorGroup[]): string => {
  const sum = groups.reduce((total, { quantity, provided }) => {
    const [wanted, there] = [parseDecimal(quantity), parseDecimal(provided)]
    return wanted && there ? plus(total, minus(wanted, there)) : total
  }, whole(0))
  return plainAmount(toFixedDecimal(sum, PLACES))
}

const sumOf = (groups: readonly FactorGroup[], of: (group: FactorGroup) => number) =>
  groups.reduce((sum, group) => sum + of(group), 0)

/**
 * Needs by kind, by agency, or by whatever a group is asked for 要素看板; revoked ones are left out, and what is measured in
 * different units is never added.
 *
 * @source other-mechanisms §4: needs by kind, met %, overdue by agency, total gap
 */
export function factorLines<K>(
  groups: readonly FactorGroup[],
  keyOf: (group: FactorGroup) => K,
): readonly FactorLine<K>[] {
  const byKey = new Map<K, FactorGroup[]>()
  for (const group of groups) {
    if (group.state === 'REVOKED') continue
    const key = keyOf(group)
    byKey.set(key, [...(byKey.get(key) ?? []), group])
  }
  return [...byKey].map(([key, own]) => {
    const lacking = own.filter(({ state }) => isOpenNeed(state) || state === 'UNMET')
    const units = [...new Set(lacking.map(({ unit }) => unit))]
    return {
      key,
      total: sumOf(own, ({ n }) => n),
      met: sumOf(own, ({ state, n }) => (state === 'MET' ? n : 0)),
      late: sumOf(own, ({ late }) => late),
      gaps: units.map((unit) => ({ unit, gap: missing(lacking.filter((group) => group.unit === unit)) })),
    }
  })
}

/** Kinds as papers name them. */
export const FACTOR_PAPER_NAMES: Readonly<Record<FactorKind, string>> = {
  LAND: '土地规划',
  ENERGY: '能耗',
  ENVIRONMENT: '环境容量',
  WATER: '用水',
  POWER: '用电',
  GAS: '用气',
  HEAT: '用热',
  TELECOM: '通信',
  ROADS: '道路交通',
  CLEARANCE: '征迁',
  FUNDS: '资金',
  WORKERS: '用工',
  TALENT: '技术人才',
  COMPUTING: '数据算力',
  OTHER: '其他要素',
}

/** What is missing, as it is written; null where nothing is. */
export function missingOf(amounts: Readonly<{ quantity: string; provided: string }>): string | null {
  const gap = gapOf(amounts)
  return gap ? plainAmount(toFixedDecimal(gap, PLACES)) : null
}

/**
 * A gap as an agenda and its minutes word it; they are Chinese papers.
 *
 * @example gapWords('POWER', '千瓦', { quantity: '1200', provided: '200' }) // 用电缺1000千瓦
 */
export function gapWords(
  kind: FactorKind,
  unit: string,
  amounts: Readonly<{ quantity: string; provided: string }>,
): string {
  const gap = missingOf(amounts)
  return gap ? `${FACTOR_PAPER_NAMES[kind]}缺${gap}${unit}` : FACTOR_PAPER_NAMES[kind]
}
