import type { FigureValue } from '../figure'
import { parseTemplate } from './template'
import { valueWords } from './value-words'

/** A piece of a paragraph as it is read: what was typed, or what was counted, with the name of its figure. */
export type BriefingRun = Readonly<{ text: string; figure: string | null }>

/** What a paper can say: figures by name, and words of its own such as its year. */
export type BriefingValues = Readonly<{
  figures: ReadonlyMap<string, FigureValue>
  words: ReadonlyMap<string, string>
}>

/**
 * Says a template with what was counted.
 *
 * @returns null where it names something nobody counts: the paragraph is left out, and not printed with a hole in it
 */
export function renderParagraph(template: string, { figures, words }: BriefingValues): readonly BriefingRun[] | null {
  const parsed = parseTemplate(template)
  if (!parsed.ok) return null
  const runs: BriefingRun[] = []
  for (const part of parsed.value) {
    if (part.kind === 'text') runs.push({ text: part.text, figure: null })
    else {
      const value = figures.get(part.name)
      const word = words.get(part.name)
      if (value) runs.push({ text: valueWords(value, part.format), figure: part.name })
      else if (word !== undefined) runs.push({ text: word, figure: null })
      else return null
    }
  }
  return runs
}

/** The names a template speaks of. */
export function namesIn(template: string): readonly string[] {
  const parsed = parseTemplate(template)
  return parsed.ok ? parsed.value.flatMap((part) => (part.kind === 'figure' ? [part.name] : [])) : []
}
