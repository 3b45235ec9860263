import type { CountedDay } from '@/lib/domain/provisional'
import type { CreationDoubts, PlanPreview } from '@/lib/schemas/plan-preview'
import type { Locale } from './locale'
import { reasonLine } from './reason-line'
import { reasonText } from './reason-text'
import { translator } from './translator'

/** Items told one by one; of the rest their number is said. */
const TOLD = 12

/**
 * What follows from another plan, a sentence each: what can no longer be kept first; that nothing does, where nothing does.
 * Last what is foreseen, which another plan does not move.
 */
export function planPreviewLines(preview: PlanPreview, locale: Locale): string[] {
  const t = translator(locale)
  const day = ({ on, provisional }: CountedDay) => (provisional ? `${on} ${t('level.provisional')}` : on)
  const name = (item: { nameZh: string; nameEn: string }) => (locale === 'en' ? item.nameEn : item.nameZh)
  const level = (of: PlanPreview['level']['from']) => t(`level.full.${of}`)
  const why = (reason: string | null) => (reason ? (locale === 'en' ? ': ' : '：') + reason : '')
  const { earliest, tight, milestones, foreseen } = preview
  const lines = [
    ...(earliest ? [t('procedurePage.planAfter.impossible', { day: day(earliest) })] : []),
    ...tight.slice(0, TOLD).map((item) =>
      t('procedurePage.planAfter.tight', {
        name: name(item),
        plan: item.planFinishOn,
        day: day(item.earliest),
      }),
    ),
    ...(tight.length > TOLD ? [t('procedurePage.planAfter.more', { n: tight.length - TOLD })] : []),
    ...milestones.map((one) =>
      t('procedurePage.planAfter.milestone', {
        milestone: t(`project.milestone.${one.kind}`),
        plan: one.plannedOn,
        day: day(one.earliest),
      }),
    ),
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
  const ahead = [
    ...(foreseen.start ? [t('procedurePage.planAfter.start', { day: day(foreseen.start) })] : []),
    ...(foreseen.production ? [t('procedurePage.planAfter.production', { day: day(foreseen.production) })] : []),
  ]
  return [
    ...(lines.length > 0 ? lines : [t('procedurePage.planAfter.nothing')]),
    ...(ahead.length > 0
      ? [t('procedurePage.planAfter.foreseen', { days: ahead.join(locale === 'en' ? ', ' : '，') })]
      : []),
  ]
}

/** What of a new project's corrected plan does not fit, a sentence each. */
export function creationDoubtLines({ tight, daysOff, filings }: CreationDoubts, locale: Locale): string[] {
  const t = translator(locale)
  const name = (item: { nameZh: string; nameEn: string }) => (locale === 'en' ? item.nameEn : item.nameZh)
  const day = ({ on, provisional }: CountedDay) => (provisional ? `${on} ${t('level.provisional')}` : on)
  return [
    ...tight.slice(0, TOLD).map((item) =>
      t('creation.planDoubt.tight', {
        name: name(item),
        plan: item.planFinishOn,
        day: day(item.earliest),
      }),
    ),
    ...(tight.length > TOLD ? [t('procedurePage.planAfter.more', { n: tight.length - TOLD })] : []),
    ...daysOff.map((item) =>
      t('creation.planDoubt.dayOff', { name: name(item), plan: item.planFinishOn, day: item.next }),
    ),
    ...filings.map((item) =>
      t(`creation.planDoubt.filing.${item.why}`, {
        name: name(item),
        plan: item.planSubmitOn,
        day: day(item.earliest),
      }),
    ),
  ]
}
