/** Fewest characters of a passphrase that opens sealed reports. */
export const PASSPHRASE_MIN = 14
/** Fewest different characters; fewer are one key held down. */
const DIFFERENT_MIN = 6
/** What has to be left of letters and digits when everything a guesser tries first is taken away. */
const OWN_MIN = 6
/** A run as long as this is counted as one thing: 1234, dcba, 0000. */
const RUN_MIN = 4

/** What guessers try first, longest first where one holds another. */
const COMMON = [
  'administrator',
  'qwertyuiop',
  'asdfghjkl',
  'iloveyou',
  'passphrase',
  'password',
  'passw0rd',
  'p@ssw0rd',
  'p@ssword',
  '1qaz2wsx',
  'zxcvbnm',
  '5201314',
  '1314520',
  'kouling',
  'welcome',
  'letmein',
  'woaini',
  'qwerty',
  'asdfgh',
  'admin',
  'jiwei',
  '12388',
  'nihao',
  'mima',
  '我爱你',
  '管理员',
  '密码',
  '口令',
  '纪委',
] as const

export const PASSPHRASE_FLAWS = [
  'SHORT', // 太短
  'REPEATS', // 重复
  'COMMON', // 太常见
] as const
/** Why a passphrase is too weak. */
export type PassphraseFlaw = (typeof PASSPHRASE_FLAWS)[number]

/** Whether a text is a shorter one said again and again, the last time perhaps not to its end. */
const isRepeated = (letters: readonly string[]): boolean =>
  Array.from({ length: Math.floor(letters.length / 2) }, (_, i) => i + 1).some((size) =>
    letters.every((letter, at) => letter === letters[at % size]),
  )

/** A text without its runs of neighbours: 1234, dcba, 0000. */
function withoutRuns(letters: readonly string[]): string {
  const stepAt = (at: number) => (letters[at]?.codePointAt(0) ?? 0) - (letters[at - 1]?.codePointAt(0) ?? 0)
  let kept = ''
  let from = 0
  while (from < letters.length) {
    const step = stepAt(from + 1)
    let to = from + 1
    if (Math.abs(step) <= 1) while (to < letters.length && stepAt(to) === step) to++
    const isRun = to - from >= RUN_MIN
    // A blank keeps what stood on its two sides from making a word.
    kept += isRun ? ' ' : letters[from]
    from = isRun ? to : from + 1
  }
  return kept
}

/**
 * Why a passphrase is too weak to keep the key of sealed reports 口令强度; it is judged where it is typed and sent nowhere.
 *
 * Upper and lower case, full and half width are one: a guesser tries them all. Length is counted in characters as people see
 * them typed, spaces around it left out.
 *
 * @returns null when it is strong enough; SHORT first, then REPEATS, then COMMON
 * @source SECURITY.md CES1-01 (GB/T 22239-2019 8.1.4.1: 身份鉴别信息复杂度)
 * @example passphraseFlaw('password123456') // 'COMMON'
 */
export function passphraseFlaw(typed: string): PassphraseFlaw | null {
  const letters = [...typed.normalize('NFKC').trim().toLowerCase()]
  if (letters.length < PASSPHRASE_MIN) return 'SHORT'
  if (new Set(letters).size < DIFFERENT_MIN || isRepeated(letters)) return 'REPEATS'
  const own = COMMON.reduce((text, word) => text.replaceAll(word, ' '), withoutRuns(letters))
  return [...own.replace(/[^\p{L}\p{N}]/gu, '')].length < OWN_MIN ? 'COMMON' : null
}
