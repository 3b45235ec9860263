import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { linesOf, type PaperBody, type PaperKind, type PaperLine } from '@/lib/domain/meeting/paper'
import { dayOfMonth, monthNumberOf, type PlainDate, yearOf } from '@/lib/domain/plain-date'

/** A paper to be written, and whether it is still a draft. */
export type DocxPaper = Readonly<{ kind: PaperKind; body: PaperBody; note: string | null; draft: boolean }>

/**
 * Values of GB/T 9704-2012 in twips, half points and hundredths of a sign: 22 lines of 28 signs on 156 × 225 mm.
 *
 * @source design UX.md §2
 */
const PAGE = { width: 11906, height: 16838, top: 2098, bottom: 1984, left: 1588, right: 1474 } as const
const GRID = { linePitch: 579, charSpace: -849 } as const
/** 版心下 7 mm, measured from the edge of the sheet. */
const FOOTER = 1304
/** 标志 35 mm below the upper edge of the text. */
const MARK_BEFORE = 1984
const RED = 'A8121A'

/** Fonts by name: the office's computer has them, they are not ours to give away. */
const FONT = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  first: '黑体',
  second: '楷体_GB2312',
  page: '宋体',
} as const
type Font = (typeof FONT)[keyof typeof FONT]
const fontOf = (name: Font) => ({ ascii: name, eastAsia: name, hAnsi: name, cs: name })

/** 2号, 3号, 4号 in half points; a brief is one page, so its text is a size smaller. */
const SIZE = { title: 44, body: 32, brief: 28, page: 28, mark: 54 } as const
const LINE = { body: 579, brief: 480 } as const
/** Twentieths of a point between signs of the text: 28 of 16 pt need -0.21, an office counts in steps. */
const CLOSER = -6

/** `2026年3月5日`, without zeros in front. */
const dayText = (day: PlainDate): string => `${yearOf(day)}年${monthNumberOf(day)}月${dayOfMonth(day)}日`

const run = (text: string, font: Font, size: number, more: IRunOptions = {}) =>
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
const spacing = (line: number, more = {}) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0, ...more })

/** 首行缩进 2 字 */
const indentOf = (size: number) => ({ firstLine: size * 20, firstLineChars: 200 })

/** Level of a line by how it begins: 一、 · （一） · everything else. */
function fontOfLine({ role }: PaperLine, text: string): Font {
  if (role === 'HEADING') return FONT.first
  return /^（[一二三四五六七八九十]+）/u.test(text) ? FONT.second : FONT.body
}

const LABEL = /^(?:出席|请假|列席)：/u

function paragraphOf(line: PaperLine, kind: PaperKind): Paragraph {
  const words = line.runs.map(({ text }) => text).join('')
  const size = kind === 'BRIEF' ? SIZE.brief : SIZE.body
  const pitch = kind === 'BRIEF' ? LINE.brief : LINE.body
  const common: IParagraphOptions = { spacing: spacing(pitch) }
  if (line.role === 'TITLE')
    return new Paragraph({
      alignment: AlignmentType.CENTER,
      // 红线下空二行; a brief has its one page to think of.
      spacing: spacing(640, { before: kind === 'BRIEF' ? LINE.body : 2 * LINE.body, after: LINE.body }),
      children: [run(words, FONT.title, SIZE.title)],
    })
  const label = line.role === 'PEOPLE' ? (LABEL.exec(words)?.[0] ?? '') : ''
  return new Paragraph({
    ...common,
    alignment: AlignmentType.BOTH,
    indent: indentOf(size),
    keepNext: line.role === 'HEADING',
    children: [
      ...(label ? [run(label, FONT.first, size)] : []),
      run(words.slice(label.length), fontOfLine(line, words), size),
    ],
  })
}

/** 版头: mark, number, issuing unit and date above the red line. */
function headOf({ kind, body, draft }: DocxPaper): Paragraph[] {
  const { mark, number, unit, on } = body.head
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: spacing(800, { before: kind === 'MINUTES' ? MARK_BEFORE : 0, after: 120 }),
      children: [run(mark, FONT.title, SIZE.mark, { color: RED })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: spacing(LINE.body),
      children: [run(`${number}${draft ? '（底稿）' : ''}`, FONT.body, SIZE.body)],
    }),
    new Paragraph({
      spacing: spacing(LINE.body, { after: kind === 'BRIEF' ? 240 : 0 }),
      tabStops: [{ type: 'right', position: PAGE.width - PAGE.left - PAGE.right }],
      border: { bottom: { style: BorderStyle.SINGLE, size: 18, space: 2, color: RED } },
      children: [run(`${unit}\t${dayText(on)}`, FONT.body, SIZE.body)],
    }),
  ]
}

/**
 * Minutes or a brief as a .docx to GB/T 9704-2012: page, margins, grid, fonts by name, levels, page numbers left and right.
 *
 * @source design UX.md §2
 */
export async function writeDocx(paper: DocxPaper): Promise<Buffer> {
  const { kind, body, note } = paper
  const size = kind === 'BRIEF' ? SIZE.brief : SIZE.body
  const document = new Document({
    title: body.head.mark,
    creator: body.head.unit,
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
          grid: { ...GRID, type: DocumentGridType.LINES_AND_CHARS },
        },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children: [
          ...headOf(paper),
          ...linesOf(body.paragraphs).map((line) => paragraphOf(line, kind)),
          ...(note
            ? [
                new Paragraph({
                  spacing: spacing(kind === 'BRIEF' ? LINE.brief : LINE.body),
                  indent: indentOf(size),
                  children: [run('更正说明：', FONT.first, size), run(note, FONT.body, size)],
                }),
              ]
            : []),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}
