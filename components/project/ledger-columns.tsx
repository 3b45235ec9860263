import { Lamp } from '@/components/level/lamp'
import { RulerCell } from '@/components/level/ruler-cell'
import { WaivedLamp } from '@/components/level/waived-lamp'
import { Link } from '@/components/ui/link'
import { basisPoints } from '@/lib/domain/money'
import type { PlainDate } from '@/lib/domain/plain-date'
import { PROGRESS_STAGES } from '@/lib/domain/project'
import { plannedShare } from '@/lib/domain/project-dimension'
import { dayIn, monthOrDay } from '@/lib/i18n/day'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { wanText } from '@/lib/i18n/money'
import { leadOwner, reasonLine } from '@/lib/i18n/reason-line'
import { ownerText } from '@/lib/i18n/reason-text'
import type { Translator } from '@/lib/i18n/translator'
import type { ProjectSort } from '@/lib/schemas/project'
import type { ProjectColumn } from '@/lib/schemas/project-column'
import type { ProjectExtra, ProjectRow, ProjectTotals } from '@/lib/schemas/project-row'
import { ReasonCell } from './reason-cell'

export type CellContext = Readonly<{
  row: ProjectRow
  extra: ProjectExtra | undefined
  /** Place in the list, from 1. */
  place: number
  today: PlainDate
  locale: Locale
  t: Translator
}>

/** A column of the ledger: what it is called, how wide it is, what stands in it, and how it is summed and sorted. */
export type LedgerColumn = Readonly<{
  width: number
  /** Where English words need more room. */
  widthEn?: number
  align?: 'right' | 'center'
  sort?: ProjectSort
  /** Columns of one kind that stand together share a heading. */
  band?: 'money'
  text: (context: CellContext) => string | null | undefined
  /** When the text alone does not show it. */
  cell?: (context: CellContext) => React.ReactNode
  className?: string
  /** Too long for its cell: the whole of it on hover. */
  long?: true
  sum?: (totals: ProjectTotals) => string
}>

const percent = (hundredths: number) => (hundredths / 100).toFixed(1)
/** Signed difference with a true minus sign. */
export const signed = (hundredths: number) =>
  hundredths < 0 ? `−${percent(-hundredths)}` : hundredths > 0 ? `+${percent(hundredths)}` : '0.0'
const wan = (fen: bigint | null | undefined) => (fen === null || fen === undefined ? null : wanText(fen))
/** A sum of money; of what nobody has stated there is none. */
const sumText = (fen: bigint, known: boolean) => (known ? wanText(fen) : '—')
const share = (done: bigint | null, planned: bigint | null) =>
  planned === null ? null : basisPoints(done ?? 0n, planned)
const shareText = (hundredths: number | null) => (hundredths === null ? null : percent(hundredths))
const ownerOfRow = ({ row, locale }: CellContext) => {
  const reason = row.reasons[0]
  return reason ? ownerText(reason.owner, locale) : leadOwner(row.lead, locale)
}
const changeText = ({ row, t }: CellContext) =>
  row.lastWeekLevel && row.lastWeekLevel !== row.level
    ? `${t(`level.short.${row.lastWeekLevel}`)}→${t(`level.short.${row.level}`)}`
    : null
const why = ({ row, locale }: CellContext) => reasonLine(row.level, row.reasons[0], row.lead, locale)
const money = { width: 102, align: 'right', band: 'money' } as const
const long = { width: 220, long: true } as const

