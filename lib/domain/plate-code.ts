/**
 * Digits and letters of a code 码牌编码: without I, L, O and U, which are misread on paper and misheard on the telephone.
 * Thirty-two of them: each holds five bits.
 */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BITS = 5
/** Of a code, what names the plate; as many again are its mark. */
export const CODE_HALF = 5
const CODE = new RegExp(`^[${LETTERS}]{${2 * CODE_HALF}}$`, 'u')

/**
 * Some bytes as letters of a code, from the first bit on.
 *
 * @param bytes at least five bits for every letter
 * @example lettersOf(new Uint8Array([0, 0, 0, 0]), 5) // '00000'
 */
export function lettersOf(bytes: Uint8Array, length: number): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  const unused = BigInt(bytes.length * 8 - length * BITS)
  bits >>= unused
  let text = ''
  for (let at = length - 1; at >= 0; at -= 1) text += LETTERS[Number((bits >> BigInt(at * BITS)) & 31n)]
  return text
}

/**
 * The code somebody scanned or typed: any case, in one or several pieces, an O for a nought, an I or L for a one, full-width
 * signs of a Chinese keyboard.
 *
 * @returns the ten letters; null where it can be none
 * @example readPlateCode('7k3m2-9xq4t') // '7K3M29XQ4T'
 */
export function readPlateCode(typed: string): string | null {
  if (typed.length > 40) return null
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐‑–—]/gu, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1')
  return CODE.test(code) ? code : null
}

/** A code as it is printed: two groups that can be read out. */
export const plateCodeText = (code: string): string => `${code.slice(0, CODE_HALF)}-${code.slice(CODE_HALF)}`
