import { Lamp } from '@/components/level/lamp'
import { Provisional } from '@/components/level/provisional'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { itemName } from '@/lib/i18n/reason-line'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { ForecastQuery, OwnForecast, OwnForecastLine } from '@/lib/schemas/forecast'

type Props = Readonly<{ forecast: OwnForecast; query: ForecastQuery; today: PlainDate; locale: Locale }>

/** What hangs on a permit, in one sentence. */
function hangs({ holds, reach, slack }: OwnForecastLine, to: OwnForecast['to'], t: Translator): string {
  if (holds && reach && reach.earlier > 0) return t(`forecast.reachTitle.${to}`, { n: reach.earlier })
  if (holds && reach && reach.later > 0) return t(`forecast.reachLate.${to}`, { n: reach.later })
  if (holds) return t('forecast.reachNothing')
  return slack === null ? t('forecast.own.none') : t(`forecast.own.slack.${to}`, { n: slack })
}

/** The permits of the reader's own unit: which hold the project up, how far each may slip, and one of them tried. */
export function OwnForecastView({ forecast, query, today, locale }: Props) {
  const t = translator(locale)
  const { project, lines, finished, to } = forecast
  const holding = lines.filter(({ holds }) => holds).length
  return (
    <div className="xl:grid xl:grid-cols-[minmax(0,1fr)_400px]">
      <div className="px-4 pt-5 pb-8 sm:px-8">
        <header className="border-b-2 border-ink pb-3">
          <h1 className="text-2xl font-semibold">
            {lines.length === 0
              ? t('forecast.own.done')
              : holding > 0
                ? t(`forecast.own.holds.${to}`, { n: holding })
                : t(`forecast.own.free.${to}`)}
          </h1>
          <p className="text-ink-2">
            <Link href={`/projects/${project.id}`} className="mr-3 hover:text-link">
              {project.name}
            </Link>
            {t('forecast.own.about', { open: lines.length, finished })}
          </p>
        </header>
        <ul>
          {lines.map((line) => (
            <li key={line.id} className="grid grid-cols-[64px_minmax(0,1fr)] gap-x-3 border-b border-divider py-3">
              <Lamp level={line.level} quiet t={t} />
              <div className="min-w-0">
                <p className="flex flex-wrap items-baseline gap-x-3">
                  <Link href={`/procedures/${line.id}`} className="font-semibold hover:text-link max-sm:py-2">
                    {itemName(line, locale)}
                  </Link>
                  {line.holds && <b className="text-red-ink">{t(`forecast.own.holdsIt.${to}`)}</b>}
                </p>
                <p>{hangs(line, to, t)}</p>
                <p className="text-sm text-ink-2">
                  {line.finish && (
                    <span className="mr-3">
                      {t('forecast.leadFinish', { day: dayIn(line.finish.on, today) })}
                      <Provisional when={line.finish.provisional} t={t} />
                    </span>
                  )}
                  {line.latest && !line.holds && (
                    <span>
                      {t('forecast.leadLatest', { day: dayIn(line.latest.on, today) })}
                      <Provisional when={line.latest.provisional} t={t} />
                    </span>
                  )}
                </p>
              </div>
            </li>
          ))}
        </ul>
        <p className="pt-4 text-sm text-ink-3">{t('forecast.own.foot')}</p>
      </div>
      {lines.length > 0 && (
        <aside className="no-print border-divider bg-zebra px-4 py-6 max-xl:border-t sm:px-6 xl:border-l">
          <OwnTrial forecast={forecast} query={query} today={today} locale={locale} />
        </aside>
      )}
    </div>
  )
}

/** One of them tried, in the address of the page: nothing is saved, and it works without a script. */
function OwnTrial({ forecast, query, today, locale }: Props) {
  const t = translator(locale)
  const { lines, to, trial, project } = forecast
  const caption = 'mb-1 block text-sm text-ink-2'
  const goal = t(to === 'START' ? 'forecast.start' : 'forecast.production')
  return (
    <form action={`/projects/${project.id}/forecast`} aria-label={t('forecast.try.title')} className="space-y-3">
      <h2 className="text-lg font-semibold">
        {t('forecast.try.title')}
        <span className="ml-3 text-sm font-normal text-ink-2">{t('forecast.try.hint')}</span>
      </h2>
      <label className="block">
        <span className={caption}>{t('forecast.try.if')}</span>
        <select name="item" defaultValue={query.item ?? lines[0]?.code} className="field">
          {lines.map((line) => (
            <option key={line.code} value={line.code}>
              {itemName(line, locale)}
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend className={caption}>{t('forecast.try.what')}</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {(['LONGER', 'ACCEPTED'] as const).map((what) => (
            <label key={what} className="inline-flex min-h-6 items-center gap-1.5 max-sm:min-h-11">
              <input
                type="radio"
                name="what"
                value={what}
                defaultChecked={query.what === what || (what === 'LONGER' && query.what === 'ABSENT')}
                className="accent-[var(--brand-solid)]"
              />
              {t(`forecast.try.${what}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="grid grid-cols-2 gap-3">
        <label className="block">
          <span className={caption}>
            {t('forecast.try.days')} <span className="text-ink-3">{t('forecast.try.daysHint')}</span>
          </span>
          <input name="days" type="number" min={-500} max={500} step={1} defaultValue={query.days} className="field" />
        </label>
        <label className="block">
          <span className={caption}>{t('forecast.try.on')}</span>
          <input name="on" type="date" defaultValue={query.on} className="field" />
        </label>
      </div>
      <button type="submit" className="btn btn-primary max-sm:btn-big">
        {t('forecast.try.run')}
      </button>
      {trial.refusal ? (
        <p role="alert" className="text-red-ink">
          {t(`forecast.refusal.${trial.refusal.code as 'WHAT_IF_DAY_OFF'}`, {
            next: trial.refusal.next ? dayIn(trial.refusal.next as PlainDate, today) : '',
          })}
        </p>
      ) : trial.asked ? (
        <p role="status" className="text-xl font-semibold">
          {trial.days === 0
            ? t('forecast.own.same', { what: goal })
            : t(trial.days > 0 ? 'forecast.own.later' : 'forecast.own.sooner', { what: goal, n: Math.abs(trial.days) })}
          {trial.cut !== null && (
            <span className="block text-sm font-normal text-yellow-ink">{t('forecast.try.cut', { n: trial.cut })}</span>
          )}
        </p>
      ) : (
        trial.missing && (
          <p role="alert" className="text-red-ink">
            {t('forecast.try.missing')}
          </p>
        )
      )}
    </form>
  )
}
