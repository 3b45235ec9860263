import { expect } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { valueWords } from '@/lib/domain/briefing/value-words'
import type { Figure } from '@/lib/domain/figure'
import { type PlainDate, yearOf, ymd } from '@/lib/domain/plain-date'
import { countFigures } from './briefing-sources'
import { db } from './db'

/** Changes a row a figure counts, and hands back what undoes it. */
type Change = () => Promise<() => Promise<unknown>>

/** A number of other-mechanisms.md §1: which figure it is, how it is said, and a row whose change changes it. */
type Accepted = Readonly<{ number: number; name: string; format?: string; words: string; change: Change }>

const aProject = async (where: Parameters<typeof db.project.findFirstOrThrow>[0]) => db.project.findFirstOrThrow(where)

const removeSigned: Change = async () => {
  const { id } = await aProject({ where: { stage: 'CONSTRUCTION', status: 'ACTIVE' }, orderBy: { number: 'asc' } })
  await db.project.update({ where: { id }, data: { status: 'REMOVED' } })
  return () => db.project.update({ where: { id }, data: { status: 'ACTIVE' } })
}

const renameHead: Change = async () => {
  const { id, title } = await db.person.findFirstOrThrow({ where: { title: '区长' } })
  await db.person.update({ where: { id }, data: { title: '区委常委' } })
  return () => db.person.update({ where: { id }, data: { title } })
}

const dissolveTeam: Change = async () => {
  const { id } = await db.org.findFirstOrThrow({ where: { kind: 'TASKFORCE' } })
  await db.org.update({ where: { id }, data: { dissolvedOn: new Date('2026-01-01') } })
  return () => db.org.update({ where: { id }, data: { dissolvedOn: null } })
}

/** Every number that is counted from rows; a service that joins adds its lines here. */
const ACCEPTED: readonly Accepted[] = [
  { number: 3, name: 'drive.heads', words: '2', change: renameHead },
  { number: 4, name: 'drive.taskforceCount', words: '3', change: dissolveTeam },
  {
    number: 4,
    name: 'drive.taskforces',
    format: '和',
    words: '现代商贸专班、健康服务业专班和低碳工业专班',
    change: dissolveTeam,
  },
  { number: 7, name: 'projects.inLibrary', words: '142', change: removeSigned },
  { number: 8, name: 'projects.signed', words: '61', change: removeSigned },
  { number: 8, name: 'projects.signedShare', words: '43.0%', change: removeSigned },
]

/** Numbers whose service has not joined yet; every line added above takes its number out of here. */
const WAITING = [10, 11, 12, 13, 14, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25]
/** What is no figure: names, days, periods and colours (1, 2, 5, 6, 9), monitoring points (15), other articles (26). */
const NO_FIGURES = [1, 2, 5, 6, 9, 15, 26]

const wordsOf = (figures: readonly Figure[], { name, format }: Accepted): string | undefined => {
  const figure = figures.find((each) => each.name === name)
  return figure && valueWords(figure.value, format ?? null)
}

/** Counts the year of the demo district: every accepted number comes out of its rows, and another row makes it another one. */
export async function expectAccepted(actor: Actor, today: PlainDate): Promise<void> {
  const count = () => countFigures(actor, { from: ymd(yearOf(today), 1, 1), to: today }, { taskforceId: null }, today)
  const figures = await count()
  expect(ACCEPTED.map((line) => [line.number, line.name, wordsOf(figures, line)])).toEqual(
    ACCEPTED.map(({ number, name, words }) => [number, name, words]),
  )
  const stated = new Set([...ACCEPTED.map(({ number }) => number), ...WAITING, ...NO_FIGURES])
  expect([...stated].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 26 }, (_, i) => i + 1))
  for (const change of new Set(ACCEPTED.map((line) => line.change))) {
    const undo = await change()
    const after = await count()
    for (const line of ACCEPTED)
      if (line.change === change) expect(`${line.name} ${wordsOf(after, line)}`).not.toBe(`${line.name} ${line.words}`)
    await undo()
  }
  expect(ACCEPTED.map((line) => wordsOf(figures, line))).toEqual(ACCEPTED.map(({ words }) => words))
}
