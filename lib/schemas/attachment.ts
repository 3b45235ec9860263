import { z } from 'zod'
import { REASON_MAX } from './procedure'

/** A photo lies beside what a walk found. */
export type PhotoPlace = Readonly<{ findingId: string }>
/** Where a paper lies: beside a procedure, or beside a problem. */
export type PaperPlace = Readonly<{ procedureId: string } | { issueId: string }>
export type FilePlace = PaperPlace | PhotoPlace

/** The page a paper is on. */
export function pageOfPlace(
  place: FilePlace,
): `/procedures/${string}` | `/issues/${string}` | `/services/walks/findings/${string}` {
  if ('findingId' in place) return `/services/walks/findings/${place.findingId}`
  return 'issueId' in place ? `/issues/${place.issueId}` : `/procedures/${place.procedureId}`
}

/** A paper that was checked: what it is, what it is called, its bytes and their hash. */
type Checked = Readonly<{
  name: string
  type: string
  bytes: Uint8Array<ArrayBuffer>
  sha256: string
}>
export type CheckedFile = PaperPlace & Checked
export type CheckedPhoto = PhotoPlace & Checked

/** A paper as the page of its procedure lists it. */
export type AttachmentLine = Readonly<{
  id: string
  version: number
  name: string
  type: string
  size: number | null
  by: string
  at: string
  removed: Readonly<{ by: string | null; at: string; reason: string }> | null
  mayRemove: boolean
}>

/** Takes a paper away; its line stays with the reason. */
export const attachmentRemoval = z.object({
  attachmentId: z.uuid(),
  version: z.coerce.number().int(),
  reason: z.string().trim().min(1, 'REASON_MISSING').max(REASON_MAX, 'TEXT_TOO_LONG'),
})
export type AttachmentRemovalInput = z.infer<typeof attachmentRemoval>

/** What became of an upload, as the address of the procedure's page says it. */
export const FILE_ANSWERS = [
  'ADDED',
  'REMOVED',
  'FILE_MISSING',
  'FILE_EMPTY',
  'FILE_TOO_LARGE',
  'FILE_TYPE',
  'FILE_BROKEN',
  'FILE_MIXED',
  'FILE_ENCRYPTED',
  'FILE_MACROS',
  'FILE_PIXELS',
  'FILE_UNPACKED',
  'FILE_CUT',
  'FILES_PROCEDURE_FULL',
  'FILES_PROJECT_FULL',
  'FILES_BYTES_FULL',
  'FILES_NO_PROJECT',
  'FILES_FINDING_FULL',
  'FINDING_MOVE_ILLEGAL',
  'PHOTO_TYPE',
  'PHOTO_HEIC',
  'PHOTO_BROKEN',
  'PHOTO_PIXELS',
  'PHOTO_LARGE',
  'FILE_TWICE',
  'FORBIDDEN',
  'FORM_EXPIRED',
  'KEY_REUSED',
] as const
export type FileAnswer = (typeof FILE_ANSWERS)[number]
export const isFileAnswer = (text: unknown): text is FileAnswer => FILE_ANSWERS.some((answer) => answer === text)
