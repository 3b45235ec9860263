import { compareLevel, type Level } from '../level-scale'
import { addDays, dayOfMonth, monthNumberOf, type PlainDate } from '../plain-date'
import type { Stage } from '../project'
import { clauseOf } from './clause'
import { paperDay } from './minutes'
import {
  type Figure,
  madeParagraph,
  type PaperBody,
  type PaperParagraph,
  plainText,
  token,
  type WeekGroup,
} from './paper'
import type { Moment } from './week'

/** A project of a frozen week, with everything a brief says of it in words. */
export type BriefProject = Readonly<{
  id: string
  name: string
  level: Level
  stage: Stage
  startOn: PlainDate | null
  productionOn: PlainDate | null
  /** What spoke for its colour, in words. */
  reason: string | null
  /** What was raised to the district and open at the line. */
  raised: readonly Readonly<{ number: number; text: string }>[]
  /** Permits that run out, by what they are called. */
  expiries: readonly Readonly<{ item: string; on: PlainDate }>[]
}>

/** Everything a brief is made from: what a week was frozen with, and what was closed between two lines. */
export type BriefFacts = Readonly<{
  district: string
  issuer: string
  year: number
  week: number
  /** Monday of the week of its meeting: what lies ahead is that week. */
  weekOf: PlainDate
  line: Moment
  /** The line before; null where there was none. */
  before: Moment | null
  projects: readonly BriefProject[]
  earlier: readonly Pick<BriefProject, 'id' | 'name' | 'level'>[]
  done: readonly Readonly<{ id: string; no: string; text: string; who: string | null }>[]
  /** Procedures finished between the two lines, each with the project it belongs to. */
  finished: readonly Readonly<{ id: string; projectId: string }>[]
}>

type Week = Pick<BriefFacts, 'projects' | 'earlier' | 'weekOf'>

/** Projects named before the rest is left to the list; red and yellow ones go on as far as the page does. */
const NAMED = { RED: 3, YELLOW: 2, done: 3, finished: 3, raised: 3, ahead: 3 } as const
/** Lines of one page under the red head, and signs of a line, as `lib/files/write-docx.ts` sets a brief. */
const ROOM = { lines: 21, signs: 31 } as const
/** Signs of a text that is quoted where the page has no room for all of it: a brief is one page. */
const QUOTED = 28
/** The same, where only so all of red and yellow can be named. */
const SHORTER = [20, 14, 10] as const

const BEFORE_START: ReadonlySet<Stage> = new Set(['PLANNING', 'NEGOTIATING', 'SIGNED', 'PERMITTING'])
const IN_PRODUCTION: ReadonlySet<Stage> = new Set(['PRODUCTION', 'FULL_CAPACITY'])

/** Days a brief looks ahead: the week of its meeting. */
const aheadOf = (weekOf: PlainDate) => ({ from: weekOf, to: addDays(weekOf, 6) })

/** The projects a figure of a brief counts; the number is how many there are. */
export function projectsOf(
  { projects, earlier, weekOf }: Week,
  group: WeekGroup,
): readonly Pick<BriefProject, 'id' | 'name' | 'level'>[] {
  const then = new Map(earlier.map((project) => [project.id, project.level]))
  const { from, to } = aheadOf(weekOf)
  const within = (day: PlainDate | null) => day !== null && day >= from && day <= to
  const turned = (sign: 1 | -1) =>
    projects.filter(({ id, level }) => {
      const was = then.get(id)
      return was !== undefined && Math.sign(compareLevel(level, was)) === sign
    })
  switch (group) {
    case 'ALL':
      return projects
    case 'WORSE':
      return turned(1)
    case 'BETTER':
      return turned(-1)
    case 'ENTERED':
      return projects.filter(({ id }) => !then.has(id))
    case 'LEFT': {
      const there = new Set(projects.map(({ id }) => id))
      return earlier.filter(({ id }) => !there.has(id))
    }
    case 'RAISED':
      return projects.filter(({ raised }) => raised.length > 0)
    case 'STARTS':
      return projects.filter(({ startOn, stage }) => within(startOn) && BEFORE_START.has(stage))
    case 'PRODUCTIONS':
      return projects.filter(({ productionOn, stage }) => within(productionOn) && !IN_PRODUCTION.has(stage))
    case 'EXPIRIES':
      return projects.filter(({ expiries }) => expiries.some(({ on }) => within(on)))
    default: {
      // Who has just turned comes first: the others were named before.
      const rows = projects.filter(({ level }) => level === group)
      const fresh = (id: string) => then.get(id) !== group
      return [...rows.filter(({ id }) => fresh(id)), ...rows.filter(({ id }) => !fresh(id))]
    }
  }
}

