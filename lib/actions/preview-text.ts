import type { Locale } from '@/lib/i18n/locale'
import { planPreviewLines } from '@/lib/i18n/plan-preview-text'
import { translator } from '@/lib/i18n/translator'
import type { PlanPreview } from '@/lib/schemas/plan-preview'
import type { Preview } from './form-state'

/** What follows from another plan in the reader's words, and what confirms it. */
export function previewText({ shown, preview }: { shown: string; preview: PlanPreview }, locale: Locale): Preview {
  const t = translator(locale)
  return {
    title: t('procedurePage.planShown'),
    lines: planPreviewLines(preview, locale),
    shown,
    confirm: t('procedurePage.planConfirm'),
  }
}
