import 'server-only'
import { takeFileTurn } from '@/lib/data/file-turns'
import { loadPaperHeading, type PaperHeading } from '@/lib/data/paper-heading'
import { findBulletin } from '@/lib/data/ranking-bulletin'
import { allProjects } from '@/lib/data/ranking-bulletin-text'
import { rankingRows } from '@/lib/data/ranking-rows'
import { takeRanking } from '@/lib/data/ranking-take'
import type { Actor } from '@/lib/domain/access'
import { MOST_EXPORTED } from '@/lib/domain/ledger-export'
import { lastDayOfMonth } from '@/lib/domain/plain-date'
import { projectTable } from '@/lib/domain/ranking/bulletin-tables'
import { WHO } from '@/lib/domain/ranking/indicator-names'
import { err, ok, type Result } from '@/lib/domain/result'
import { type Notes, writeWorkbook } from '@/lib/files/write-xlsx'
import { SUM, type Table, type TableCell } from '@/lib/files/xlsx-table'
import { longDate } from '@/lib/i18n/day'
import { recordedText } from '@/lib/i18n/instant'
import { LEDGER_LOCALE } from '@/lib/i18n/project-export-cells'
import { bulletinRows, itemRows, rankingFileName, type SheetRows, scoreRows } from '@/lib/i18n/ranking-sheets'
import { translator } from '@/lib/i18n/translator'
import type { BulletinEdition, RankingRowsExport } from '@/lib/schemas/ranking-bulletin'
import type { ExportMoment } from './export-ledger'
import type { BulletinWish } from './take-bulletin'

const t = translator(LEDGER_LOCALE)

type Edition = Pick<BulletinEdition, 'nth' | 'signed'>
export type RankingFile = Readonly<{ bytes: Buffer; fileName: string }>

/** What every sheet of a workbook of the ranking has around its rows: whose it is, as of when, who took it. */
type Frame = Readonly<{ heading: PaperHeading; edition: Edition; month: string; stamp: string }>

const monthWords = (month: string) => ({ year: month.slice(0, 4), month: Number(month.slice(5)) })

const frameOf = async (
  actor: Actor,
  edition: Edition,
  month: string,
  { today, clock }: ExportMoment,
): Promise<Frame> => {
  const heading = await loadPaperHeading(actor)
  const stamp = t('export.stamp', { name: actor.name, at: `${today} ${clock}` })
  return { heading, edition, month, stamp: heading.demo ? `${stamp}${t('export.demoMark')}` : stamp }
}

const asOf = ({ nth, signed }: Edition, month: string): string => {
  const day = longDate(lastDayOfMonth(month), LEDGER_LOCALE)
  return signed ? t('bulletin.paper.version', { nth, day }) : t('bulletin.paper.draft', { day })
}

/** The total row of a list: what its rows add up to is a formula, as in every other export. */
export const totalRow = (total: SheetRows['total']): Pick<Table, 'total'> =>
  total ? { total: total.map(({ value, summed }): TableCell | typeof SUM => (summed ? SUM : value)) } : {}

const sheet = (name: string, title: string, { columns, rows, total }: SheetRows, frame: Frame): Table => ({
  name,
  title,
  // Whoever takes it, it is the paper of the office that published it.
  left: `${t('export.filler', { unit: frame.heading.office })}${frame.heading.demo ? t('export.demoMark') : ''}`,
  right: asOf(frame.edition, frame.month),
  columns,
  rows,
  ...totalRow(total),
  paper: 'A4',
  frozen: 2,
  stamp: frame.stamp,
})

function notesOf({ edition: { nth, signed } }: Frame, more: readonly (readonly [string, string])[]): Notes {
  const kept = signed
    ? t('bulletin.paper.frozen', { nth, at: recordedText(new Date(signed.at)), name: signed.by })
    : t('bulletin.paper.unfrozen')
  return {
    name: t('bulletin.sheet.notes'),
    rows: [
      ['', kept],
      ...(signed ? [[t('bulletin.paper.checksum'), signed.checksum] as const] : []),
      ['', t('bulletin.paper.allRows')],
      ...more,
    ],
  }
}

