import { over, toFixedDecimal, whole } from '../decimal'
import { basisPoints } from '../money'
import type { ProjectLine } from './row'

/** 分 in a 亿元. */
const FEN_PER_YI = 10_000_000_000n

/** Sums of some projects 个数、总投资、年度计划、累计、占比、本期新增. */
export type MoneyLine = Readonly<{
  projects: number
  totalFen: bigint
  planFen: bigint
  doneFen: bigint
  newFen: bigint
  /** Completed of the plan in hundredths of a percent; null without a plan. */
  share: number | null
  /** Ahead (+) or behind (−) of the share of the year that is over, in hundredths of a percentage point. */
  ahead: number | null
}>

/**
 * Sums over projects; the share counts those with a plan only, on both sides.
 *
 * @param yearShare share of the year that is over 时间进度, in hundredths of a percent
 * @source formats.md §1 row 1
 */
export function moneyOf(projects: readonly ProjectLine[], yearShare: number): MoneyLine {
  const sum = (of: (project: ProjectLine) => string | null, among = projects) =>
    among.reduce((all, project) => all + BigInt(of(project) ?? '0'), 0n)
  const planned = projects.filter(({ yearPlanFen }) => yearPlanFen !== null)
  const planFen = sum(({ yearPlanFen }) => yearPlanFen, planned)
  const share = basisPoints(
    sum(({ doneFen }) => doneFen, planned),
    planFen,
  )
  return {
    projects: projects.length,
    totalFen: sum(({ totalFen }) => totalFen),
    planFen,
    doneFen: sum(({ doneFen }) => doneFen),
    newFen: sum(({ newFen }) => newFen),
    share,
    ahead: share === null ? null : share - yearShare,
  }
}

/** The group of a project: its task force or its area, by id and name. */
const GROUP = {
  taskforce: ({ taskforceId, taskforce }: ProjectLine) =>
    taskforceId && taskforce ? { id: taskforceId, name: taskforce } : null,
  area: ({ areaId, area }: ProjectLine) => (areaId && area ? { id: areaId, name: area } : null),
} as const
export type GroupedBy = keyof typeof GROUP

/** Projects by one of their two groups; those without one are left out. */
export function groupsOf(
  projects: readonly ProjectLine[],
  by: GroupedBy,
): readonly Readonly<{ id: string; name: string; projects: readonly ProjectLine[] }>[] {
  const groups = new Map<string, { id: string; name: string; projects: ProjectLine[] }>()
  for (const project of projects) {
    const group = GROUP[by](project)
    if (!group) continue
    const known = groups.get(group.id)
    if (known) known.projects.push(project)
    else groups.set(group.id, { ...group, projects: [project] })
  }
  return [...groups.values()]
}

/** Lines from low to high share, those without a plan last, equal ones by name 从低到高. */
export const fromLowToHigh = <T extends Readonly<{ name: string; share: number | null }>>(lines: readonly T[]): T[] =>
  [...lines].sort(
    (a, b) =>
      (a.share ?? Number.POSITIVE_INFINITY) - (b.share ?? Number.POSITIVE_INFINITY) ||
      (a.name < b.name ? -1 : Number(a.name > b.name)),
  )

/** An amount of 分 in 亿元 without rounding: what a workbook adds up. */
export const exactYiOf = (fen: bigint): string => toFixedDecimal(over(whole(fen), whole(FEN_PER_YI)), 10)

/** An amount of 分 in 亿元 with two decimals, half up. */
export const yiOf = (fen: bigint): string => toFixedDecimal(over(whole(fen), whole(FEN_PER_YI)), 2)

/** Hundredths of a percent as a percentage with one decimal, half up. */
export const percentOf = (bp: number): string => toFixedDecimal(over(whole(bp), whole(100)), 1)

/** A share as it is printed, as a number: what prints alike compares alike. */
export const printedShare = (bp: number): number => Number(percentOf(bp))

/** Ahead of or behind a plan or the year in percentage points, with its sign; a dash without a plan. */
export function aheadOf(ahead: number | null): string {
  if (ahead === null) return '—'
  const text = percentOf(ahead).replace('-', '−')
  return printedShare(ahead) > 0 ? `+${text}` : text
}
