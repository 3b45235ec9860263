import type { ComplaintState } from '@/lib/domain/complaint/complaint'
import type { ComplaintMoveKind } from '@/lib/domain/complaint/move'
import type { Currency } from '@/lib/domain/foreign-money'
import type { PromotionMoveKind, PromotionState } from '@/lib/domain/promotion'
import type { Failure } from '@/lib/domain/result'
import type { UpgradeMoveKind, UpgradeState } from '@/lib/domain/upgrade'
import type { VisitMoveKind, VisitState } from '@/lib/domain/visit-plan'
import type { WorseCost } from '@/lib/domain/walk'
import type { Translator } from './translator'

/** Refusals of the services whose states and moves have words of their own; null for any other. */
export function serviceRefusal({ code, state, move, ...more }: Failure, t: Translator): string | null {
  switch (code) {
    case 'COMPLAINT_MOVE_ILLEGAL':
      return t('refusals.COMPLAINT_MOVE_ILLEGAL', {
        state: t(`complaint.state.${state as ComplaintState}`),
        move: t(`complaint.move.${move as ComplaintMoveKind | 'RELATE'}`),
      })
    case 'VISIT_MOVE_ILLEGAL':
      return t('refusals.VISIT_MOVE_ILLEGAL', {
        state: t(`visit.state.${state as VisitState}`),
        move: t(`visit.move.${move as VisitMoveKind}`),
      })
    case 'PROMOTION_MOVE_ILLEGAL':
      return t('refusals.PROMOTION_MOVE_ILLEGAL', {
        state: t(`promotion.state.${state as PromotionState}`),
        move: t(`promotion.move.${move as PromotionMoveKind}`),
      })
    case 'UPGRADE_MOVE_ILLEGAL':
      return t('refusals.UPGRADE_MOVE_ILLEGAL', {
        state: t(`upgrade.state.${state as UpgradeState}`),
        move: t(`upgrade.move.${move as UpgradeMoveKind}`),
      })
    case 'UPGRADE_OVER':
      return t('refusals.UPGRADE_OVER', { state: t(`upgrade.state.${state as UpgradeState}`) })
    case 'FINDING_WORSE':
      return t('refusals.FINDING_WORSE', {
        lines: (more.worse as readonly WorseCost[])
          .map(({ cost, from, to }) => t(`walk.worseOf.${cost}`, { from, to }))
          .join(t('shell.comma')),
      })
    case 'FOREIGN_LIKELY_WAN':
      return t('refusals.FOREIGN_LIKELY_WAN', {
        n: String(more.n),
        currency: t(`outbound.currency.${more.currency as Currency}`),
      })
    default:
      return null
  }
}
