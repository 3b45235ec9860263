import { err, ok, type Result } from '../result'

/** A piece of a paragraph's template: words somebody typed, or the place of a figure. */
export type TemplatePart =
  | Readonly<{ kind: 'text'; text: string }>
  | Readonly<{ kind: 'figure'; name: string; format: string | null }>

/** Braces and colons of a Chinese keyboard are the same signs. */
const narrowed = (text: string): string => text.replaceAll('｛', '{').replaceAll('｝', '}')

const PLACE = /\{([^{}]*)\}/gu
const NAME = /^[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)+$/u
/** Signs around a stray brace, so that it can be found in a long paragraph. */
const AROUND = 8

function strayBrace(text: string): string | null {
  const at = text.search(/[{}]/u)
  return at < 0 ? null : text.slice(Math.max(0, at - AROUND), at + AROUND)
}

/**
 * Reads the template of a paragraph: text with the names of figures in braces, each with a way to say it where it has one.
 *
 * @returns err BRIEFING_BRACE near a brace that is not one of a pair, BRIEFING_NAME_UNREADABLE for what is no name
 * @example parseTemplate('谋划{projects.inLibrary}个') // text, figure, text
 */
export function parseTemplate(typed: string): Result<readonly TemplatePart[]> {
  const text = narrowed(typed)
  const parts: TemplatePart[] = []
  let end = 0
  const said = (until: number): string | null => {
    const between = text.slice(end, until)
    if (between !== '') parts.push({ kind: 'text', text: between })
    return strayBrace(between)
  }
  for (const found of text.matchAll(PLACE)) {
    const near = said(found.index)
    if (near !== null) return err({ code: 'BRIEFING_BRACE', near })
    const [name = '', format = null] = (found[1] ?? '').split(/[:：]/u).map((piece) => piece.trim())
    if (!NAME.test(name)) return err({ code: 'BRIEFING_NAME_UNREADABLE', name: (found[1] ?? '').trim() || '{}' })
    parts.push({ kind: 'figure', name, format: format === '' ? null : format })
    end = found.index + found[0].length
  }
  const near = said(text.length)
  return near === null ? ok(parts) : err({ code: 'BRIEFING_BRACE', near })
}
