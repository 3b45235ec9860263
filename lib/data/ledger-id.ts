import { randomFillSync } from 'node:crypto'

/** A ledger of 5,000 rows takes some 100,000 ids: random bytes are drawn for many of them at once. */
const DRAWN = 512
const pool = Buffer.alloc(DRAWN * 16)
let used = DRAWN

/**
 * A UUIDv7 made here: an import knows the ids of its rows before it writes them, so that each is written once.
 *
 * @example newId() // '019ac1f2-…'
 */
export function newId(): string {
  if (used === DRAWN) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = pool.subarray(used * 16, used * 16 + 16)
  used += 1
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
