import 'server-only'
import { takeBriefing as take } from '@/lib/data/briefing-writes'
import { takeFileTurn } from '@/lib/data/file-turns'
import { loadPaperHeading } from '@/lib/data/paper-heading'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { ok, type Result } from '@/lib/domain/result'
import { dispositionOf } from '@/lib/files/file-name'
import { writeBriefing } from '@/lib/files/write-briefing'
import { briefingFoot } from '@/lib/i18n/briefing-foot'
import { translator } from '@/lib/i18n/translator'
import type { TakenPaper } from './take-paper'

// A paper of the district is Chinese, and so is its name.
const t = translator('zh-CN')

type Wish = Readonly<{ briefingId: string; nth?: number | undefined }>

/**
 * A briefing as a document, within what one account takes a minute.
 *
 * @returns err EXPORT_LIMIT, NOT_FOUND, FORBIDDEN
 */
export async function takeBriefing(
  actor: Actor,
  wish: Wish,
  { today, now }: Readonly<{ today: PlainDate; now: Date }>,
): Promise<Result<TakenPaper>> {
  const turn = await takeFileTurn('export', actor.userId, now)
  return turn.ok ? briefingDocument(actor, wish, today) : turn
}

/**
 * The document to GB/T 9704, noted in the audit log before its bytes are handed out.
 *
 * @returns err NOT_FOUND, FORBIDDEN
 */
export async function briefingDocument(actor: Actor, wish: Wish, today: PlainDate): Promise<Result<TakenPaper>> {
  const taken = await take(actor, wish, { today })
  if (!taken.ok) return taken
  const { body, note, published, asOf, nth, from, to } = taken.value
  const { demo } = await loadPaperHeading(actor)
  const draft = published === null
  const foot = [...briefingFoot(taken.value, 'zh-CN'), ...(demo ? [t('briefing.demo')] : [])]
  const bytes = await writeBriefing({ body, note, draft, foot, asOf })
  const name = [
    t('briefing.fileName', { from, to }),
    nth > 1 ? t('papers.nth', { nth }) : '',
    draft ? t('papers.draft') : '',
  ]
    .filter((part) => part !== '')
    .join('_')
  return ok({ bytes: new Uint8Array(bytes), disposition: dispositionOf(`${name}.docx`) })
}
