import type { PaperHead } from '../meeting/paper'

/** A piece of a line: what was counted opens its rows by the id of its figure, what was worded is text. */
export type BulletinRun = Readonly<{
  text: string
  figure: string | null
  /** What is rounded in the text, exact: a workbook calculates with it. */
  exact?: string
}>

export type BulletinColumn = Readonly<{
  header: string
  align: 'left' | 'center' | 'right'
  /** What its cells are in a workbook; a dash is an empty cell there. */
  holds: 'text' | 'whole' | 'money' | 'share'
  /** Share of the sheet beside the other columns. */
  width: number
}>

/** A table of the bulletin as offices know it; a cell is one run. */
export type BulletinTable = Readonly<{
  key: string
  title: string
  /** Unit and order, above the table at the right. */
  unit: string
  columns: readonly BulletinColumn[]
  rows: readonly (readonly BulletinRun[])[]
  total: readonly BulletinRun[] | null
  /** What the table leaves out and why; empty when nothing. */
  notes: readonly string[]
}>

export type BulletinPart =
  | Readonly<{ kind: 'HEADING'; key: string; text: string }>
  | Readonly<{ kind: 'TEXT'; key: string; runs: readonly BulletinRun[] }>
  | Readonly<{ kind: 'TABLE'; key: string; table: BulletinTable }>

/** 月通报: what a published month says on paper. It is frozen with its version and never written anew. */
export type Bulletin = Readonly<{ head: PaperHead; title: string; parts: readonly BulletinPart[] }>

/** Worded text. */
export const said = (text: string): BulletinRun => ({ text, figure: null })

/** A rounded number with what it was rounded from, and the figure that opens what it is the sum of. */
export const measured = (text: string, exact: string, figure: string | null = null): BulletinRun => ({
  text,
  figure,
  exact,
})

/** A number that was counted. */
export const counted = (text: string | number, figure: string): BulletinRun => ({ text: String(text), figure })

/** A counted number, the figure that opens its rows, and of what it is: table, line and column; empty in a sentence. */
export type NamedFigure = BulletinRun & Readonly<{ figure: string; of: readonly string[] }>

const named = (run: BulletinRun, of: readonly string[]): NamedFigure[] =>
  run.figure === null ? [] : [{ ...run, figure: run.figure, of }]

function figuresIn(part: BulletinPart): readonly NamedFigure[] {
  if (part.kind === 'HEADING') return []
  if (part.kind === 'TEXT') return part.runs.flatMap((run) => named(run, []))
  const { title, columns, rows, total } = part.table
  const name = columns.findIndex(({ align }) => align === 'left')
  return [...rows, ...(total ? [total] : [])].flatMap((cells) =>
    cells.flatMap((run, i) =>
      named(run, i === name ? [title] : [title, cells[name]?.text ?? '', columns[i]?.header ?? '']),
    ),
  )
}

/** Every counted number of a bulletin with the figure that opens its rows. */
export const figuresOf = ({ parts }: Bulletin): readonly NamedFigure[] => parts.flatMap(figuresIn)