const whole = (text: string): string => clauseOf(text, Number.POSITIVE_INFINITY)
const cut = (text: string): string => clauseOf(text, QUOTED)

/** `甲、乙等` with the rest left to the list. */
const named = (names: readonly string[], all: number): string => `${names.join('、')}${all > names.length ? '等' : ''}`

/** Figures as they are used, in their order. */
function counter(facts: BriefFacts) {
  const used: Figure[] = []
  const put = (figure: Figure): string => {
    used.push(figure)
    return token(figure)
  }
  return {
    used,
    rows: (group: WeekGroup) => projectsOf(facts, group) as readonly BriefProject[],
    projects: (group: WeekGroup, word: string, id: string = group.toLowerCase()): string =>
      put({
        id,
        text: `${word}${projectsOf(facts, group).length}个`,
        rows: { of: 'PROJECTS', group },
      }),
    listed: (of: 'TASKS' | 'PROCEDURES', id: string, word: string, ids: readonly string[]): string =>
      put({ id, text: `${word}${ids.length}项`, rows: { of, ids } }),
  }
}

const LEVELS = [
  ['RED', '红'],
  ['YELLOW', '黄'],
  ['BLUE', '蓝'],
  ['GREEN', '绿'],
  ['GREY', '未计时'],
] as const

const moment = ({ on, hour }: Moment, year: number) => `${paperDay(on, year)}${hour}时`

function overall(facts: BriefFacts) {
  const { used, rows, projects } = counter(facts)
  const colours = LEVELS.filter(([level]) => rows(level).length > 0)
    .map(([level, word]) => projects(level, word))
    .join('、')
  const changes = (
    [
      ['WORSE', '转差'],
      ['BETTER', '转好'],
      ['ENTERED', '新入库'],
      ['LEFT', '出库'],
    ] as const
  ).flatMap(([group, word]) => (rows(group).length > 0 ? [projects(group, word)] : []))
  const compared =
    facts.before === null
      ? '上周没有留存，不作比较。'
      : changes.length > 0
        ? `与上周（${moment(facts.before, facts.year)}）相比，${changes.join('、')}。`
        : `与上周（${moment(facts.before, facts.year)}）相比没有变化。`
  // The whole stands first, so it is counted first.
  const all = counter(facts)
  const head = `截至${moment(facts.line, facts.year)}，全区${all.projects('ALL', '在库产业项目')}。`
  return madeParagraph('overall', 'TEXT', `${head}四色为${colours || '无'}。${compared}`, [...all.used, ...used])
}

/** What was finished between the two lines: procedures, by the projects they belong to, then what meetings had decided. */
function doneThings(facts: BriefFacts) {
  const { used, listed } = counter(facts)
  const { done, finished, projects } = facts
  const idsOf = (rows: readonly Readonly<{ id: string }>[]) => rows.map(({ id }) => id)
  const said: string[] = []
  if (finished.length > 0) {
    const names = [...new Set(finished.flatMap((one) => projects.find(({ id }) => id === one.projectId)?.name ?? []))]
    const about = names.length > 0 ? `：${named(names.slice(0, NAMED.finished), names.length)}` : ''
    said.push(`${listed('PROCEDURES', 'finished', '办结手续', idsOf(finished))}${about}。`)
  }
  if (done.length > 0) {
    const first = done.slice(0, NAMED.done).map(({ no, text, who }) => `${no}${cut(text)}${who ? `（${who}）` : ''}`)
    said.push(`${listed('TASKS', 'done', '销号议定事项', idsOf(done))}：${named(first, done.length)}。`)
  } else said.push('没有销号的议定事项。')
  return madeParagraph('done', 'TEXT', said.join(''), used)
}

function coloured(
  facts: BriefFacts,
  level: 'RED' | 'YELLOW',
  word: string,
  most: number,
  quote: (reason: string) => string,
) {
  const { used, rows, projects } = counter(facts)
  const all = rows(level)
  const key = level.toLowerCase()
  if (all.length === 0) return madeParagraph(key, 'TEXT', `没有${word}色项目。`)
  const first = all.slice(0, most).map(({ name, reason }) => `${name}${reason ? `（${quote(reason)}）` : ''}`)
  const rest = all.length > first.length ? `；其余${all.length - first.length}个见项目台账` : ''
  return madeParagraph(
    key,
    'TEXT',
    `${projects(level, `${word}色`, `${key}-named`)}：${first.join('、')}${rest}。`,
    used,
  )
}

