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

/** Reads a number somebody typed, with any kind of brackets; null when it is none. */
export function parseTaskNumber(text: string): TaskNumber | null {
  const match = /^(?:双轮)?\s*[〔（([【［]?(\d{4})[〕）)\]】］]?\s*[第]?(\d{1,2})\s*[-–—－](\d{1,3})\s*号?$/u.exec(
    text.trim(),
  )
  if (!match) return null
  const [year, week, nth] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return week >= 1 && week <= 53 && nth >= 1 ? { year, week, nth } : null
}
