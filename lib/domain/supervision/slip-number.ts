import type { PlainDate } from '../plain-date'

/** A slip as its number is made of it: the year is that of its issue; numbers run on over the years. */
export type NumberedSlip = Readonly<{ number: number; issuedOn: PlainDate }>

/** The year a slip was issued in, as its number says it. */
export const slipYear = ({ issuedOn }: Pick<NumberedSlip, 'issuedOn'>): string => issuedOn.slice(0, 4)

/**
 * The number of a slip of the commission as it is printed 督办单编号, of the same form as that of a task or a colour's paper.
 *
 * @source domain formats.md §1, row 7 (编号) and §5 督办单 (number); meetings-and-ranking §2
 * @example supervisionNumber({ number: 12, issuedOn: on('2026-11-23') }) // '督办〔2026〕12号'
 */
export const supervisionNumber = (slip: NumberedSlip): string => `督办〔${slipYear(slip)}〕${slip.number}号`
