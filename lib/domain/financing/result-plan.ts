import type { PlainDate } from '../plain-date'
import { err, type Failure, ok, type Result } from '../result'
import { LIKELY_YUAN_FEN } from './money'
import { isGranted } from './need'
import { moveOffer, type Offer, type OfferMove } from './offer'
import type { ResultLine } from './result-sheet'

const YUAN_IN_WAN = 10_000n
const fenOf = (text: string | null): bigint | null => (text === null ? null : BigInt(text))

/** An amount of a row that was likely typed in 元: beyond ten 亿, or beyond what was applied for and right when read so. */
function likelyYuan(fen: bigint | null, appliedFen: bigint): Failure | null {
  if (fen === null || (fen <= LIKELY_YUAN_FEN && (fen <= appliedFen || fen / YUAN_IN_WAN > appliedFen))) return null
  const yuanFen = fen / YUAN_IN_WAN
  return {
    code: 'FINANCING_ROW_YUAN',
    amountFen: fen.toString(),
    yuanFen: yuanFen.toString(),
    appliedFen: appliedFen.toString(),
  }
}

/**
 * The moves that bring a need at a bank to what a row says 导入计划; none where the row says what is known.
 *
 * An import only goes on from where a need stands: what is recorded already it neither changes nor takes back.
 *
 * @param paid what was paid out so far, new and renewed
 * @returns err with the first thing that keeps the row out
 */
export function planResult(
  offer: Offer,
  paid: Readonly<{ newFen: bigint; renewedFen: bigint }>,
  line: ResultLine,
  need: Readonly<{ appliedFen: bigint; othersFen: bigint; rateCeilingBp?: number | null }>,
  today: PlainDate,
): Result<readonly OfferMove[]> {
  const [wrong] = line.wrong
  if (wrong) return err(wrong)
  const future = [line.acceptedOn, line.decidedOn, line.paidOn].find((day) => day !== null && day > today)
  if (future) return err({ code: 'FUTURE_DATE', on: future, today })
  const granted = fenOf(line.grantedFen)
  const signed = fenOf(line.signedFen)
  for (const fen of [granted, signed, fenOf(line.paidNewFen), fenOf(line.paidRenewedFen)]) {
    const doubt = likelyYuan(fen, need.appliedFen)
    if (doubt) return err(doubt)
  }
  const moves: OfferMove[] = []
  let now = offer
  const go = (move: OfferMove): Failure | null => {
    const made = moveOffer(now, move, need)
    if (!made.ok) return made.error
    moves.push(move)
    now = { ...now, ...made.value, paidFen: now.paidFen + (move.kind === 'PAY' ? (move.fen ?? 0n) : 0n) }
    return null
  }
  const failed = steps(line, { granted, signed, paid, today }, () => now, go)
  return failed ? err(failed) : ok(moves)
}

type Facts = Readonly<{
  granted: bigint | null
  signed: bigint | null
  paid: Readonly<{ newFen: bigint; renewedFen: bigint }>
  today: PlainDate
}>

function steps(
  line: ResultLine,
  { granted, signed, paid, today }: Facts,
  now: () => Offer,
  go: (move: OfferMove) => Failure | null,
): Failure | null {
  const asksDecision = granted !== null || line.reason !== null || line.transferred
  if (now().state === 'RECOMMENDED') {
    if (line.acceptedOn) {
      const failed = go({ kind: 'ACCEPT', on: line.acceptedOn })
      if (failed) return failed
    } else if (asksDecision && !line.transferred) return { code: 'FINANCING_ROW_ACCEPT' }
  }
  const undecided = now().state === 'ACCEPTED' || now().state === 'DILIGENCE' || now().state === 'RECOMMENDED'
  const on = line.decidedOn ?? today
  if (granted !== null && isGranted(now().state) && now().grantedFen !== granted)
    return { code: 'FINANCING_ROW_CHANGED', grantedFen: String(now().grantedFen ?? 0n) }
  if (undecided && asksDecision) {
    const kind = granted !== null ? 'GRANT' : line.transferred ? 'TRANSFER' : 'REFUSE'
    const failed = go({ kind, on, fen: granted, rateBp: line.rateBp, reason: line.reason })
    if (failed) return failed
  }
  if (signed !== null && now().state === 'GRANTED') {
    const failed = go({ kind: 'SIGN', on, fen: signed })
    if (failed) return failed
  }
  for (const [payment, said, so] of [
    ['NEW', fenOf(line.paidNewFen), paid.newFen],
    ['RENEWED', fenOf(line.paidRenewedFen), paid.renewedFen],
  ] as const) {
    if (said === null || said === so) continue
    if (said < so) return { code: 'FINANCING_ROW_LESS', paidFen: so.toString() }
    const failed = go({ kind: 'PAY', on: line.paidOn ?? today, fen: said - so, payment })
    if (failed) return failed
  }
  return null
}
