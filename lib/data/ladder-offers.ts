import 'server-only'
import type { PersonFunction, Step } from '@/lib/domain/escalation-ladder'
import { offerMatter } from '@/lib/domain/financing/clock'
import type { Turn } from '@/lib/domain/level-history'
import { dueTurns } from '@/lib/domain/matter-turns'
import type { PlainDate } from '@/lib/domain/plain-date'
import { fromDb } from './date'
import type { Tx } from './db'
import { offerColumns, offerOf } from './financing-rows'
import { consentOn } from './financing-visible'
import type { LevelContext } from './level-context'

/**
 * Who is told of a need a bank is late with: the bank, and the office once it has not moved. What an enterprise wants to borrow is
 * nobody else's business.
 *
 * @source domain roles.md §1, column 融资 (F)
 */
export const OFFER_WHOM: Readonly<Record<Step, readonly PersonFunction[]>> = {
  BLUE_0: ['HANDLER'],
  YELLOW_0: ['HANDLER'],
  YELLOW_3: ['OFFICE'],
  RED_0: ['HANDLER', 'OFFICE'],
  RED_5: [],
  RED_10: [],
}

/** A need at a bank that is near or past its day. */
export type OfferInWarning = Readonly<{ id: string; needId: string; bankId: string; turns: readonly Turn[] }>

/**
 * Needs at banks in a warning 银行首次联系、30 天结论: where nothing of the enterprise's consent holds today, nothing runs.
 *
 * One question, however many there are; the index (bankId, state) carries it.
 */
export async function offersInWarning(
  tx: Tx,
  districtId: string,
  today: PlainDate,
  context: LevelContext,
): Promise<OfferInWarning[]> {
  const rows = await tx.financingOffer.findMany({
    where: { state: { in: ['RECOMMENDED', 'ACCEPTED', 'DILIGENCE'] }, need: { districtId } },
    select: {
      ...offerColumns,
      need: { select: { consents: { where: consentOn(today), select: { bankId: true, fromOn: true } } } },
    },
    orderBy: { id: 'asc' },
  })
  return rows.flatMap(({ need, ...offer }) => {
    const consent = need.consents.find(({ bankId }) => bankId === offer.bankId)
    const matter = consent ? offerMatter(offerOf(offer), fromDb(consent.fromOn), context) : null
    const turns = matter ? dueTurns(matter, today, context.calendar) : []
    return turns.length > 0 ? [{ id: offer.id, needId: offer.needId, bankId: offer.bankId, turns }] : []
  })
}
