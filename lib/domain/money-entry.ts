import { readMoney } from './ledger-money'
import { exactWan, FEN_PER_WAN } from './money'
import { err, ok, type Result } from './result'

/** A hundred billion yuan: no project of a district comes near, but yuan typed as 万元 do. */
export const MOST_TYPED_FEN = 10_000_000n * FEN_PER_WAN

const SHOWN = 24

/** Why an amount was not taken; the code has a sentence that says what to type. */
export type MoneyRefusal = Readonly<{
  code: 'MONEY_MISSING' | 'MONEY_UNREADABLE' | 'MONEY_NEGATIVE' | 'MONEY_FOREIGN' | 'MONEY_TOO_LARGE'
  text: string
  /** What it would be, read as 万元 or as its own unit says; 'none' when it is beyond counting. */
  amountFen?: string
  amount?: 'none'
}>

/**
 * Reads an amount as people type it in a form, 万元 unless it names a unit: "3200", "12,000", "3200万", "1.2 亿元", "860000元".
 *
 * @returns 分; an amount above a hundred billion yuan is refused as probably typed in another unit
 * @example readTypedMoney('1.2 亿元') // ok(12_000_000_000n)
 */
export function readTypedMoney(typed: string): Result<bigint, MoneyRefusal> {
  const text = typed.trim().slice(0, SHOWN)
  const read = readMoney(typed, '万元')
  if (!read.ok) {
    if (read.error.code === 'AMOUNT_NEGATIVE') return err({ code: 'MONEY_NEGATIVE', text })
    if (read.error.code === 'AMOUNT_FOREIGN') return err({ code: 'MONEY_FOREIGN', text })
    if (read.error.code === 'AMOUNT_TOO_LARGE') return err({ code: 'MONEY_TOO_LARGE', text, amount: 'none' })
    return err({ code: 'MONEY_UNREADABLE', text })
  }
  if (read.value === null) return err({ code: text === '' ? 'MONEY_MISSING' : 'MONEY_UNREADABLE', text })
  return read.value > MOST_TYPED_FEN
    ? err({ code: 'MONEY_TOO_LARGE', text, amountFen: read.value.toString() })
    : ok(read.value)
}

/**
 * The same amount as the same text, however it was typed; what cannot be read stays as it is.
 *
 * @example canonicalWan('1.2亿') // '12000'
 */
export function canonicalWan(typed: string): string {
  const read = typed.trim() === '' ? null : readTypedMoney(typed)
  return read?.ok ? exactWan(read.value) : typed
}
