import { z } from 'zod'
import type { ExpiryAhead } from '@/lib/domain/expiry-ahead'
import type { Level } from '@/lib/domain/level-scale'
import { type PlainDate, parsePlainDate } from '@/lib/domain/plain-date'
import type { CountedDay } from '@/lib/domain/provisional'
import type { Reason } from '@/lib/domain/reason'
import type { Failure } from '@/lib/domain/result'
import type { DigWait } from '@/lib/domain/road-dig'
import type { ShorteningKind } from '@/lib/domain/shortening'
import type { SourceId } from '@/lib/domain/sources'
import type { Reach } from '@/lib/domain/try-out'
import type { DayMove } from '@/lib/domain/what-if'
import type { ItemName } from './project-row'

export const TRIALS = ['LONGER', 'ACCEPTED', 'ABSENT'] as const
export type Trial = (typeof TRIALS)[number]

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)

/** What is tried out, in the address of the page; nothing of it is saved. */
export const forecastQuery = z.object({
  item: one(z.string().max(20).optional()).catch(undefined),
  what: one(z.enum(TRIALS).default('LONGER')).catch('LONGER'),
  /** Any number: one that cannot be tried is refused in words. */
  days: one(z.coerce.number().optional()).catch(undefined),
  on: one(
    z
      .string()
      .transform((text, context) => {
        const read = parsePlainDate(text)
        if (!read) context.addIssue('not a day')
        return read ?? z.NEVER
      })
      .optional(),
  ).catch(undefined),
  /** Ways to save days that are taken together. */
  way: z
    .preprocess(
      (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
      z.array(z.string().max(120)).max(20),
    )
    .catch([]),
  as: one(z.enum(['table']).optional()).catch(undefined),
})
export type ForecastQuery = z.infer<typeof forecastQuery>

/** An open procedure as its project's forecast shows it. */
export type ForecastLine = ItemName &
  Readonly<{
    id: string
    open: boolean
    agency: string
    level: Level
    /** It already runs, since a day. */
    since: PlainDate | null
    overdue: boolean
    start: CountedDay | null
    finish: CountedDay | null
    slack: number | null
    /** The same with what is tried out; null where nothing is. */
    tried: Readonly<{ start: CountedDay | null; finish: CountedDay | null; days: number }> | null
    plan: PlainDate | null
  }>

/** A way to save days, with what it saves alone. */
export type Way = Readonly<{
  key: string
  kind: ShorteningKind
  items: readonly ItemName[]
  construction: number
  production: number
  basis: readonly SourceId[]
  /** Whose decision it is. */
  decides: string
  taken: boolean
}>

/** A milestone's promise and what is foreseen of it, without and with what is tried out. */
export type ForecastMilestone = Readonly<{
  plannedOn: PlainDate | null
  monthOnly: boolean
  on: CountedDay | null
  lateWd: number | null
  /** The working days between plan and forecast are counted through a year whose holidays are not published. */
  lateOpen: boolean
  tried: (DayMove & Readonly<{ lateWd: number | null; provisional: boolean }>) | null
}>

/** Everything the page 开工预计 shows. */
export type ProjectForecast = Readonly<{
  project: Readonly<{ id: string; name: string }>
  /** The reader is to take it over and has not answered. */
  offered: boolean
  /** What is ahead: the start of construction, production once it has begun, or the end of all that is open. */
  to: 'START' | 'PRODUCTION' | 'END'
  start: ForecastMilestone
  production: ForecastMilestone
  /** The head of what decides it: on it somebody can act today. */
  lead:
    | (ForecastLine &
        Readonly<{
          reason: Reason | null
          reach: Reach | null
          /** Others a line of the same length begins with. */
          tied: readonly ItemName[]
        }>)
    | null
  /** What follows on each other without a gap, in order. */
  line: readonly ForecastLine[]
  /** What may slip. */
  slack: readonly ForecastLine[]
  /** What comes after the start. */
  later: readonly ForecastLine[]
  finished: number
  /** Days of the drawing. */
  axis: readonly PlainDate[]
  /** With four of five cases of the district's own history; null where too little is known. */
  usual: Readonly<{ known: number; open: number; start: CountedDay | null; production: CountedDay | null }>
  expiring: readonly (ExpiryAhead & Readonly<{ item: ItemName; usedItem: ItemName | null }>)[]
  dig: (DigWait & Readonly<{ item: ItemName; permitOn: PlainDate }>) | null
  impossible: Readonly<{
    item: ItemName
    what: 'SUBMIT' | 'FINISH'
    plannedOn: PlainDate
    earliest: CountedDay
    n: number
  }> | null
  ways: readonly Way[]
  /** What the ways that are taken do together, without anything else that is tried. */
  together: Readonly<{ n: number; target: 'START' | 'PRODUCTION'; to: CountedDay; days: number }> | null
  trial: Readonly<{
    asked: boolean
    /** An item, days or a date was given, but not enough to try it. */
    missing: boolean
    /** Why it cannot be tried. */
    refusal: Failure | null
    /** More days were to be saved of an item than are left of it: so many are. */
    cut: number | null
    moved: number
    early: readonly ItemName[]
    /** What decides it instead; `left`: those of several that still do. Null where it stays as it is. */
    drivers: Readonly<{ items: readonly ItemName[]; left: boolean }> | null
    broken: readonly ItemName[]
  }>
  /** Nothing is left to foresee: everything is finished, or the project is not pursued. */
  over: boolean
  /** No procedure was made of it yet: it is too early to foresee anything. */
  unlisted: boolean
  /** Works of an unknown length lie between: production has no day. */
  worksUnknown: boolean
}>

/** An open permit of the reader's own unit: what of the project hangs on it. */
export type OwnForecastLine = ItemName &
  Readonly<{
    id: string
    level: Level
    /** It is on the line that decides: a day more of it is a day more for the project. */
    holds: boolean
    slack: number | null
    finish: CountedDay | null
    /** Day up to which it may be finished without moving anything. */
    latest: CountedDay | null
    reach: Reach | null
  }>

/** What the permits of the reader's own unit decide about a project, without its plans. */
export type OwnForecast = Readonly<{
  project: Readonly<{ id: string; name: string }>
  to: 'START' | 'PRODUCTION'
  lines: readonly OwnForecastLine[]
  finished: number
  trial: Readonly<{ asked: boolean; missing: boolean; refusal: Failure | null; cut: number | null; days: number }>
}>
