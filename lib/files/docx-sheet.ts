import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  type FileChild,
  Footer,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import type { PaperHead } from '@/lib/domain/meeting/paper'
import { dayOfMonth, monthNumberOf, type PlainDate, yearOf } from '@/lib/domain/plain-date'

/**
 * Values of GB/T 9704-2012 in twips, half points and hundredths of a sign: 22 lines of 28 signs on 156 × 225 mm.
 *
 * @source design UX.md §2
 */
const PAGE = { width: 11906, height: 16838, top: 2098, bottom: 1984, left: 1588, right: 1474 } as const
/** Width of the text. */
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right
const GRID = { linePitch: 579, charSpace: -849 } as const
/** What the grid takes off each sign, in twips: 28 of them fill the line without it as well. */
export const SIGN_SPACING = -4
/** 版心下 7 mm, measured from the edge of the sheet. */
const FOOTER = 1304
/** 标志 35 mm below the upper edge of the text. */
const MARK_BEFORE = 1984
const RED = 'A8121A'

/** Fonts by name: the office's computer has them, they are not ours to give away. */
export const FONT = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  first: '黑体',
  second: '楷体_GB2312',
  page: '宋体',
} as const
export type Font = (typeof FONT)[keyof typeof FONT]
const fontOf = (name: Font) => ({ ascii: name, eastAsia: name, hAnsi: name, cs: name })

/** 2号, 3号, 4号 in half points; a brief is one page, so its text is a size smaller. */
export const SIZE = { title: 44, body: 32, brief: 28, page: 28, mark: 54 } as const
export const LINE = { body: 579, brief: 480 } as const

/** Twentieths of a point between signs of the text: 28 of 16 pt need -0.21, an office counts in steps. */
const CLOSER = -6

/** `2026年3月5日`, without zeros in front. */
const dayText = (day: PlainDate): string => `${yearOf(day)}年${monthNumberOf(day)}月${dayOfMonth(day)}日`

export const run = (text: string, font: Font, size: number, more: IRunOptions = {}) =>
  new TextRun({
    text,
    font: fontOf(font),
    size,
    ...(size === SIZE.body ? { characterSpacing: CLOSER } : {}),
    ...more,
  })

/**
 * Styles of a paper. The signs of a line are set by their own spacing and not by the grid of the page, which programs read
 * in two ways: LibreOffice counts its cells from the size of Normal, and spreads signs that are wider over two of them.
 */
const stylesOf = (size: number): string => {
  const sizes = `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`
  const fonts = ['ascii', 'eastAsia', 'hAnsi', 'cs'].map((slot) => `w:${slot}="${FONT.body}"`).join(' ')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults>
<w:rPrDefault><w:rPr><w:rFonts ${fonts}/>${sizes}</w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:snapToGrid w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:rPr>${sizes}</w:rPr></w:style>
</w:styles>`
}

/** 单页码居右、双页码居左, each a sign away from the edge: —1— */
const pageNumber = (side: 'left' | 'right') =>
  new Footer({
    children: [
      new Paragraph({
        alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: side === 'left' ? { left: SIZE.page * 10 } : { right: SIZE.page * 10 },
        children: [new TextRun({ font: fontOf(FONT.page), size: SIZE.page, children: ['—', PageNumber.CURRENT, '—'] })],
      }),
    ],
  })

/** A line that is cut where the lines of a sheet are: 28.95 pt, or less in a brief. */
export const spacing = (line: number, more = {}) => ({
  line,
  lineRule: LineRuleType.EXACT,
  before: 0,
  after: 0,
  ...more,
})

/** 首行缩进 2 字 */
export const indentOf = (size: number) => ({ firstLine: size * 20, firstLineChars: 200 })

/** How a head differs from paper to paper: what a brief needs to stay on its one page. */
type HeadLook = Readonly<{ draft: boolean; markBefore: number; ruleAfter: number }>

/** Minutes leave 标志 where the standard has it. */
export const FULL_HEAD = { markBefore: MARK_BEFORE, ruleAfter: 0 } as const

/** 版头: mark, number, issuing unit and date above the red line. */
export function headOf({ mark, number, unit, on }: PaperHead, { draft, markBefore, ruleAfter }: HeadLook): Paragraph[] {
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: spacing(800, { before: markBefore, after: 120 }),
      children: [run(mark, FONT.title, SIZE.mark, { color: RED })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: spacing(LINE.body),
      children: [run(`${number}${draft ? '（底稿）' : ''}`, FONT.body, SIZE.body)],
    }),
    new Paragraph({
      spacing: spacing(LINE.body, { after: ruleAfter }),
      tabStops: [{ type: 'right', position: TEXT_WIDTH }],
      border: { bottom: { style: BorderStyle.SINGLE, size: 18, space: 2, color: RED } },
      children: [run(`${unit}\t${dayText(on)}`, FONT.body, SIZE.body)],
    }),
  ]
}

/** The title of a paper under its red line. */
export const titleParagraph = (words: string, before: number): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: spacing(640, { before, after: LINE.body }),
    children: [run(words, FONT.title, SIZE.title)],
  })

/** 更正说明, the last line of a corrected paper. */
export const noteParagraph = (note: string, size: number, line: number): Paragraph =>
  new Paragraph({
    spacing: spacing(line),
    indent: indentOf(size),
    children: [run('更正说明：', FONT.first, size), run(note, FONT.body, size)],
  })

/**
 * A document of one section to GB/T 9704-2012 as bytes: page, margins, page numbers left and right.
 *
 * @param grid whether its signs lie on the grid of 22 lines and 28 signs; a table on it would be three times as long
 */
export function packSheet(
  head: PaperHead,
  size: number,
  children: readonly FileChild[],
  { grid }: Readonly<{ grid: boolean }>,
): Promise<Buffer> {
  const document = new Document({
    title: head.mark,
    creator: head.unit,
    lastModifiedBy: head.unit,
    evenAndOddHeaderAndFooters: true,
    externalStyles: stylesOf(size),
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: {
              top: PAGE.top,
              bottom: PAGE.bottom,
              left: PAGE.left,
              right: PAGE.right,
              header: 851,
              footer: FOOTER,
              gutter: 0,
            },
          },
          ...(grid ? { grid: { ...GRID, type: DocumentGridType.LINES_AND_CHARS } } : {}),
        },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children,
      },
    ],
  })
  return Packer.toBuffer(document)
}
