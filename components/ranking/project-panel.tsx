import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import { LEVELS } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { amountText } from '@/lib/i18n/money'
import { shareText } from '@/lib/i18n/ranking-text'
import { translator } from '@/lib/i18n/translator'
import type { ProjectRow } from '@/lib/schemas/ranking'
import { deviationText } from './project-table'
import { trendHref } from './ranking-link'

const money = (fen: string | null, locale: Locale) => (fen === null ? null : amountText(BigInt(fen), locale))

/** What a project's place rests on: progress against plan, money, and its days in each colour. */
export function ProjectPanel({ row, today, locale }: { row: ProjectRow; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const facts: readonly (readonly [label: string, value: React.ReactNode])[] = [
    [t('ranking.column.planned'), row.planned !== null && `${shareText(row.planned)}%`],
    [t('ranking.column.actual'), row.actual !== null && `${shareText(row.actual)}%`],
    [t('ranking.column.deviation'), deviationText(row.deviation)],
    [t('ranking.money.total'), money(row.totalFen, locale)],
    [t('ranking.money.yearPlan'), money(row.yearPlanFen, locale)],
    [t('ranking.money.done'), money(row.doneFen, locale)],
    [t('ranking.money.new'), money(row.newFen, locale)],
    [t('ranking.subject.TASKFORCE'), row.taskforce],
    [t('ranking.subject.AREA'), row.area],
    [t('ranking.projectLeft'), row.leftOn && dayIn(row.leftOn, today)],
  ]
  return (
    <>
      <h2 className="text-lg font-semibold" lang="zh-CN">
        {row.name}
      </h2>
      <p className="mb-2 flex items-baseline gap-3">
        <b className="text-2xl">{deviationText(row.deviation)}</b>
        <span className="text-ink-2">
          {row.rank === null ? t('ranking.noPlan') : t('ranking.why.place', { rank: row.rank })}
        </span>
      </p>
      <dl className="grid grid-cols-[112px_minmax(0,1fr)] gap-x-3 lang-en:grid-cols-[168px_minmax(0,1fr)]">
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label} className="col-span-2 grid grid-cols-subgrid border-b border-divider py-1.5">
                <dt className="text-ink-2">{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <h3 className="mt-4 mb-1 font-semibold">{t('ranking.colourDays')}</h3>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {LEVELS.toReversed().map((level) => (
          <li key={level} className="flex items-center gap-2">
            <Lamp level={level} quiet t={t} />
            {t('ranking.days', { n: row.colourDays[level] })}
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-4 pt-3">
        <Link
          href={`/projects/${row.subjectId}`}
          className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
        >
          {t('ranking.openProject')}
        </Link>
        <Link
          href={trendHref('PROJECT', row.subjectId)}
          className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
        >
          {t('ranking.why.trend')}
        </Link>
      </p>
    </>
  )
}
