import { err, ok, type Result } from '@/lib/domain/result'
import { ATTACHMENT_LIMITS, type AttachmentType, type FileRefusal, FileRefused } from './attachment-limits'
import { checkPackage } from './check-package'
import { cleanJpeg } from './clean-jpeg'
import { cleanPng } from './clean-png'

const PNG = Buffer.from('89504e470d0a1a0a', 'hex')
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const utf16 = (text: string) => Buffer.from(text, 'utf16le')

/** Blanks a writer may leave behind the last line of a PDF. */
const TAIL = 1_024

/** A PDF from its first byte to its last: what somebody hung behind it, or cut off, is no part of one. */
function checkPdf(bytes: Buffer): void {
  const end = bytes.lastIndexOf('%%EOF')
  if (end < 0) throw new FileRefused('FILE_BROKEN')
  const tail = bytes.subarray(end + 5)
  if (tail.length > TAIL || /[^\s\0]/.test(tail.toString('latin1'))) throw new FileRefused('FILE_MIXED')
}

/** What an old compound file of WPS or Office holds. */
function checkOle(bytes: Buffer): AttachmentType {
  if (bytes.includes(utf16('EncryptedPackage'))) throw new FileRefused('FILE_ENCRYPTED')
  if (bytes.includes(utf16('_VBA_PROJECT'))) throw new FileRefused('FILE_MACROS')
  if (bytes.includes(utf16('WordDocument')) || bytes.includes(utf16('WpsDocument'))) return 'wps'
  if (bytes.includes(utf16('Workbook')) || bytes.includes(utf16('EtWorkbook'))) return 'et'
  throw new FileRefused('FILE_TYPE')
}

async function read(bytes: Buffer): Promise<{ type: AttachmentType; bytes: Buffer }> {
  const starts = (mark: Buffer | string) => bytes.subarray(0, mark.length).equals(Buffer.from(mark))
  if (bytes.length === 0) throw new FileRefused('FILE_EMPTY')
  if (bytes.length > ATTACHMENT_LIMITS.fileBytes) throw new FileRefused('FILE_TOO_LARGE')
  if (starts('%PDF-')) {
    checkPdf(bytes)
    return { type: 'pdf', bytes }
  }
  if (starts(Buffer.from([0xff, 0xd8, 0xff]))) return { type: 'jpeg', bytes: cleanJpeg(bytes) }
  if (starts(PNG)) return { type: 'png', bytes: cleanPng(bytes) }
  if (starts('PK\u0003\u0004')) return { type: await checkPackage(bytes), bytes }
  if (starts(OLE)) return { type: checkOle(bytes), bytes }
  throw new FileRefused('FILE_TYPE')
}

/**
 * What a file is by its bytes, whatever its name says, and the bytes to keep: images lose where and when they were taken.
 *
 * @returns err of `FileRefusal`; never throws for any bytes
 * @source SECURITY H-13 to H-16
 */
export async function checkAttachment(
  bytes: Buffer,
): Promise<Result<{ type: AttachmentType; bytes: Buffer }, Readonly<{ code: FileRefusal }>>> {
  try {
    return ok(await read(bytes))
  } catch (error) {
    if (error instanceof FileRefused) return err({ code: error.code })
    // A length that points beyond its file.
    if (error instanceof RangeError) return err({ code: 'FILE_BROKEN' })
    throw error
  }
}
