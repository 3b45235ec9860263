import { heardWithCheck, spokenBytes, spokenWithCheck } from '@/lib/domain/spoken-bytes'
import { LETTER_BLOCK, NOTE_BLOCK, PHOTO_BLOCK, type ReportLetter, reportLetter } from '@/lib/schemas/sealed-report'

// What happens here happens in the browser of the commission and nowhere else: keys are made, opened and used, and none of it
// is ever sent.

/** Cost of argon2id for new keys: about a third of a second, 64 MiB. */
const OPS = 3
const MEMORY = 64 * 2 ** 20
const SHARES = 3
const NEEDED = 2

/** Both halves of a key. */
export type KeyPair = Readonly<{ publicKey: Uint8Array; privateKey: Uint8Array }>
export type Wrapping = Readonly<{ wrapped: string; salt: string; ops: number; memory: number }>
export type PublicKey = Readonly<{ id: string; number: number; publicKey: string; before: string | null }>
/** A key that is open: its secret, and the pair made of it. */
export type OpenKey = Readonly<{ secret: Uint8Array; pair: KeyPair }>

async function sodiumReady() {
  const { default: sodium } = await import('libsodium-wrappers-sumo')
  await sodium.ready
  return sodium
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
function base64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
const spoken = (passphrase: string): string => passphrase.normalize('NFKC').trim()

/** A passphrase nobody guesses: 100 bits in five groups. */
export const newPassphrase = (): string => spokenBytes(crypto.getRandomValues(new Uint8Array(13))).slice(0, 24)

/** A secret under a passphrase. */
async function wrap(seed: Uint8Array, passphrase: string): Promise<Wrapping> {
  const sodium = await sodiumReady()
  const salt = sodium.randombytes_buf(sodium.crypto_pwhash_SALTBYTES)
  const nonce = sodium.randombytes_buf(sodium.crypto_secretbox_NONCEBYTES)
  const kind = sodium.crypto_pwhash_ALG_ARGON2ID13
  const key = sodium.crypto_pwhash(32, spoken(passphrase), salt, OPS, MEMORY, kind)
  const box = sodium.crypto_secretbox_easy(seed, nonce, key)
  sodium.memzero(key)
  return { wrapped: base64(Uint8Array.of(...nonce, ...box)), salt: base64(salt), ops: OPS, memory: MEMORY }
}

/** The secret again; null for another passphrase. */
async function unwrap({ wrapped, salt, ops, memory }: Wrapping, passphrase: string): Promise<Uint8Array | null> {
  const sodium = await sodiumReady()
  const kind = sodium.crypto_pwhash_ALG_ARGON2ID13
  const key = sodium.crypto_pwhash(32, spoken(passphrase), bytesOf(salt), ops, memory, kind)
  const bytes = bytesOf(wrapped)
  try {
    return sodium.crypto_secretbox_open_easy(bytes.slice(24), bytes.slice(0, 24), key)
  } catch {
    return null
  } finally {
    sodium.memzero(key)
  }
}

/** What somebody has made and nobody has stored yet: the key as it is sent, and the shares that open it without a passphrase. */
export type MadeKey = Readonly<{ publicKey: string; before: string | null; shares: readonly string[] }> & Wrapping

async function sharesOf(seed: Uint8Array): Promise<string[]> {
  const { split } = await import('shamir-secret-sharing')
  return (await split(Uint8Array.from(seed), SHARES, NEEDED)).map(spokenWithCheck)
}

/**
 * A new key pair under a passphrase, with three shares of which two open it again 两人同启.
 *
 * @param before secret of the key before, so that this one opens what was sealed to that one too
 */
export async function makeKey(passphrase: string, before: Uint8Array | null): Promise<MadeKey> {
  const sodium = await sodiumReady()
  const seed = sodium.randombytes_buf(sodium.crypto_box_SEEDBYTES)
  const { publicKey } = sodium.crypto_box_seed_keypair(seed)
  const made = {
    publicKey: base64(publicKey),
    before: before && base64(sodium.crypto_box_seal(before, publicKey)),
    shares: await sharesOf(seed),
    ...(await wrap(seed, passphrase)),
  }
  sodium.memzero(seed)
  return made
}

/** A key under another passphrase; its shares stay what they are. */
export const rewrap = (seed: Uint8Array, passphrase: string): Promise<Wrapping> => wrap(seed, passphrase)

/** The secret of a key by its passphrase; null for another one. */
export const secretBy = unwrap

/**
 * The secret of a key by two of its shares.
 *
 * @returns which share holds a slip of the pen, or that they do not belong together or to this key
 */
export async function secretByShares(
  { publicKey }: PublicKey,
  texts: readonly string[],
): Promise<Uint8Array | Readonly<{ slip: number }> | 'OTHERS'> {
  const shares = texts.map(heardWithCheck)
  const slip = shares.findIndex((share) => share?.length !== 33)
  if (slip >= 0) return { slip }
  const sodium = await sodiumReady()
  try {
    const { combine } = await import('shamir-secret-sharing')
    const seed = await combine(shares.flatMap((share) => share ?? []))
    return base64(sodium.crypto_box_seed_keypair(seed).publicKey) === publicKey ? seed : 'OTHERS'
  } catch {
    return 'OTHERS'
  }
}

/**
 * The keys a secret opens: its own, and through it those before, as far as each was at hand when the next was made.
 *
 * @param keys all keys there are
 */
export async function keysOf(
  secret: Uint8Array,
  key: PublicKey,
  keys: readonly PublicKey[],
): Promise<readonly (readonly [id: string, key: OpenKey])[]> {
  const sodium = await sodiumReady()
  const pair = sodium.crypto_box_seed_keypair(secret)
  const own = [key.id, { secret, pair }] as const
  const earlier = keys.find(({ number }) => number === key.number - 1)
  if (!earlier || !key.before) return [own]
  try {
    const older = sodium.crypto_box_seal_open(bytesOf(key.before), pair.publicKey, pair.privateKey)
    return [own, ...(await keysOf(older, earlier, keys))]
  } catch {
    return [own]
  }
}

async function open(pair: KeyPair, sealed: Uint8Array, block: number): Promise<Uint8Array | null> {
  const sodium = await sodiumReady()
  try {
    return sodium.unpad(sodium.crypto_box_seal_open(sealed, pair.publicKey, pair.privateKey), block)
  } catch {
    return null
  }
}

/** What was told, in the clear; null where the key is another one or somebody changed it. */
export async function openLetter(pair: KeyPair, sealed: string): Promise<ReportLetter | null> {
  const bytes = await open(pair, bytesOf(sealed), LETTER_BLOCK)
  try {
    return bytes && reportLetter.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return null
  }
}

/** A note of the file, in the clear. */
export async function openNote(pair: KeyPair, sealed: string): Promise<string | null> {
  const bytes = await open(pair, bytesOf(sealed), NOTE_BLOCK)
  return bytes && new TextDecoder().decode(bytes)
}

/** A photo, in the clear: its kind and its bytes. */
export async function openPhoto(
  pair: KeyPair,
  sealed: Uint8Array,
): Promise<Readonly<{ mime: string; bytes: Uint8Array<ArrayBuffer> }> | null> {
  const bytes = await open(pair, sealed, PHOTO_BLOCK)
  const end = bytes?.indexOf(10) ?? -1
  if (!bytes || end < 0) return null
  return { mime: new TextDecoder().decode(bytes.slice(0, end)), bytes: Uint8Array.from(bytes.slice(end + 1)) }
}

async function seal(text: string, block: number, publicKey: string): Promise<string> {
  const sodium = await sodiumReady()
  const padded = sodium.pad(new TextEncoder().encode(text), block)
  return base64(sodium.crypto_box_seal(padded, bytesOf(publicKey)))
}

/** A text sealed to a key: the commission's own, or the one of an author's look-up code. */
export const sealNote = (text: string, publicKey: string): Promise<string> => seal(text, NOTE_BLOCK, publicKey)

/** What came on paper or by word of mouth, sealed as what came by the code is. */
export const sealLetter = (letter: ReportLetter, publicKey: string): Promise<string> =>
  seal(JSON.stringify(letter), LETTER_BLOCK, publicKey)

/** How a key is told from another at a glance: twelve letters of its hash. */
export async function fingerprintOf(publicKey: string): Promise<string> {
  const sodium = await sodiumReady()
  return spokenBytes(sodium.crypto_generichash(16, bytesOf(publicKey), null)).slice(0, 14)
}
