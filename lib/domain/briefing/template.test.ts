import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FigureValue } from '../figure'
import { namesIn, renderParagraph } from './render'
import { parseTemplate, type TemplatePart } from './template'
import { formatsOf, valueWords } from './value-words'

/** The template parts stand for; the inverse of `parseTemplate`. */
const printTemplate = (parts: readonly TemplatePart[]): string =>
  parts
    .map((part) =>
      part.kind === 'text' ? part.text : `{${part.name}${part.format === null ? '' : `:${part.format}`}}`,
    )
    .join('')

const partsOf = (typed: string) => {
  const parsed = parseTemplate(typed)
  return parsed.ok ? parsed.value : parsed.error
}

describe('a template', () => {
  test('is text with the names of figures in braces, each with a way to say it', () =>
    expect(partsOf('签约{projects.signed}个，发放{packs.handed:余百}件')).toEqual([
      { kind: 'text', text: '签约' },
      { kind: 'figure', name: 'projects.signed', format: null },
      { kind: 'text', text: '个，发放' },
      { kind: 'figure', name: 'packs.handed', format: '余百' },
      { kind: 'text', text: '件' },
    ]))

  test('is read as a Chinese keyboard types it', () =>
    expect(partsOf('｛ packs.handed：余百 ｝')).toEqual([{ kind: 'figure', name: 'packs.handed', format: '余百' }]))

  test.each([
    ['谋划{projects.inLibrary个', 'BRIEFING_BRACE'],
    ['谋划projects.inLibrary}个', 'BRIEFING_BRACE'],
    ['{{projects.signed}}', 'BRIEFING_BRACE'],
    ['{}个', 'BRIEFING_NAME_UNREADABLE'],
    ['{项目数}个', 'BRIEFING_NAME_UNREADABLE'],
    ['{projects}个', 'BRIEFING_NAME_UNREADABLE'],
  ])('%s is refused: %s', (typed, code) => expect(partsOf(typed)).toMatchObject({ code }))

  test('says where a stray brace is', () =>
    expect(partsOf('签约{projects.signed}个，占比}。')).toEqual({ code: 'BRIEFING_BRACE', near: '个，占比}。' }))
})

const letters = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/)
const name = fc.tuple(letters, letters).map(([service, what]) => `${service}.${what}`)
const typed = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((text) => !/[{}｛｝]/u.test(text))
const value: fc.Arbitrary<FigureValue> = fc.oneof(
  fc.nat().map((n) => ({ kind: 'count' as const, n })),
  fc.bigInt({ min: 0n, max: 10n ** 15n }).map((fen) => ({ kind: 'money' as const, fen })),
  fc
    .record({ part: fc.bigInt({ min: 0n, max: 10n ** 6n }), whole: fc.bigInt({ min: 0n, max: 10n ** 6n }) })
    .map((share) => ({ kind: 'share' as const, ...share })),
  fc
    .array(fc.constantFrom('英国', '德国', '法国'), { maxLength: 3 })
    .map((names) => ({ kind: 'names' as const, names })),
)
/** A figure that says something: a nought by itself is left out, and tested where that is. */
const telling = value.filter(
  (each) =>
    !(
      (each.kind === 'count' && each.n === 0) ||
      (each.kind === 'money' && each.fen === 0n) ||
      (each.kind === 'share' && each.whole === 0n) ||
      (each.kind === 'names' && each.names.length === 0)
    ),
)
const place = fc.record({ kind: fc.constant('figure' as const), name, format: fc.constant(null) })
/** Texts never stand beside each other: two of them are one. */
const parts: fc.Arbitrary<TemplatePart[]> = fc
  .array(fc.oneof(fc.record({ kind: fc.constant('text' as const), text: typed }), place), { maxLength: 8 })
  .map((all) => all.filter((part, i) => part.kind === 'figure' || all[i - 1]?.kind !== 'text'))

test('what is printed is read again as it was', () =>
  fc.assert(
    fc.property(parts, (all) => {
      expect(partsOf(printTemplate(all))).toEqual(all)
    }),
  ))

test('a rendered paragraph says its words and its figures in their order, and nothing else', () =>
  fc.assert(
    fc.property(parts, fc.infiniteStream(telling), (all, stream) => {
      const figures = new Map(all.flatMap((part) => (part.kind === 'figure' ? [[part.name, null] as const] : [])))
      const values = new Map([...figures.keys()].map((each) => [each, stream.next().value as FigureValue]))
      const template = printTemplate(all)
      const runs = renderParagraph(template, { figures: values, words: new Map() })
      expect(runs?.map(({ text }) => text).join('')).toBe(
        all
          .map((part) => (part.kind === 'text' ? part.text : valueWords(values.get(part.name) as FigureValue, null)))
          .join(''),
      )
      expect(runs?.flatMap(({ figure }) => figure ?? [])).toEqual(namesIn(template))
    }),
  ))

test('every way to say a value says something, and never NaN', () =>
  fc.assert(
    fc.property(value, (each) => {
      for (const format of [null, ...formatsOf(each.kind)]) expect(valueWords(each, format)).toMatch(/^(?!.*NaN).+$/u)
    }),
  ))

test('a paragraph that names what nobody counts is left out', () =>
  expect(renderParagraph('发放{packs.handed}件', { figures: new Map(), words: new Map() })).toBeNull())
