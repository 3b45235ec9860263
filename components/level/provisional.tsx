import type { Translator } from '@/lib/i18n/translator'

/** The mark of a day or colour that is counted through a year whose holidays are not published 暂定. */
export function Provisional({ when, t }: { when: boolean | undefined; t: Translator }) {
  if (!when) return null
  return (
    <span title={t('level.provisionalHint')} className="ml-1 text-xs font-normal whitespace-nowrap text-ink-3">
      {t('level.provisional')}
    </span>
  )
}

/** What the mark means, once on a page that carries it: a finger has no tooltip. */
export function ProvisionalNote({ when, t }: { when: boolean | undefined; t: Translator }) {
  if (!when) return null
  return <p className="mt-1.5 text-xs text-ink-3">{t('level.provisionalLegend')}</p>
}
