import type { GridSheet } from './ledger-grid'
import { squeeze } from './ledger-text'

/** Headers only a ledger of problems has. */
const OWN =
  /^(?:问题编号|(?:企业)?问题诉求|问题(?:类别|类型|来源)|问题交办单位|解决问题时限|办理结果|企业是否满意|(?:企业)?满意度|回访情况|督办次数|是否销号)$/
const ENOUGH = 3
const SEARCHED_ROWS = 15

/**
 * Whether a workbook is a ledger of problems 问题台账, which cannot be imported yet: to be said, and not read as something else.
 *
 * @source formats.md §3
 */
export const isIssueLedger = (grids: readonly GridSheet[]): boolean =>
  grids.some(({ hidden, rows }) =>
    rows.slice(0, SEARCHED_ROWS).some(({ cells }) => {
      const labels = [...cells.values()].map(({ text }) => squeeze(text))
      return !hidden && !labels.includes('项目名称') && labels.filter((label) => OWN.test(label)).length >= ENOUGH
    }),
  )
