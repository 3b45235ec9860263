import type { FollowMark } from '@/lib/domain/event-intention'
import type { EventKey, HarbourKey, IntentionKey } from '@/lib/domain/financing-export'
import { FEN_PER_WAN } from '@/lib/domain/money'
import type { IntentionRow } from '@/lib/schemas/event-intention'
import type { EventRow } from '@/lib/schemas/finance-event'
import type { HarbourRow } from '@/lib/schemas/harbour'
import type { Translator } from './translator'

type Cell = string | number | null

/** 分 as the number of 万元 a cell of money holds. */
const wan = (fen: bigint): number => Number(fen) / Number(FEN_PER_WAN)

/** One cell of the register of harbours in a workbook. */
export function harbourCell(key: HarbourKey, row: HarbourRow, index: number, t: Translator): Cell {
  switch (key) {
    case 'row':
      return index + 1
    case 'bank':
      return row.bank.name
    case 'state':
      return t(`harbour.state.${row.state}`)
    case 'streets':
      return row.streets.map(({ name }) => name).join('、')
    case 'services':
      return row.services.join('、')
    case 'managers':
      return row.managers.map(({ name, phone }) => (phone ? `${name} ${phone}` : name)).join('、')
    case 'visits':
      return row.sum?.visits ?? null
    case 'needs':
      return row.sum?.needs ?? null
    case 'granted':
      return row.sum ? wan(row.sum.grantedFen) : null
    default:
      return row[key]
  }
}

/** One cell of the ledger of events in a workbook. */
export function eventCell(key: EventKey, row: EventRow, index: number, t: Translator): Cell {
  const held = row.state === 'HELD'
  switch (key) {
    case 'row':
      return index + 1
    case 'kind':
      return t(`financeEvent.kind.${row.kind}`)
    case 'day':
      return row.heldOn
    case 'time':
      return row.startsAt
    case 'organiser':
      return row.organiser.name
    case 'state':
      return t(`financeEvent.state.${row.state}`)
    case 'invited':
      return row.counts.invited
    case 'firms':
      return held ? row.counts.firms : null
    case 'banks':
      return held ? row.counts.banks : null
    case 'intentions':
      return held ? row.money.intentions : null
    case 'intended':
      return held ? wan(row.money.intendedFen) : null
    case 'granted':
      return held ? wan(row.money.grantedFen) : null
    case 'paidNew':
      return held ? wan(row.money.paidNewFen) : null
    case 'paidRenewed':
      return held ? wan(row.money.paidRenewedFen) : null
    default:
      return row[key]
  }
}

const markCell = (mark: FollowMark | undefined, t: Translator): string | null =>
  mark === undefined
    ? null
    : mark.doneOn !== null
      ? t('financeEvent.mark.done', { day: mark.doneOn })
      : t(mark.due ? 'financeEvent.mark.waits' : 'financeEvent.mark.ahead')

/** One cell of the ledger of intentions in a workbook. */
export function intentionCell(key: IntentionKey, row: IntentionRow, index: number, t: Translator): Cell {
  const { stand, marks } = row
  switch (key) {
    case 'row':
      return index + 1
    case 'firm':
      return row.enterprise.name
    case 'bank':
      return row.bank?.name ?? t('financeEvent.noBank')
    case 'event':
      return row.event.theme
    case 'signedOn':
      return row.signedOn
    case 'state':
      return t(`financeEvent.intention.state.${stand.state}`)
    case 'intended':
      return wan(row.intendedFen)
    case 'granted':
      return wan(stand.grantedFen)
    case 'paidNew':
      return wan(stand.paidNewFen)
    case 'paidRenewed':
      return wan(stand.paidRenewedFen)
    case 'day30':
      return markCell(marks[0], t)
    case 'day60':
      return markCell(marks[1], t)
    case 'day90':
      return markCell(marks[2], t)
  }
}
