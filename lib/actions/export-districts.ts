import 'server-only'
import { takeFileTurn } from '@/lib/data/file-turns'
import { loadPaperHeading } from '@/lib/data/paper-heading'
import { cityMonth } from '@/lib/data/ranking-city'
import { takeRanking } from '@/lib/data/ranking-take'
import type { Actor } from '@/lib/domain/access'
import { lastDayOfMonth } from '@/lib/domain/plain-date'
import { districtTable } from '@/lib/domain/ranking/city'
import { err, ok, type Result } from '@/lib/domain/result'
import { writeXlsx } from '@/lib/files/write-xlsx'
import { longDate } from '@/lib/i18n/day'
import { LEDGER_LOCALE } from '@/lib/i18n/project-export-cells'
import { bulletinRows, rankingFileName } from '@/lib/i18n/ranking-sheets'
import { translator } from '@/lib/i18n/translator'
import type { ExportMoment } from './export-ledger'
import { type RankingFile, totalRow } from './export-ranking'

const t = translator(LEDGER_LOCALE)

/**
 * The districts of a city in a month as a workbook 区县对比; each line names the version it is from, and its checksum stands
 * beside the table.
 *
 * @returns err EXPORT_LIMIT, NOT_FOUND, FORBIDDEN
 * @source formats.md §1 row 1
 */
export async function exportDistricts(
  actor: Actor,
  { month }: Readonly<{ month: string }>,
  { today, now, clock }: ExportMoment,
): Promise<Result<RankingFile>> {
  const turn = await takeFileTurn('export', actor.userId, now)
  if (!turn.ok) return turn
  const found = await cityMonth(actor, month)
  if (!found || found.month !== month) return err({ code: 'NOT_FOUND' })
  const taken = await takeRanking(
    actor,
    {
      what: 'DISTRICTS',
      subject: actor.districtId,
      month,
      nth: null,
      rows: found.districts.length,
      checksum: null,
    },
    { today },
  )
  if (!taken.ok) return taken
  const { unit, demo } = await loadPaperHeading(actor)
  const mark = demo ? t('export.demoMark') : ''
  const table = districtTable(found.districts)
  const { columns, rows, total } = bulletinRows(table)
  const words = { city: found.city, year: month.slice(0, 4), month: Number(month.slice(5)) }
  const versions = found.districts.map(
    ({ district, number, checksum }) => [`${district} ${t('bulletin.nth', { nth: number })}`, checksum] as const,
  )
  return ok({
    bytes: await writeXlsx(
      {
        name: t('bulletin.sheet.districts'),
        title: t('bulletin.paper.districts', words),
        left: `${t('export.filler', { unit })}${mark}`,
        right: `${table.unit}  ${longDate(lastDayOfMonth(month), LEDGER_LOCALE)}`,
        columns,
        rows,
        ...totalRow(total),
        paper: 'A4',
        frozen: 2,
        stamp: `${t('export.stamp', { name: actor.name, at: `${today} ${clock}` })}${mark}`,
      },
      { name: t('bulletin.sheet.notes'), rows: [['', t('bulletin.paper.checksum')], ...versions] },
    ),
    fileName: rankingFileName('DISTRICTS', month, {}, 'xlsx'),
  })
}
