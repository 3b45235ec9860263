import { exactWan } from '@/lib/domain/money'
import type { INTENT_EXPORT, PROMOTION_EXPORT, UPGRADE_EXPORT, VISIT_EXPORT } from '@/lib/domain/service-export'
import type { IntentRow } from '@/lib/schemas/intent'
import type { PromotionRow } from '@/lib/schemas/promotion'
import type { UpgradeRow } from '@/lib/schemas/upgrade'
import type { VisitRow } from '@/lib/schemas/visit'
import type { Translator } from './translator'

type Cell = string | number | null
type Key<Columns extends readonly Readonly<{ key: string }>[]> = Columns[number]['key']

/** An amount as a number of 万元; nothing where nobody stated one. */
const wan = (fen: bigint | null): number | null => (fen === null ? null : Number(exactWan(fen)))

/** One cell of the visits in a workbook. */
export function visitCell(key: Key<typeof VISIT_EXPORT>, row: VisitRow, index: number, t: Translator): Cell {
  switch (key) {
    case 'row':
      return index + 1
    case 'enterprise':
      return row.enterprise.name
    case 'units':
      return [row.unit.name, ...row.along.map(({ name }) => name)].join('、')
    case 'state':
      return row.into ? t('visit.goesWith', { unit: row.into.unit, day: row.into.on }) : t(`visit.state.${row.state}`)
    case 'issue':
      return row.issue?.title ?? null
    case 'purpose':
      return row.purposes.map(({ unit, text }) => (row.purposes.length > 1 ? `${unit} ${text}` : text)).join('；')
    default:
      return row[key]
  }
}

/** One cell of the intended credit in a workbook. */
export function intentCell(key: Key<typeof INTENT_EXPORT>, row: IntentRow, index: number): Cell {
  switch (key) {
    case 'row':
      return index + 1
    case 'amount':
      return wan(row.amountFen)
    case 'withdrawn':
      return row.withdrawn && `${row.withdrawn.on} ${row.withdrawn.why}`
    default:
      return row[key]
  }
}

/** One cell of the promotions in a workbook. */
export function promotionCell(
  key: Key<typeof PROMOTION_EXPORT>,
  row: PromotionRow,
  index: number,
  t: Translator,
): Cell {
  switch (key) {
    case 'row':
      return index + 1
    case 'project':
      return row.project.name
    case 'list':
      return t(`promotion.list.${row.list}`)
    case 'level':
      return t(`promotion.level.${row.level}`)
    case 'mode':
      return t(`promotion.mode.${row.mode}`)
    case 'state':
      return t(`promotion.state.${row.state}`)
    case 'total':
      return wan(row.totalFen)
    case 'sought':
      return wan(row.soughtFen)
    case 'intended':
      return wan(row.intendedFen)
    case 'signed':
      return wan(row.signedFen)
    case 'paid':
      return wan(row.paidFen)
    default:
      return row[key]
  }
}

/** One cell of the upgrades in a workbook. */
export function upgradeCell(key: Key<typeof UPGRADE_EXPORT>, row: UpgradeRow, index: number, t: Translator): Cell {
  switch (key) {
    case 'row':
      return index + 1
    case 'enterprise':
      return row.enterprise.name
    case 'kinds':
      return row.kinds.map((kind) => t(`upgrade.kind.${kind}`)).join('、')
    case 'state':
      return t(`upgrade.state.${row.state}`)
    case 'policy':
      return row.policy && `${row.policy.name}${row.policy.certain ? '' : t('upgrade.uncertainMark')}`
    case 'total':
      return wan(row.totalFen)
    case 'equipment':
      return wan(row.equipmentFen)
    case 'estimated':
      return wan(row.estimatedFen)
    case 'paid':
      return wan(row.paidFen)
    default:
      return row[key]
  }
}
