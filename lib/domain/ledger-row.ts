import { natureOf, stageOf } from './ledger-choice'
import type { LedgerField } from './ledger-column'
import { dayOfSerial, type LedgerSpan, readDay, readSpan } from './ledger-date'
import { readMoney } from './ledger-money'
import { isNameless, type LedgerPerson, readPerson } from './ledger-person'
import type { LedgerSheet, SheetRow } from './ledger-sheet'
import { isUndecided, nameKey, saidOf, squeeze } from './ledger-text'
import { exactWan, FEN_PER_WAN } from './money'
import { dayOfMonth, type PlainDate, yearOf } from './plain-date'
import type { MilestoneKind, Nature, Stage } from './project'
import { err } from './result'

/** What there is to say about a row. An error keeps it out; a question holds it until the office answers once. */
export type LedgerNote = Readonly<{
  code: string
  severity: 'error' | 'question' | 'warning'
  params: Readonly<Record<string, string | number>>
}>

export type LedgerMilestone = Readonly<{ kind: MilestoneKind; actual: boolean; on: PlainDate; monthOnly: boolean }>

/** One project as a ledger row states it; null is what the row leaves open. Money in 分. 台账行 */
export type LedgerRow = Readonly<{
  sheet: string
  row: number
  id: string | null
  number: number | null
  code: string | null
  name: string
  team: string | null
  /** Where the 专班 may be said instead: section title, sheet name, heading. */
  teamHints: readonly string[]
  street: string | null
  enterprise: string | null
  nature: Nature | null
  content: string | null
  span: LedgerSpan | null
  totalFen: bigint | null
  planFen: bigint | null
  planYear: number
  weekFen: bigint | null
  doneFen: bigint | null
  stageText: string | null
  stage: Stage | null
  progress: string | null
  problem: string | null
  request: string | null
  districtRequest: boolean
  next: string | null
  leader: LedgerPerson | null
  leadUnit: string | null
  steward: LedgerPerson | null
  contact: LedgerPerson | null
  note: string | null
  milestones: readonly LedgerMilestone[]
  /** Day the row speaks of. */
  asOf: PlainDate
  notes: readonly LedgerNote[]
  /** Of a row that was once exported: what the file says, cells that were left alone included. */
  stated?: Readonly<{ totalFen: bigint | null; planFen: bigint | null; issue: boolean }>
}>

// A project name must fit one cell of the A3 ledger.
const NAME_MAX = 60
/** So many times the total is another unit, not another opinion. */
const FAR = 10n
/** A project of as many 分 is larger than any a district has: 1,000 亿元, and most likely another unit. */
const HUGE_FEN = 10_000_000n * FEN_PER_WAN
const moneyShown = (planFen: bigint, totalFen: bigint) => ({ plan: exactWan(planFen), total: exactWan(totalFen) })
const DAY_FIELDS: readonly (readonly [LedgerField, MilestoneKind, boolean])[] = [
  ['signing', 'SIGNING', true],
  ['start', 'START', false],
  ['startActual', 'START', true],
  ['enrolment', 'ENROLMENT', true],
  ['completion', 'COMPLETION', false],
  ['production', 'PRODUCTION', false],
]

/** Collects what is said about one row while it is read. */
class Reader {
  readonly notes: LedgerNote[] = []
  constructor(
    readonly row: SheetRow,
    readonly sheet: LedgerSheet,
  ) {}
  note(severity: LedgerNote['severity'], code: string, params: LedgerNote['params'] = {}) {
    this.notes.push({ severity, code, params })
  }
  raw = (field: LedgerField): string | undefined => this.row.cells.get(field)?.text
  text = (field: LedgerField): string | null => saidOf(this.raw(field))
  /** As `text`, on one line. */
  line = (field: LedgerField): string | null =>
    this.text(field)
      ?.split('\n')
      .map((part) => part.trim())
      .join('') ?? null

  money(field: 'total' | 'plan' | 'week' | 'done'): bigint | null {
    const read = readMoney(this.raw(field), this.sheet.units.get(field) ?? '万元')
    if (read.ok) return read.value
    this.note('error', read.error.code, { field, text: squeeze(this.raw(field) ?? '').slice(0, 20) })
    return null
  }

  /** The day a cell shows that the workbook keeps as a number. */
  private day(field: LedgerField): PlainDate | null {
    const cell = this.row.cells.get(field)
    return cell?.kind === 'serial' ? dayOfSerial(Number(cell.text), this.sheet.date1904) : null
  }
  /** What the office sees in the cell, as far as a message has room. */
  private shown = (field: LedgerField, length: number): string =>
    this.day(field) ?? squeeze(this.raw(field) ?? '').slice(0, length)

  /** A day still to be settled leaves what is known as it is: the office is told so. */
  private undecided(field: LedgerField) {
    if (isUndecided(this.raw(field)))
      this.note('warning', 'DATE_UNDECIDED', { field, text: squeeze(this.raw(field) ?? '') })
  }

  span(today: PlainDate): LedgerSpan | null {
    const day = this.day('span')
    // A month typed alone is kept as its first day; any other day was typed as something else (“6-12”).
    const read =
      day && dayOfMonth(day) > 1
        ? err({ code: 'SPAN_UNREADABLE' })
        : readSpan(day ?? this.raw('span'), yearOf(this.sheet.asOf ?? today))
    this.undecided('span')
    if (read.ok) return read.value
    const params = { field: 'span', text: this.shown('span', 30) }
    this.note(read.error.code === 'SPAN_DURATION' ? 'warning' : 'error', read.error.code, params)
    return null
  }

