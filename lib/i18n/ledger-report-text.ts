import { moneyMissing } from '@/lib/domain/ledger-missing'
import { isOfIssues, isOfRegister, type LedgerReport, type ReportRow } from '@/lib/domain/ledger-report'
import type { LedgerUndone } from '@/lib/domain/ledger-undone'
import { changeText, fieldText, noteText } from './ledger-text'
import type { Locale } from './locale'
import { translator } from './translator'

/** `refused`: rows with errors kept all of it out, as `--strict` asks; like a rehearsal it wrote nothing, but it is none. */
export type ReportFrame = Readonly<{ file: string; dryRun: boolean; refused?: boolean }>

/** Columns a terminal gives a text: Chinese characters take two. */
const widthOf = (text: string) =>
  [...text].reduce(
    (width, char) =>
      width +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6“”’‘…—]/u.test(char)
        ? 2
        : 1),
    0,
  )
const padTo = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - widthOf(text)))

function table(lines: readonly (readonly string[])[]): string[] {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ''))))
  return lines.map((line) =>
    line
      .map((text, column) => (column === line.length - 1 ? text : padTo(text, widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}

const remarksOf = (row: ReportRow, locale: Locale) =>
  [...row.notes.map((note) => noteText(note, locale)), ...row.changes.map((change) => changeText(change, locale))].join(
    ' ',
  )

function rowTable(report: LedgerReport, locale: Locale): string[] {
  const t = translator(locale)
  const head = isOfIssues(report) ? 'ledger.report.issueColumns' : 'ledger.report.columns'
  return report.sheets.flatMap(({ name }) => {
    const rows = report.projects.filter((row) => row.sheet === name)
    if (rows.length === 0) return []
    const lines = rows.map((row) => [
      String(row.row),
      t(`ledger.verdict.${row.verdict}`),
      row.name || t('ledger.report.nothing'),
      remarksOf(row, locale),
    ])
    return ['', t('ledger.report.sheet', { name }), ...table([t(head).split('\t'), ...lines])]
  })
}

/** Names a line shows; all of them are in --json. */
const SHOWN = 12

/** Kinds an answer may also make; of a stage or a person it can only say which is meant. */
const HELD = ['TASKFORCE', 'STREET'] as const
const ASKED = ['STAGE', 'PERSON'] as const
const MADE = ['ORG', 'ENTERPRISE', 'PERSON'] as const

/** People nobody was made of: the office has to say who they are. */
const askedPeople = ({ projects }: LedgerReport): ReadonlySet<string> =>
  new Set(
    projects.flatMap(({ notes }) =>
      notes.flatMap(({ code, params }) => (/^PERSON_(?:AMBIGUOUS|UNNAMED)$/.test(code) ? [String(params.text)] : [])),
    ),
  )

function unknownLines(report: LedgerReport, dryRun: boolean, locale: Locale): string[] {
  const t = translator(locale)
  const join = (texts: readonly string[]) =>
    texts.slice(0, SHOWN).join(locale === 'en' ? ', ' : '、') + (texts.length > SHOWN ? '…' : '')
  const { unknown } = report
  const people = askedPeople(report)
  const held = HELD.flatMap((kind) => {
    const texts = unknown[kind]
    return texts ? [t('ledger.report.unknownHeld', { kind: t(`ledger.kind.${kind}`), texts: join(texts) })] : []
  })
  const asked = ASKED.flatMap((kind) => {
    const texts = (unknown[kind] ?? []).filter((text) => kind !== 'PERSON' || people.has(text))
    return texts.length > 0
      ? [t('ledger.report.unknownWord', { kind: t(`ledger.kind.${kind}`), texts: join(texts) })]
      : []
  })
  const made = MADE.flatMap((kind) => {
    const texts = (unknown[kind] ?? []).filter((text) => kind !== 'PERSON' || !people.has(text))
    if (texts.length === 0) return []
    const params = {
      kind: t(`ledger.kind.${kind}`),
      count: String(texts.length),
      dry: dryRun ? 'yes' : 'no',
      texts: join(texts),
    }
    return [t('ledger.report.unknownMade', params)]
  })
  const columns = unknown.COLUMN ? [t('ledger.report.unknownColumn', { texts: join(unknown.COLUMN) })] : []
  const missing = (isOfIssues(report) || isOfRegister(report) ? [] : moneyMissing(report)).map(
    ({ sheet, field, columns: like }) =>
      t('ledger.report.moneyMissing', {
        name: sheet,
        field: fieldText(field, locale),
        texts: like.length > 0 ? join(like) : 'none',
      }),
  )
  return [...held, ...asked, ...made, ...columns, ...missing]
}

/** The report of an import as an office reads it on a terminal: what was read, a verdict per row, what to do next. */
export function ledgerReportText(
  report: LedgerReport,
  { file, dryRun, refused = false }: ReportFrame,
  locale: Locale,
): string {
  const t = translator(locale)
  const text = (n: number) => String(n)
  const { created, changed, unchanged, rejected, issues, totals } = report
  const counts = {
    created: text(created),
    changed: text(changed),
    unchanged: text(unchanged),
    rejected: text(rejected),
    issues: text(issues),
  }
  const end = dryRun
    ? t('ledger.report.dry')
    : refused
      ? t('ledger.report.refused', { rejected: text(rejected) })
      : report.batchId
        ? t('ledger.report.done', { batchId: report.batchId })
        : t('ledger.report.none')
  return [
    t('ledger.report.head', { file, sheets: text(report.sheets.length), rows: text(report.rows) }),
    ...report.skipped.map(({ name, reason }) => t('ledger.report.skipped', { name, reason })),
    ...rowTable(report, locale),
    '',
    t('ledger.report.counts', counts),
    ...(isOfIssues(report) || isOfRegister(report)
      ? []
      : [t('ledger.report.totals', { totalWan: text(totals.totalWan), planWan: text(totals.planWan) })]),
    ...Object.entries(report.byTeam).map(
      ([team, count]) => `  ${t('ledger.report.team', { team, count: text(count) })}`,
    ),
    ...unknownLines(report, dryRun || refused, locale),
    ...(rejected > 0 ? [t('ledger.report.rejected')] : []),
    end,
  ].join('\n')
}

/** What an undo removed, what it put back, and what it left. */
export function ledgerUndoneText({ restored, removed, kept }: LedgerUndone, locale: Locale): string {
  const t = translator(locale)
  const names = kept.map(({ name }) => name).join(locale === 'en' ? ', ' : '、')
  return [
    t('ledger.report.undone', { removed, restored: restored - removed }),
    ...(kept.length > 0 ? [t('ledger.report.kept', { names })] : []),
  ].join('\n')
}
