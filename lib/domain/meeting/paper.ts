import type { Level } from '../level-scale'
import type { PlainDate } from '../plain-date'
import { err, ok, type Result } from '../result'

/** What a meeting leaves on paper: 会议纪要, 周简报. */
export const PAPER_KINDS = ['MINUTES', 'BRIEF'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/** Projects of a frozen week a figure can count. */
export const WEEK_GROUPS = [
  'ALL',
  'WORSE',
  'BETTER',
  'ENTERED',
  'LEFT',
  'RAISED',
  'STARTS',
  'PRODUCTIONS',
  'EXPIRIES',
] as const
export type WeekGroup = (typeof WEEK_GROUPS)[number] | Level

/** The rows a figure counts: of a frozen week by what they have in common, of a meeting by their ids. */
export type PaperRows =
  | Readonly<{ of: 'PROJECTS'; group: WeekGroup }>
  | Readonly<{ of: 'TASKS' | 'TOPICS' | 'PROCEDURES'; ids: readonly string[] }>

/** A number in a text that was counted, not typed: it stands there in 【】, with a word that tells it from the others. */
export type Figure = Readonly<{ id: string; text: string; rows: PaperRows }>

/** Title, heading of a section, text, or who was there. */
export type PaperRole = 'TITLE' | 'HEADING' | 'TEXT' | 'PEOPLE'

export type PaperParagraph = Readonly<{
  /** What it is about; stays the same when it is written again. */
  key: string
  role: PaperRole
  /** As it stands; empty where it was left out. */
  text: string
  /** As the rules wrote it last; null once they write it no more. */
  made: string | null
  /** All that were counted for it, also where an edited text leaves one out. */
  figures: readonly Figure[]
}>

/** The red head of a paper 版头. */
export type PaperHead = Readonly<{ mark: string; number: string; unit: string; on: PlainDate }>
export type PaperBody = Readonly<{ head: PaperHead; paragraphs: readonly PaperParagraph[] }>

/** A paragraph as the rules write it. */
export const madeParagraph = (
  key: string,
  role: PaperRole,
  text: string,
  figures: readonly Figure[] = [],
): PaperParagraph => ({ key, role, text, made: text, figures })

const TOKEN = /【([^【】]*)】/gu

/** How a figure stands in a text. */
export const token = (figure: Figure): string => `【${figure.text}】`

/** A text cut into what is typed and what is counted. */
export function runsOf({
  text,
  figures,
}: Pick<PaperParagraph, 'text' | 'figures'>): { text: string; figure: Figure | null }[] {
  return text.split(/(【[^【】]*】)/u).flatMap((part) => {
    if (part === '') return []
    const word = /^【([^【】]*)】$/u.exec(part)?.[1]
    if (word === undefined) return [{ text: part, figure: null }]
    return [{ text: word, figure: figures.find((figure) => figure.text === word) ?? null }]
  })
}

/** A text without the signs around its figures. */
export const plainText = (text: string): string => text.replace(TOKEN, '$1')

/**
 * Whether a text somebody typed holds only numbers that were counted: words may change, numbers may not 改字不改数.
 *
 * @param known figures the rules counted for the paragraph
 * @returns err FIGURE_CHANGED with the first one in 【】 that nobody counted
 */
export function checkFigures(typed: string, known: readonly Figure[]): Result<null> {
  for (const [, word = ''] of typed.matchAll(TOKEN))
    if (!known.some((figure) => figure.text === word)) return err({ code: 'FIGURE_CHANGED', figure: word })
  return ok(null)
}

const ONES = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 一 … 九十九, the number of a section. */
export const sectionNumber = (n: number): string => {
  const tens = Math.floor(n / 10)
  return `${tens > 1 ? ONES[tens] : ''}${tens > 0 ? '十' : ''}${ONES[n % 10]}`
}

/** A paragraph as it is read: left-out ones are gone, headings have their number, a line is a paragraph of its own. */
export type PaperLine = Readonly<{
  /** Its paragraph's, with its place in it from the second line on. */
  key: string
  role: PaperRole
  runs: readonly Readonly<{ text: string; figure: Figure | null }>[]
}>

/** The lines of a paper in their order. */
export function linesOf(paragraphs: readonly PaperParagraph[]): PaperLine[] {
  let section = 0
  return paragraphs.flatMap((paragraph): PaperLine[] => {
    const { key, role, figures } = paragraph
    if (paragraph.text.trim() === '') return []
    const number = role === 'HEADING' ? `${sectionNumber(++section)}、` : ''
    return `${number}${paragraph.text}`
      .split('\n')
      .filter((text) => text.trim() !== '')
      .map((text, nth) => ({
        key: nth === 0 ? key : `${key} ${nth + 1}`,
        role,
        runs: runsOf({ text: text.trim(), figures }),
      }))
  })
}

/** The words of a paper, a line each, as somebody would read them aloud. */
export const wordsOf = (paragraphs: readonly PaperParagraph[]): string[] =>
  linesOf(paragraphs).map(({ runs }) => runs.map(({ text }) => text).join(''))

/** What writing a paper again would do to it. */
export type PaperChange = Readonly<{
  key: string
  /** KEPT: somebody edited it, and what the rules would write now is another text. */
  kind: 'ADDED' | 'REMOVED' | 'CHANGED' | 'KEPT'
  before: string | null
  after: string | null
}>

const isEdited = (paragraph: PaperParagraph): boolean => paragraph.text !== paragraph.made

/** An edited text with its figures as they are counted now; one that is counted no more becomes a word. */
function recounted(kept: PaperParagraph, figures: readonly Figure[]): Pick<PaperParagraph, 'text' | 'figures'> {
  const now = new Map(figures.map((figure) => [figure.id, figure]))
  const text = runsOf(kept)
    .map((run) => {
      const figure = now.get(run.figure?.id ?? '')
      return figure ? token(figure) : run.text
    })
    .join('')
  return { text, figures }
}

/**
 * A paper written again from what is known now 重新生成: what nobody touched is replaced, what somebody edited stays with
 * its numbers counted anew, and what he wrote about something that is gone stays where it was.
 */
export function renewPaper(
  kept: readonly PaperParagraph[],
  made: readonly PaperParagraph[],
): { paragraphs: PaperParagraph[]; changes: PaperChange[] } {
  const before = new Map(kept.map((paragraph) => [paragraph.key, paragraph]))
  const changes: PaperChange[] = []
  const paragraphs = made.map((fresh): PaperParagraph => {
    const old = before.get(fresh.key)
    const { key } = fresh
    if (!old) {
      changes.push({ key, kind: 'ADDED', before: null, after: fresh.text })
      return fresh
    }
    if (!isEdited(old)) {
      if (old.text !== fresh.text) changes.push({ key, kind: 'CHANGED', before: old.text, after: fresh.text })
      return fresh
    }
    if (old.made !== fresh.made) changes.push({ key, kind: 'KEPT', before: old.text, after: fresh.text })
    return { ...fresh, ...recounted(old, fresh.figures), made: fresh.made }
  })
  const there = new Set(made.map(({ key }) => key))
  for (const [i, old] of kept.entries()) {
    if (there.has(old.key)) continue
    if (!isEdited(old)) {
      changes.push({ key: old.key, kind: 'REMOVED', before: old.text, after: null })
      continue
    }
    if (old.made !== null) changes.push({ key: old.key, kind: 'KEPT', before: old.text, after: null })
    const above = kept.slice(0, i).findLast((other) => paragraphs.some(({ key }) => key === other.key))
    const at = above ? paragraphs.findIndex(({ key }) => key === above.key) + 1 : 0
    paragraphs.splice(at, 0, { ...old, ...recounted(old, []), made: null })
  }
  return { paragraphs, changes }
}

/** What a checksum is taken of: everything a reader sees, in an order no store can change. */
export function sealedText(
  paper: Readonly<{ kind: PaperKind; nth: number; note: string | null; asOf: string; body: PaperBody }>,
): string {
  const { head, paragraphs } = paper.body
  const rows = (r: PaperRows) => (r.of === 'PROJECTS' ? [r.of, r.group] : [r.of, ...r.ids])
  return JSON.stringify([
    paper.kind,
    paper.nth,
    paper.note,
    paper.asOf,
    [head.mark, head.number, head.unit, head.on],
    paragraphs.map(({ key, role, text, figures }) => [
      key,
      role,
      text,
      figures.map((figure) => [figure.id, figure.text, rows(figure.rows)]),
    ]),
  ])
}
