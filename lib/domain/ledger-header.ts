import { fieldOf, type LedgerField, PERSON_FIELDS, withoutUnit } from './ledger-column'
import type { GridRow, GridSheet } from './ledger-grid'
import { type MoneyUnit, unitIn, unitOfLine } from './ledger-money'
import { nameKey, squeeze, tidy } from './ledger-text'

/** Where a sheet's columns are, and what stands in its heading. 表头 */
export type LedgerHeader = Readonly<{
  /** Rows the header takes; data begins after the last. */
  firstRow: number
  lastRow: number
  columns: ReadonlyMap<number, LedgerField>
  /** With the unit a row below them states. */
  labels: ReadonlyMap<number, string>
  /** As they stand in the header alone: what an answer is remembered by. */
  said: ReadonlyMap<number, string>
  /** Headers nobody knows, so that the office can say what they are. */
  unknown: readonly string[]
}>

/** A header stands near the top: titles, dates and units come before it. */
const SEARCHED_ROWS = 15
const MOST_COLUMNS = 60
const KNOWN_SHARE = 0.6
/** So many known headers make a ledger of a sheet that has many columns of its own as well. */
const KNOWN_ENOUGH = 5

/** The text of every column of a row, merged ranges filled in both directions. */
function labelsOf(sheet: GridSheet, row: GridRow, byNumber: ReadonlyMap<number, GridRow>): Map<number, string> {
  const labels = new Map<number, string>()
  for (const [column, cell] of row.cells) labels.set(column, tidy(cell.text))
  for (const merge of sheet.merges) {
    if (merge.top > row.number || merge.bottom < row.number) continue
    const text = byNumber.get(merge.top)?.cells.get(merge.left)?.text
    if (text === undefined) continue
    for (let column = merge.left; column <= Math.min(merge.right, MOST_COLUMNS); column++)
      if (!labels.has(column)) labels.set(column, tidy(text))
  }
  return labels
}

type Answers = ReadonlyMap<string, LedgerField>

/**
 * The mark of a set of headers 表头组合: the same headers in any order make the same one, so that an office can say once what
 * a word means in this ledger though it means something else in another.
 */
export function headerSet(labels: readonly string[]): string {
  const text = [...new Set(labels.map(nameKey))].filter(Boolean).sort().join('|')
  // FNV-1a: short, the same everywhere, and good enough to tell the ledgers of one district apart.
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return `${hash.toString(16).padStart(8, '0')}${text.length.toString(16)}`
}

/** What an answer about a header of one set is remembered by. */
export const headerInSet = (set: string, label: string): string => `${set}|${label}`

type Reading = { columns: Map<number, LedgerField>; labels: Map<number, string>; unknown: string[] }

function readLabels(labels: readonly (readonly [number, readonly string[]])[], answers: Answers): Reading {
  const columns = new Map<number, LedgerField>()
  const spoken = new Map<number, string>()
  const unknown: string[] = []
  const taken = new Set<LedgerField>()
  const set = headerSet(labels.map(([, forms]) => forms[0] ?? ''))
  const answerOf = (forms: readonly string[]) =>
    forms.map((form) => answers.get(nameKey(headerInSet(set, form)))).find(Boolean) ??
    forms.map((form) => answers.get(nameKey(form))).find(Boolean)
  // What the office has said of a column goes before what another one looks like.
  const answered = new Set(labels.flatMap(([, forms]) => answerOf(forms) ?? []))
  for (const [column, forms] of [...labels].sort(([a], [b]) => a - b)) {
    const whole = forms[0] ?? ''
    if (whole === '') continue
    spoken.set(column, whole)
    const answer = answerOf(forms)
    const known = answer ?? forms.map((form) => fieldOf(form)).find((field) => field !== null)
    const field = known === 'phone' ? phoneOwner(columns, taken) : known
    if (!field) unknown.push(whole)
    // A second column of the same kind (a formula beside its value) says nothing new: the first speaks.
    else if (field === 'ignored' || taken.has(field) || (!answer && answered.has(field))) columns.set(column, 'ignored')
    else {
      columns.set(column, field)
      taken.add(field)
    }
  }
  return { columns, labels: spoken, unknown }
}

/** The person a telephone column without a name belongs to: the nearest on its left that has none yet. */
function phoneOwner(columns: ReadonlyMap<number, LedgerField>, taken: ReadonlySet<LedgerField>): LedgerField {
  const person = [...columns.values()].filter((field) => PERSON_FIELDS.includes(field)).pop()
  const phone: LedgerField | null = person === 'steward' ? 'stewardPhone' : person === 'contact' ? 'contactPhone' : null
  return phone && !taken.has(phone) ? phone : 'ignored'
}

/** Whether headers merged down over both rows tie them together, while others of the upper row stand over the lower's. */
function areOneHeader(upper: ReadonlyMap<number, string>, lower: ReadonlyMap<number, string>): boolean {
  const above = [...upper].filter(([, text]) => text !== '')
  const isMerged = ([column, text]: readonly [number, string]) => lower.get(column) === text
  return above.some(isMerged) && above.some((label) => !isMerged(label))
}

