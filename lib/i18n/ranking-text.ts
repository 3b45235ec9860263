import { parseDecimal, times, toFixedDecimal, whole } from '@/lib/domain/decimal'
import { type CountsFor, isIndicator } from '@/lib/domain/ranking/item'
import { percentOf } from '@/lib/domain/ranking/month-money'
import { BANDS, type RankingRow } from '@/lib/domain/ranking/row'
import type { Indicator, ScoreTable } from '@/lib/domain/score'
import type { Locale } from './locale'
import { MESSAGES } from './messages'
import type { Translator } from './translator'

/** A decimal with one place, half up: `38.20` → `38.2`. */
export function oneDecimal(decimal: string): string {
  const value = parseDecimal(decimal)
  return value ? toFixedDecimal(value, 1) : decimal
}

/** A rate as people read it: `0.8542` → `85.4%`. */
export function rateText(rate: string): string {
  const value = parseDecimal(rate)
  return value ? `${toFixedDecimal(times(value, whole(100)), 1)}%` : rate
}

/** Tenths of a point: `891` → `89.1`. */
export const tenthsText = (tenths: number): string => (tenths / 10).toFixed(1)

/** Hundredths of a percent: `-350` → `−3.5`. */
export const shareText = (hundredths: number): string => percentOf(hundredths).replace('-', '−')

/** A figure of a Chinese paper as a sentence of a language quotes it: in English without its measure word. */
export const figureIn = (text: string, locale: Locale): string =>
  locale === 'en' ? text.replace(/(?<=\d)[个件]$/u, '') : text

/** What an item counts for: the name of an indicator, what costs points, or what a subject is reminded of. */
export const countsForText = (table: ScoreTable, indicator: CountsFor, t: Translator): string =>
  isIndicator(indicator)
    ? t(`ranking.indicator.${table}.${indicator}`)
    : indicator === 'RED'
      ? t('ranking.ownReds')
      : t(`ranking.deduction.${table}`)

/** What an indicator counts: items; or, for data quality, the weeks of projects, of which one line holds several. */
export const countUnit = (table: ScoreTable, indicator: Indicator): 'WEEKS' | 'ITEMS' =>
  table === 'STEWARD' && indicator === 'E' ? 'WEEKS' : 'ITEMS'

/** Why a row is shown and not ranked; null when it is ranked. */
export function unrankedText(
  { unranked, due }: Pick<RankingRow, 'unranked' | 'due'>,
  { fewestDue, fewestProjects }: Readonly<{ fewestDue: number; fewestProjects: number }>,
  t: Translator,
): string | null {
  if (unranked === 'FEW_DUE') return t('ranking.few', { n: due, least: fewestDue })
  return unranked === 'FEW_PROJECTS' ? t('ranking.fewProjects', { least: fewestProjects }) : null
}

type OrgKind = keyof (typeof MESSAGES)['zh-CN']['orgs']['kinds']
const isOrgKind = (text: string): text is OrgKind => text in MESSAGES['zh-CN'].orgs.kinds

/** The name of a group of rows: how many projects a steward has, the kind of a unit, or the unit's own name. */
export function groupText(group: string, t: Translator): string {
  const band = BANDS.find((one) => one === group)
  if (band) return t(`ranking.band.${band}`)
  return isOrgKind(group) ? t(`orgs.kinds.${group}`) : group
}

const MONTH = /^(\d{4})-(\d{2})$/

/** Year and month of `2026-10` as numbers a sentence takes: no leading zeros, no separators. */
export function monthParts(month: string): { year: string; month: string } {
  const [, year = '', number = ''] = MONTH.exec(month) ?? []
  return { year, month: String(Number(number)) }
}

/** `2026年10月`. */
export const monthText = (month: string, t: Translator): string => t('ranking.month', monthParts(month))

/** Names one after the other. */
export const listedNames = (names: readonly string[], t: Translator): string => names.join(t('ranking.listComma'))
