/** Hash an authenticator counts with: most applications know sha1, tokens of the national algorithms sm3. */
export const OTP_ALGORITHMS = ['sha1', 'sha256', 'sm3'] as const
export type OtpAlgorithm = (typeof OTP_ALGORITHMS)[number]

/** Seconds one code is shown for. */
export const STEP_SECONDS = 30
/** Digits of a code. */
export const CODE_DIGITS = 6
/** Steps a code may be early or late by: the clock of a telephone, and the time it takes to type. */
const WINDOW = 1

/**
 * Step an instant lies in 时间步.
 *
 * @param seconds since 1970, UTC
 * @source SECURITY.md 3.1 CES1-04; RFC 6238 4.2
 * @example stepAt(59) // 1
 */
export const stepAt = (seconds: number): number => Math.floor(seconds / STEP_SECONDS)

/**
 * The moving factor of a step, as it goes into the hash: eight bytes, the highest first.
 *
 * @source SECURITY.md 3.1 CES1-04; RFC 4226 5.2
 */
export function counterBytes(step: number): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(step))
  return bytes
}

/**
 * The digits a keyed hash is shortened to 动态码.
 *
 * @param hash at least 20 bytes
 * @source SECURITY.md 3.1 CES1-04; RFC 4226 5.3 dynamic truncation
 */
export function digitsOf(hash: Uint8Array, digits = CODE_DIGITS): string {
  const view = new DataView(hash.buffer, hash.byteOffset, hash.byteLength)
  const number = view.getUint32(view.getUint8(hash.length - 1) & 0xf) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** What becomes of a code: the step it is good for, that it was used before, or that it is wrong. */
export type CodeVerdict = Readonly<{ step: number } | { step: null; used: boolean }>

/**
 * Judges a code somebody typed. It may be a step early or late; the step of an accepted code, and any before it, never
 * counts again.
 *
 * @param typed    six digits
 * @param codeOf   code of a step under the account's secret
 * @param now      step of the instant it came in
 * @param lastStep step last accepted, null before the first
 * @source SECURITY.md 3.1 CES1-04 (same code twice refused, ±2 steps refused); RFC 6238 5.2
 */
export function judgeCode(
  typed: string,
  codeOf: (step: number) => string,
  now: number,
  lastStep: number | null,
): CodeVerdict {
  const fits = [now, now - WINDOW, now + WINDOW].filter((step) => step >= 0 && codeOf(step) === typed)
  const step = fits.find((each) => lastStep === null || each > lastStep)
  return step === undefined ? { step: null, used: fits.length > 0 } : { step }
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * Bytes in letters and digits nobody mixes up, as authenticators take a secret.
 *
 * @source SECURITY.md 3.1 CES1-04; RFC 4648 6 (without padding)
 */
export function base32(bytes: Uint8Array): string {
  let [text, held, bits] = ['', 0, 0]
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) text += BASE32[(held >>> (bits - 5)) & 31]
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + BASE32[(held << (5 - bits)) & 31] : text
}

/** A long text in groups of four, for whoever types it. */
export const inFours = (text: string): string => text.match(/.{1,4}/g)?.join(' ') ?? ''

/**
 * Address an authenticator reads from the QR code.
 *
 * @param issuer the product and the district, as the list of the application shows it
 * @param secret in base32
 * @source SECURITY.md 3.1 CES1-04 (otp_algo)
 */
export const otpAddress = (issuer: string, account: string, secret: string, algorithm: OtpAlgorithm): string => {
  const [name, by] = [encodeURIComponent(account), encodeURIComponent(issuer)]
  const how = `algorithm=${algorithm.toUpperCase()}&digits=${CODE_DIGITS}&period=${STEP_SECONDS}`
  return `otpauth://totp/${by}:${name}?secret=${secret}&issuer=${by}&${how}`
}
