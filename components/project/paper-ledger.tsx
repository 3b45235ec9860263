import { RulerScale } from '@/components/level/clock-ruler'
import { Lamp } from '@/components/level/lamp'
import { Phrases } from '@/components/level/phrases'
import { RulerCell } from '@/components/level/ruler-cell'
import { WaivedLamp } from '@/components/level/waived-lamp'
import { LEVELS } from '@/lib/domain/level-scale'
import { basisPoints } from '@/lib/domain/money'
import type { PlainDate } from '@/lib/domain/plain-date'
import { PROGRESS_STAGES } from '@/lib/domain/project'
import { isWithinCard } from '@/lib/domain/project-card'
import { plannedShare } from '@/lib/domain/project-dimension'
import { monthOrDay } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { wanText } from '@/lib/i18n/money'
import { leadOwner, reasonLine } from '@/lib/i18n/reason-line'
import { ownerText } from '@/lib/i18n/reason-text'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { ProjectExportRow } from '@/lib/schemas/ledger-export'
import { signed } from './ledger-columns'

export type PaperSize = 'a3' | 'a4'

/** Columns of the printed ledger with their widths in millimetres; what A4 has no room for is left to A3. */
const COLUMNS = {
  a3: {
    row: 11,
    name: 42,
    level: 13,
    reason: 62,
    owner: 22,
    ruler: 50,
    total: 24,
    planned: 24,
    done: 23,
    share: 12,
    deviation: 13,
    stage: 19,
    milestone: 31,
    steward: 16,
    street: 23,
  },
  a4: {
    row: 10,
    name: 35,
    level: 12,
    reason: 48,
    owner: 19,
    ruler: 50,
    total: 22,
    planned: 22,
    done: 22,
    milestone: 28,
  },
} as const satisfies Record<PaperSize, Readonly<Record<string, number>>>
type Column = keyof (typeof COLUMNS)['a3']

/** Where no English word would break within, and what gives the room. */
const COLUMNS_EN: Readonly<Record<PaperSize, Partial<Record<Column, number>>>> = {
  a3: { name: 40, level: 20, reason: 55, total: 23, planned: 22, done: 22, stage: 25, milestone: 32, steward: 19 },
  a4: { level: 20, reason: 40 },
}

const NUMBERS: ReadonlySet<Column> = new Set(['total', 'planned', 'done', 'share', 'deviation'])
const MIDDLE: ReadonlySet<Column> = new Set(['row', 'level'])
const money = (fen: bigint | null): string => (fen === null ? '—' : wanText(fen))
const percent = (hundredths: number | null): string => (hundredths === null ? '—' : (hundredths / 100).toFixed(1))

/** The ledger as offices pin it to a wall: every row of the filter, header on every page, totals at the end. */
export function PaperLedger({
  rows,
  size,
  cardOnly,
  today,
  locale,
}: {
  rows: readonly ProjectExportRow[]
  size: PaperSize
  cardOnly: boolean
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const all = Object.entries({ ...COLUMNS[size], ...(locale === 'en' && COLUMNS_EN[size]) }) as [Column, number][]
  const columns = cardOnly ? all.filter(([column]) => isWithinCard(column)) : all
  return (
    <table className={`paper-table ${size === 'a3' ? 'text-sm' : 'text-xs'}`}>
      <colgroup>
        {columns.map(([column, width]) => (
          <col key={column} style={{ width: `${width}mm` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(([column]) => (
            <th key={column} scope="col" className={column === 'ruler' ? 'px-0.5!' : undefined}>
              {column === 'ruler' ? <RulerScale /> : t(`paper.column.${column}`)}
              {column === 'ruler' && <span className="sr-only">{t('paper.column.ruler')}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.id} className="h-9">
            {columns.map(([column]) => (
              <td key={column} className={classOf(column)}>
                <Cell column={column} row={row} index={index} today={today} locale={locale} t={t} />
              </td>
            ))}
          </tr>
        ))}
        <TotalRow rows={rows} columns={columns.map(([column]) => column)} t={t} />
      </tbody>
    </table>
  )
}

const classOf = (column: Column): string | undefined =>
  NUMBERS.has(column)
    ? 'paper-number'
    : MIDDLE.has(column)
      ? 'text-center!'
      : column === 'ruler'
        ? 'px-0.5!'
        : column === 'name'
          ? 'font-semibold'
          : undefined

function Cell({
  column,
  row,
  index,
  today,
  locale,
  t,
}: {
  column: Column
  row: ProjectExportRow
  index: number
  today: PlainDate
  locale: Locale
  t: Translator
}): React.ReactNode {
  const reason = row.reasons[0]
  const share = row.plannedFen === null ? null : basisPoints(row.doneFen ?? 0n, row.plannedFen)
  switch (column) {
    case 'row':
      return index + 1
    case 'name':
      return row.name
    case 'level':
      return (
        <>
          <Lamp level={row.level} quiet t={t} /> <WaivedLamp level={row.level} waived={row.waived} t={t} />
        </>
      )
    case 'reason':
      return <Phrases text={reasonLine(row.level, reason, row.lead, locale)} locale={locale} />
    case 'owner':
      return (reason ? ownerText(reason.owner, locale) : leadOwner(row.lead, locale)) ?? '—'
    case 'ruler':
      return <RulerCell ruler={row.ruler} today={today} t={t} />
    case 'total':
      return money(row.totalFen)
    case 'planned':
      return money(row.plannedFen)
    case 'done':
      return money(row.doneFen)
    case 'share':
      return percent(share)
    case 'deviation':
      return share === null || !PROGRESS_STAGES.includes(row.stage)
        ? '—'
        : signed(share - plannedShare(today, row.planFrom))
    case 'stage':
      return t(`project.stage.${row.stage}`)
    case 'milestone':
      return row.milestone
        ? `${monthOrDay(row.milestone.plannedOn, row.milestone.monthOnly, today)} ${t(`project.milestone.${row.milestone.kind}`)}`
        : '—'
    case 'steward':
      return row.steward?.name ?? '—'
    case 'street':
      return row.street ?? '—'
  }
}

function TotalRow({
  rows,
  columns,
  t,
}: {
  rows: readonly ProjectExportRow[]
  columns: readonly Column[]
  t: Translator
}) {
  const sum = (pick: (row: ProjectExportRow) => bigint | null) => rows.reduce((all, row) => all + (pick(row) ?? 0n), 0n)
  const [planned, done] = [sum((row) => row.plannedFen), sum((row) => row.doneFen)]
  const words: Partial<Record<Column, string>> = {
    name: t('paper.sum', { n: rows.length }),
    reason: LEVELS.toReversed()
      .map((level) =>
        t('level.count', { level: t(`level.short.${level}`), n: rows.filter((row) => row.level === level).length }),
      )
      .join('　'),
    total: wanText(sum((row) => row.totalFen)),
    planned: wanText(planned),
    done: wanText(done),
    share: percent(basisPoints(done, planned)),
  }
  return (
    <tr className="h-9 font-semibold">
      {columns.map((column) => (
        <td key={column} className={classOf(column)}>
          {words[column]}
        </td>
      ))}
    </tr>
  )
}
