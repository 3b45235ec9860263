import type { PlainDate } from '@/lib/domain/plain-date'
import type { MoveOutlook, MovePreview } from '@/lib/schemas/procedure-detail'
import { dayIn } from './day'
import type { Locale } from './locale'
import { reasonLine } from './reason-line'
import { reasonText } from './reason-text'
import { type Translator, translator } from './translator'

/** What a sentence says, and whether a day in it is counted through a year without published holidays 暂定. */
type Line = Readonly<{ text: string; open?: boolean }>

/**
 * What the two clocks do after a move, a sentence each.
 *
 * @param own whether the agency's clock is the reader's own
 */
export function clockAfterLines(preview: MovePreview, own: boolean, today: PlainDate, t: Translator): readonly Line[] {
  const { state, used, remaining, due, dueInWd } = preview
  const lines: Line[] = []
  const say = (text: string, open?: boolean) => lines.push({ text, open })
  if (state === 'SUPPLEMENT') {
    if (used !== null && remaining !== null)
      say(
        remaining < 0
          ? t(own ? 'desk.clockStopsOver' : 'desk.clockStopsAgencyOver', { used, n: -remaining })
          : t(own ? 'desk.clockStops' : 'desk.clockStopsAgency', { used, n: remaining }),
      )
    if (due && dueInWd !== null) say(t('desk.applicantHas', { n: dueInWd, day: dayIn(due.on, today) }), due.provisional)
  }
  if (state === 'SPECIAL' && used !== null && remaining !== null && remaining >= 0)
    say(t(own ? 'desk.clockStops' : 'desk.clockStopsAgency', { used, n: remaining }))
  if (state === 'ACCEPTED' && remaining !== null) {
    if (remaining < 0) say(t('desk.clockOver', { n: -remaining }))
    else say(t('desk.clockRuns', { n: remaining, day: due ? dayIn(due.on, today) : '' }), due?.provisional)
  }
  if ((state === 'DONE' || state === 'DONE_TOL') && used !== null && remaining !== null)
    say(t('desk.usedIn', { used, n: used + remaining }))
  return lines
}

/** The item's state and colour after a move. */
export const stateAfter = ({ state, level, reason }: MovePreview, locale: Locale): string => {
  const t = translator(locale)
  return t('procedurePage.afterState', {
    state: t(`procedure.state.${state}`),
    level: reason ? reasonText(reason, locale) : t(`level.full.${level}`),
  })
}

/** What its project's colour does then. */
export const projectAfter = (preview: MovePreview, project: string, t: Translator): string => {
  const [from, to] = [t(`level.short.${preview.projectBefore}`), t(`level.short.${preview.projectAfter}`)]
  return preview.projectAfter === preview.projectBefore
    ? t('procedurePage.afterProjectSame', { project, level: to })
    : t('procedurePage.afterProject', { project, from, to })
}

/** What the next colour will be, and from when; null where it stays. */
export const nextAfter = (preview: MovePreview, today: PlainDate, t: Translator): string | null =>
  preview.nextLevelOn && preview.nextLevel && preview.nextLevel !== preview.level
    ? t('procedurePage.afterNext', {
        day: dayIn(preview.nextLevelOn, today),
        level: t(`level.short.${preview.nextLevel}`),
      })
    : null

/** What a move leads to, a sentence each, for a page that cannot draw it while it is filled in. */
export function movePreviewLines(
  { preview, awaits }: MoveOutlook,
  { own, project, today }: Readonly<{ own: boolean; project: string; today: PlainDate }>,
  locale: Locale,
): string[] {
  const t = translator(locale)
  const awaited = awaits ? [t(`procedurePage.afterAwaits.${awaits}`)] : []
  if (!preview) return awaits ? awaited : [t('procedurePage.afterUntold')]
  const marked = ({ text, open }: Line) => (open ? `${text} ${t('level.provisional')}` : text)
  const next = nextAfter(preview, today, t)
  return [
    ...awaited,
    ...clockAfterLines(preview, own, today, t).map(marked),
    marked({ text: stateAfter(preview, locale), open: preview.reason?.provisional }),
    ...(next ? [marked({ text: next, open: preview.nextProvisional })] : []),
    projectAfter(preview, project, t),
    ...(preview.projectReason && preview.projectAfter !== preview.projectBefore
      ? [reasonLine(preview.projectAfter, preview.projectReason, null, locale)]
      : []),
  ]
}
