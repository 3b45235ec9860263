import { AlignmentType, type IParagraphOptions, Paragraph } from 'docx'
import { linesOf, type PaperBody, type PaperKind, type PaperLine } from '@/lib/domain/meeting/paper'
import {
  FONT,
  type Font,
  FULL_HEAD,
  headOf,
  indentOf,
  LINE,
  noteParagraph,
  packSheet,
  run,
  SIZE,
  spacing,
  titleParagraph,
} from './docx-sheet'

/** A paper to be written, and whether it is still a draft. */
export type DocxPaper = Readonly<{ kind: PaperKind; body: PaperBody; note: string | null; draft: boolean }>

/** Level of a line by how it begins: 一、 · （一） · everything else. */
function fontOfLine({ role }: PaperLine, text: string): Font {
  if (role === 'HEADING') return FONT.first
  return /^（[一二三四五六七八九十]+）/u.test(text) ? FONT.second : FONT.body
}

const LABEL = /^(?:出席|请假|列席)：/u

function paragraphOf(line: PaperLine, kind: PaperKind): Paragraph {
  // The number of a task stays on one line: 48‑03.
  const words = line.runs
    .map(({ text }) => text)
    .join('')
    .replace(/(?<=\d)-(?=\d)/gu, '\u2011')
  const size = kind === 'BRIEF' ? SIZE.brief : SIZE.body
  const pitch = kind === 'BRIEF' ? LINE.brief : LINE.body
  const common: IParagraphOptions = { spacing: spacing(pitch) }
  // 红线下空二行; a brief has its one page to think of.
  if (line.role === 'TITLE') return titleParagraph(words, kind === 'BRIEF' ? LINE.body : 2 * LINE.body)
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

/** A brief has its one page to think of. */
const BRIEF_HEAD = { markBefore: 0, ruleAfter: 240 } as const

/**
 * Minutes or a brief as a .docx to GB/T 9704-2012: page, margins, grid, fonts by name, levels, page numbers left and right.
 *
 * @source design UX.md §2
 */
export async function writeDocx({ kind, body, note, draft }: DocxPaper): Promise<Buffer> {
  const brief = kind === 'BRIEF'
  const size = brief ? SIZE.brief : SIZE.body
  const children = [
    ...headOf(body.head, { draft, ...(brief ? BRIEF_HEAD : FULL_HEAD) }),
    ...linesOf(body.paragraphs).map((line) => paragraphOf(line, kind)),
    ...(note ? [noteParagraph(note, size, brief ? LINE.brief : LINE.body)] : []),
  ]
  return packSheet(body.head, size, children, { grid: true })
}
