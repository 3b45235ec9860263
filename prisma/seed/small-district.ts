import { basisPoints, FEN_PER_WAN } from '@/lib/domain/money'
import { lastDayOfMonth, monthNumberOf, on, type PlainDate } from '@/lib/domain/plain-date'
import { yearShare } from '@/lib/domain/project-dimension'
import { type CountedMonth, contentOf, numbered } from '@/lib/domain/ranking/count-month'
import type { ItemKind, NewItem } from '@/lib/domain/ranking/item'
import { monthTable, type Subject } from '@/lib/domain/ranking/month-table'
import { DEFAULT_RANKING_PARAMETERS } from '@/lib/domain/ranking/parameters'
import type { ProjectLine } from '@/lib/domain/ranking/row'
import type { Indicator, ScoreTable } from '@/lib/domain/score'
import { type Random, randomOf } from './random'

/** Somebody or some unit of the district that has nothing but its published months. */
export type SmallUnit = Readonly<{ id: string; name: string }>
/** Who is ranked in it, and its projects: what it publishes is all its city sees of it. */
export type SmallDistrict = Readonly<{
  name: string
  stewards: readonly SmallUnit[]
  agencies: readonly SmallUnit[]
  taskforces: readonly SmallUnit[]
  areas: readonly SmallUnit[]
  projects: readonly SmallUnit[]
}>

const WAN_PER_STEP = 1_000
const KINDS: Readonly<Record<Indicator, ItemKind>> = {
  A: 'PROCEDURE',
  B: 'PROJECT',
  C: 'ISSUE',
  D: 'PROCEDURE',
  E: 'RATING',
}
/** How many items of an indicator a subject has in a month, and how many of a hundred are good. */
const SHAPES: Readonly<Record<ScoreTable, Readonly<Record<Indicator, readonly [number, number, number]>>>> = {
  STEWARD: { A: [4, 9, 88], B: [6, 6, 78], C: [1, 4, 80], D: [0, 3, 85], E: [6, 6, 90] },
  AGENCY: { A: [5, 12, 90], B: [5, 12, 35], C: [1, 4, 82], D: [5, 12, 93], E: [0, 3, 88] },
  TASKFORCE: { A: [1, 3, 66], B: [12, 12, 78], C: [2, 6, 80], D: [1, 3, 70], E: [0, 2, 75] },
  AREA: { A: [1, 3, 72], B: [6, 6, 78], C: [1, 3, 80], D: [1, 2, 90], E: [0, 2, 85] },
}

function itemsOf(r: Random, table: ScoreTable, unit: SmallUnit, projects: readonly SmallUnit[]): NewItem[] {
  return (Object.entries(SHAPES[table]) as [Indicator, readonly [number, number, number]][]).flatMap(
    ([indicator, [least, most, good]]) =>
      Array.from({ length: r.int(least, most) }, (): NewItem => {
        const project = r.pick(projects)
        return {
          table,
          subjectId: unit.id,
          indicator,
          kind: KINDS[indicator],
          factId: null,
          projectId: null,
          label: project.name,
          num: r.chance(good / 100) ? 1 : 0,
          den: 1,
          weight: 1,
          n: 1,
          open: false,
          dueOn: null,
          doneOn: null,
          out: null,
          detail: {},
        }
      }),
  )
}

