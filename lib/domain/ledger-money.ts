import { saidOf, squeeze } from './ledger-text'
import { FEN_PER_WAN } from './money'
import { err, ok, type Result } from './result'

type YuanUnit = '元' | '千元' | '万元' | '百万元' | '千万元' | '亿元'

/** Units a ledger counts money in 计量单位: `foreign` is another country's money, which nobody converts by guessing. */
export type MoneyUnit = YuanUnit | 'foreign'

const FEN: Readonly<Record<YuanUnit, bigint>> = {
  元: 100n,
  千元: 100_000n,
  万元: FEN_PER_WAN,
  百万元: 100n * FEN_PER_WAN,
  千万元: 1_000n * FEN_PER_WAN,
  亿元: 10_000n * FEN_PER_WAN,
}

/** What the database holds at most: ten trillion yuan. */
const MOST_FEN = 1_000_000_000_000_000n

const UNIT = /(亿元|千万元|百万元|万元|千元|亿|千万|百万|万|元)/
const asUnit = (word: string): YuanUnit => (word.endsWith('元') ? word : `${word}元`) as YuanUnit

// A bare 亿, 万 or 元 is a unit only where no other word goes on from it: “填报单位:亿达公司” names no money.
const WORD = '(亿元|千万元|百万元|万元|千元|(?:亿|千万|百万|万|元)(?=$|[^\\u4e00-\\u9fff]|人民币|截))'
const NAMED = new RegExp(`(?:单位:?|[([【/,、])(?:人民币|人?民?币)?[(]?${WORD}`)
const FOREIGN = /美元|美金|欧元|港元|港币|日元|英镑|韩元|澳元|加元|外币|usd|eur|hkd|jpy|gbp|[$€£]/i

/**
 * The unit a header names.
 *
 * @example unitIn('总投资(亿元)') // '亿元'
 * @example unitIn('投资总额(万美元)') // 'foreign'
 */
export function unitIn(label: string): MoneyUnit | null {
  const text = squeeze(label)
  const found = NAMED.exec(text) ?? /(?<!\d)(亿元|千万元|百万元|万元|千元)(?!以[上下])/.exec(text)
  return found ? asUnit(found[1] as string) : FOREIGN.test(text) ? 'foreign' : null
}

/**
 * The unit a line above a table names, if that is what it does: “单位：亿”, “(万元)”; a title that speaks of money does not.
 *
 * @example unitOfLine('金额单位:亿元') // '亿元'
 */
export function unitOfLine(line: string): MoneyUnit | null {
  const text = squeeze(line)
  const named = /单位[:为]?[(]?(.{1,8})/.exec(text)?.[1] ?? /^[(]?([亿万千]?元)[)]?$/.exec(text)?.[1]
  return named === undefined ? null : unitIn(`(${named}`)
}

/**
 * Reads an amount as ledgers write it: a number, "1,234", "1.2亿元", "3亿2000万"; the cell's own unit wins over the column's.
 * “1亿5” is read by nobody: five of what, only its writer knows.
 *
 * Rounded half up to whole 分: a spreadsheet's division has more places than money.
 *
 * @returns ok null for an empty cell; err AMOUNT_UNREADABLE, AMOUNT_FOREIGN, AMOUNT_NEGATIVE, AMOUNT_TOO_LARGE
 * @source formats.md §6 (“亿/万” normalised)
 * @example readMoney('1.2亿元', '万元') // ok(12_000_000_000n)
 */
export function readMoney(cell: string | undefined, unit: MoneyUnit): Result<bigint | null> {
  const said = saidOf(cell)
  if (said === null) return ok(null)
  if (unit === 'foreign' || FOREIGN.test(squeeze(said))) return err({ code: 'AMOUNT_FOREIGN' })
  const text = squeeze(said)
    .replace(/(?<=\d)[,,、](?=\d{3}(?!\d))/g, '')
    .replace(/^[¥¥]/, '')
  const spoken = /^(\d{1,5})亿零?(\d{1,4})万元?$/.exec(text)
  if (spoken) return ok(BigInt(spoken[1] ?? 0) * FEN.亿元 + BigInt(spoken[2] ?? 0) * FEN.万元)
  const match = new RegExp(`^([-−+]?)(\\d{1,15})(?:\\.(\\d{1,20}))?${UNIT.source}?$`).exec(text)
  if (!match) return err({ code: 'AMOUNT_UNREADABLE' })
  const [, sign, whole = '0', fraction = '', own] = match
  const scale = 10n ** BigInt(fraction.length)
  const units = BigInt(whole) * scale + BigInt(fraction || '0')
  const fen = (units * FEN[own ? asUnit(own) : unit] * 2n + scale) / (scale * 2n)
  if ((sign === '-' || sign === '−') && fen !== 0n) return err({ code: 'AMOUNT_NEGATIVE' })
  return fen > MOST_FEN ? err({ code: 'AMOUNT_TOO_LARGE' }) : ok(fen)
}

/** 分 as a number of 万元, as the JSON report and totals print it. */
export const wanOf = (fen: bigint): number =>
  Number(fen / FEN_PER_WAN) + Number(fen % FEN_PER_WAN) / Number(FEN_PER_WAN)
