/** What one attached file may cost. A scanned approval of fifty pages needs about a quarter. */
export const ATTACHMENT_LIMITS = {
  fileBytes: 20_000_000,
  /** A phone takes 12 to 50 megapixels; beyond 40 an image opens no better and costs whoever opens it his memory. */
  pixels: 40_000_000,
  entries: 2_000,
  entryBytes: 60_000_000,
  totalBytes: 120_000_000,
} as const

/** Types that are kept, each with the media type it is served as and the endings its name may have. */
export const ATTACHMENT_TYPES = {
  pdf: { media: 'application/pdf', endings: ['pdf'] },
  jpeg: { media: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  png: { media: 'image/png', endings: ['png'] },
  docx: {
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx', 'wps'],
  },
  xlsx: { media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx', 'et'] },
  ofd: { media: 'application/ofd', endings: ['ofd'] },
  wps: { media: 'application/octet-stream', endings: ['wps', 'doc'] },
  et: { media: 'application/octet-stream', endings: ['et', 'xls'] },
} as const
export type AttachmentType = keyof typeof ATTACHMENT_TYPES

/** Why a file is not kept. */
export type FileRefusal =
  | 'FILE_EMPTY'
  | 'FILE_TOO_LARGE'
  | 'FILE_TYPE'
  | 'FILE_BROKEN'
  | 'FILE_MIXED'
  | 'FILE_ENCRYPTED'
  | 'FILE_MACROS'
  | 'FILE_PIXELS'
  | 'FILE_UNPACKED'

/** Thrown inside a reader to leave it early; becomes a Result at its door. */
export class FileRefused extends Error {
  constructor(readonly code: FileRefusal) {
    super(code)
  }
}