  milestones(today: PlainDate): LedgerMilestone[] {
    const thisYear = yearOf(this.sheet.asOf ?? today)
    return DAY_FIELDS.flatMap(([field, kind, actual]) => {
      this.undecided(field)
      const read = readDay(this.raw(field), this.sheet.planYear, this.sheet.date1904, thisYear)
      if (!read.ok) {
        this.note(read.error.code === 'MONTH_INVALID' ? 'error' : 'warning', read.error.code, {
          field,
          text: this.shown(field, 20),
        })
        return []
      }
      if (!read.value) return []
      const { on, monthOnly, assumed } = read.value
      if (assumed) this.note('warning', 'DATE_ASSUMED', { field, text: this.shown(field, 20), on })
      // Something that has happened cannot lie ahead: then it is still a plan.
      return [{ kind, actual: actual && on <= today, on, monthOnly }]
    })
  }

  person(field: 'leader' | 'steward' | 'contact', phone?: LedgerField): LedgerPerson | null {
    const person = readPerson(this.raw(field), phone && this.raw(phone))
    if (person?.phoneOdd) this.note('warning', 'PHONE_ODD', { field, name: person.name, text: person.phoneOdd })
    if (person?.others) this.note('warning', 'PERSON_FIRST', { field, name: person.name })
    if (isNameless(this.raw(field), phone && this.raw(phone))) this.note('warning', 'PERSON_NAMELESS', { field })
    return person
  }

  stage(answers: ReadonlyMap<string, Stage>): Stage | null {
    const said = this.line('stage')
    if (said === null) return null
    const stage = answers.get(nameKey(said)) ?? stageOf(said)
    if (!stage) this.note('error', 'STAGE_UNKNOWN', { text: said })
    return stage
  }

  nature(): Nature | null {
    const said = this.line('nature')
    const nature = said === null ? null : natureOf(said)
    if (said !== null && !nature) this.note('warning', 'NATURE_UNKNOWN', { text: said })
    return nature
  }

  /** What is odd about cells whatever they hold: formulas, errors, text that begins like a formula, too much of it. */
  cells() {
    const cells = [...this.row.cells]
    if (this.row.hidden) this.note('warning', 'ROW_HIDDEN')
    if (cells.some(([, cell]) => cell.formula)) this.note('warning', 'FORMULA')
    if (cells.some(([, cell]) => !cell.formula && cell.kind === 'text' && /^\s*[=＝]/.test(cell.text)))
      this.note('warning', 'LOOKS_LIKE_FORMULA')
    for (const [field, cell] of cells) {
      if (cell.formula && cell.text === '') this.note('error', 'FORMULA_EMPTY', { field })
      if (cell.kind === 'error') this.note('error', 'CELL_ERROR', { field, text: cell.text.slice(0, 20) })
      if (cell.long) this.note('error', 'CELL_TOO_LONG', { field })
    }
  }
}

const SECTION_NUMBER = /^[(（]?[一二三四五六七八九十\d]+[)）]?[、.．]?|[((]?共?\d+个.*$/g

function hintsOf(row: SheetRow, sheet: LedgerSheet): string[] {
  const ofTitle = /([\u4e00-\u9fff()]{2,20}专班)/u.exec(sheet.title)?.[1]
  return [row.section?.replace(SECTION_NUMBER, ''), sheet.name, ofTitle].filter(
    (hint) => hint !== undefined && hint !== '',
  ) as string[]
}

/**
 * Reads one row of a ledger sheet; what it cannot read becomes a note, never a guess.
 *
 * @param stages stage words an office has explained once, by `nameKey`
 */
export function readRow(
  row: SheetRow,
  sheet: LedgerSheet,
  today: PlainDate,
  stages: ReadonlyMap<string, Stage>,
): LedgerRow {
  const r = new Reader(row, sheet)
  r.cells()
  const name = r.line('name') ?? ''
  if (name === '') r.note('error', 'NAME_EMPTY')
  else if (name.length > NAME_MAX) r.note('error', 'NAME_TOO_LONG', { max: NAME_MAX })
  const [totalFen, planFen] = [r.money('total'), r.money('plan')]
  if (totalFen !== null && totalFen >= HUGE_FEN) r.note('warning', 'TOTAL_HUGE', { total: exactWan(totalFen) })
  if (totalFen !== null && planFen !== null && planFen > totalFen && totalFen > 0n)
    if (planFen >= totalFen * FAR) r.note('error', 'PLAN_FAR_OVER_TOTAL', moneyShown(planFen, totalFen))
    else r.note('warning', 'PLAN_OVER_TOTAL', moneyShown(planFen, totalFen))
  const number = squeeze(r.raw('number') ?? '')
  const code = r.text('code')
  return {
    sheet: sheet.name,
    row: row.number,
    id: r.text('id') && squeeze(r.raw('id') ?? '').toLowerCase(),
    number: /^\d{1,9}$/.test(number) ? Number(number) : null,
    code: code && squeeze(code).toUpperCase(),
    name,
    team: r.line('team'),
    teamHints: hintsOf(row, sheet),
    street: r.line('street'),
    enterprise: r.line('enterprise'),
    nature: r.nature(),
    content: r.text('content'),
    span: r.span(today),
    totalFen,
    planFen,
    planYear: sheet.planYear,
    weekFen: r.money('week'),
    doneFen: r.money('done'),
    stageText: r.line('stage'),
    stage: r.stage(stages),
    progress: r.text('progress'),
    problem: r.text('problem'),
    request: r.text('request'),
    districtRequest: sheet.districtRequest,
    next: r.text('next'),
    leader: r.person('leader'),
    leadUnit: r.line('leadUnit'),
    steward: r.person('steward', 'stewardPhone'),
    contact: r.person('contact', 'contactPhone'),
    note: r.text('note'),
    milestones: r.milestones(today),
    asOf: sheet.asOf ?? today,
    notes: r.notes,
  }
}
