import type { RankingDates, RankingState } from '@/lib/domain/ranking/life'
import type { RankingTable } from '@/lib/domain/ranking/sight'
import type { ScoreTable } from '@/lib/domain/score'

/** A published month of one subject. Scores in tenths of a point; of a project, its deviation in hundredths of a percent. */
export type TrendMonth = Readonly<{
  month: string
  number: number
  rank: number | null
  score: number | null
  median: number | null
}>

/** The months of one subject one after the other 走势. */
export type SubjectTrend = Readonly<{
  table: RankingTable
  subjectId: string
  name: string
  /** Oldest first; a month it was in no table of is left out. */
  months: readonly TrendMonth[]
}>

/** What the ranking wants of somebody today, and his own line of the latest month he may know. */
export type RankingDay = Readonly<{
  month: string
  state: RankingState
  days: RankingDates
  /** His own row, or his unit's. */
  own: Readonly<{
    table: ScoreTable
    subjectId: string
    rank: number | null
    score: string
    median: string | null
  }> | null
  /** Objections that wait for his word. */
  undecided: number
  mayPublish: boolean
  /** Proposals about the rules that wait for his word. */
  proposals: number
  /** Objections of his own the office has answered. */
  answered: number
}>
