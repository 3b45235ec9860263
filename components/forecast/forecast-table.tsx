import clsx from 'clsx'
import { CountedDay } from '@/components/level/counted-day'
import { Lamp } from '@/components/level/lamp'
import { ProcedureName } from '@/components/procedure/procedure-name'
import type { PlainDate } from '@/lib/domain/plain-date'
import { agencyText } from '@/lib/i18n/agency-text'
import { dayIn, markedText } from '@/lib/i18n/day'
import { finishText } from '@/lib/i18n/forecast-text'
import { listed } from '@/lib/i18n/joined'
import { itemName } from '@/lib/i18n/reason-line'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { ForecastLine } from '@/lib/schemas/forecast'
import type { ForecastProps } from './props'

/** The same as the chart, row by row, with what comes after the start 看表格. */
export function ForecastTable({ forecast, today, locale }: ForecastProps) {
  const t = translator(locale)
  const groups = [
    { key: 'line', title: t(`forecast.line.${forecast.to}`, { n: forecast.line.length }), lines: forecast.line },
    { key: 'slack', title: t('forecast.slack', { n: forecast.slack.length }), lines: forecast.slack },
    { key: 'later', title: t('forecast.later', { n: forecast.later.length }), lines: forecast.later },
  ].filter(({ lines }) => lines.length > 0)
  const { asked } = forecast.trial
  return (
    <section tabIndex={0} aria-label={t('forecast.title')} className="overflow-x-auto border-t border-control">
      <table className="w-full min-w-[640px] [&_td]:px-2 [&_td]:py-2 [&_th]:px-2 [&_th]:py-2 [&_th]:text-left">
        <thead className="bg-thead text-sm">
          <tr>
            <th scope="col">{t('forecast.column.item')}</th>
            <th scope="col">{t('forecast.column.agency')}</th>
            <th scope="col">{t('forecast.column.start')}</th>
            <th scope="col">{t('forecast.column.finish')}</th>
            <th scope="col">{t('forecast.column.slack')}</th>
            <th scope="col">{t('forecast.column.plan')}</th>
            {asked && <th scope="col">{t('forecast.column.tried')}</th>}
          </tr>
        </thead>
        {groups.map(({ key, title, lines }) => (
          <tbody key={key}>
            <tr className="bg-zebra">
              <th scope="rowgroup" colSpan={asked ? 7 : 6}>
                {title}
              </th>
            </tr>
            {lines.map((line) => (
              <tr key={line.id} className="border-t border-divider">
                <th scope="row" className={clsx(key !== 'line' && 'font-normal')}>
                  <span className="flex items-baseline gap-2">
                    <span className="w-(--col-lamp-quiet) flex-none">
                      <Lamp level={line.level} quiet t={t} />
                    </span>
                    <ProcedureName line={line}>{itemName(line, locale)}</ProcedureName>
                  </span>
                </th>
                <td>{agencyText(line.agency, locale)}</td>
                <td>
                  <Start line={line} today={today} t={t} />
                </td>
                <td>{line.finish ? <CountedDay day={line.finish} today={today} t={t} /> : t('forecast.undated')}</td>
                <td>{slackText(line, t)}</td>
                <td>{line.plan ? dayIn(line.plan, today) : '—'}</td>
                {asked && <td>{triedText(line, today, t)}</td>}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function Start({ line, today, t }: { line: ForecastLine; today: PlainDate; t: Translator }) {
  if (line.since) return t('forecast.running')
  return line.start ? <CountedDay day={line.start} today={today} t={t} /> : t('forecast.undated')
}

const slackText = ({ slack }: ForecastLine, t: Translator): string =>
  slack === null ? '—' : slack === 0 ? t('forecast.noSlack') : t('forecast.slackDays', { n: slack })

const triedText = ({ tried }: ForecastLine, today: PlainDate, t: Translator): string =>
  tried?.finish
    ? t('forecast.moved', {
        n: Math.abs(tried.days),
        day: markedText(dayIn(tried.finish.on, today), tried.finish.provisional, t),
        late: tried.days > 0 ? 'later' : 'sooner',
      })
    : '—'

/** The same on a phone, where neither a chart nor a table has room. */
export function ForecastCards({ forecast, today, locale }: ForecastProps) {
  const t = translator(locale)
  const card = (line: ForecastLine) => (
    <li key={line.id} className="border-t border-divider py-2.5">
      <div className="flex items-baseline gap-2">
        <Lamp level={line.level} quiet t={t} />
        <ProcedureName line={line} className="min-w-0 flex-1 font-semibold">
          {itemName(line, locale)}
        </ProcedureName>
      </div>
      <p className="mt-0.5 text-sm text-ink-2">
        {listed(
          [
            agencyText(line.agency, locale),
            line.finish && markedText(finishText(line, today, locale) ?? '', line.finish.provisional, t),
            (line.slack ?? 0) > 0 && t('forecast.left', { n: line.slack ?? 0 }),
          ],
          t,
        )}
      </p>
      {line.tried && line.tried.days !== 0 && (
        <p className="text-sm font-semibold">
          {t('forecast.column.tried')} {triedText(line, today, t)}
        </p>
      )}
    </li>
  )
  return (
    <>
      <h2 className="pt-3 font-semibold">{t(`forecast.line.${forecast.to}`, { n: forecast.line.length })}</h2>
      <ul>{forecast.line.map(card)}</ul>
      {forecast.slack.length > 0 && (
        <>
          <h2 className="pt-3 font-semibold">{t('forecast.slack', { n: forecast.slack.length })}</h2>
          <ul>{forecast.slack.map(card)}</ul>
        </>
      )}
    </>
  )
}
