import { FEN_PER_WAN } from '../money'
import { err, type Failure, ok, type Result } from '../result'

/** Above ten 亿 an amount is asked about: it was probably typed in 元. */
export const LIKELY_YUAN_FEN = 100_000n * FEN_PER_WAN
const YUAN_IN_WAN = 10_000n

/** What a tick stands for: this figure and no other, so that a changed one is asked about again. */
const tokenOf = (fen: bigint): string => `FINANCING_LIKELY_YUAN:${fen}`

/**
 * Whether an amount was likely typed in 元; asked once, and answered by a tick.
 *
 * @param field where it was typed
 * @param confirm what the tick said
 * @source formats.md §4: an amount above 100 000万元 asks for confirmation
 */
export const doubtAmount = (fen: bigint, field: string, confirm: string | undefined): Failure | null =>
  fen > LIKELY_YUAN_FEN && confirm !== tokenOf(fen)
    ? {
        code: 'FINANCING_LIKELY_YUAN',
        field,
        amountFen: fen.toString(),
        yuanFen: (fen / YUAN_IN_WAN).toString(),
        confirm: tokenOf(fen),
      }
    : null

/** What may still be granted of a need beside what other banks have granted of it. */
export const leftToGrant = (appliedFen: bigint, othersFen: bigint): bigint =>
  appliedFen > othersFen ? appliedFen - othersFen : 0n

/**
 * Whether a bank may grant an amount beside what others have granted of the same need: together no more than was applied for.
 *
 * @param need.hidesOthers whoever asks is not to know what others have granted
 * @returns err FINANCING_OVER_APPLIED with what may still be granted, FINANCING_OVER_OTHERS, FINANCING_OVER_NEED
 * @example checkGrant({ appliedFen: 100n, othersFen: 80n }, 30n) // err, 20n left
 */
export function checkGrant(
  {
    appliedFen,
    othersFen,
    hidesOthers = false,
  }: Readonly<{ appliedFen: bigint; othersFen: bigint; hidesOthers?: boolean }>,
  fen: bigint,
): Result<bigint> {
  const left = leftToGrant(appliedFen, othersFen)
  if (fen <= left) return ok(fen)
  // A bank is not told what others have granted.
  if (hidesOthers && fen <= appliedFen) return err({ code: 'FINANCING_OVER_OTHERS', field: 'grantedWan' })
  return err({
    code: othersFen > 0n && !hidesOthers ? 'FINANCING_OVER_APPLIED' : 'FINANCING_OVER_NEED',
    field: 'grantedWan',
    appliedFen: appliedFen.toString(),
    leftFen: left.toString(),
  })
}

/** A rate as it is typed, in hundredths of a percent; null where it is no rate a bank would name. */
export function rateBp(text: string): number | null {
  const match = /^(\d{1,2})(?:\.(\d{1,2}))?$/.exec(text.trim().replace(/[%％]$/, ''))
  if (!match) return null
  const bp = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return bp > 0 && bp <= 3_600 ? bp : null
}

/** A rate as people write it: `3.45`. */
export const rateText = (bp: number): string => (bp / 100).toFixed(2)
