import { FEN_PER_WAN } from '@/lib/domain/money'
import type { Locale } from './locale'

const FEN_PER_YI = FEN_PER_WAN * 10_000n
const FEN_PER_YUAN = 100n
const FEN_PER_MILLION = FEN_PER_YUAN * 1_000_000n
const FEN_PER_BILLION = FEN_PER_MILLION * 1000n

const grouped = (n: bigint): string => n.toString().replace(/\B(?=(\d{3})+$)/g, ',')

/** 分 in 万元 with two places, half up: `12,600.00`. */
export function wanText(fen: bigint): string {
  const negative = fen < 0n
  const hundredths = ((negative ? -fen : fen) * 200n + FEN_PER_WAN) / (FEN_PER_WAN * 2n)
  const text = `${grouped(hundredths / 100n)}.${(hundredths % 100n).toString().padStart(2, '0')}`
  return negative ? `−${text}` : text
}

/** A number of units with two places, half up: `12.60`. */
function inUnits(fen: bigint, unit: bigint): string {
  const hundredths = (fen * 200n + unit) / (unit * 2n)
  return `${grouped(hundredths / 100n)}.${(hundredths % 100n).toString().padStart(2, '0')}`
}

/** As in English: `CNY 1.26 billion`, `CNY 872 million`, `CNY 86,000`. */
function englishAmount(fen: bigint): string {
  for (const [unit, name] of [
    [FEN_PER_BILLION, 'billion'],
    [FEN_PER_MILLION, 'million'],
  ] as const)
    if (fen >= unit) return `CNY ${inUnits(fen, unit).replace(/\.00$/, '')} ${name}`
  return `CNY ${grouped((fen + FEN_PER_YUAN / 2n) / FEN_PER_YUAN)}`
}

/** An amount as people say it: `12.60亿元` from a hundred million, else `8,600万元`. */
export function amountText(fen: bigint, locale: Locale): string {
  if (locale === 'en') return englishAmount(fen)
  if (fen >= FEN_PER_YI) return `${inUnits(fen, FEN_PER_YI)}亿元`
  return `${wanText(fen).replace(/\.00$/, '')}万元`
}
