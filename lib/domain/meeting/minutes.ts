import { dayOfMonth, monthNumberOf, type PlainDate, yearOf } from '../plain-date'
import type { AgendaRule } from './agenda'
import { type Figure, madeParagraph, type PaperBody, type PaperParagraph, token } from './paper'
import { taskNumber } from './task-number'
import type { TaskTier } from './task-term'

/** A decision as the minutes say it. */
export type MinutesTask = Readonly<{
  id: string
  year: number
  week: number
  nth: number
  text: string
  /** What goes beyond the district is the city's. */
  tier: TaskTier | 'CITY'
  lead: string | null
  supports: readonly string[]
  person: string | null
  dueOn: PlainDate
  /** The project it is about, where no heading says so. */
  project?: string | null
}>

/** A topic and what became of it. */
export type MinutesTopic = Readonly<{
  id: string
  name: string
  rule: AgendaRule | 'MANUAL'
  result: 'DECIDED' | 'NEXT_TIME' | 'SETTLED'
  /** How it was settled before the meeting, and by whom. */
  why: string | null
  settledBy: string | null
  tasks: readonly MinutesTask[]
}>

/** Somebody at the meeting, or his unit. */
export type MinutesGuest = Readonly<{ unit: string | null; person: string | null; note: string | null }>

/** Everything minutes are made from. */
export type MinutesFacts = Readonly<{
  /** 二七区“双轮驱动” */
  district: string
  /** 区“双轮驱动”领导小组办公室 */
  issuer: string
  year: number
  week: number
  on: PlainDate
  hour: number
  chair: string | null
  place: string | null
  topics: readonly MinutesTopic[]
  /** Decisions that belong to no topic. */
  others: readonly MinutesTask[]
  present: readonly MinutesGuest[]
  leave: readonly MinutesGuest[]
  listening: readonly MinutesGuest[]
}>

const ABOUT: Readonly<Record<AgendaRule, string>> = {
  UNFINISHED: '上次议定事项办理问题',
  NEW_RED: '转红督办问题',
  YELLOW_UNANSWERED: '预警回应问题',
  RAISED: '提请区级协调问题',
  FACTOR_GAP: '要素保障问题',
  STARTS: '开工投产问题',
  EXPIRES: '证照延续问题',
  MOVED_AGAIN: '节点改期问题',
}

const TIER: Readonly<Record<MinutesTask['tier'], string>> = {
  DEPARTMENT: '部门级',
  TASKFORCE: '专班级',
  DISTRICT: '区级',
  CITY: '市级',
}

/** `11月23日` without leading zeros (GB/T 9704), with its year where it is another one. */
export const paperDay = (day: PlainDate, year: number): string =>
  `${yearOf(day) === year ? '' : `${yearOf(day)}年`}${monthNumberOf(day)}月${dayOfMonth(day)}日`

/** A text without the full stop somebody typed at its end. */
const open = (text: string): string => text.trim().replace(/[。；;，,.\s]+$/u, '')

/** 尽快拿出办法: haste that stands first. */
const HASTE = /^(?:尽快|尽早|抓紧|立即|马上|尽量)(?=\p{Script=Han}{2})/u
/** `11-25` as somebody typed it, and no number of a task. */
const SHORT_DAY = /(?<![\d〕、－-])(0?[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]|[1-9])(?![\d-])/gu
const spelledDays = (text: string): string =>
  text.replace(SHORT_DAY, (_, month, day) => `${Number(month)}月${Number(day)}日`)

function sayTask(task: MinutesTask, year: number): string {
  const due = paperDay(task.dueOn, year)
  const text = open(task.text)
  const dated = text.includes(due)
  // Somebody wrote the whole sentence himself.
  if (/^(?:由|请|责成)/u.test(text)) return dated ? text : `${text}，${due}前完成`
  // Beside a day a word of haste says nothing.
  const what = dated ? text : `于${due}前${text.replace(HASTE, '')}`
  if (task.lead && task.supports.length > 0) return `由${task.lead}牵头、${task.supports.join('、')}配合，${what}`
  const who = task.lead ?? task.person
  return who ? `由${who}${dated ? '，' : ''}${what}` : `${what}，责任单位会后明确`
}

const shortNumber = (task: MinutesTask): string => taskNumber(task).replace(/^.*〕/u, '')

/** `（双轮〔2026〕48-04、48-05，区级）` */
function numbersOf(tasks: readonly MinutesTask[]): string {
  const [first] = tasks
  if (!first) return ''
  const said = tasks.map((task, i) => {
    const number = i === 0 ? taskNumber(task) : shortNumber(task)
    const next = tasks[i + 1]
    return next && next.tier === task.tier ? `${number}、` : `${number}，${TIER[task.tier]}${next ? '；' : ''}`
  })
  return `（${said.join('')}）`
}

