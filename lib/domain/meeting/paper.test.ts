import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkFigures,
  type Figure,
  linesOf,
  madeParagraph,
  type PaperParagraph,
  renewPaper,
  runsOf,
  sealedText,
  sectionNumber,
  wordsOf,
} from './paper'

const figure = (id: string, text: string): Figure => ({ id, text, rows: { of: 'TASKS', ids: [id] } })
const edited = (paragraph: PaperParagraph, text: string): PaperParagraph => ({ ...paragraph, text })

describe('a text and what is counted in it', () => {
  const counted = [figure('red', '红5个'), figure('yellow', '黄5个')]

  test('is cut where figures stand, each with its own rows', () => {
    expect(runsOf({ text: '四色为【黄5个】、【红5个】。', figures: counted })).toEqual([
      { text: '四色为', figure: null },
      { text: '黄5个', figure: counted[1] },
      { text: '、', figure: null },
      { text: '红5个', figure: counted[0] },
      { text: '。', figure: null },
    ])
  })

  test('keeps its numbers: words change, a number does not', () => {
    expect(checkFigures('还有【黄5个】', counted)).toEqual({ ok: true, value: null })
    expect(checkFigures('还有【黄6个】', counted)).toEqual({
      ok: false,
      error: { code: 'FIGURE_CHANGED', figure: '黄6个' },
    })
  })
})

describe('lines', () => {
  test('what was left out is gone, sections are counted by what is left, a new line is a paragraph', () => {
    const paragraphs = [
      madeParagraph('a:head', 'HEADING', '甲'),
      edited(madeParagraph('a', 'TEXT', '旧'), '一\n\n二'),
      edited(madeParagraph('b:head', 'HEADING', '乙'), ''),
      madeParagraph('c:head', 'HEADING', '丙'),
    ]
    expect(wordsOf(paragraphs)).toEqual(['一、甲', '一', '二', '二、丙'])
    expect(linesOf(paragraphs).map(({ key }) => key)).toEqual(['a:head', 'a', 'a 2', 'c:head'])
  })

  test('sections are numbered as papers number them', () =>
    expect([1, 9, 10, 11, 20, 21, 99].map(sectionNumber)).toEqual([
      '一',
      '九',
      '十',
      '十一',
      '二十',
      '二十一',
      '九十九',
    ]))
})

describe('writing it again', () => {
  const before = [
    madeParagraph('open', 'TEXT', '议定【10项】', [figure('n', '10项')]),
    madeParagraph('a', 'TEXT', '甲'),
    madeParagraph('b', 'TEXT', '乙'),
    madeParagraph('c', 'TEXT', '丙'),
  ]

  test('replaces what nobody touched, keeps what somebody wrote with its numbers counted anew', () => {
    const kept = [
      edited(before[0] as PaperParagraph, '会议议定事项【10项】'),
      before[1] as PaperParagraph,
      edited(before[2] as PaperParagraph, '乙（已核）'),
      before[3] as PaperParagraph,
    ]
    const made = [
      madeParagraph('open', 'TEXT', '议定【11项】', [figure('n', '11项')]),
      madeParagraph('a', 'TEXT', '甲二'),
      madeParagraph('d', 'TEXT', '丁'),
    ]
    const { paragraphs, changes } = renewPaper(kept, made)
    expect(paragraphs.map(({ key, text, made: rules }) => [key, text, rules])).toEqual([
      ['open', '会议议定事项【11项】', '议定【11项】'],
      ['a', '甲二', '甲二'],
      ['b', '乙（已核）', null],
      ['d', '丁', '丁'],
    ])
    expect(changes.map(({ key, kind }) => [key, kind])).toEqual([
      ['open', 'KEPT'],
      ['a', 'CHANGED'],
      ['d', 'ADDED'],
      ['b', 'KEPT'],
      ['c', 'REMOVED'],
    ])
  })

  const paragraph = fc
    .record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), made: fc.string(), typed: fc.option(fc.string()) })
    .map(({ key, made, typed }) => edited(madeParagraph(key, 'TEXT', made), typed ?? made))
  const paper = fc.uniqueArray(paragraph, { selector: ({ key }) => key })
  const fresh = paper.map((paragraphs) => paragraphs.map(({ key, made }) => madeParagraph(key, 'TEXT', made ?? '')))

  test('loses nothing that was typed, and a second time changes nothing', () => {
    fc.assert(
      fc.property(paper, fresh, (kept, made) => {
        const { paragraphs } = renewPaper(kept, made)
        const texts = new Map(paragraphs.map(({ key, text }) => [key, text]))
        for (const { key, text, made: rules } of kept) if (text !== rules) expect(texts.get(key)).toBe(text)
        for (const { key } of made) expect(texts.has(key)).toBe(true)
        expect(new Set(texts.keys()).size).toBe(paragraphs.length)
        const again = renewPaper(paragraphs, made)
        expect(again.changes).toEqual([])
        expect(again.paragraphs).toEqual(paragraphs)
      }),
    )
  })
})

test('a checksum is taken of everything a reader sees, and of nothing else', () => {
  const body = {
    head: { mark: '纪要', number: '〔2026〕48号', unit: '办公室', on: '2026-11-23' as never },
    paragraphs: [madeParagraph('a', 'TEXT', '甲【1项】', [figure('n', '1项')])],
  }
  const paper = { kind: 'MINUTES', nth: 1, note: null, asOf: '2026-11-23T09:00:00.000Z', body } as const
  const changed = (paragraphs: PaperParagraph[]) => sealedText({ ...paper, body: { ...body, paragraphs } })
  const [first] = body.paragraphs
  if (!first) throw new Error('no paragraph')
  expect(changed([{ ...first, made: '别的' }])).toBe(sealedText(paper))
  expect(changed([{ ...first, text: '乙【1项】' }])).not.toBe(sealedText(paper))
  expect(sealedText({ ...paper, note: '更正' })).not.toBe(sealedText(paper))
})
