import { escapeHtml } from '@/lib/i18n/plain-page'

/** Markup of ours. Only `html` makes one, so that what somebody typed is shown and never read as markup. */
export class Html {
  constructor(readonly text: string) {}
}
type Part = Html | string | number | null | undefined | false | readonly Part[]

const shown = (part: Part): string => {
  if (part instanceof Html) return part.text
  if (part === null || part === undefined || part === false) return ''
  return typeof part === 'object' ? part.map(shown).join('') : escapeHtml(String(part))
}

/** A piece of a page; every value in it is escaped, whatever it is. */
export const html = (pieces: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(pieces.map((piece, i) => piece + shown(parts[i])).join(''))
