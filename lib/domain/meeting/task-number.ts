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
