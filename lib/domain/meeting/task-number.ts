/** A number of a task or slip: the year and week of its meeting, and its place in it. */
export type TaskNumber = Readonly<{ year: number; week: number; nth: number }>

const two = (n: number) => String(n).padStart(2, '0')

/**
 * A task's number as it is written on paper 交办单号.
 *
 * @source domain meetings-and-ranking.md A2
 * @example taskNumber({ year: 2026, week: 48, nth: 3 }) // '双轮〔2026〕48-03'
 */
export const taskNumber = ({ year, week, nth }: TaskNumber): string => `双轮〔${year}〕${two(week)}-${two(nth)}`

/** Every sign an input method, a phone or Word makes of the hyphen in a number. */
const HYPHEN = '[-‐‑‒–—―−－﹣~～]'
const SHORT = new RegExp(`^(?:双轮)?\\s*(\\d{1,2})\\s*${HYPHEN}\\s*(\\d{1,3})\\s*号?$`, 'u')
const WEEK = /^(?:(?:双轮)?\s*[〔（([【［]?(\d{4})[〕）)\]】］年]?\s*)?第?(\d{1,2})周?$/u
const FULL = new RegExp(
  `^(?:双轮)?\\s*[〔（([【［]?(\\d{4})[〕）)\\]】］]?\\s*第?(\\d{1,2})\\s*${HYPHEN}\\s*(\\d{1,3})\\s*号?$`,
  'u',
)
/** Full-width digits are digits. */
const plain = (text: string) => text.normalize('NFKC').trim()

/**
 * Reads what somebody looks for as a number: of a task, of one of its slips, or without the year; null when it is none.
 *
 * @example readTaskNumber('48-3') // { week: 48, nth: 3 }
 */
export function readTaskNumber(text: string): (Partial<TaskNumber> & Pick<TaskNumber, 'week' | 'nth'>) | null {
  const full = parseTaskNumber(text.replace(/^双轮[催督]/u, '双轮'))
  if (full) return full
  const match = SHORT.exec(plain(text))
  const [week, nth] = [Number(match?.[1]), Number(match?.[2])]
  return week >= 1 && week <= 53 && nth >= 1 ? { week, nth } : null
}

/**
 * As `readTaskNumber`, in a list of tasks, where a week is a number as well: of every year, or of the one before it.
 *
 * @example readTaskWeek('第48周') // { week: 48 }
 */
export function readTaskWeek(text: string): Partial<TaskNumber> | null {
  const number = readTaskNumber(text)
  if (number) return number
  const match = WEEK.exec(plain(text))
  const [year, week] = [Number(match?.[1]), Number(match?.[2])]
  return week >= 1 && week <= 53 ? { ...(year ? { year } : {}), week } : null
}

/** Reads a number somebody typed, with any kind of brackets; null when it is none. */
export function parseTaskNumber(text: string): TaskNumber | null {
  const match = FULL.exec(plain(text))
  if (!match) return null
  const [year, week, nth] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return week >= 1 && week <= 53 && nth >= 1 ? { year, week, nth } : null
}
