import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn, markedText } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { itemName, itemReason } from '@/lib/i18n/reason-line'
import { reasonText } from '@/lib/i18n/reason-text'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { ColourPaperLine, ColourPaperStepLine } from '@/lib/schemas/colour-paper'

/** What a paper is about: the project, and the procedure where it is one. */
export const matterText = ({ project, item }: Pick<ColourPaperLine, 'project' | 'item'>, locale: Locale): string =>
  item ? `${project} ${itemName(item, locale)}` : project

/** A paper by its kind and what it is about; its number comes when it is issued. */
export const paperName = (row: ColourPaperLine, locale: Locale): string => {
  const t = translator(locale)
  return t('colourPaper.name', { kind: t(`colourPaper.kind.${row.kind}`), matter: matterText(row, locale) })
}

/** Why the thing has its colour, as the paper says it: its reason with whose move it is; empty for papers of before. */
export function whyText({ why, unit }: Pick<ColourPaperLine, 'why' | 'unit'>, locale: Locale): string {
  if (!why) return ''
  const t = translator(locale)
  const reason = reasonText(why, locale)
  const text = why.item ? itemReason(itemName(why.item, locale), reason, locale) : reason
  return listed([text, unit && t('colourPaper.unit', { unit })], t)
}

/** A step that was taken, with who took it, when and what was said. */
export function stepText({ kind, about, text, dueOn, on, by }: ColourPaperStepLine, today: PlainDate, t: Translator) {
  const what = about
    ? t(`colourPaper.step.${kind as 'RETURN' | 'ACCEPT'}_${about}`)
    : t(`colourPaper.step.${kind as 'SIGN'}`)
  const head = t('colourPaper.stepBy', { day: dayIn(on, today), by, what })
  const until =
    dueOn && t(kind === 'PLAN' ? 'colourPaper.plannedOn' : 'colourPaper.newOn', { day: dayIn(dueOn, today) })
  const said = listed([text, until], t)
  return said ? t('colourPaper.stepSaid', { head, said }) : head
}

/** Where a paper stands: what is owed next and by when, what waits to be looked at, or its end. */
export function standingText(row: ColourPaperLine, today: PlainDate, t: Translator): string {
  const { state, standing, owedBy, owedProvisional, late } = row
  if (state !== 'UNANSWERED' && state !== 'ANSWERED') return t(`colourPaper.state.${state}`)
  const parts = [
    standing.toCheck && t(`colourPaper.standing.CHECK_${standing.toCheck}`),
    standing.wants && t(`colourPaper.standing.${standing.returned ? 'AGAIN' : 'WANTS'}_${standing.wants}`),
    standing.accepted && t('colourPaper.standing.ACCEPTED'),
  ]
  const day = owedBy && dayIn(owedBy, today)
  return listed(
    [
      ...parts,
      day && markedText(t(late ? 'colourPaper.standing.late' : 'colourPaper.standing.by', { day }), owedProvisional, t),
    ],
    t,
  )
}
