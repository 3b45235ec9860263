// A ledger from the upload to the library and back: 500 rows as an office has them, 5,000 as many as one may have.
import { viewImport } from '@/lib/actions/held-import'
import { openImport } from '@/lib/actions/read-import'
import { uploadImport } from '@/lib/actions/upload-import'
import { confirmImport } from '@/lib/data/import-confirm'
import { undoLedger } from '@/lib/data/ledger-undo'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Result } from '@/lib/domain/result'
import { once } from './timing'

const SIZES = [500, 5_000] as const
const HEAD =
  '项目名称,总投资(万元),年度计划投资(万元),本周完成投资(万元),年度累计完成投资(万元),阶段,建设起止年限,形象进度(本周进展),存在问题,建设单位,项目管家及电话,项目单位联系人及电话'

/** A ledger of new projects, with people, firms, money and problems of their own; another week changes every row. */
const csv = (rows: number, week: number) =>
  [
    HEAD,
    ...Array.from({ length: rows }, (_, i) =>
      [
        `导入测速${i}号`,
        5000 + i + week,
        1000,
        50 + week,
        400 + 50 * week,
        '手续办理',
        `2027.0${week + 1}-2028.12`,
        `第${week}周第${i}项进展`,
        i % 3 === 0 ? `问题${week}` : '',
        `郑州第${i}建设有限公司`,
        `李管${i % 60} 139000${10_000 + (i % 60)}`,
        `张联${i} 138000${10_000 + i}`,
      ].join(),
    ),
  ].join('\n')

function sure<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the ledger was refused: ${result.error.code}`)
  return result.value
}

async function bring(actor: Actor, text: string, today: PlainDate, now: Date) {
  const bytes = new Uint8Array(Buffer.from(text))
  const { draftId } = sure(await uploadImport(actor, { name: `${now.getTime()}.csv`, bytes }, today, now))
  const preview = await once(() => openImport(actor, draftId, today))
  const { input, mark, levels } = sure(preview.result)
  const colours = await once(async () => levels?.())
  // Every other page of the preview: what is decided is kept.
  sure(await viewImport(actor, draftId, today))
  const page = await once(async () => {
    const view = sure(await viewImport(actor, draftId, today))
    return view.levels?.()
  })
  const confirm = await once(() => confirmImport(actor, { ...input, draftId, seen: mark ?? '' }, { today }))
  sure(confirm.result)
  return { draftId, ms: { preview: preview.ms, colours: colours.ms, nextPage: page.ms, confirm: confirm.ms } }
}

/** Brings a ledger, brings it again with every row changed, and takes both back. */
async function benchSize(actor: Actor, rows: number, today: PlainDate) {
  // Uploads are limited by the minute: each has one of its own.
  const first = await bring(actor, csv(rows, 0), today, new Date(2026, 0, 1, 0, rows % 59))
  const second = await bring(actor, csv(rows, 1), today, new Date(2026, 0, 1, 1, rows % 59))
  const undo = async (batchId: string) => {
    const { ms, result } = await once(() => undoLedger(actor, { batchId }, { today }))
    sure(result)
    return ms
  }
  return {
    new: first.ms,
    changed: second.ms,
    undoChangedMs: await undo(second.draftId),
    undoNewMs: await undo(first.draftId),
  }
}

/** Milliseconds of each step, by number of rows. */
export async function benchLedger(actor: Actor, today: PlainDate) {
  const figures: Record<string, unknown> = {}
  for (const rows of SIZES) figures[`rows${rows}`] = await benchSize(actor, rows, today)
  return figures
}
