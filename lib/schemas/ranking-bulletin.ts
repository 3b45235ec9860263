import { z } from 'zod'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Bulletin } from '@/lib/domain/ranking/bulletin'
import type { MoneyFigure } from '@/lib/domain/ranking/bulletin-facts'
import type { CountedItem } from '@/lib/domain/ranking/item'
import type { ProjectLine, RankingContent } from '@/lib/domain/ranking/row'
import { SCORE_TABLES } from '@/lib/domain/score'
import { rankingMonthText } from './ranking'

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)
const nth = one(z.coerce.number().int().min(1).max(999).optional()).catch(undefined)

/** What the address of a bulletin says: which version, which figure is open. */
export const bulletinQuery = z.object({
  nth,
  figure: one(z.string().max(80).optional()).catch(undefined),
})

/** What the address of a workbook of the ranking says. */
export const rankingExport = z.object({ month: one(rankingMonthText), nth })

/** What the address of the exported rows says; without a subject, all rows of the table the reader may have. */
export const rankingRowsExport = rankingExport.extend({
  table: one(z.enum(SCORE_TABLES)),
  subject: one(z.uuid().optional()).catch(undefined),
})
export type RankingRowsExport = z.infer<typeof rankingRowsExport>

/** What the address of the comparison of districts says. */
export const cityQuery = z.object({ month: one(rankingMonthText.optional()).catch(undefined) })

/** A version of a month's bulletin as its reader sees it. */
export type BulletinEdition = Readonly<{
  versionId: string
  month: string
  nth: number
  note: string | null
  /** Last day that counts, until midnight. */
  dataLineOn: PlainDate
  signed: Readonly<{ by: string; at: string; checksum: string }> | null
  versions: readonly Readonly<{ nth: number; signedAt: string | null }>[]
  bulletin: Bulletin
}>

/** An item a figure counts. */
export type FigureItem = CountedItem & Readonly<{ subject: string; href: `/${string}` | null }>
/** A project a figure counts. */
export type FigureLine = Pick<ProjectLine, 'name' | 'planned' | 'actual' | 'deviation'> &
  Readonly<{
    id: string
    level: Level
    redDays: number
    /** Money of it that the figure adds up, 分 as text; empty where projects are counted. */
    amounts: readonly Readonly<{ of: Exclude<MoneyFigure, 'share'>; fen: string }>[]
    href: `/${string}` | null
  }>

/** The rows behind a figure of a bulletin, as many as `count` says; a page shows the first of them. */
export type BulletinRows = Readonly<{
  text: string
  /** Table, line and column it stands in; empty in a sentence. */
  of: readonly string[]
  count: number
  projects: readonly FigureLine[]
  items: readonly FigureItem[]
}>

/** The districts of a city month by month, oldest first; null where a district has published nothing. */
export type CityTrend = Readonly<{
  months: readonly string[]
  districts: readonly Readonly<{
    code: string
    name: string
    overalls: readonly (RankingContent['overall'] | null)[]
  }>[]
}>
