import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'

export type Part = Readonly<{ name: string; body: string | Buffer }>
/** A part as it stands in the archive: packed already, with the size and checksum of what was packed. */
export type PackedPart = Readonly<{ name: string; packed: Buffer; size: number; crc: number }>

const deflate = promisify(deflateRaw)
/** 1 January 1980, the first day a zip file knows: the same rows make the same bytes on any day. */
const FIRST_DAY = 0x21

/** Puts packed parts and their directory behind each other. */
export function assembleZip(parts: readonly PackedPart[]): Buffer {
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const { name, packed, size, crc } of parts) {
    const label = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    // Names beyond ASCII are UTF-8, which a reader has to be told.
    common.writeUInt16LE(label.length > name.length ? 0x800 : 0, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt16LE(FIRST_DAY, 8)
    common.writeUInt32LE(crc, 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(size, 18)
    common.writeUInt16LE(label.length, 22)
    const entry = Buffer.alloc(16)
    entry.writeUInt32LE(offset, 12)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, label, packed])
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, entry.subarray(2), label]))
    locals.push(local)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, list, end])
}

/** Packs one part; the packing runs beside the event loop. */
export async function packPart({ name, body }: Part): Promise<PackedPart> {
  const raw = Buffer.from(body)
  return { name, packed: await deflate(raw), size: raw.length, crc: crc32(raw) }
}

/** Packs parts as a zip file. */
export const zip = async (parts: readonly Part[]): Promise<Buffer> =>
  assembleZip(await Promise.all(parts.map(packPart)))
