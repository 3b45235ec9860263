import type { FigureValue } from '../figure'
import { err, ok, type Result } from '../result'
import { parseTemplate, type TemplatePart } from './template'
import { formatsOf } from './value-words'

/** What can be named in a template: figures by the kind of their value, and words of the paper itself. */
export type KnownNames = ReadonlyMap<string, FigureValue['kind'] | 'word'>

/** Names that hold digits and state no number. */
const PROPER = ['1+1+N', '12345', '12388'] as const

/** 1. and （1） at the beginning of a line number its paragraphs 层次序数. */
const ORDINAL = /^(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)])/gmu
const DIGITS = /[0-9０-９]+(?:[.,．，][0-9０-９]+)*\s*[%％]?/u
/** Numerals and a measure, or a percentage, in Chinese: a typed number as well. “一家”, “五项标准” and their like state none. */
const NUMERALS =
  /百分之[一二三四五六七八九十百零〇点]+|[一二三四五六七八九十百千万亿两零〇]{2,}余?[个家件项条名次户处元]|[二两三四五六七八九十]余?[家件条笔户份处]/u

/** The number somebody typed where a figure belongs, or null. */
export function typedNumber(text: string): string | null {
  let rest = text.replace(ORDINAL, '')
  for (const name of PROPER) rest = rest.replaceAll(name, '')
  return (DIGITS.exec(rest) ?? NUMERALS.exec(rest))?.[0].trim() ?? null
}

/** Signs to put in, take out or change to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The known name that is written most like one that is not, or null where none is anything like it. */
export function nearestName(name: string, known: Iterable<string>): string | null {
  let best: Readonly<{ name: string; far: number }> | null = null
  const asked = name.toLowerCase()
  for (const candidate of known) {
    const far = distance(asked, candidate.toLowerCase())
    if (!best || far < best.far) best = { name: candidate, far }
  }
  return best && best.far <= Math.ceil(name.length / 2) ? best.name : null
}

function checkPart(part: TemplatePart, known: KnownNames): Result<null> {
  if (part.kind === 'text') {
    const number = typedNumber(part.text)
    return number === null ? ok(null) : err({ code: 'BRIEFING_NUMBER_TYPED', number })
  }
  const { name, format } = part
  const kind = known.get(name)
  if (kind === undefined) {
    const near = nearestName(name, known.keys())
    return near ? err({ code: 'BRIEFING_NAME_NEAR', name, near }) : err({ code: 'BRIEFING_NAME_UNKNOWN', name })
  }
  const formats = kind === 'word' ? [] : formatsOf(kind)
  if (format === null || formats.includes(format)) return ok(null)
  if (formats.length === 0) return err({ code: 'BRIEFING_FORMAT_NONE', name, format })
  return err({ code: 'BRIEFING_FORMAT_UNKNOWN', name, format, formats: formats.join('、') })
}

/**
 * Whether a paragraph somebody typed states every number by the name of a figure.
 *
 * @returns err BRIEFING_BRACE, BRIEFING_NAME_UNREADABLE, BRIEFING_NAME_NEAR (with the name that is most like it),
 *          BRIEFING_NAME_UNKNOWN, BRIEFING_FORMAT_NONE, BRIEFING_FORMAT_UNKNOWN (with those there are), BRIEFING_NUMBER_TYPED
 */
export function checkTemplate(typed: string, known: KnownNames): Result<readonly TemplatePart[]> {
  const parsed = parseTemplate(typed)
  if (!parsed.ok) return parsed
  for (const part of parsed.value) {
    const checked = checkPart(part, known)
    if (!checked.ok) return checked
  }
  return parsed
}