/** A project in a month: what it planned for the year, and how far it has come. */
function lineOf(district: SmallDistrict, project: SmallUnit, i: number, month: string): ProjectLine {
  // The plan is the project's own, whatever the month; its pace is not quite the calendar's.
  const own = randomOf(`small ${project.name}`)
  const planFen = BigInt(own.int(3, 16) * WAN_PER_STEP) * FEN_PER_WAN
  const pace = own.int(70, 108)
  const until = (m: number) => (planFen * BigInt(Math.min(100, Math.round((m * pace) / 12)))) / 100n
  const number = monthNumberOf(on(`${month}-01`))
  const [planned, actual] = [Math.round((number / 12) * 10_000), Math.round((number * pace * 100) / 12)]
  const red = own.chance(0.2) && pace < 85 ? own.int(2, 9) : 0
  const area = district.areas[i % district.areas.length]
  const taskforce = district.taskforces[0]
  const days = Number(lastDayOfMonth(month).slice(8))
  return {
    subjectId: project.id,
    name: project.name,
    number: i + 1,
    taskforceId: taskforce?.id ?? null,
    taskforce: taskforce?.name ?? null,
    areaId: area?.id ?? null,
    area: area?.name ?? null,
    stewardId: district.stewards[i % district.stewards.length]?.id ?? null,
    leadUnit: null,
    stage: 'CONSTRUCTION',
    rank: null,
    totalFen: String(planFen * 3n),
    yearPlanFen: String(planFen),
    doneFen: String(until(number)),
    newFen: String(until(number) - until(number - 1)),
    planned,
    actual,
    deviation: actual - planned,
    colourDays: { GREY: 0, GREEN: days - red, BLUE: 0, YELLOW: 0, RED: red },
    level: red > 5 ? 'RED' : 'GREEN',
    leftOn: null,
  }
}

function ranked(lines: readonly ProjectLine[]): ProjectLine[] {
  const sorted = [...lines].sort((a, b) => (b.deviation ?? 0) - (a.deviation ?? 0) || a.number - b.number)
  const first = (line: ProjectLine) => sorted.findIndex(({ deviation }) => deviation === line.deviation) + 1
  return sorted.map((line) => ({ ...line, rank: first(line) }))
}

function overallOf(lines: readonly ProjectLine[], last: PlainDate, counted: number) {
  const sum = (of: 'totalFen' | 'yearPlanFen' | 'doneFen' | 'newFen') =>
    lines.reduce((all, line) => all + BigInt(line[of] ?? 0), 0n)
  const red = lines.filter(({ level }) => level === 'RED').length
  const [planFen, doneFen] = [sum('yearPlanFen'), sum('doneFen')]
  return {
    projects: lines.length,
    levels: { GREY: 0, GREEN: lines.length - red, BLUE: 0, YELLOW: 0, RED: red },
    totalFen: String(sum('totalFen')),
    yearPlanFen: String(planFen),
    doneFen: String(doneFen),
    newFen: String(sum('newFen')),
    actual: basisPoints(doneFen, planFen),
    yearShare: yearShare(last),
    counted,
    leftOut: 0,
  }
}

/**
 * A month of a small district as it would have been counted: made up, and the same for the same month.
 *
 * It has no projects of its own in the database, so that the demo's totals stay those of the one district that is told.
 */
export function smallMonth(district: SmallDistrict, month: string): CountedMonth {
  const r = randomOf(`small ${month}`)
  const projects = ranked(district.projects.map((project, i) => lineOf(district, project, i, month)))
  const units = {
    STEWARD: district.stewards,
    AGENCY: district.agencies,
    TASKFORCE: district.taskforces,
    AREA: district.areas,
  }
  const items = numbered(
    (Object.entries(units) as [ScoreTable, readonly SmallUnit[]][]).flatMap(([table, all]) =>
      all.flatMap((unit) => itemsOf(r, table, unit, district.projects)),
    ),
  )
  const subjects = (all: readonly SmallUnit[]): Subject[] =>
    all.map(({ id, name }) => ({ id, name, group: null, projects: Math.ceil(projects.length / all.length) }))
  const table = (name: ScoreTable) => monthTable(name, subjects(units[name]), items, DEFAULT_RANKING_PARAMETERS)
  const tables = {
    STEWARD: table('STEWARD'),
    AGENCY: table('AGENCY'),
    TASKFORCE: table('TASKFORCE'),
    AREA: table('AREA'),
  }
  const overall = overallOf(projects, lastDayOfMonth(month), items.length)
  const content = contentOf({ month, district: district.name, parameters: DEFAULT_RANKING_PARAMETERS, overall }, tables)
  return { items, tables, projects, content }
}
