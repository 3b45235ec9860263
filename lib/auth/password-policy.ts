const CLASSES = [/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z0-9]/]
const MIN_LENGTH = 12
const MIN_CLASSES = 3

/** What guessers try first, whatever is put around it. */
const GUESSED = [
  'password',
  'passw0rd',
  'p@ssw',
  '1234',
  'abcd',
  'qwer',
  'asdf',
  'admin',
  'iloveyou',
  'erqi',
  'xmgj',
  '1111',
  '0000',
]

/**
 * Whether a new password is strong enough for an account.
 *
 * @source GB/T 22239-2019 8.1.4.1: 身份鉴别信息复杂度
 */
export function isStrongPassword(password: string, username: string): boolean {
  if ([...password].length < MIN_LENGTH || password.length > 128) return false
  if (CLASSES.filter((c) => c.test(password)).length < MIN_CLASSES) return false
  const lower = password.toLowerCase()
  return ![username.toLowerCase(), ...GUESSED].some((part) => lower.includes(part))
}
