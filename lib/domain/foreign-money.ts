import { err, type Failure, ok, type Result } from './result'

/** Currencies business abroad is filed in, as ISO 4217; the yuan is none of them, and nothing adds them to it. */
export const CURRENCIES = ['USD', 'EUR', 'GBP', 'HKD', 'JPY', 'AUD', 'SGD'] as const
export type Currency = (typeof CURRENCIES)[number]

const WORDS: readonly (readonly [RegExp, Currency | 'CNY'])[] = [
  [/美元|美金|USD|US\$/i, 'USD'],
  [/欧元|EUR|€/i, 'EUR'],
  [/英镑|GBP|£/i, 'GBP'],
  [/港元|港币|HKD|HK\$/i, 'HKD'],
  [/日元|日圆|JPY/i, 'JPY'],
  [/澳元|AUD/i, 'AUD'],
  [/新加坡元|新元|SGD/i, 'SGD'],
  [/人民币|CNY|RMB|元|[¥¥]/i, 'CNY'],
]
const SCALES: readonly (readonly [string, bigint])[] = [
  ['亿', 10_000_000_000n],
  ['千万', 1_000_000_000n],
  ['百万', 100_000_000n],
  ['万', 1_000_000n],
]
/** A thousand billion units: beyond what anybody files. */
const MOST_MINOR = 100_000_000_000_000n
const SHOWN = 24

/** The currency a text names; null when it names none. */
const namedIn = (text: string): Currency | 'CNY' | null => WORDS.find(([word]) => word.test(text))?.[1] ?? null

/**
 * Reads an amount of foreign money as people type it: "7241万", "7,241万美元", "72410000". A number alone is whole units of
 * the currency chosen beside it. Yuan is refused, and so is a currency other than the chosen one: two currencies have no sum.
 *
 * @returns hundredths of the currency; err FOREIGN_UNREADABLE, FOREIGN_IS_YUAN, FOREIGN_MIXED, FOREIGN_TOO_LARGE
 * @example readForeignMoney('7241万美元', 'USD') // ok(7_241_000_000n)
 */
export function readForeignMoney(typed: string, currency: Currency): Result<bigint, Failure> {
  const text = typed.normalize('NFKC').replace(/[\s,]/g, '')
  const said = { text: typed.trim().slice(0, SHOWN), field: 'amount' }
  if (/[+＋]|和|加/.test(text)) return err({ code: 'FOREIGN_MIXED', ...said })
  const named = namedIn(text)
  if (named === 'CNY') return err({ code: 'FOREIGN_IS_YUAN', ...said })
  if (named && named !== currency) return err({ code: 'FOREIGN_MIXED', ...said })
  const bare = named ? WORDS.reduce((left, [word]) => left.replace(word, ''), text) : text
  const match = /^(\d{1,13})(?:\.(\d{1,6}))?(亿|千万|百万|万)?$/.exec(bare)
  if (!match) return err({ code: 'FOREIGN_UNREADABLE', ...said })
  const [, whole = '0', fraction = '', scale] = match
  const minor = SCALES.find(([word]) => word === scale)?.[1] ?? 100n
  const places = 10n ** BigInt(fraction.length)
  const scaled = BigInt(whole + fraction) * minor
  if (scaled % places !== 0n || scaled === 0n) return err({ code: 'FOREIGN_UNREADABLE', ...said })
  const amount = scaled / places
  return amount > MOST_MINOR ? err({ code: 'FOREIGN_TOO_LARGE', ...said }) : ok(amount)
}

/**
 * An amount of hundredths as a form shows it, in whole units: `readForeignMoney` reads it back.
 *
 * @example exactHundredths(7_241_000_050n) // '72410000.5'
 */
export function exactHundredths(minor: bigint): string {
  const rest = (minor % 100n).toString().padStart(2, '0').replace(/0+$/, '')
  return `${minor / 100n}${rest && `.${rest}`}`
}

/** Below ten thousand units an amount is asked about: elsewhere a bare number is read as 万. */
const LIKELY_WAN_MINOR = 1_000_000n

/**
 * Whether an amount was likely typed in 万; asked once, and answered by a tick that stands for this figure only.
 *
 * @param confirm what the tick said
 * @example doubtForeign(50_000n, 'EUR', undefined) // FOREIGN_LIKELY_WAN: 500, or 5 000 000
 */
export function doubtForeign(minor: bigint, currency: Currency, confirm: string | undefined): Failure | null {
  const token = `FOREIGN_LIKELY_WAN:${minor}:${currency}`
  if (minor >= LIKELY_WAN_MINOR || confirm === token) return null
  return { code: 'FOREIGN_LIKELY_WAN', field: 'amount', n: exactHundredths(minor), currency, confirm: token }
}
