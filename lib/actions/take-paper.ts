import 'server-only'
import { takeFileTurn } from '@/lib/data/file-turns'
import { takePaper as take } from '@/lib/data/paper-writes'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { ok, type Result } from '@/lib/domain/result'
import { dispositionOf } from '@/lib/files/file-name'
import { writeDocx } from '@/lib/files/write-docx'
import { translator } from '@/lib/i18n/translator'

export type TakenPaper = Readonly<{ bytes: Uint8Array<ArrayBuffer>; disposition: string }>

// A paper of the district is Chinese, and so is its name.
const t = translator('zh-CN')

/**
 * Minutes or a brief as a document, within what one account takes a minute.
 *
 * @returns err EXPORT_LIMIT, NOT_FOUND, FORBIDDEN
 */
export async function takePaper(
  actor: Actor,
  paperId: string,
  { today, now }: Readonly<{ today: PlainDate; now: Date }>,
): Promise<Result<TakenPaper>> {
  const turn = await takeFileTurn('export', actor.userId, now)
  return turn.ok ? paperDocument(actor, paperId, today) : turn
}

/**
 * The document to GB/T 9704, noted in the audit log before its bytes are handed out.
 *
 * @returns err NOT_FOUND, FORBIDDEN
 */
export async function paperDocument(actor: Actor, paperId: string, today: PlainDate): Promise<Result<TakenPaper>> {
  const taken = await take(actor, { paperId }, { today })
  if (!taken.ok) return taken
  const { kind, nth, year, week, body, note, signedAt } = taken.value
  const bytes = await writeDocx({ kind, body, note, draft: signedAt === null })
  const name = [
    t(`papers.file.${kind}`, { year: String(year), week }),
    nth > 1 ? t('papers.nth', { nth }) : '',
    signedAt === null ? t('papers.draft') : '',
  ]
    .filter((part) => part !== '')
    .join('_')
  return ok({ bytes: new Uint8Array(bytes), disposition: dispositionOf(`${name}.docx`) })
}
