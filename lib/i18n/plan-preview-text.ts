import type { CountedDay } from '@/lib/domain/provisional'
import type { PlanPreview } from '@/lib/schemas/plan-preview'
import type { Locale } from './locale'
import { reasonLine } from './reason-line'
import { reasonText } from './reason-text'
import { translator } from './translator'

/** Later items told one by one; of the rest their number is said. */
const TOLD = 12

/** What follows from another plan, a sentence each: what can no longer be kept first; that nothing does, where nothing does. */
export function planPreviewLines(preview: PlanPreview, locale: Locale): string[] {
  const t = translator(locale)
  const day = ({ on, provisional }: CountedDay) => (provisional ? `${on} ${t('level.provisional')}` : on)
  const name = (item: { nameZh: string; nameEn: string }) => (locale === 'en' ? item.nameEn : item.nameZh)
  const level = (of: PlanPreview['level']['from']) => t(`level.full.${of}`)
  const why = (reason: string | null) => (reason ? (locale === 'en' ? ': ' : '：') + reason : '')
  const { earliest, later, construction, production } = preview
  const told = later.toSorted((a, b) => Number(b.broken) - Number(a.broken)).slice(0, TOLD)
  const target = (key: 'construction' | 'production', of: typeof construction) =>
    of
      ? [
          t(`procedurePage.planAfter.${key}`, { from: of.from, to: day(of.to) }) +
            (of.plannedOn && of.plannedOn < of.to.on
              ? t('procedurePage.planAfter.missed', { plan: of.plannedOn })
              : ''),
        ]
      : []
  const lines = [
    ...(earliest ? [t('procedurePage.planAfter.impossible', { day: day(earliest) })] : []),
    ...told.map(
      (item) =>
        t('procedurePage.planAfter.later', { name: name(item), from: item.from, to: day(item.to) }) +
        (item.planFinishOn === null
          ? ''
          : t(item.broken ? 'procedurePage.planAfter.missed' : 'procedurePage.planAfter.kept', {
              plan: item.planFinishOn,
            })),
    ),
    ...(later.length > TOLD ? [t('procedurePage.planAfter.more', { n: later.length - TOLD })] : []),
    ...target('construction', construction),
    ...target('production', production),
    ...(preview.level.from === preview.level.to
      ? []
      : [
          t('procedurePage.planAfter.own', { from: level(preview.level.from), to: level(preview.level.to) }) +
            why(preview.level.reason && reasonText(preview.level.reason, locale)),
        ]),
    ...(preview.project.from === preview.project.to
      ? []
      : [
          t('procedurePage.planAfter.project', { from: level(preview.project.from), to: level(preview.project.to) }) +
            why(preview.project.reason && reasonLine(preview.project.to, preview.project.reason, null, locale)),
        ]),
  ]
  return lines.length > 0 ? lines : [t('procedurePage.planAfter.nothing')]
}
