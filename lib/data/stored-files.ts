import 'server-only'
import { createHash } from 'node:crypto'
import type { Tx } from './db'

/** The mark a file is stored and found by. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Keeps the bytes of a file, once however often it comes.
 *
 * @returns the mark it is stored by
 */
export async function storeFile(tx: Tx, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const sha256 = sha256Of(bytes)
  await tx.storedFile.createMany({ data: [{ sha256, size: bytes.length, bytes }], skipDuplicates: true })
  return sha256
}
