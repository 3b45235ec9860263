import { randomBytes } from 'node:crypto'

/**
 * A UUIDv7 made here: an import knows the ids of its rows before it writes them, so that each is written once.
 *
 * @example newId() // '019ac1f2-…'
 */
export function newId(): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
