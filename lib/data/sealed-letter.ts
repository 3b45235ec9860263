import 'server-only'
import sodium from 'libsodium-wrappers-sumo'
import { heardBytes, spokenBytes } from '@/lib/domain/spoken-bytes'
import { LETTER_BLOCK, NOTE_BLOCK, PHOTO_BLOCK, type ReportLetter } from '@/lib/schemas/sealed-report'

/** Bytes of a look-up code: 80 bits, sixteen letters. */
const CODE_BYTES = 10

const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes)

/** A sealed text, as long as the next multiple of its block, so that its length tells nothing. */
function sealPadded(message: Uint8Array, block: number, publicKey: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = sodium.pad(message, block)
  const sealed = own(sodium.crypto_box_seal(padded, publicKey))
  sodium.memzero(padded)
  return sealed
}

/** A report sealed to the commission's key: from here on nobody but the commission reads it, this system least of all. */
export async function sealLetter(publicKey: Uint8Array, letter: ReportLetter): Promise<Uint8Array<ArrayBuffer>> {
  await sodium.ready
  return sealPadded(new TextEncoder().encode(JSON.stringify(letter)), LETTER_BLOCK, publicKey)
}

/** A photo sealed to the commission's key: its kind, a line feed, its bytes. */
export async function sealPhoto(
  publicKey: Uint8Array,
  { mime, bytes }: Readonly<{ mime: string; bytes: Uint8Array }>,
): Promise<Uint8Array<ArrayBuffer>> {
  await sodium.ready
  const head = new TextEncoder().encode(`${mime}\n`)
  const whole = new Uint8Array(head.length + bytes.length)
  whole.set(head)
  whole.set(bytes, head.length)
  return sealPadded(whole, PHOTO_BLOCK, publicKey)
}

type Pair = Readonly<{ publicKey: Uint8Array<ArrayBuffer>; privateKey: Uint8Array }>

const pairOf = (code: Uint8Array): Pair => {
  const seed = sodium.crypto_generichash(32, code, 'look-up code of a report')
  const { publicKey, privateKey } = sodium.crypto_box_seed_keypair(seed)
  return { publicKey: own(publicKey), privateKey }
}

/**
 * A new look-up code 查询码, and the public key made from it: the code is told once and kept nowhere, the key finds the report
 * again and answers to its author are sealed to it.
 */
export async function newLookUpCode(): Promise<Readonly<{ code: string; replyKey: Uint8Array<ArrayBuffer> }>> {
  await sodium.ready
  const bytes = sodium.randombytes_buf(CODE_BYTES)
  return { code: spokenBytes(bytes), replyKey: pairOf(bytes).publicKey }
}

/** The keys of a look-up code somebody typed; null where it can be none. */
export async function keysOfCode(code: string): Promise<Pair | null> {
  await sodium.ready
  const bytes = code.length > 80 ? null : heardBytes(code)
  return bytes?.length === CODE_BYTES ? pairOf(bytes) : null
}

/** What the commission wrote to the author, opened with his code; null where it was sealed to another one. */
export function openReply(keys: Pair, sealed: Uint8Array): string | null {
  try {
    const padded = sodium.crypto_box_seal_open(sealed, keys.publicKey, keys.privateKey)
    return new TextDecoder().decode(sodium.unpad(padded, NOTE_BLOCK))
  } catch {
    return null
  }
}

/** What is left in the database of a form that was sent: it finds the same form again, and tells nothing about it. */
export async function onceOf(tokenNonce: string): Promise<Uint8Array<ArrayBuffer>> {
  await sodium.ready
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set: a form cannot be known again')
  return own(sodium.crypto_generichash(32, `once:${tokenNonce}`, sodium.crypto_generichash(32, secret, null)))
}
