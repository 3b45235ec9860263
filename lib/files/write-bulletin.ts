import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Bulletin, BulletinColumn, BulletinPart, BulletinRun, BulletinTable } from '@/lib/domain/ranking/bulletin'
import {
  FONT,
  type Font,
  FULL_HEAD,
  headOf,
  indentOf,
  LINE,
  packSheet,
  run,
  SIGN_SPACING,
  SIZE,
  spacing,
  TEXT_WIDTH,
  titleParagraph,
} from './docx-sheet'

/** 小五 in half points: ten columns beside each other on an upright sheet. */
const CELL_SIZE = 18
const CELL_LINE = 260

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const

const edge = { style: BorderStyle.SINGLE, size: 4, color: '444444' }
const EDGES = { top: edge, bottom: edge, left: edge, right: edge }

/** Widths of the columns in twips; they fill the sheet exactly. */
function widthsOf(columns: readonly BulletinColumn[]): number[] {
  const all = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.floor((width * TEXT_WIDTH) / all))
  const rest = TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, i) => (i === widths.length - 1 ? width + rest : width))
}

const cell = (text: string, width: number, align: BulletinColumn['align'], font: Font): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 30, bottom: 30, left: 60, right: 60 },
    borders: EDGES,
    children: [
      new Paragraph({
        alignment: ALIGN[align],
        spacing: spacing(CELL_LINE),
        children: [run(text, font, CELL_SIZE)],
      }),
    ],
  })

/** A table with its title and unit above, its head on every page, no row cut in two. */
function tableOf({ title, unit, columns, rows, total, notes }: BulletinTable): FileChild[] {
  const widths = widthsOf(columns)
  const rowOf = (runs: readonly BulletinRun[], font: Font) =>
    new TableRow({
      cantSplit: true,
      children: columns.map(({ align }, i) => cell(runs[i]?.text ?? '', widths[i] ?? 0, align, font)),
    })
  const small = (text: string, alignment: (typeof ALIGN)[keyof typeof ALIGN], keepNext: boolean) =>
    new Paragraph({
      alignment,
      keepNext,
      spacing: spacing(320),
      children: [run(text, FONT.body, CELL_SIZE + 2)],
    })
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: spacing(LINE.brief, { before: 160 }),
      children: [run(title, FONT.first, SIZE.brief - 4)],
    }),
    small(unit, AlignmentType.RIGHT, true),
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: columns.map(({ header }, i) => cell(header, widths[i] ?? 0, 'center', FONT.first)),
        }),
        ...rows.map((runs) => rowOf(runs, FONT.page)),
        ...(total ? [rowOf(total, FONT.first)] : []),
      ],
    }),
    ...notes.map((note) => small(note, AlignmentType.LEFT, false)),
    // Two tables in a row would grow into one.
    new Paragraph({ spacing: spacing(160), children: [] }),
  ]
}

function partOf(part: BulletinPart): FileChild[] {
  if (part.kind === 'TABLE') return tableOf(part.table)
  const heading = part.kind === 'HEADING'
  const text = heading ? part.text : part.runs.map((piece) => piece.text).join('')
  return [
    new Paragraph({
      alignment: AlignmentType.BOTH,
      spacing: spacing(LINE.body),
      indent: indentOf(SIZE.body),
      keepNext: heading,
      children: [run(text, heading ? FONT.first : FONT.body, SIZE.body, { characterSpacing: SIGN_SPACING })],
    }),
  ]
}

/**
 * The bulletin of a month as a .docx to GB/T 9704-2012, its tables as offices know them.
 *
 * @param draft not published yet: it says so beside its number
 * @param foot  who took it and when, and the checksum of what is published; last lines of the paper
 * @source design UX.md §2; formats.md §1 rows 1 and 2, §5
 */
export function writeBulletin(bulletin: Bulletin, draft: boolean, foot: readonly string[]): Promise<Buffer> {
  const { head, title, parts } = bulletin
  const above = [...headOf(head, { draft, ...FULL_HEAD }), titleParagraph(title, 2 * LINE.body)]
  const below = foot.map(
    (text) => new Paragraph({ spacing: spacing(320), children: [run(text, FONT.body, CELL_SIZE + 2)] }),
  )
  return packSheet(head, SIZE.body, [...above, ...parts.flatMap(partOf), ...below], { grid: false })
}
