/** Letters that cannot be taken for one another when they are written down by hand (Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const ALIKE: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }
const GROUP = 4

/**
 * Bytes as people write them down: groups of four letters that cannot be mistaken for one another.
 *
 * @example spokenBytes(Uint8Array.of(255, 0)) // 'ZW00'
 */
export function spokenBytes(bytes: Uint8Array): string {
  let [text, held, bits] = ['', 0, 0]
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += LETTERS[(held >> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  if (bits > 0) text += LETTERS[(held << (5 - bits)) & 31]
  return text.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? ''
}

/**
 * The bytes again, whatever somebody made of the groups: small letters, blanks, an O for a nought, full-width letters.
 *
 * @returns null where it holds a sign that is none of the letters, or bits are left over that no byte had
 */
export function heardBytes(text: string): Uint8Array<ArrayBuffer> | null {
  const letters = [...text.normalize('NFKC').toUpperCase()].filter((letter) => !/[\s\-‐-―_.]/u.test(letter))
  const bytes = new Uint8Array(Math.floor((letters.length * 5) / 8))
  let [held, bits, n] = [0, 0, 0]
  for (const letter of letters) {
    const value = LETTERS.indexOf(ALIKE[letter] ?? letter)
    if (value < 0) return null
    held = (held << 5) | value
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes[n++] = held >> bits
    }
    held &= (1 << bits) - 1
  }
  return bits < 5 && held === 0 ? bytes : null
}

/** CRC-16 (CCITT): whether somebody made a slip when he wrote a long text down. */
function checkOf(bytes: Uint8Array): number {
  let crc = 0xffff
  for (const byte of bytes) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff
  }
  return crc
}

/** As `spokenBytes`, with a check at the end, so that a slip of the pen is noticed. */
export function spokenWithCheck(bytes: Uint8Array): string {
  const check = checkOf(bytes)
  return spokenBytes(Uint8Array.of(...bytes, check >> 8, check & 0xff))
}

/** The bytes of `spokenWithCheck`; null where a letter is wrong or missing. */
export function heardWithCheck(text: string): Uint8Array<ArrayBuffer> | null {
  const all = heardBytes(text)
  if (!all || all.length < 3) return null
  const [bytes, check] = [all.slice(0, -2), all.slice(-2)]
  return ((check[0] ?? 0) << 8) + (check[1] ?? 0) === checkOf(bytes) ? bytes : null
}
