import type { FigureValue } from '../figure'
import { err, ok, type Result } from '../result'
import { parseTemplate, type TemplatePart } from './template'
import { formatsOf } from './value-words'

/** What can be named in a template: figures by the kind of their value, and words of the paper itself. */
export type KnownNames = ReadonlyMap<string, FigureValue['kind'] | 'word'>

/** Names and set phrases that hold digits or numerals and state no number. */
const PROPER = [
  '1+1+N',
  '12345',
  '12388',
  '万人助万企',
  '十三五',
  '十四五',
  '十五五',
  '二十大',
  '二十届',
  '五项标准',
  '五个一',
  '六个一',
  '三个一批',
  '两个确立',
  '两个维护',
  '四个意识',
  '四个自信',
  '四个全面',
  '三位一体',
  '五位一体',
  '八项规定',
  '三年行动',
  '五年规划',
  '五百强',
  '四套班子',
  '千家万户',
  '千方百计',
  '两个毫不动摇',
] as const

/** 1. and （1） at the beginning of a line number its paragraphs 层次序数; 第二批 says which, not how many. */
const ORDINAL = /^(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)])|第[一二三四五六七八九十百]+/gmu
/** Digits of every script, ② and Ⅳ among them; m² is a measure. */
const DIGITS = /[\p{Nd}\p{No}\p{Nl}]+(?:[.,．，][\p{Nd}]+)*\s*[%％]?/u
const NUMERAL = '[一二两三四五六七八九十百千万亿零〇壹贰叁肆伍陆柒捌玖拾佰仟]'
const MEASURE = '[个家件项条名次户处笔份人位场批台套座亩吨类种年月日天周元]'
/**
 * Numerals that count, in Chinese: before a measure, 万, 亿, 成 or 倍, as a part of something, or of two signs. “一家” and its
 * like state none, nor does a numeral that is part of a word: 双轮, 两端, 三化, 一是.
 */
const NUMERALS = new RegExp(
  [
    `${NUMERAL}+分之${NUMERAL}+(?:点${NUMERAL}+)?`,
    `${NUMERAL}{2,}(?:点${NUMERAL}+)?[余多]?${MEASURE}`,
    `[一二两三四五六七八九十百千几数]+[万亿][余多]?元?(?!级)`,
    `[二两三四五六七八九十][余多]?${MEASURE}`,
    '零[个家项条名户]',
    '[百千万][余多]?[个家件项条名次户笔份人]',
    '[十百千万亿][余多]',
    '[一二两三四五六七八九十]成(?![不立效果员交功本熟长为型就品因色都])',
    `${NUMERAL}+倍`,
    '翻[一两二三四]番',
    '一半|过半|半数',
    '[二三四五六七八九]十|[一二两三四五六七八九][百千]',
  ].join('|'),
  'u',
)

/** The number somebody typed where a figure belongs, or null. */
export function typedNumber(text: string): string | null {
  let rest = text.replace(ORDINAL, '').replaceAll('²', '').replaceAll('³', '')
  // Nothing grows together over the place of a name.
  for (const name of PROPER) rest = rest.replaceAll(name, '—')
  const found = [DIGITS.exec(rest), NUMERALS.exec(rest)].filter((one) => one !== null)
  return found.toSorted((a, b) => a.index - b.index)[0]?.[0].trim() ?? null
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
