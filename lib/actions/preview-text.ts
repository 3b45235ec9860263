import { decisionPreviewLines } from '@/lib/i18n/decision-text'
import type { Locale } from '@/lib/i18n/locale'
import { movePreviewLines } from '@/lib/i18n/move-preview-text'
import { creationDoubtLines, planPreviewLines } from '@/lib/i18n/plan-preview-text'
import { translator } from '@/lib/i18n/translator'
import type { CreationDoubts, PlanPreview } from '@/lib/schemas/plan-preview'
import type { MoveShown } from '@/lib/schemas/procedure-detail'
import type { DecisionPreview } from '@/lib/schemas/sitting'
import type { Preview } from './form-state'

type Shown = Readonly<{
  shown: string
  preview:
    | PlanPreview
    | Readonly<{ decision: DecisionPreview }>
    | Readonly<{ creation: CreationDoubts }>
    | Readonly<{ move: MoveShown }>
}>

/**
 * What follows from what was typed in the reader's words, and what confirms it: another plan, a decision as understood,
 * what of a new project's plan does not fit, or a move.
 */
export function previewText({ shown, preview }: Shown, locale: Locale): Preview {
  const t = translator(locale)
  if ('decision' in preview)
    return {
      title: t('sitting.shown'),
      lines: decisionPreviewLines(preview.decision, locale),
      shown,
      confirm: t('sitting.room.say'),
    }
  if ('move' in preview)
    return {
      title: t('procedurePage.after'),
      lines: movePreviewLines(preview.move.outlook, preview.move, locale),
      shown,
      confirm: t('procedurePage.confirm', { move: t(`procedure.move.${preview.move.kind}`) }),
    }
  if ('creation' in preview)
    return {
      title: t('creation.planDoubt.title'),
      lines: creationDoubtLines(preview.creation, locale),
      shown,
      confirm: t('creation.planDoubt.confirm'),
    }
  return {
    title: t('procedurePage.planShown'),
    lines: planPreviewLines(preview, locale),
    shown,
    confirm: t('procedurePage.planConfirm'),
  }
}