/** Lines some paragraphs take on the page, each begun two signs in. */
const linesOn = (paragraphs: readonly PaperParagraph[]): number =>
  paragraphs.reduce((sum, { text }) => sum + Math.ceil((plainText(text).length + 2) / ROOM.signs), 0)

/**
 * Red and yellow with their reasons: all of them, in whole sentences as the workbench had them at the line, or as short as
 * one page needs. Where not even that is enough the first of each, then red and then yellow as far as there is room, and how
 * many more there are.
 */
function colouredParagraphs(facts: BriefFacts, others: readonly PaperParagraph[]): PaperParagraph[] {
  const { rows } = counter(facts)
  const [reds, yellows] = [rows('RED').length, rows('YELLOW').length]
  const first = { red: Math.min(reds, NAMED.RED), yellow: Math.min(yellows, NAMED.YELLOW) }
  let quote = whole
  const of = (red: number, yellow: number) => [
    coloured(facts, 'RED', '红', red, quote),
    coloured(facts, 'YELLOW', '黄', yellow, quote),
  ]
  const fits = (red: number, yellow: number) => linesOn([...others, ...of(red, yellow)]) <= ROOM.lines
  // Every one of them with a shorter reason says more than some with a long one.
  for (const shorter of [whole, cut, ...SHORTER.map((most) => (text: string) => clauseOf(text, most))]) {
    quote = shorter
    if (fits(reds, yellows)) return of(reds, yellows)
  }
  // The shortest reasons still stand here: who is named matters more than how long it is said why.
  let [red, yellow] = [first.red, first.yellow]
  while (red < reds && fits(red + 1, yellow)) red += 1
  while (yellow < yellows && fits(red, yellow + 1)) yellow += 1
  return of(red, yellow)
}

function toCoordinate(facts: BriefFacts) {
  const { used, rows, projects } = counter(facts)
  const all = rows('RAISED')
  if (all.length === 0) return madeParagraph('raised', 'TEXT', '没有提请区级协调的事项。')
  const first = all
    .slice(0, NAMED.raised)
    .map(({ name, raised }) => `${name}，${cut(raised.map(({ text }) => text)[0] ?? '')}`)
  const rest = all.length > first.length ? `；其余${all.length - first.length}个见项目台账` : ''
  return madeParagraph('raised', 'TEXT', `${projects('RAISED', '涉及项目')}：${first.join('；')}${rest}。`, used)
}

function ahead(facts: BriefFacts) {
  const { used, rows, projects } = counter(facts)
  const said = (
    [
      ['STARTS', '计划开工', (p: BriefProject) => p.startOn],
      ['PRODUCTIONS', '计划投产', (p: BriefProject) => p.productionOn],
      ['EXPIRIES', '证照到期', (p: BriefProject) => p.expiries[0]?.on ?? null],
    ] as const
  ).flatMap(([group, word, day]) => {
    const all = rows(group)
    if (all.length === 0) return []
    const first = all.slice(0, NAMED.ahead).map((project) => {
      const on = day(project)
      return `${project.name}${on ? `（${paperDay(on, facts.year)}）` : ''}`
    })
    return [`${projects(group, word)}：${named(first, all.length)}`]
  })
  const { from, to } = aheadOf(facts.weekOf)
  const end = monthNumberOf(from) === monthNumberOf(to) ? `${dayOfMonth(to)}日` : paperDay(to, facts.year)
  const span = `${paperDay(from, facts.year)}至${end}`
  return madeParagraph(
    'ahead',
    'TEXT',
    said.length > 0 ? `${span}，${said.join('；')}。` : `${span}没有计划开工、投产的项目和到期的证照。`,
    used,
  )
}

/**
 * The brief of a week on one page 周简报: counts and what changed, what was closed, red and yellow with reasons, what the
 * district is asked to settle, what comes next.
 *
 * Made of what the week was frozen with, so the same line makes the same text whatever happened since.
 *
 * @source domain formats.md (周简报), meetings-and-ranking.md A2
 */
export function briefOf(facts: BriefFacts): PaperBody {
  const heading = (key: string, words: string) => madeParagraph(`${key}:head`, 'HEADING', words)
  const before = [
    heading('overall', '总体情况'),
    overall(facts),
    heading('done', '本周办结'),
    doneThings(facts),
    heading('coloured', '红黄项目及原因'),
  ]
  const after = [heading('raised', '需区领导协调事项'), toCoordinate(facts), heading('ahead', '下周重点'), ahead(facts)]
  return {
    head: {
      mark: `${facts.district}产业项目周简报`,
      number: `第${facts.week}期`,
      unit: facts.issuer,
      on: facts.line.on,
    },
    paragraphs: [...before, ...colouredParagraphs(facts, [...before, ...after]), ...after],
  }
}
