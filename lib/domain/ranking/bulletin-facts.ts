import type { PlainDate } from '../plain-date'
import { type Indicator, SCORE_TABLES, type ScoreTable } from '../score'
import type { CountsFor } from './item'
import type { ProjectLine, RankingContent, RankingRow } from './row'

/** Everything a bulletin is made from; all of it is frozen with the month's version. */
export type BulletinFacts = Readonly<{
  /** 二七区“双轮驱动” */
  district: string
  /** The office that issues it. */
  office: string
  nth: number
  /** Day of the version; of a draft, the day it is to be published. */
  on: PlainDate
  /** 更正说明 of a version after the first. */
  note: string | null
  content: RankingContent
  rows: Readonly<Record<ScoreTable, readonly RankingRow[]>>
  /** Projects of the ledger at the data line. */
  projects: readonly ProjectLine[]
  objections: Readonly<{ heard: number; accepted: number }>
  /** Nothing is signed yet: nobody is praised. */
  draft: boolean
}>

/** Sums of money a bulletin names: each opens the projects it is the sum of. */
export const MONEY_FIGURES = ['total', 'plan', 'done', 'new', 'share'] as const
export type MoneyFigure = (typeof MONEY_FIGURES)[number]

/**
 * Figures of a bulletin by their ids 数字的编号: projects of all, of a group, or that were red, and sums of their money; items of
 * an indicator of one subject or of a whole table, all of them or those that were kept; the rate and the points they give;
 * what costs points; the reds a unit is reminded of. Each has an id of its own, so that whoever opens one reads of that one.
 */
export const figure = {
  projects: 'projects',
  red: 'red',
  money: (of: MoneyFigure) => `money.${of}`,
  group: (by: 'taskforce' | 'area', id: string) => `${by}.${id}`,
  groupMoney: (by: 'taskforce' | 'area', id: string, of: MoneyFigure) => `${by}.${id}.${of}`,
  project: (id: string) => `project.${id}`,
  items: (table: ScoreTable, subjectId: string | null, indicator: Indicator) =>
    `items.${table}.${subjectId ?? 'all'}.${indicator}`,
  kept: (table: ScoreTable, subjectId: string | null, indicator: Indicator) =>
    `kept.${table}.${subjectId ?? 'all'}.${indicator}`,
  rate: (table: ScoreTable, subjectId: string | null, indicator: Indicator) =>
    `rate.${table}.${subjectId ?? 'all'}.${indicator}`,
  points: (table: ScoreTable, subjectId: string, indicator: Indicator) => `points.${table}.${subjectId}.${indicator}`,
  deducted: (table: ScoreTable, subjectId: string | null) => `off.${table}.${subjectId ?? 'all'}`,
  reds: (table: ScoreTable, subjectId: string) => `reds.${table}.${subjectId}`,
} as const

/** What the id of a figure asks for. */
export type FigureQuery =
  | Readonly<{
      of: 'PROJECTS'
      group: 'all' | 'red' | 'taskforce' | 'area' | 'project'
      id: string | null
      /** The sum of money asked for; null: the projects are counted. */
      money: MoneyFigure | null
    }>
  | Readonly<{
      of: 'ITEMS'
      /** Those that were kept only. */
      kept: boolean
      table: ScoreTable
      /** Null: every subject of the table. */
      subjectId: string | null
      indicator: CountsFor
    }>

const ID = '[0-9a-f][0-9a-f-]{0,39}'
const ITEMS = new RegExp(`^(items|kept|rate|points)\\.(${SCORE_TABLES.join('|')})\\.(${ID}|all)\\.([A-E])$`)
const EVENTS = new RegExp(`^off\\.(${SCORE_TABLES.join('|')})\\.(${ID}|all)$`)
const REDS = new RegExp(`^reds\\.(${SCORE_TABLES.join('|')})\\.(${ID})$`)
const GROUP = new RegExp(`^(taskforce|area|project)\\.(${ID})$`)
const GROUP_MONEY = new RegExp(`^(taskforce|area)\\.(${ID})\\.(${MONEY_FIGURES.join('|')})$`)

const subject = (id: string | undefined): string | null => (id === undefined || id === 'all' ? null : id)

/**
 * Reads the id of a figure.
 *
 * @returns null when it is none
 * @example readFigure('kept.AGENCY.all.A') // { of: 'ITEMS', kept: true, table: 'AGENCY', subjectId: null, indicator: 'A' }
 */
export function readFigure(id: string): FigureQuery | null {
  if (id === figure.projects) return { of: 'PROJECTS', group: 'all', id: null, money: null }
  if (id === figure.red) return { of: 'PROJECTS', group: 'red', id: null, money: null }
  const money = MONEY_FIGURES.find((of) => id === figure.money(of))
  if (money) return { of: 'PROJECTS', group: 'all', id: null, money }
  const group = GROUP.exec(id)
  if (group) return { of: 'PROJECTS', group: group[1] as 'area', id: group[2] ?? null, money: null }
  const sum = GROUP_MONEY.exec(id)
  if (sum)
    return {
      of: 'PROJECTS',
      group: sum[1] as 'area',
      id: sum[2] ?? null,
      money: (sum[3] as MoneyFigure | undefined) ?? null,
    }
  const items = ITEMS.exec(id)
  if (items)
    return {
      of: 'ITEMS',
      kept: items[1] === 'kept',
      table: items[2] as ScoreTable,
      subjectId: subject(items[3]),
      indicator: items[4] as Indicator,
    }
  const events = EVENTS.exec(id)
  const found = events ?? REDS.exec(id)
  if (!found) return null
  const table = found[1] as ScoreTable
  return { of: 'ITEMS', kept: false, table, subjectId: subject(found[2]), indicator: events ? 'EVENT' : 'RED' }
}

/** The projects a figure counts, as many as it says. */
export function projectsOfFigure(
  projects: readonly ProjectLine[],
  { group, id, money }: Extract<FigureQuery, { of: 'PROJECTS' }>,
): readonly ProjectLine[] {
  const among =
    group === 'all'
      ? projects
      : group === 'red'
        ? projects.filter(({ colourDays }) => colourDays.RED > 0)
        : projects.filter(
            (project) =>
              id === { project: project.subjectId, taskforce: project.taskforceId, area: project.areaId }[group],
          )
  // A sum of the year's plan counts only those that have one, on both sides of its share.
  const planned = money !== null && money !== 'total' && money !== 'new'
  return planned ? among.filter(({ yearPlanFen }) => yearPlanFen !== null) : among
}
