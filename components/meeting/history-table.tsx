import { Link } from '@/components/ui/link'
import type { Translator } from '@/lib/i18n/translator'
import type { HistoryFigure, HistoryLine, HistoryQuery, MeetingHistory } from '@/lib/schemas/meeting-paper'
import { historyHref } from './history-link'

const th = 'border-b border-control px-2 pb-1 text-right text-xs font-normal whitespace-nowrap text-ink-3'
const td = 'h-11 border-b border-divider px-2 text-right whitespace-nowrap tabular-nums'

const percent = (hundredths: number): string => (hundredths / 100).toFixed(1)

/** One unit's figures, each of which leads to its rows; what cannot be said yet says so. */
function Row({
  line,
  name,
  whole = false,
  query,
  t,
}: {
  line: HistoryLine
  name: string
  whole?: boolean
  query: HistoryQuery
  t: Translator
}) {
  const unit = whole ? undefined : (line.unitId ?? 'none')
  const link = (figure: HistoryFigure, text: string) => (
    <Link
      href={historyHref(query, figure, unit)}
      aria-label={`${name} ${t(`papers.history.figure.${figure}`)} ${text}`}
      aria-current={query.figure === figure && query.unit === unit ? 'true' : undefined}
      className="inline-flex min-h-8 items-center text-link aria-[current]:font-semibold aria-[current]:text-ink max-sm:min-h-11"
    >
      {text}
    </Link>
  )
  const none = <span className="text-ink-3">{t('papers.history.none')}</span>
  return (
    <tr>
      <th scope="row" className="h-11 border-b border-divider px-2 text-left font-normal" lang="zh-CN">
        {whole ? <b className="font-semibold">{name}</b> : name}
      </th>
      <td className={td}>{link('decided', String(line.decided))}</td>
      <td className={td}>{link('closed', String(line.closed))}</td>
      <td className={`${td} max-sm:hidden`}>{link('late', String(line.due - line.onTime))}</td>
      <td className={td}>
        {line.onTimeShare === null ? none : link('onTime', t('papers.history.share', { n: percent(line.onTimeShare) }))}
      </td>
      <td className={td}>
        {line.medianWd === null ? none : link('closed', t('papers.history.wd', { n: String(line.medianWd) }))}
      </td>
    </tr>
  )
}

/** What became of decisions, all the reader sees first, then each unit that leads some; and how long meetings took. */
export function HistoryTable({
  history,
  seesAll,
  query,
  t,
}: {
  history: MeetingHistory
  /** Whether the reader sees every decision of the district. */
  seesAll: boolean
  query: HistoryQuery
  t: Translator
}) {
  return (
    <>
      <p className="mb-4">
        <Link
          href={historyHref(query, 'meetings')}
          className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
        >
          {history.averageMinutes === null
            ? t('papers.history.noLength')
            : t('papers.history.length', { n: history.averageMinutes, timed: history.timed })}
        </Link>
      </p>
      <div className="overflow-x-auto">
        <table className="w-full border-separate border-spacing-0">
          <thead>
            <tr>
              <th scope="col" className={`${th} text-left!`}>
                {t('papers.history.column.unit')}
              </th>
              <th scope="col" className={th}>
                {t('papers.history.column.decided')}
              </th>
              <th scope="col" className={th}>
                {t('papers.history.column.closed')}
              </th>
              <th scope="col" className={`${th} max-sm:hidden`}>
                {t('papers.history.column.late')}
              </th>
              <th scope="col" className={th}>
                {t('papers.history.column.share')}
              </th>
              <th scope="col" className={th}>
                {t('papers.history.column.median')}
              </th>
            </tr>
          </thead>
          <tbody>
            <Row
              line={history.total}
              name={t(seesAll ? 'papers.history.all' : 'papers.history.own')}
              whole
              query={query}
              t={t}
            />
            {history.units.map((line) => (
              <Row
                key={line.unitId ?? 'none'}
                line={line}
                name={line.unit ?? t('papers.history.noUnit')}
                query={query}
                t={t}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
