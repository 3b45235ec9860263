import 'server-only'
import { takeFileTurn } from '@/lib/data/file-turns'
import { loadPaperHeading } from '@/lib/data/paper-heading'
import { findBulletin } from '@/lib/data/ranking-bulletin'
import { takeRanking } from '@/lib/data/ranking-take'
import type { Actor } from '@/lib/domain/access'
import { err, ok, type Result } from '@/lib/domain/result'
import { writeBulletin } from '@/lib/files/write-bulletin'
import { bulletinFoot } from '@/lib/i18n/bulletin-foot'
import { rankingFileName } from '@/lib/i18n/ranking-sheets'
import { translator } from '@/lib/i18n/translator'
import type { ExportMoment } from './export-ledger'

// A paper of the district is Chinese, and so is its name.
const t = translator('zh-CN')

/** Which bulletin; the latest version the actor may see where none is named. */
export type BulletinWish = Readonly<{ month: string; nth?: number }>

/**
 * The bulletin of a month as a document to GB/T 9704, within what one account takes a minute; noted in the audit log before
 * its bytes are handed out.
 *
 * @returns err EXPORT_LIMIT, NOT_FOUND, FORBIDDEN
 */
export async function takeBulletin(
  actor: Actor,
  { month, nth }: BulletinWish,
  { today, now, clock }: ExportMoment,
): Promise<Result<{ bytes: Buffer; fileName: string }>> {
  const turn = await takeFileTurn('export', actor.userId, now)
  if (!turn.ok) return turn
  const edition = await findBulletin(actor, today, { month, nth })
  if (!edition) return err({ code: 'NOT_FOUND' })
  const taken = await takeRanking(
    actor,
    {
      what: 'BULLETIN',
      subject: edition.versionId,
      month,
      nth: edition.nth,
      checksum: edition.signed?.checksum ?? null,
    },
    { today },
  )
  if (!taken.ok) return taken
  const { demo } = await loadPaperHeading(actor)
  const stamp = t('export.stamp', { name: actor.name, at: `${today} ${clock}` })
  const foot = [...bulletinFoot(edition, 'zh-CN'), demo ? `${stamp}${t('export.demoMark')}` : stamp]
  return ok({
    bytes: await writeBulletin(edition.bulletin, edition.signed === null, foot),
    fileName: rankingFileName('BULLETIN', month, { nth: edition.nth, draft: edition.signed === null }, 'docx'),
  })
}