/** What the meeting decided about one thing 会议议定. */
function decided(tasks: readonly MinutesTask[], year: number): string {
  if (tasks.length === 0) return '会议听取了情况汇报，没有另行交办。'
  const said = tasks.map((task) => `${task.project ? `${task.project}，` : ''}${sayTask(task, year)}`)
  return `会议议定，${said.join('；')}。${numbersOf(tasks)}`
}

const guest = ({ unit, person, note }: MinutesGuest, withNote: boolean): string =>
  `${unit ?? ''}${person ?? ''}${withNote && note ? `（${note}）` : ''}`

function people(key: string, label: string, guests: readonly MinutesGuest[], withNote = false): PaperParagraph[] {
  const names = guests.map((one) => guest(one, withNote)).filter((name) => name !== '')
  return names.length > 0 ? [madeParagraph(key, 'PEOPLE', `${label}：${names.join('，')}。`)] : []
}

function opening(facts: MinutesFacts, discussed: readonly MinutesTopic[], tasks: readonly MinutesTask[]) {
  const topics: Figure = {
    id: 'topics',
    text: `${discussed.length}个议题`,
    rows: { of: 'TOPICS', ids: discussed.map(({ id }) => id) },
  }
  const decisions: Figure = {
    id: 'decisions',
    text: `${tasks.length}项`,
    rows: { of: 'TASKS', ids: tasks.map(({ id }) => id) },
  }
  const half = facts.hour < 12 ? '上午' : '下午'
  const where = facts.place ? `在${facts.place}` : ''
  const held = `${facts.chair ? `${facts.chair}${where}主持召开` : `${where}召开`}“双轮驱动”产业项目周例会`
  const text = `${paperDay(facts.on, facts.year)}${half}，${held}，研究${token(topics)}，议定${token(decisions)}。现纪要如下：`
  return madeParagraph('opening', 'TEXT', text, [topics, decisions])
}

/**
 * The minutes of a meeting from its agenda, its decisions and who was there 会议纪要.
 *
 * The same facts make the same text. Every topic has its own paragraph, so that one can be edited and the rest written
 * again.
 *
 * @source design UX.md §2 (GB/T 9704-2012), domain meetings-and-ranking.md A2
 */
export function minutesOf(facts: MinutesFacts): PaperBody {
  const { year, week } = facts
  const discussed = facts.topics.filter(({ result }) => result !== 'SETTLED')
  const tasks = [...facts.topics.flatMap((topic) => topic.tasks), ...facts.others]
  const text = (key: string, words: string) => madeParagraph(key, 'TEXT', words)
  const heading = (key: string, words: string) => madeParagraph(key, 'HEADING', words)
  const of = (result: MinutesTopic['result']) => facts.topics.filter((topic) => topic.result === result)
  const nextTime = of('NEXT_TIME')
  const settled = of('SETTLED')
  return {
    head: {
      mark: `${facts.district}周例会纪要`,
      number: `〔${year}〕${week}号`,
      unit: facts.issuer,
      on: facts.on,
    },
    paragraphs: [
      madeParagraph('title', 'TITLE', `产业项目第${week}周调度会议纪要`),
      opening(facts, discussed, tasks),
      ...of('DECIDED').flatMap((topic) => [
        heading(
          `topic:${topic.id}:head`,
          topic.rule === 'MANUAL' ? open(topic.name) : `${topic.name}${ABOUT[topic.rule]}`,
        ),
        text(`topic:${topic.id}`, decided(topic.tasks, year)),
      ]),
      ...(facts.others.length > 0
        ? [
            heading('others:head', '其他事项'),
            // Each by itself, as topics are: whoever has to do with one reads that one.
            ...facts.others.map((task) => text(`others:${task.id}`, decided([task], year))),
          ]
        : []),
      ...(nextTime.length > 0
        ? [
            heading('next:head', '下次再议的议题'),
            // Each by itself as well: whoever is concerned by one reads that one.
            ...nextTime.map(({ id, name }) => text(`next:${id}`, `${name}，下次会议再议。`)),
          ]
        : []),
      ...(settled.length > 0
        ? [
            heading('settled:head', '会前解决的议题'),
            ...settled.map(({ id, name, why, settledBy }) =>
              text(
                `settled:${id}`,
                `${name}${why ? `：${spelledDays(open(why))}` : ''}${settledBy ? `（${settledBy}）` : ''}。`,
              ),
            ),
          ]
        : []),
      ...people('present', '出席', facts.present),
      ...people('leave', '请假', facts.leave, true),
      ...people('listening', '列席', facts.listening),
    ],
  }
}
