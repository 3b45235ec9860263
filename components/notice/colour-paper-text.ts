import type { Locale } from '@/lib/i18n/locale'
import { itemName } from '@/lib/i18n/reason-line'
import { translator } from '@/lib/i18n/translator'
import type { ColourPaperLine } from '@/lib/schemas/colour-paper'

/** What a paper is about: the project, and the procedure where it is one. */
export const matterText = ({ project, item }: Pick<ColourPaperLine, 'project' | 'item'>, locale: Locale): string =>
  item ? `${project} ${itemName(item, locale)}` : project

/** A paper by its kind and what it is about; its number comes when it is issued. */
export const paperName = (row: ColourPaperLine, locale: Locale): string => {
  const t = translator(locale)
  return t('colourPaper.name', { kind: t(`colourPaper.kind.${row.kind}`), matter: matterText(row, locale) })
}
