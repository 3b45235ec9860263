import { z } from 'zod'
import type { RankingParameters } from '@/lib/domain/ranking/parameters'
import type { Means, RankingRow } from '@/lib/domain/ranking/row'
import { SCORE_TABLES, type ScoreTable } from '@/lib/domain/score'
import type { ClimbStep, SubjectItem } from './ranking'

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)

/** What the address of the running month says. */
export const runningAddress = z.object({
  table: one(z.enum(SCORE_TABLES).optional()).catch(undefined),
  show: one(z.uuid().optional()).catch(undefined),
})

/** Somebody's line of the running month, and what he can still do in it. */
export type RunningSubject = Readonly<{
  row: RankingRow
  /** What is lost so far and can be made good, and what falls due later in the month, in their order. */
  items: readonly SubjectItem[]
  climb: readonly ClimbStep[]
}>

/** The running month as it stands 本月到今天. */
export type RankingRunning = Readonly<{
  month: string
  /** When it was counted. */
  at: string
  seen: readonly ScoreTable[]
  table: ScoreTable
  /** Whether every row of the table is his to see. */
  whole: boolean
  rows: readonly RankingRow[]
  /** District means of the table so far. */
  means: Means
  median: string | null
  parameters: RankingParameters
  /** The line that lies open; null while the table is empty. */
  subject: RunningSubject | null
}>
