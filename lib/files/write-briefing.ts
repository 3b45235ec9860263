import { AlignmentType, Paragraph } from 'docx'
import type { BriefingBody } from '@/lib/domain/briefing/paper'
import { sectionNumber } from '@/lib/domain/meeting/paper'
import {
  FONT,
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

/** A briefing to be written, and whether it is still a draft. */
export type DocxBriefing = Readonly<{
  body: BriefingBody
  note: string | null
  draft: boolean
  /** Lines under the text: as of when, who published it, its checksum. */
  foot: readonly string[]
  asOf: string
}>

const text = (words: string, heading: boolean): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing: spacing(LINE.body),
    indent: indentOf(SIZE.body),
    keepNext: heading,
    children: [run(words, heading ? FONT.first : FONT.body, SIZE.body)],
  })

/** 小五 in half points. */
const FOOT_SIZE = 20

/**
 * A briefing as a .docx to GB/T 9704-2012, in the words it has on screen. Written again it is the same file, byte for byte:
 * nothing in it says when or for whom it was written.
 *
 * @source design UX.md §2
 */
export async function writeBriefing({ body, note, draft, foot, asOf }: DocxBriefing): Promise<Buffer> {
  const { head, title, sections } = body
  const children = [
    ...headOf(head, { draft, ...FULL_HEAD }),
    titleParagraph(title, 2 * LINE.body),
    ...sections.flatMap(({ heading, paragraphs }, i) => [
      text(`${sectionNumber(i + 1)}、${heading}`, true),
      ...paragraphs.map(({ runs }) => text(runs.map((piece) => piece.text).join(''), false)),
    ]),
    ...(note ? [noteParagraph(note, SIZE.body, LINE.body)] : []),
    ...foot.map((line) => new Paragraph({ spacing: spacing(320), children: [run(line, FONT.body, FOOT_SIZE)] })),
  ]
  return packSheet(head, SIZE.body, children, { grid: true, at: asOf })
}
