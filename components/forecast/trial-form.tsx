import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { agencyText } from '@/lib/i18n/agency-text'
import { dayIn, markedText } from '@/lib/i18n/day'
import { aheadOf, basisText, targetOf, wayText } from '@/lib/i18n/forecast-text'
import { listed } from '@/lib/i18n/joined'
import { itemName, shortItemName } from '@/lib/i18n/reason-line'
import { type Translator, translator } from '@/lib/i18n/translator'
import { type ForecastMilestone, type ForecastQuery, TRIALS } from '@/lib/schemas/forecast'
import type { ItemName } from '@/lib/schemas/project-row'
import type { ForecastProps } from './props'

/** 试一项 and 能省几天 in one form of the page's own address: nothing is saved, and it works without a script. */
export function TrialForm({ forecast, query, today, locale }: ForecastProps & Readonly<{ query: ForecastQuery }>) {
  const t = translator(locale)
  const open = [...forecast.line, ...forecast.slack, ...forecast.later]
  const action = `/projects/${forecast.project.id}/forecast`
  const caption = 'mb-1 block text-sm text-ink-2'
  return (
    <form action={action} aria-label={t('forecast.try.title')}>
      {query.as && <input type="hidden" name="as" value={query.as} />}
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="text-lg font-semibold">{t('forecast.try.title')}</h2>
        <span className="text-sm text-ink-2">{t('forecast.try.hint')}</span>
      </div>
      <div className="mt-2 space-y-3 rounded-md border border-control bg-card p-4">
        <label className="block">
          <span className={caption}>{t('forecast.try.if')}</span>
          <select name="item" defaultValue={query.item ?? ''} className="field">
            <option value="">{t('forecast.try.choose')}</option>
            {open.map((line) => (
              <option key={line.code} value={line.code}>
                {itemName(line, locale)}
              </option>
            ))}
          </select>
        </label>
        <fieldset>
          <legend className={caption}>{t('forecast.try.what')}</legend>
          <div className="flex flex-wrap gap-x-4 gap-y-1">
            {TRIALS.map((trial) => (
              <label key={trial} className="inline-flex min-h-6 items-center gap-1.5 max-sm:min-h-11">
                <input
                  type="radio"
                  name="what"
                  value={trial}
                  defaultChecked={query.what === trial}
                  className="accent-[var(--brand-solid)]"
                />
                {t(`forecast.try.${trial}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <div className="grid grid-cols-2 gap-3">
          <label className="block">
            <span className={caption}>
              {t('forecast.try.days')} <span className="text-ink-3">{t('forecast.try.daysHint')}</span>
            </span>
            <input
              name="days"
              type="number"
              min={-500}
              max={500}
              step={1}
              defaultValue={query.days}
              className="field"
            />
          </label>
          <label className="block">
            <span className={caption}>{t('forecast.try.on')}</span>
            <input name="on" type="date" defaultValue={query.on} className="field" />
          </label>
        </div>
        <div className="flex flex-wrap gap-2">
          <button type="submit" className="btn btn-primary max-sm:btn-big">
            {t('forecast.try.run')}
          </button>
          {(forecast.trial.asked || forecast.trial.missing) && (
            <Link href={query.as ? `${action}?as=${query.as}` : action} className="btn btn-text">
              {t('forecast.try.clear')}
            </Link>
          )}
        </div>
        <Outcome forecast={forecast} today={today} locale={locale} />
      </div>
      <div className="mt-6 flex items-baseline justify-between gap-3">
        <h2 className="text-lg font-semibold">{t('forecast.save.title')}</h2>
        <span className="text-sm text-ink-2">{t('forecast.save.hint')}</span>
      </div>
      {forecast.ways.length === 0 ? (
        <p className="mt-2 border-t border-control pt-2 text-ink-2">{t('forecast.save.none')}</p>
      ) : (
        <>
          <ul className="mt-2 border-t border-control">
            {forecast.ways.map((way) => (
              <li key={way.key} className="border-b border-divider">
                <label className="flex gap-3 py-2.5">
                  <input
                    type="checkbox"
                    name="way"
                    value={way.key}
                    defaultChecked={way.taken}
                    className="mt-1 size-4 flex-none accent-[var(--brand-solid)] max-sm:size-5"
                  />
                  <span className="min-w-0 flex-1">
                    {wayText(way, locale)}
                    <span className="block text-sm text-ink-3" lang="zh-CN">
                      {basisText(way, locale)}
                    </span>
                  </span>
                  <span className="text-right whitespace-nowrap">
                    <b>
                      {way.construction > 0
                        ? t('forecast.save.days', { n: way.construction })
                        : t('forecast.save.productionDays', { n: way.production })}
                    </b>
                    <span className="block text-sm text-ink-3">
                      {t('forecast.save.decides', { who: agencyText(way.decides, locale) })}
                    </span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
          <button type="submit" className="btn mt-3 max-sm:btn-big">
            {t('forecast.save.run')}
          </button>
        </>
      )}
    </form>
  )
}

/** Old → new, for the start and for production, and what else would move. */
function Outcome({ forecast, today, locale }: ForecastProps) {
  const t = translator(locale)
  const { trial } = forecast
  if (trial.refusal)
    return (
      <p role="alert" className="text-red-ink">
        {t(`forecast.refusal.${trial.refusal.code as 'WHAT_IF_DAY_OFF'}`, {
          next: trial.refusal.next ? dayIn(trial.refusal.next as PlainDate, today) : '',
        })}
      </p>
    )
  // Ways that were chosen besides are counted all the same.
  const missing = trial.missing && (
    <p role="alert" className="text-red-ink">
      {t('forecast.try.missing')}
    </p>
  )
  if (!trial.asked) return missing || null
  const goal = aheadOf(forecast)
  const late = goal.tried?.lateWd ?? null
  const names = (items: readonly ItemName[]) =>
    listed(
      items.map((item) => shortItemName(item, locale)),
      t,
    )
  return (
    <>
      {missing}
      <div role="status" className="border-t border-divider pt-3">
        {forecast.start.tried && (
          <Moved
            what={t('forecast.start')}
            of={forecast.start}
            big={targetOf(forecast) === 'START'}
            today={today}
            t={t}
          />
        )}
        {forecast.production.tried && (
          <Moved
            what={t('forecast.production')}
            of={forecast.production}
            big={targetOf(forecast) === 'PRODUCTION'}
            today={today}
            t={t}
          />
        )}
        <p className="mt-1 text-sm text-ink-2">
          {listed(
            [
              t('forecast.try.others', { n: trial.moved }),
              late !== null && (late > 0 ? t('forecast.try.stillLate', { n: late }) : t('forecast.try.inTime')),
              trial.drivers &&
                t(trial.drivers.left ? 'forecast.try.driverLeft' : 'forecast.try.driver', {
                  items: names(trial.drivers.items),
                }),
            ],
            t,
          )}
        </p>
        {trial.cut !== null && (
          <p className="mt-1 text-sm text-yellow-ink">{t('forecast.try.cut', { n: trial.cut })}</p>
        )}
        {trial.early.length > 0 && (
          <p className="mt-1 text-sm text-yellow-ink">{t('forecast.try.early', { items: names(trial.early) })}</p>
        )}
        {trial.broken.length > 0 && (
          <p className="mt-1 text-sm text-yellow-ink">{t('forecast.try.broken', { items: names(trial.broken) })}</p>
        )}
      </div>
    </>
  )
}

function Moved({
  what,
  of,
  big,
  today,
  t,
}: {
  what: string
  of: ForecastMilestone
  big: boolean
  today: PlainDate
  t: Translator
}) {
  const { tried } = of
  if (!tried) return null
  const to = markedText(dayIn(tried.to, today), tried.provisional, t)
  const from = markedText(dayIn(tried.from, today), of.on?.provisional ?? false, t)
  if (tried.days === 0) return <p className="text-ink-2">{t('forecast.try.same', { what, day: to })}</p>
  return (
    <p className="mb-1">
      <span className="text-ink-2">{t('forecast.try.result', { what, from })} </span>
      <b className={big ? 'block text-xl' : undefined}>
        {t(tried.days > 0 ? 'forecast.try.later' : 'forecast.try.sooner', { to, n: Math.abs(tried.days) })}
      </b>
    </p>
  )
}
