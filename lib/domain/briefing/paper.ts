import type { Figure, FigureValue } from '../figure'
import type { PaperHead } from '../meeting/paper'
import { type BriefingRun, type BriefingValues, renderParagraph } from './render'
import { STANDARD_SECTIONS } from './standard'

/** A value as it is kept: whole numbers of money are text there. */
export type StoredValue =
  | Exclude<FigureValue, { kind: 'money' | 'foreign' | 'share' }>
  | Readonly<{ kind: 'money'; fen: string }>
  | Readonly<{ kind: 'foreign'; minor: string; currency: string }>
  | Readonly<{ kind: 'share'; part: string; whole: string }>

/** A figure as a paper keeps it: what it was worth when it was counted, and where its rows are. */
export type StoredFigure = Readonly<{ name: string; value: StoredValue; href: string }>

export type BriefingParagraph = Readonly<{ key: string; template: string; runs: readonly BriefingRun[] }>
export type BriefingSection = Readonly<{ key: string; heading: string; paragraphs: readonly BriefingParagraph[] }>

/** What a briefing says, and every figure it says 简报正文. */
export type BriefingBody = Readonly<{
  head: PaperHead
  title: string
  sections: readonly BriefingSection[]
  figures: readonly StoredFigure[]
}>

/** A value ready to be kept. */
export function storedValue(value: FigureValue): StoredValue {
  switch (value.kind) {
    case 'money':
      return { kind: 'money', fen: String(value.fen) }
    case 'foreign':
      return { kind: 'foreign', minor: String(value.minor), currency: value.currency }
    case 'share':
      return { kind: 'share', part: String(value.part), whole: String(value.whole) }
    default:
      return value
  }
}

/** A value as it was kept. */
export function readValue(value: StoredValue): FigureValue {
  switch (value.kind) {
    case 'money':
      return { kind: 'money', fen: BigInt(value.fen) }
    case 'foreign':
      return { kind: 'foreign', minor: BigInt(value.minor), currency: value.currency }
    case 'share':
      return { kind: 'share', part: BigInt(value.part), whole: BigInt(value.whole) }
    default:
      return value
  }
}

/** Templates by the key of their paragraph; an empty one is left out of the paper. */
export type Templates = ReadonlyMap<string, string>

/**
 * Writes a briefing: each paragraph said with what was counted, those nobody counts for or that have nothing to say left out,
 * and with them a part that has none left.
 *
 * @param figures everything that was counted; only what the text states is kept with it
 */
export function briefingOf(
  { head, title, words }: Readonly<{ head: PaperHead; title: string; words: BriefingValues['words'] }>,
  templates: Templates,
  figures: readonly Figure[],
): BriefingBody {
  const values = { figures: new Map(figures.map(({ name, value }) => [name, value])), words }
  const sections = STANDARD_SECTIONS.flatMap(({ key, heading, paragraphs }): BriefingSection[] => {
    const said = paragraphs.flatMap((paragraph): BriefingParagraph[] => {
      const template = (templates.get(paragraph.key) ?? paragraph.text).trim()
      const runs = template === '' ? null : renderParagraph(template, values)
      return runs && runs.length > 0 ? [{ key: paragraph.key, template, runs }] : []
    })
    return said.length > 0 ? [{ key, heading, paragraphs: said }] : []
  })
  const named = new Set(
    sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ runs }) => runs.flatMap(({ figure }) => figure ?? []))),
  )
  return {
    head,
    title,
    sections,
    figures: figures
      .filter(({ name }) => named.has(name))
      .map(({ name, value, href }) => ({ name, value: storedValue(value), href })),
  }
}

const valueSigns = (value: StoredValue): readonly unknown[] => {
  switch (value.kind) {
    case 'count':
      return [value.kind, value.n]
    case 'money':
      return [value.kind, value.fen]
    case 'foreign':
      return [value.kind, value.minor, value.currency]
    case 'share':
      return [value.kind, value.part, value.whole]
    case 'time':
      return [value.kind, value.amount, value.unit]
    case 'names':
      return [value.kind, ...value.names]
  }
}

/** What a text and its figures say, in an order no store can change: whether two of them are the same. */
export const signsOf = ({ title, sections, figures }: Omit<BriefingBody, 'head'>): string =>
  JSON.stringify([
    title,
    sections.map(({ key, heading, paragraphs }) => [
      key,
      heading,
      paragraphs.map(({ key: of, template, runs }) => [of, template, runs.map(({ text, figure }) => [text, figure])]),
    ]),
    figures.map(({ name, value, href }) => [name, valueSigns(value), href]),
  ])

/** What a checksum is taken of: everything a reader of an edition sees. */
export function sealedBriefing(
  edition: Readonly<{ nth: number; note: string | null; asOf: string; rulesVersion: number; body: BriefingBody }>,
): string {
  const { nth, note, asOf, rulesVersion, body } = edition
  const { mark, number, unit, on } = body.head
  return JSON.stringify([nth, note, asOf, rulesVersion, [mark, number, unit, on], signsOf(body)])
}
