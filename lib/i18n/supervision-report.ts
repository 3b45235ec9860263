import type { Period } from '@/lib/domain/figure'
import type { PlainDate } from '@/lib/domain/plain-date'
import {
  type Bulletin,
  type BulletinColumn,
  type BulletinPart,
  type BulletinRun,
  said,
} from '@/lib/domain/ranking/bulletin'
import type { ComplaintSums } from '@/lib/domain/supervision/analysis'
import type { AnalysisScope } from '@/lib/domain/supervision/sight'
import type { Analysis, AnalysisRow } from '@/lib/schemas/supervision'
import { longDate } from './day'
import { percentText } from './figure-value'
import { translator } from './translator'

// A paper of the district is Chinese whoever reads it.
const LOCALE = 'zh-CN'
const t = translator(LOCALE)

const share = (part: number, whole: number): string =>
  percentText(BigInt(part), BigInt(whole)) ?? t('supervisionSlip.analysis.none')

const COLUMNS: readonly Readonly<{ head: (name: string) => string; width: number; align: BulletinColumn['align'] }>[] =
  [
    { head: (name) => name, width: 26, align: 'left' },
    { head: () => t('supervisionSlip.analysis.received'), width: 9, align: 'right' },
    { head: () => t('supervisionSlip.analysis.onTime'), width: 20, align: 'right' },
    { head: () => t('supervisionSlip.analysis.satisfied'), width: 20, align: 'right' },
    { head: () => t('supervisionSlip.analysis.repeated'), width: 12, align: 'right' },
    { head: () => t('supervisionSlip.analysis.median'), width: 13, align: 'right' },
  ]

/** Counts first, what they are a share of beside them; of nothing there is no percentage. */
const ofAll = (part: number, whole: number): string =>
  whole === 0 ? t('supervisionSlip.analysis.none') : `${part}/${whole} ${share(part, whole)}`

const cellsOf = (name: string, sums: ComplaintSums): BulletinRun[] =>
  [
    name,
    String(sums.received),
    ofAll(sums.onTime, sums.judged),
    ofAll(sums.satisfied, sums.rated),
    String(sums.repeated),
    sums.medianDays === null
      ? t('supervisionSlip.analysis.none')
      : t('supervisionSlip.analysis.days', { n: sums.medianDays }),
  ].map(said)

function nameOf(by: 'point' | 'agency' | 'kind', { id, name }: AnalysisRow): string {
  if (by === 'kind' && id) return t(`supervisionSlip.analysis.kindOf.${id as 'APPEAL'}`)
  return name ?? t(by === 'point' ? 'supervisionSlip.analysis.noPoint' : 'supervisionSlip.analysis.noAgency')
}

const tableOf = (
  by: 'point' | 'agency' | 'kind',
  title: string,
  rows: readonly AnalysisRow[],
  total: ComplaintSums,
  notes: readonly string[],
): BulletinPart => ({
  kind: 'TABLE',
  key: by,
  table: {
    key: by,
    title,
    unit: t('supervisionSlip.report.unit'),
    columns: COLUMNS.map(({ head, width, align }) => ({
      header: head(t(`supervisionSlip.analysis.name.${by}`)),
      align,
      width,
      holds: 'text',
    })),
    rows: rows.map((row) => cellsOf(nameOf(by, row), row.sums)),
    total: cellsOf(t('supervisionSlip.analysis.total'), total),
    notes,
  },
})

/**
 * The analysis of some days as a paper 半年分析报告: in sentences and in tables, counts first. A point without complaints is named as
 * what it is: normal.
 */
export function supervisionReport(
  analysis: Analysis,
  {
    district,
    unit,
    period,
    asOf,
    scope,
  }: Readonly<{ district: string; unit: string; period: Period; asOf: PlainDate; scope: AnalysisScope }>,
): Bulletin {
  const { total, slips } = analysis
  const quiet = analysis.byPoint.filter(({ id, sums }) => id !== null && sums.received === 0).length
  const days = { from: longDate(period.from, LOCALE), to: longDate(period.to, LOCALE) }
  const heading = (key: string, text: string): BulletinPart => ({ kind: 'HEADING', key: `${key}.head`, text })
  const text = (key: string, words: string): BulletinPart => ({ kind: 'TEXT', key, runs: [said(words)] })
  return {
    head: {
      mark: t('supervisionSlip.report.mark', { district }),
      number: t('supervisionSlip.report.asOf', { day: longDate(asOf, LOCALE) }),
      unit,
      on: asOf,
    },
    // Whoever counts a part of the district says so: his paper is not to be read as the whole.
    title: t('supervisionSlip.report.title', { ...days, scope: t(`supervisionSlip.report.of.${scope}`) }),
    parts: [
      heading('overall', `一、${t('supervisionSlip.report.overall')}`),
      text(
        'overall',
        t('supervisionSlip.report.overallText', {
          received: total.received,
          judged: total.judged,
          onTime: total.onTime,
          onTimeShare: share(total.onTime, total.judged),
          rated: total.rated,
          satisfied: total.satisfied,
          satisfiedShare: share(total.satisfied, total.rated),
          repeated: total.repeated,
          median: total.medianDays === null ? 'none' : String(total.medianDays),
        }),
      ),
      heading('point', `二、${t('supervisionSlip.report.byPoint')}`),
      tableOf(
        'point',
        t('supervisionSlip.report.byPoint'),
        analysis.byPoint,
        total,
        quiet > 0 ? [t('supervisionSlip.report.quiet', { n: quiet })] : [],
      ),
      heading('agency', `三、${t('supervisionSlip.report.byAgency')}`),
      tableOf('agency', t('supervisionSlip.report.byAgency'), analysis.byAgency, total, []),
      heading('kind', `四、${t('supervisionSlip.report.byKind')}`),
      tableOf('kind', t('supervisionSlip.report.byKind'), analysis.byKind, total, []),
      heading('slips', `五、${t('supervisionSlip.report.slips')}`),
      text(
        'slips',
        t('supervisionSlip.report.slipsText', {
          issued: slips.issued,
          judged: slips.judged,
          inTime: slips.inTime,
          inTimeShare: share(slips.inTime, slips.judged),
          substantiated: slips.byResult.SUBSTANTIATED,
          partly: slips.byResult.PARTLY,
          unfounded: slips.byResult.UNFOUNDED,
          notOurs: slips.byResult.NOT_OURS,
          redone: slips.redone,
          announced: slips.announced,
          closed: slips.closed,
        }),
      ),
      text('note', t('supervisionSlip.report.note')),
    ],
  }
}
