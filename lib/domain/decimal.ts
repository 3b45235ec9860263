/** An exact number: n / d with d > 0. */
export type Fraction = Readonly<{ n: bigint; d: bigint }>

const shape = /^(-?)(\d{1,15})(?:\.(\d{1,15}))?$/

/** A whole number as a fraction. */
export const whole = (n: number | bigint): Fraction => ({ n: BigInt(n), d: 1n })

/**
 * Reads a decimal exactly; nothing goes through binary floating point.
 *
 * @returns null when the text is not a plain decimal
 * @example parseDecimal('0.85') // { n: 85n, d: 100n }
 */
export function parseDecimal(text: string): Fraction | null {
  const match = shape.exec(text)
  if (!match) return null
  const places = match[3] ?? ''
  const n = BigInt((match[2] ?? '') + places)
  return { n: match[1] ? -n : n, d: 10n ** BigInt(places.length) }
}

export const plus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d })
export const minus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d })
export const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d })

/** a / b; b must be greater than nothing. */
export const over = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d, d: a.d * b.n })

/** Negative when `a` is the smaller one. */
export const compareFractions = (a: Fraction, b: Fraction): number => {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/**
 * Writes a number with a fixed number of decimals, half up (away from nothing for negative ones).
 *
 * @example toFixedDecimal({ n: 8875n, d: 1000n }, 2) // '8.88'
 */
export function toFixedDecimal(value: Fraction, places: number): string {
  const scale = 10n ** BigInt(places)
  const size = value.n < 0n ? -value.n : value.n
  const rounded = (size * scale * 2n + value.d) / (value.d * 2n)
  const digits = String(rounded).padStart(places + 1, '0')
  const cut = digits.length - places
  const text = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`
  return value.n < 0n && rounded > 0n ? `-${text}` : text
}

/** The same number in its smallest whole terms, so that long sums stay short. */
export function reduced({ n, d }: Fraction): Fraction {
  let [a, b] = [n < 0n ? -n : n, d]
  while (b > 0n) [a, b] = [b, a % b]
  return a > 1n ? { n: n / a, d: d / a } : { n, d }
}
