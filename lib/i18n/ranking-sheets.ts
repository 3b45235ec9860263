import type { BulletinTable } from '@/lib/domain/ranking/bulletin'
import { INDICATOR_NAMES, WHO } from '@/lib/domain/ranking/indicator-names'
import { type CountedItem, isIndicator } from '@/lib/domain/ranking/item'
import type { RankingParameters } from '@/lib/domain/ranking/parameters'
import type { Means, RankingRow } from '@/lib/domain/ranking/row'
import { INDICATORS, type ScoreTable } from '@/lib/domain/score'
import { isUuid } from '@/lib/schemas/id'
import { LEDGER_LOCALE } from './project-export-cells'
import { translator } from './translator'

const t = translator(LEDGER_LOCALE)

/** A list in cells, before it has a title: what a workbook's sheet is made of. */
export type SheetRows = Readonly<{
  columns: readonly Readonly<{
    header: string
    kind: 'text' | 'whole' | 'money' | 'share' | 'day'
    width: number
    centred?: boolean
  }>[]
  rows: readonly (readonly (string | number | null)[])[]
  total?: readonly Readonly<{
    value: string | number | null
    /** The rows above add up to it: a workbook writes it as their sum. */
    summed: boolean
  }>[]
}>

const cellOf = (text: string, kind: SheetRows['columns'][number]['kind']): string | number | null => {
  if (kind === 'text') return text
  return text === '' || text === '—' ? null : Number(text.replace('−', '-'))
}

/** Whether cells of a column add up to its total. */
const addsUp = (cells: readonly (string | number | null)[], total: string | number | null): boolean =>
  typeof total === 'number' && Math.abs(cells.reduce<number>((sum, cell) => sum + Number(cell ?? 0), 0) - total) < 1e-6

/** A table of the bulletin in cells: numbers are numbers, a dash is an empty cell. */
export function bulletinRows({ columns, rows, total }: BulletinTable): SheetRows {
  const cells = (runs: BulletinTable['rows'][number]) =>
    columns.map(({ holds }, i) => cellOf((holds === 'money' && runs[i]?.exact) || (runs[i]?.text ?? ''), holds))
  const lines = rows.map(cells)
  return {
    columns: columns.map(({ header, holds, width, align }) => ({
      header,
      kind: holds,
      width: Math.round(width * 1.4),
      centred: align === 'center',
    })),
    rows: lines,
    ...(total
      ? {
          total: cells(total).map((value, i) => ({
            value,
            summed:
              columns[i]?.holds !== 'share' &&
              addsUp(
                lines.map((line) => line[i] ?? null),
                value,
              ),
          })),
        }
      : {}),
  }
}

type Word = keyof typeof import('@/messages/zh-CN/bulletin.json')['column']
const column = (word: Word, kind: SheetRows['columns'][number]['kind'], width: number, centred = false) => ({
  header: t(`bulletin.column.${word}`),
  kind,
  width,
  centred,
})

const indicatorName = (table: ScoreTable, indicator: CountedItem['indicator']): string =>
  isIndicator(indicator) ? INDICATOR_NAMES[table][indicator] : t(`bulletin.indicator.${indicator}`)

const changedWord = ({ changedBy }: CountedItem): string | null => {
  if (changedBy === null) return null
  return t(isUuid(changedBy) ? 'bulletin.changed.OBJECTION' : 'bulletin.changed.CORRECTION')
}

/** Every item of a table's subjects, counted and left out, with why 计分明细. */
export function itemRows(rows: readonly RankingRow[], items: readonly CountedItem[]): SheetRows {
  const names = new Map(rows.map(({ subjectId, name }) => [subjectId, name]))
  return {
    columns: [
      column('row', 'whole', 6, true),
      column('subject', 'text', 20),
      column('indicator', 'text', 7, true),
      column('name', 'text', 14),
      column('kind', 'text', 9, true),
      column('label', 'text', 44),
      column('counts', 'text', 9, true),
      column('out', 'text', 18),
      column('num', 'whole', 8),
      column('den', 'whole', 8),
      column('weight', 'whole', 7),
      column('n', 'whole', 7),
      column('due', 'day', 12),
      column('done', 'day', 12),
      column('changed', 'text', 10),
      column('seq', 'whole', 9),
    ],
    rows: items.map((item, i) => [
      i + 1,
      names.get(item.subjectId) ?? '',
      item.indicator,
      indicatorName(item.table, item.indicator),
      t(`bulletin.kind.${item.kind}`),
      item.label,
      t(item.out === null ? 'bulletin.yes' : 'bulletin.no'),
      item.out === null ? null : t(`bulletin.out.${item.out}`),
      item.num,
      item.den,
      item.weight,
      item.n,
      item.dueOn,
      item.doneOn,
      changedWord(item),
      item.seq,
    ]),
  }
}

/**
 * The arithmetic of a table's scores, a line for each indicator of each subject: with the items beside it whoever likes can
 * count every score himself 得分.
 *
 * @source meetings-and-ranking B2
 */
export function scoreRows(
  table: ScoreTable,
  rows: readonly RankingRow[],
  means: Means,
  { tables, priors }: RankingParameters,
): SheetRows {
  const { deduction } = tables[table]
  return {
    columns: [
      column('rank', 'whole', 6, true),
      column('subject', 'text', 20),
      column('indicator', 'text', 7, true),
      column('name', 'text', 14),
      column('points', 'whole', 7),
      column('sum', 'text', 16),
      column('of', 'whole', 9),
      column('n', 'whole', 8),
      column('rate', 'text', 9),
      column('mean', 'text', 16),
      column('meanShown', 'text', 10),
      column('prior', 'whole', 9),
      column('adjusted', 'text', 9),
      column('part', 'text', 9),
      column('events', 'whole', 9),
      column('each', 'whole', 8),
      column('cap', 'whole', 8),
      column('score', 'text', 8),
    ],
    rows: rows.flatMap((row) =>
      INDICATORS.map((indicator) => {
        const { weight, num, den, of, n, rate, mean, adjusted, points } = row.parts[indicator]
        return [
          row.rank,
          row.name,
          indicator,
          INDICATOR_NAMES[table][indicator],
          weight,
          `${num}/${den}`,
          of,
          n,
          rate,
          `${means[indicator].num}/${means[indicator].den}`,
          mean,
          priors[indicator],
          adjusted,
          points,
          row.deduction.events,
          deduction.each,
          deduction.cap,
          row.score,
        ]
      }),
    ),
  }
}

/** `月通报_2026年10月_第2版.docx`: what it is of, and which version; a draft says so. */
export function rankingFileName(
  what: 'BULLETIN' | 'WORKBOOK' | 'ROWS' | 'DISTRICTS',
  month: string,
  { nth, draft, table }: Readonly<{ nth?: number; draft?: boolean; table?: ScoreTable }>,
  ending: 'docx' | 'xlsx',
): string {
  const [year, number] = month.split('-')
  const words = [
    t(`bulletin.file.${what}`, { year: String(year), month: Number(number), table: table ? WHO[table] : '' }),
    nth !== undefined && nth > 1 ? t('bulletin.nth', { nth }) : '',
    draft ? t('bulletin.draft') : '',
  ]
  return `${words.filter((word) => word !== '').join('_')}.${ending}`
}
