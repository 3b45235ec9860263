import type { PlainDate } from './plain-date'
import { err, ok, type Result } from './result'

/**
 * What a pack for an enterprise can hold 大礼包内容.
 *
 * @source other-mechanisms §7: OUR DESIGN, nothing is published for the district
 */
export const PACK_CONTENTS = [
  'LICENCE', // 营业执照
  'SEALS', // 免费印章
  'TAX', // 税务设备、数电票开通
  'POST', // 邮寄服务
  'POLICY', // 政策汇编
  'CARD', // 管家联系卡
  'BANK', // 银行开户与贷款产品单
  'QR', // 监督二维码
] as const
export type PackContent = (typeof PACK_CONTENTS)[number]

/** How a pack gets to whom it is for 发放渠道. */
export const PACK_CHANNELS = [
  'HALL', // 大厅
  'VISIT', // 上门
  'POST', // 邮寄
] as const
export type PackChannel = (typeof PACK_CHANNELS)[number]

/** What is left of a batch 库存: what was made up, less what is out. Never below nothing. */
export const stockOf = ({ prepared, out }: Readonly<{ prepared: number; out: number }>): number =>
  Math.max(0, prepared - out)

/** Cost of some packs of a batch in 分, rounded down to whole 分: the rest stays with the stock. */
export const costOf = (batch: Readonly<{ prepared: number; costFen: bigint }>, packs: number): bigint =>
  (batch.costFen * BigInt(packs)) / BigInt(batch.prepared)

/**
 * Hands a pack of a batch to an enterprise 发放.
 *
 * @param first the pack of the same batch the enterprise has already
 * @returns err PACK_TWICE with the day and the hand of the first, PACK_STOCK_EMPTY, PACK_BEFORE_BATCH
 */
export function handPack(
  batch: Readonly<{ prepared: number; out: number; on: PlainDate; name: string }>,
  first: Readonly<{ on: PlainDate; by: string }> | null,
  on: PlainDate,
): Result<null> {
  if (first) return err({ code: 'PACK_TWICE', field: 'enterprise', on: first.on, by: first.by, batch: batch.name })
  if (stockOf(batch) === 0)
    return err({ code: 'PACK_STOCK_EMPTY', field: 'batchId', batch: batch.name, prepared: batch.prepared })
  return on < batch.on ? err({ code: 'PACK_BEFORE_BATCH', field: 'on', on: batch.on }) : ok(null)
}

type Standing = Readonly<{ confirmedOn: PlainDate | null; returnedOn: PlainDate | null }>

/** Whether a pack can be confirmed; err PACK_RETURNED, PACK_CONFIRMED. */
export function confirmPack({ confirmedOn, returnedOn }: Standing): Result<null> {
  if (returnedOn) return err({ code: 'PACK_RETURNED', on: returnedOn })
  return confirmedOn ? err({ code: 'PACK_CONFIRMED', on: confirmedOn }) : ok(null)
}

/** Whether a pack can come back 退回: what the receiver confirmed cannot. err PACK_RETURNED, PACK_KEPT */
export function returnPack({ confirmedOn, returnedOn }: Standing): Result<null> {
  if (returnedOn) return err({ code: 'PACK_RETURNED', on: returnedOn })
  return confirmedOn ? err({ code: 'PACK_KEPT', on: confirmedOn }) : ok(null)
}

/** Letters and digits nobody takes for another one, as they are printed on a slip. */
export const CODE_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const CODE_LENGTH = 6

/** A code as it was typed: without blanks, in capitals. */
export const readCode = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, '')