export const LEDGER_COLUMNS: Readonly<Record<ProjectColumn, LedgerColumn>> = {
  number: {
    width: 40,
    align: 'center',
    className: 'text-sm text-ink-3',
    text: ({ place }) => String(place),
  },
  name: {
    width: 196,
    sort: 'name',
    className: 'font-semibold',
    long: true,
    text: ({ row }) => row.name,
    cell: ({ row, locale }) => (
      <Link
        href={`/projects/${row.id}`}
        lang={languageOf(row.name, locale)}
        className="two-lines text-balance hover:text-link"
      >
        {row.name}
      </Link>
    ),
  },
  code: { width: 220, sort: 'code', text: ({ row }) => row.code },
  level: {
    width: 316,
    widthEn: 404,
    sort: 'level',
    long: true,
    text: why,
    cell: ({ row, locale, t }) => (
      <span className="flex items-center gap-2">
        <Lamp level={row.level} t={t} /> <WaivedLamp level={row.level} waived={row.waived} t={t} />
        <ReasonCell level={row.level} reason={row.reasons[0]} lead={row.lead} locale={locale} />
      </span>
    ),
  },
  change: { width: 62, widthEn: 112, className: 'text-sm text-ink-3', text: changeText },
  owner: { width: 94, widthEn: 112, long: true, text: ownerOfRow },
  ruler: {
    width: 206,
    widthEn: 214,
    className: 'px-2!',
    text: () => null,
    cell: ({ row, today, t }) => <RulerCell ruler={row.ruler} today={today} t={t} />,
  },
  taskforce: { width: 120, sort: 'taskforce', text: ({ row }) => row.taskforce },
  street: { width: 110, sort: 'street', text: ({ row }) => row.street },
  enterprise: { width: 200, sort: 'enterprise', long: true, text: ({ row }) => row.enterprise },
  nature: {
    width: 70,
    widthEn: 110,
    sort: 'nature',
    text: ({ row, t }) => row.nature && t(`project.nature.${row.nature}`),
  },
  content: { ...long, text: ({ extra }) => extra?.content },
  span: {
    width: 150,
    text: ({ extra }) =>
      [extra?.buildFrom, extra?.buildTo]
        .map((month) => month ?? '')
        .join('–')
        .replace(/^–$/, ''),
  },
  total: {
    ...money,
    sort: 'total',
    text: ({ row }) => wan(row.totalFen),
    sum: ({ sums }) => sumText(sums.totalFen, sums.totalFen !== 0n),
  },
  planned: {
    ...money,
    sort: 'planned',
    text: ({ row }) => wan(row.plannedFen),
    sum: ({ sums }) => sumText(sums.plannedFen, sums.plannedFen !== 0n),
  },
  week: { ...money, text: ({ extra }) => wan(extra?.weekFen) },
  done: {
    ...money,
    sort: 'done',
    text: ({ row }) => wan(row.doneFen),
    sum: ({ sums }) => sumText(sums.doneFen, sums.doneFen !== 0n || sums.plannedFen !== 0n),
  },
  share: {
    ...money,
    width: 62,
    sort: 'share',
    text: ({ row }) => shareText(share(row.doneFen, row.plannedFen)),
    sum: ({ sums }) => shareText(share(sums.doneFen, sums.plannedFen)) ?? '—',
  },
  deviation: {
    ...money,
    width: 64,
    widthEn: 90,
    text: ({ row, today }) => {
      const completed = share(row.doneFen, row.plannedFen)
      return completed !== null && PROGRESS_STAGES.includes(row.stage)
        ? signed(completed - plannedShare(today, row.planFrom))
        : null
    },
  },
  stage: { width: 88, widthEn: 150, sort: 'stage', text: ({ row, t }) => t(`project.stage.${row.stage}`) },
  milestone: {
    width: 130,
    widthEn: 230,
    sort: 'milestone',
    text: ({ row, today, t }) =>
      row.milestone &&
      `${monthOrDay(row.milestone.plannedOn, row.milestone.monthOnly, today)} ${t(`project.milestone.${row.milestone.kind}`)}`,
  },
  progress: { ...long, text: ({ extra }) => extra?.progress },
  procedures: {
    width: 100,
    text: ({ extra, t }) =>
      extra && extra.procedures.total > 0 ? t('projects.proceduresDone', { ...extra.procedures }) : null,
  },
  problem: { ...long, text: ({ extra, t }) => extra?.problems.join(t('projects.semicolon')) },
  request: { ...long, text: ({ extra, t }) => extra?.requests.join(t('projects.semicolon')) },
  next: { ...long, text: ({ extra }) => extra?.next },
  leader: { width: 104, sort: 'leader', text: ({ row }) => row.leader },
  leadUnit: { width: 104, sort: 'leadUnit', text: ({ row }) => row.leadUnit },
  steward: { width: 92, sort: 'steward', text: ({ row }) => row.steward },
  contact: { width: 104, text: ({ extra }) => extra?.contact },
  verified: {
    width: 104,
    sort: 'verified',
    text: ({ row, today }) => row.lastVerifiedOn && dayIn(row.lastVerifiedOn, today),
  },
  note: { ...long, text: ({ extra }) => extra?.note },
}

/** How wide a column is in a language. */
export const widthOf = (column: ProjectColumn, locale: Locale): number => {
  const { width, widthEn } = LEDGER_COLUMNS[column]
  return locale === 'en' ? (widthEn ?? width) : width
}

/** Width of the column rows are ticked in. */
export const TICK_WIDTH = 40

/** A width as it grows with the letters: what was made for 16 px to the rem. */
export const inRem = (px: number): string => `${px / 16}rem`

/** Where a frozen column stands; the last of them has the edge the others slide under. */
export function frozen(column: ProjectColumn, pickable: boolean): { left: string; edge: boolean } | null {
  const first = pickable ? TICK_WIDTH : 0
  if (column === 'number') return { left: inRem(first), edge: false }
  if (column === 'name') return { left: inRem(first + LEDGER_COLUMNS.number.width), edge: true }
  return null
}
