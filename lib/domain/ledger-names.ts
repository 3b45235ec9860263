import type { LedgerReport } from './ledger-report'
import type { LedgerAnswers, MappingKind } from './ledger-snapshot'

/** New names shown one by one; a first ledger makes hundreds, and all of them are usual. */
export const MOST_MADE = 150

/** Kinds a row waits for: the district must have them. */
const HELD = ['TASKFORCE', 'STREET', 'STAGE'] as const
/** Kinds an import makes by itself where nothing is said. */
const MADE = ['PERSON', 'ORG', 'ENTERPRISE'] as const
const ORDER: readonly MappingKind[] = [...HELD, ...MADE]

/**
 * A word of the ledger somebody has to explain, with how many rows have it. `side`: where a person is named; `like`: what of
 * the district it is likely to be.
 */
export type AskedName = Readonly<{
  kind: MappingKind
  text: string
  rows: number
  side: string | null
  like: string | null
}>
/** A word somebody has explained in this import; it can be explained otherwise. */
export type AnsweredName = Readonly<{ kind: MappingKind; text: string; target: string }>
/** A cell that was changed both in the ledger and in the library since it was exported. */
export type AskedCell = Readonly<{
  key: string
  name: string
  nameEn?: string | undefined
  row: number
  field: string
  mine: string
  theirs: string
  base: string
  /** `mine`, `theirs`, or nothing yet. */
  choice: string
}>
export type LedgerNames = Readonly<{
  /** Two people changed the same cell: one of them decides. */
  cells: readonly AskedCell[]
  /** Nobody knows whom or what is meant: rows or cells stay out until it is said. */
  asked: readonly AskedName[]
  answered: readonly AnsweredName[]
  /** Will be made unless it is said that they are known under another name. */
  made: readonly Readonly<{ kind: MappingKind; text: string }>[]
}>

const ASKING: Readonly<Record<string, MappingKind>> = {
  TASKFORCE_UNKNOWN: 'TASKFORCE',
  STREET_UNKNOWN: 'STREET',
  STAGE_UNKNOWN: 'STAGE',
  PERSON_AMBIGUOUS: 'PERSON',
  PERSON_UNNAMED: 'PERSON',
  HANDLER_UNKNOWN: 'PERSON',
  LEAD_UNIT_LIKE: 'ORG',
  ISSUE_UNIT_LIKE: 'ORG',
}

/** The names of a ledger that have to be tied to those of the district 对人和单位. */
export function ledgerNames(
  { projects, unknown }: Pick<LedgerReport, 'projects' | 'unknown'>,
  answers: LedgerAnswers,
): LedgerNames {
  const asked = new Map<string, AskedName>()
  const cells: AskedCell[] = []
  for (const { notes, name, nameEn, row } of projects)
    for (const { code, params } of notes) {
      if (code === 'CELL_CONFLICT' || code === 'CELL_CHOSEN') {
        const said = (param: string) => String(params[param] ?? '')
        cells.push({
          key: said('cell'),
          name,
          nameEn,
          row,
          field: said('field'),
          mine: said('mine'),
          theirs: said('theirs'),
          base: said('base'),
          choice: said('choice'),
        })
      }
      const kind = ASKING[code]
      if (!kind) continue
      const text = String(params.text)
      const key = `${kind} ${text}`
      const side = kind === 'PERSON' ? String(params.field) : null
      const like = typeof params.like === 'string' ? params.like : null
      asked.set(key, { kind, text, side, like, rows: (asked.get(key)?.rows ?? 0) + 1 })
    }
  const order = (kind: MappingKind) => ORDER.indexOf(kind)
  return {
    cells,
    asked: [...asked.values()].sort((a, b) => order(a.kind) - order(b.kind)),
    answered: ORDER.flatMap((kind) =>
      Object.entries(answers[kind] ?? {}).map(([text, target]) => ({ kind, text, target })),
    ),
    made: MADE.flatMap((kind) =>
      (unknown[kind] ?? []).flatMap((text) => (asked.has(`${kind} ${text}`) ? [] : [{ kind, text }])),
    ),
  }
}

/** How many cells two people changed still wait for a choice. */
export const openCells = ({ cells }: Pick<LedgerNames, 'cells'>): number =>
  cells.filter(({ choice }) => choice === '').length

/** How many questions are open: rows or cells stay out because of them. */
export const openQuestions = (names: LedgerNames): number => names.asked.length + openCells(names)
