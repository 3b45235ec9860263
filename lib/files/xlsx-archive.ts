import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { Refusal, XLSX_LIMITS } from './xlsx-limits'
import { type PackedPart, packPart } from './zip'

/** An opened workbook package: its parts are unpacked one at a time, never as a whole. */
export type Archive = Readonly<{
  names: readonly string[]
  /** Hands the text of a part to `take`, piece by piece; does nothing when the part is absent. */
  stream: (name: string, take: (text: string) => void) => Promise<void>
  /** A part as a whole; it is within the budget of one part. */
  text: (name: string) => Promise<string>
  /** A part as it stands in the package, to be put into another one untouched. */
  packed: (name: string) => Promise<PackedPart>
  /** A name as the package spells it. */
  spelled: (name: string) => string
}>

const startsWith = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, i) => bytes[i] === byte)
/** OOXML encryption wraps the package in an OLE file whose directory names this stream. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

function checkSignature(bytes: Buffer) {
  if (bytes.length === 0) throw new Refusal({ code: 'FILE_EMPTY' })
  if (bytes.length > XLSX_LIMITS.fileBytes) throw new Refusal({ code: 'FILE_TOO_LARGE', limit: XLSX_LIMITS.fileBytes })
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new Refusal({ code: bytes.includes(ENCRYPTED) ? 'FILE_ENCRYPTED' : 'OLD_XLS' })
  if (!startsWith(bytes, 0x50, 0x4b)) throw new Refusal({ code: 'NOT_XLSX' })
}

const open = (bytes: Buffer) =>
  new Promise<ZipFile>((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true, decodeStrings: true }, (error, zip) =>
      error ? reject(new Refusal({ code: 'FILE_BROKEN' })) : resolve(zip),
    )
  })

/** Reads the directory of the package and adds up what it declares, before a byte is unpacked. */
const readDirectory = (zip: ZipFile) =>
  new Promise<Map<string, Entry>>((resolve, reject) => {
    const entries = new Map<string, Entry>()
    let [count, total] = [0, 0]
    const refuse = (reason: Refusal) => {
      zip.close()
      reject(reason)
    }
    if (zip.entryCount > XLSX_LIMITS.entries)
      return refuse(new Refusal({ code: 'TOO_MANY_ENTRIES', limit: XLSX_LIMITS.entries }))
    zip.on('error', () => refuse(new Refusal({ code: 'FILE_BROKEN' })))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      count += 1
      total += entry.uncompressedSize
      if (count > XLSX_LIMITS.entries)
        return refuse(new Refusal({ code: 'TOO_MANY_ENTRIES', limit: XLSX_LIMITS.entries }))
      if (entry.uncompressedSize > XLSX_LIMITS.entryBytes || total > XLSX_LIMITS.totalBytes)
        return refuse(new Refusal({ code: 'UNPACKED_TOO_LARGE', limit: XLSX_LIMITS.entryBytes }))
      if (entry.generalPurposeBitFlag & 1) return refuse(new Refusal({ code: 'FILE_ENCRYPTED' }))
      entries.set(entry.fileName.replace(/^\//, '').toLowerCase(), entry)
      zip.readEntry()
    })
    zip.readEntry()
  })

/** Unpacks one part. A size the directory lied about ends the stream with an error, at the byte it was exceeded. */
const streamEntry = (zip: ZipFile, entry: Entry, take: (text: string) => void) =>
  new Promise<void>((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(new Refusal({ code: 'FILE_BROKEN' }))
      const decoder = new TextDecoder()
      stream.on('error', () => reject(new Refusal({ code: 'FILE_BROKEN' })))
      stream.on('end', () => resolve())
      stream.on('data', (chunk: Buffer) => {
        try {
          take(decoder.decode(chunk, { stream: true }))
        } catch (reason) {
          stream.destroy()
          reject(reason instanceof Refusal ? reason : new Refusal({ code: 'FILE_BROKEN' }))
        }
      })
    })
  })

/** The bytes of one part, as they are packed or unpacked. */
const bytesOf = (zip: ZipFile, entry: Entry, unpacked: boolean) =>
  new Promise<Buffer>((resolve, reject) => {
    const deflated = entry.compressionMethod === 8
    zip.openReadStream(entry, deflated && !unpacked ? { decompress: false } : {}, (error, stream) => {
      if (error) return reject(new Refusal({ code: 'FILE_BROKEN' }))
      const pieces: Buffer[] = []
      stream.on('error', () => reject(new Refusal({ code: 'FILE_BROKEN' })))
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => resolve(Buffer.concat(pieces)))
    })
  })

/**
 * Opens a zip package within the budgets.
 *
 * @throws Refusal
 */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  checkSignature(bytes)
  const zip = await open(bytes)
  const entries = await readDirectory(zip)
  const found = (name: string): Entry => {
    const entry = entries.get(name.toLowerCase())
    if (!entry) throw new Refusal({ code: 'FILE_BROKEN' })
    return entry
  }
  return {
    names: [...entries.keys()],
    spelled: (name) => found(name).fileName,
    text: async (name) => new TextDecoder().decode(await bytesOf(zip, found(name), true)),
    packed: async (name) => {
      const entry = found(name)
      const { fileName, uncompressedSize: size, crc32: crc } = entry
      // A directory, or a part that was not packed, is packed as any other.
      if (entry.compressionMethod !== 8) return packPart({ name: fileName, body: await bytesOf(zip, entry, true) })
      return { name: fileName, packed: await bytesOf(zip, entry, false), size, crc }
    },
    stream: async (name, take) => {
      const entry = entries.get(name.toLowerCase())
      if (entry) await streamEntry(zip, entry, take)
    },
  }
}