/** Two header rows read as one: “投资(万元)” over “年度计划” is “投资(万元)年度计划”; of two units the lower one counts. */
function join(upper: ReadonlyMap<number, string>, lower: ReadonlyMap<number, string>) {
  const columns = new Set([...upper.keys(), ...lower.keys()])
  return [...columns].map((column): readonly [number, readonly string[]] => {
    const [above, below] = [upper.get(column) ?? '', lower.get(column) ?? '']
    if (below === '' || above === below) return [column, [above]]
    const upperWords = unitIn(below) ? withoutUnit(above) : above
    return [column, above === '' ? [below] : [`${upperWords}${below}`, below]]
  })
}

const isLedger = ({ columns, labels }: Reading): boolean => {
  const fields = new Set(columns.values())
  const useful = [...fields].filter((field) => field !== 'ignored').length
  return fields.has('name') && useful >= 3 && (columns.size >= labels.size * KNOWN_SHARE || useful >= KNOWN_ENOUGH)
}
const usefulness = ({ columns }: Reading) => [...columns.values()].filter((field) => field !== 'ignored').length

const UNIT_WORD =
  /^(?=.)[(（]?(?:单位[::]?)?(?:[亿万千]|[百千]万)?(?:元|美元|欧元|港[元币])?[)）]?$|^[(（]?(?:单位[::]?)?(?:%|亩|个|平方米|m2|㎡)[)）]?$/

/** A row of units or of column numbers that belongs to the header. */
function continuesHeader(row: GridRow | undefined): boolean {
  if (!row || row.cells.size < 2) return false
  const texts = [...row.cells.values()].map((cell) => squeeze(cell.text))
  if (texts.every((text) => UNIT_WORD.test(text))) return true
  const numbers = [...row.cells].sort(([a], [b]) => a - b).map(([, cell]) => Number(cell.text))
  return (
    numbers.length >= 5 &&
    numbers.every((n, i) => Number.isInteger(n) && (i === 0 || n === (numbers[i - 1] as number) + 1))
  )
}

/**
 * Finds the header of a ledger sheet: one row or two, below any titles, by the headers it knows.
 *
 * @param answers headers an office has explained once, by `nameKey`
 * @returns null when the sheet is no ledger
 */
export function findHeader(sheet: GridSheet, answers: Answers): LedgerHeader | null {
  const byNumber = new Map(sheet.rows.map((row) => [row.number, row]))
  let best: (Reading & { last: number; first: number }) | null = null
  const offer = (reading: Reading, first: number, last: number) => {
    if (isLedger(reading) && (!best || usefulness(reading) > usefulness(best))) best = { ...reading, first, last }
  }
  const searched = sheet.rows.slice(0, SEARCHED_ROWS)
  const labels = searched.map((row) => labelsOf(sheet, row, byNumber))
  // Offered first, so that it stays where the lower row alone knows as many: the unit may stand in the upper one.
  searched.forEach((row, i) => {
    const [upper, lower, below] = [labels[i], labels[i + 1], searched[i + 1]]
    if (upper && lower && below && areOneHeader(upper, lower))
      offer(readLabels(join(upper, lower), answers), row.number, below.number)
  })
  searched.forEach((row, i) => {
    offer(
      readLabels(
        [...(labels[i] as Map<number, string>)].map(([c, text]) => [c, [text]]),
        answers,
      ),
      row.number,
      row.number,
    )
  })
  searched.forEach((row, i) => {
    const below = searched[i + 1]
    if (below)
      offer(
        readLabels(join(labels[i] as Map<number, string>, labels[i + 1] as Map<number, string>), answers),
        row.number,
        below.number,
      )
  })
  const found = best as (Reading & { last: number; first: number }) | null
  if (!found) return null
  const next = sheet.rows.find((row) => row.number > found.last)
  if (!next || !continuesHeader(next))
    return {
      firstRow: found.first,
      lastRow: found.last,
      columns: found.columns,
      labels: found.labels,
      said: found.labels,
      unknown: found.unknown,
    }
  const units = new Map(
    [...found.labels].map(([column, label]) => [
      column,
      `${label}(${squeeze(next.cells.get(column)?.text ?? '').replace(/[()]/g, '')})`,
    ]),
  )
  return {
    firstRow: found.first,
    lastRow: next.number,
    columns: found.columns,
    labels: UNIT_WORD.test(squeeze([...next.cells.values()][0]?.text ?? '')) ? units : found.labels,
    said: found.labels,
    unknown: found.unknown,
  }
}

const MONEY_FIELDS: readonly LedgerField[] = ['total', 'plan', 'week', 'done']

/** The unit of each money column: its header's own, else the sheet's “单位:万元” line, else 万元 as offices count. */
export function unitsOf(sheet: GridSheet, header: LedgerHeader): ReadonlyMap<LedgerField, MoneyUnit> {
  const above = sheet.rows
    .filter((row) => row.number < header.firstRow)
    .flatMap((row) => [...row.cells.values()].map((cell) => squeeze(cell.text)))
  const ofSheet = above.map(unitOfLine).find((unit) => unit !== null) ?? '万元'
  const units = new Map<LedgerField, MoneyUnit>()
  for (const [column, field] of header.columns)
    if (MONEY_FIELDS.includes(field)) units.set(field, unitIn(header.labels.get(column) ?? '') ?? ofSheet)
  return units
}
