import { FEN_PER_WAN } from '@/lib/domain/money'
import type { Locale } from './locale'

const FEN_PER_YI = FEN_PER_WAN * 10_000n

const grouped = (n: bigint): string => n.toString().replace(/\B(?=(\d{3})+$)/g, ',')

/** 分 in 万元 with two places, half up: `12,600.00`. */
export function wanText(fen: bigint): string {
  const negative = fen < 0n
  const hundredths = ((negative ? -fen : fen) * 200n + FEN_PER_WAN) / (FEN_PER_WAN * 2n)
  const text = `${grouped(hundredths / 100n)}.${(hundredths % 100n).toString().padStart(2, '0')}`
  return negative ? `−${text}` : text
}

/** An amount as people say it: `12.60亿元` from a hundred million, else `8,600万元`. */
export function amountText(fen: bigint, locale: Locale): string {
  if (locale === 'en') return `CNY ${grouped((fen * 2n + FEN_PER_WAN) / (FEN_PER_WAN * 2n))}0k`
  if (fen >= FEN_PER_YI) {
    const hundredths = (fen * 200n + FEN_PER_YI) / (FEN_PER_YI * 2n)
    return `${grouped(hundredths / 100n)}.${(hundredths % 100n).toString().padStart(2, '0')}亿元`
  }
  return `${wanText(fen).replace(/\.00$/, '')}万元`
}
