/** Money is an integer of 分; a 万元 is a million of them. */
export const FEN_PER_WAN = 1_000_000n

/**
 * Reads an amount in 万元 exactly.
 *
 * @returns null when it is not a plain decimal or has more than six places (a 万元 has a million 分)
 * @example fenOfWan('1234.56') // 1234560000n
 */
export function fenOfWan(text: string): bigint | null {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,6}))?$/.exec(text.trim())
  if (!match) return null
  const fen = BigInt(match[2] ?? '0') * FEN_PER_WAN + BigInt((match[3] ?? '').padEnd(6, '0'))
  return match[1] ? -fen : fen
}

/**
 * An amount in 万元 to the last 分, as a form shows it: `fenOfWan` reads it back.
 *
 * @example exactWan(1234560000n) // '1234.56'
 */
export function exactWan(fen: bigint): string {
  const sign = fen < 0n ? '-' : ''
  const whole = fen < 0n ? -fen : fen
  const rest = (whole % FEN_PER_WAN).toString().padStart(6, '0').replace(/0+$/, '')
  return `${sign}${whole / FEN_PER_WAN}${rest && `.${rest}`}`
}

/**
 * Share of `part` in `whole` in hundredths of a percent, half up; null when the whole is nothing.
 *
 * @example basisPoints(61n, 142n) // 4296
 */
export function basisPoints(part: bigint, whole: bigint): number | null {
  if (whole === 0n) return null
  return Number((part * 20_000n + whole) / (whole * 2n))
}
