import { encode } from 'uqr'

/**
 * A text as a QR code 二维码: rows of modules, true where it is dark, without the quiet zone.
 *
 * Error level Q: a quarter of it may be lost to a fold, a sticker or a bad copy, and it still reads.
 *
 * @source design UX.md 33 (QR ≥ 3 cm, error level Q)
 */
export const qrModules = (text: string): boolean[][] => encode(text, { ecc: 'Q', boostEcc: false, border: 0 }).data
