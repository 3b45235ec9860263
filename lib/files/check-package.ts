import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { ATTACHMENT_LIMITS, type AttachmentType, FileRefused } from './attachment-limits'

/** Parts that run, or that a browser would draw: no office document needs them. */
const RUNS =
  /(^|\/)(vba(project|data)|_?macros?)|activex|\.(exe|dll|com|scr|msi|jar|js|vbs|bat|cmd|ps1|hta|lnk|html?|svg|php)$/i

const open = (bytes: Buffer) =>
  new Promise<ZipFile>((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true, decodeStrings: true }, (error, zip) =>
      error ? reject(new FileRefused('FILE_BROKEN')) : resolve(zip),
    )
  })

/** Unpacks a part into nothing: a size its directory lied about ends here, at the byte it was exceeded. */
const unpack = (zip: ZipFile, entry: Entry) =>
  new Promise<void>((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(new FileRefused('FILE_BROKEN'))
      stream.on('error', () => reject(new FileRefused('FILE_BROKEN')))
      stream.on('end', () => resolve())
      stream.resume()
    })
  })

const typeOf = (names: ReadonlySet<string>): AttachmentType => {
  if (names.has('[content_types].xml') && names.has('word/document.xml')) return 'docx'
  if (names.has('[content_types].xml') && names.has('xl/workbook.xml')) return 'xlsx'
  if (names.has('ofd.xml')) return 'ofd'
  throw new FileRefused('FILE_TYPE')
}

/**
 * What a zip package is, after all of it was unpacked within the budgets and thrown away again.
 *
 * @throws FileRefused FILE_TYPE (an archive of anything else), FILE_UNPACKED, FILE_ENCRYPTED, FILE_MACROS, FILE_BROKEN
 */
export async function checkPackage(bytes: Buffer): Promise<AttachmentType> {
  const zip = await open(bytes)
  if (zip.entryCount > ATTACHMENT_LIMITS.entries) throw new FileRefused('FILE_UNPACKED')
  const names = new Set<string>()
  let total = 0
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: unknown) => {
      zip.close()
      reject(error instanceof FileRefused ? error : new FileRefused('FILE_BROKEN'))
    }
    zip.on('error', refuse)
    zip.on('end', () => resolve())
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize
      names.add(entry.fileName.replace(/^\//, '').toLowerCase())
      if (names.size > ATTACHMENT_LIMITS.entries) return refuse(new FileRefused('FILE_UNPACKED'))
      if (entry.uncompressedSize > ATTACHMENT_LIMITS.entryBytes || total > ATTACHMENT_LIMITS.totalBytes)
        return refuse(new FileRefused('FILE_UNPACKED'))
      if (entry.generalPurposeBitFlag & 1) return refuse(new FileRefused('FILE_ENCRYPTED'))
      if (RUNS.test(entry.fileName)) return refuse(new FileRefused('FILE_MACROS'))
      unpack(zip, entry).then(() => zip.readEntry(), refuse)
    })
    zip.readEntry()
  })
  return typeOf(names)
}
