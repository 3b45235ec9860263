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

/** How much a piece says: text nothing; a figure something, that there is none of it, or that there is nothing to tell of. */
type Worth = 'text' | 'some' | 'zero' | 'none'
type Piece = BriefingRun & Readonly<{ worth: Worth }>
/** Pieces up to a sign, and the sign. */
type Clause = Readonly<{ pieces: readonly Piece[]; end: string }>

function worthOf(value: FigureValue): Worth {
  switch (value.kind) {
    case 'count':
      return value.n === 0 ? 'zero' : 'some'
    case 'money':
      return value.fen === 0n ? 'zero' : 'some'
    case 'foreign':
      return value.minor === 0n ? 'zero' : 'some'
    case 'share':
      return value.whole === 0n ? 'none' : 'some'
    case 'time':
      return value.amount === null ? 'none' : 'some'
    case 'names':
      return value.names.length === 0 ? 'none' : 'some'
  }
}

const ENDS = '。！？；，'
const FULL = '。！？'
const OPEN = '（“‘《【'
const SHUT = '）”’》】'

/** Takes a paragraph apart at its signs; those within brackets and quotes part nothing. */
function clausesOf(pieces: readonly Piece[]): readonly Clause[] {
  const clauses: Clause[] = []
  let [open, depth] = [[] as Piece[], 0]
  for (const piece of pieces) {
    if (piece.worth !== 'text') {
      open.push(piece)
      continue
    }
    let said = ''
    for (const sign of piece.text) {
      if (OPEN.includes(sign)) depth++
      else if (SHUT.includes(sign)) depth = Math.max(0, depth - 1)
      if (depth > 0 || !ENDS.includes(sign)) {
        said += sign
        continue
      }
      clauses.push({ pieces: said === '' ? open : [...open, { ...piece, text: said }], end: sign })
      said = ''
      open = []
    }
    if (said !== '') open.push({ ...piece, text: said })
  }
  return open.length > 0 ? [...clauses, { pieces: open, end: '' }] : clauses
}

/** Clauses in groups, each up to one that ends with one of some signs. */
function upTo(clauses: readonly Clause[], signs: string): readonly (readonly Clause[])[] {
  const groups: Clause[][] = [[]]
  for (const clause of clauses) {
    groups.at(-1)?.push(clause)
    if (clause.end !== '' && signs.includes(clause.end)) groups.push([])
  }
  return groups.filter((group) => group.length > 0)
}

const worths = (clauses: readonly Clause[]): readonly Worth[] =>
  clauses.flatMap(({ pieces }) => pieces.flatMap(({ worth }) => (worth === 'text' ? [] : [worth])))
const saysNothing = (all: readonly Worth[]): boolean => all.length > 0 && !all.includes('some')

/** What is left of a group ends as the group did. */
function endedLike(left: readonly Clause[], group: readonly Clause[]): readonly Clause[] {
  const [last, end] = [left.at(-1), group.at(-1)?.end]
  return last && end !== undefined ? [...left.slice(0, -1), { ...last, end }] : left
}

/**
 * Leaves out what there is nothing to say of: a sentence all of whose figures are nought or none, up to 。 or ；, and in a mixed
 * one a clause that has nothing but none. A nought beside other numbers is one.
 *
 * @source other-mechanisms §1: what is stated are figures of rows
 */
function withoutNothing(pieces: readonly Piece[]): readonly Clause[] {
  return upTo(clausesOf(pieces), FULL).flatMap((sentence) => {
    if (saysNothing(worths(sentence))) return []
    const parts = upTo(sentence, '；').flatMap((part) => {
      if (saysNothing(worths(part))) return []
      const said = part.filter((clause) => {
        const all = worths([clause])
        return !(saysNothing(all) && all.includes('none'))
      })
      return endedLike(said, part)
    })
    return endedLike(parts, sentence)
  })
}

/**
 * Says a template with what was counted.
 *
 * @returns null where it names something nobody counts: the paragraph is left out, and not printed with a hole in it; nothing
 *          where all it speaks of is nought
 */
export function renderParagraph(template: string, { figures, words }: BriefingValues): readonly BriefingRun[] | null {
  const parsed = parseTemplate(template)
  if (!parsed.ok) return null
  const pieces: Piece[] = []
  for (const part of parsed.value) {
    if (part.kind === 'text') pieces.push({ text: part.text, figure: null, worth: 'text' })
    else {
      const value = figures.get(part.name)
      const word = words.get(part.name)
      if (value) pieces.push({ text: valueWords(value, part.format), figure: part.name, worth: worthOf(value) })
      else if (word !== undefined) pieces.push({ text: word, figure: null, worth: 'text' })
      else return null
    }
  }
  if (saysNothing(pieces.flatMap(({ worth }) => (worth === 'text' ? [] : [worth])))) return []
  const runs: BriefingRun[] = []
  const add = (text: string, figure: string | null) => {
    const last = runs.at(-1)
    if (figure === null && last?.figure === null) runs[runs.length - 1] = { ...last, text: last.text + text }
    else if (text !== '' || figure !== null) runs.push({ text, figure })
  }
  for (const { pieces: said, end } of withoutNothing(pieces)) {
    for (const { text, figure } of said) add(text, figure)
    if (end !== '') add(end, null)
  }
  return runs
}

/** The names a template speaks of. */
export function namesIn(template: string): readonly string[] {
  const parsed = parseTemplate(template)
  return parsed.ok ? parsed.value.flatMap((part) => (part.kind === 'figure' ? [part.name] : [])) : []
}