/**
 * The tables of a month's bulletin as a workbook in the offices' layout 月通报附表, a sheet each; the projects are all of
 * them. Noted in the audit log before its bytes are handed out.
 *
 * @returns err EXPORT_LIMIT, EXPORT_TOO_MANY, NOT_FOUND, FORBIDDEN
 * @source formats.md §1 rows 1 and 2, §5
 */
export async function exportBulletin(
  actor: Actor,
  { month, nth }: BulletinWish,
  moment: ExportMoment,
): Promise<Result<RankingFile>> {
  const turn = await takeFileTurn('export', actor.userId, moment.now)
  if (!turn.ok) return turn
  const edition = await findBulletin(actor, moment.today, { month, nth })
  if (!edition) return err({ code: 'NOT_FOUND' })
  const projects = await allProjects(edition.versionId)
  if (projects.length > MOST_EXPORTED) return err({ code: 'EXPORT_TOO_MANY', n: projects.length, most: MOST_EXPORTED })
  const frame = await frameOf(actor, edition, month, moment)
  const printed = edition.bulletin.parts.flatMap((part) => (part.kind === 'TABLE' ? [part.table] : []))
  const all = projectTable(projects, projects.length)
  const tables = [...printed.filter(({ key }) => key !== all.key), all].filter(({ rows }) => rows.length > 0)
  const taken = await takeRanking(
    actor,
    {
      what: 'WORKBOOK',
      subject: edition.versionId,
      month,
      nth: edition.nth,
      rows: projects.length,
      checksum: edition.signed?.checksum ?? null,
    },
    { today: moment.today },
  )
  if (!taken.ok) return taken
  const titled = (table: string) =>
    t('bulletin.paper.workbook', { district: frame.heading.district, ...monthWords(month), table })
  const sheets = tables.map((table) => sheet(table.title, titled(table.title), bulletinRows(table), frame))
  const units = tables.map(({ title, unit }) => [title, unit] as const)
  return ok({
    bytes: await writeWorkbook(sheets, notesOf(frame, units)),
    fileName: rankingFileName('WORKBOOK', month, { nth: edition.nth, draft: edition.signed === null }, 'xlsx'),
  })
}

/**
 * The rows the scores of a table, or of one subject, are counted from, and the arithmetic beside them: counting them again
 * gives the printed score. Noted in the audit log before its bytes are handed out.
 *
 * @returns err EXPORT_LIMIT, EXPORT_TOO_MANY, NOT_FOUND, FORBIDDEN
 */
export async function exportRankingRows(
  actor: Actor,
  { month, table, subject, nth }: RankingRowsExport,
  moment: ExportMoment,
): Promise<Result<RankingFile>> {
  const turn = await takeFileTurn('export', actor.userId, moment.now)
  if (!turn.ok) return turn
  const found = await rankingRows(actor, moment.today, { month, table, subject, nth })
  if (!found) return err({ code: 'NOT_FOUND' })
  const { rows, items, content, edition } = found
  const { number, signed } = edition
  if (items.length > MOST_EXPORTED) return err({ code: 'EXPORT_TOO_MANY', n: items.length, most: MOST_EXPORTED })
  const taken = await takeRanking(
    actor,
    {
      what: 'ROWS',
      subject: found.versionId,
      month,
      nth: number,
      table,
      rows: items.length,
      checksum: signed?.checksum ?? null,
    },
    { today: moment.today },
  )
  if (!taken.ok) return taken
  const frame = await frameOf(actor, { nth: number, signed }, month, moment)
  const words = { district: frame.heading.district, ...monthWords(month), table: WHO[table] }
  const sheets = [
    sheet(t('bulletin.sheet.rows'), t('bulletin.paper.rows', words), itemRows(rows, items), frame),
    sheet(
      t('bulletin.sheet.scores'),
      t('bulletin.paper.scores', words),
      scoreRows(table, rows, content.means[table], content.parameters),
      frame,
    ),
  ]
  const one = rows.length === 1 && subject !== undefined ? rows[0]?.name : undefined
  const name = rankingFileName('ROWS', month, { nth: number, draft: signed === null, table }, 'xlsx')
  return ok({
    bytes: await writeWorkbook(sheets, notesOf(frame, [['', t('bulletin.formula')]])),
    fileName: one ? name.replace('.xlsx', `_${one}.xlsx`) : name,
  })
}
