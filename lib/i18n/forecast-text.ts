import type { PlainDate } from '@/lib/domain/plain-date'
import { SOURCES } from '@/lib/domain/sources'
import type { ForecastLine, ProjectForecast, Way } from '@/lib/schemas/forecast'
import { dayIn, markedText, monthOrDay } from './day'
import { listed } from './joined'
import type { Locale } from './locale'
import { shortItemName } from './reason-line'
import { translator } from './translator'

/** The milestone a forecast is about: the start while something holds it up, else production. */
export const aheadOf = (forecast: ProjectForecast) => (forecast.to === 'START' ? forecast.start : forecast.production)

/** The milestone in words: the start and production are told, the end of everything counts as production. */
export const targetOf = ({ to }: ProjectForecast): 'START' | 'PRODUCTION' => (to === 'START' ? 'START' : 'PRODUCTION')

/** `开工要晚7个工作日 暂定`: what the page says first. */
export function forecastHeadline(forecast: ProjectForecast, today: PlainDate, locale: Locale): string {
  const t = translator(locale)
  const { on, lateWd, lateOpen } = aheadOf(forecast)
  if (!on) return t('forecast.head.none')
  const target = targetOf(forecast)
  if (lateWd === null)
    return markedText(t(`forecast.head.${target}.noPlan`, { day: dayIn(on.on, today) }), on.provisional, t)
  const said = t(`forecast.head.${target}.${lateWd > 0 ? 'late' : lateWd < 0 ? 'early' : 'asPlanned'}`, {
    n: Math.abs(lateWd),
  })
  return markedText(said, lateOpen, t)
}

/** The plan beside the forecast, under the headline. */
export function forecastPlan(forecast: ProjectForecast, today: PlainDate, locale: Locale): string {
  const t = translator(locale)
  const { plannedOn, monthOnly, on } = aheadOf(forecast)
  const { name } = forecast.project
  if (forecast.unlisted) return t('forecast.subUnlisted', { name })
  if (forecast.over) return t('forecast.subDone', { name })
  if (!on) return t(forecast.worksUnknown ? 'forecast.subUnknown' : 'forecast.subNoPlan', { name })
  return plannedOn
    ? t('forecast.sub', {
        name,
        plan: monthOrDay(plannedOn, monthOnly, today),
        on: markedText(dayIn(on.on, today), on.provisional, t),
      })
    : t('forecast.subNoPlan', { name })
}

/** Whether something the head of the page says, or its facts, warnings and trial, is 暂定. */
export function isHeadProvisional(forecast: ProjectForecast): boolean {
  const { over, lead, together, usual, impossible, dig, start, production, to } = forecast
  const { on, lateOpen } = aheadOf(forecast)
  const past = to === 'START' ? usual.start : usual.production
  const facts = over ? [] : [lead?.finish, together ? together.to : past]
  const trial = [start, production].flatMap((of) => (of.tried ? [of.on, of.tried] : []))
  return lateOpen || [on, ...facts, impossible?.earliest, dig, ...trial].some((day) => day?.provisional)
}

/** Whether a day in some lines is 暂定, as a table or cards write them out: where a start is, the finish after it is as well. */
export const areLinesProvisional = (lines: readonly ForecastLine[]): boolean =>
  lines.some(({ finish, tried }) => finish?.provisional || tried?.finish?.provisional)

/** When a line is finished: at the earliest by its promise; at the latest by law, once the promise has passed. */
export function finishText({ finish, overdue }: ForecastLine, today: PlainDate, locale: Locale): string | null {
  if (!finish) return null
  const kind = overdue && finish.on > today ? 'forecast.leadLatest' : 'forecast.leadFinish'
  return translator(locale)(kind, { day: dayIn(finish.on, today) })
}

/** A way to save days in words. */
export function wayText({ kind, items }: Way, locale: Locale): string {
  const t = translator(locale)
  const [first, ...others] = items.map((item) => shortItemName(item, locale))
  return t(`forecast.save.${kind}`, { item: first ?? '', others: listed(others, t) })
}

/** What a way rests on: the law and its article. */
export function basisText({ basis }: Way, locale: Locale): string {
  const t = translator(locale)
  return listed(
    basis.map((id) => {
      const { title, article } = SOURCES[id]
      return t('forecast.save.basisOf', { title, article: article ?? '' }).trim()
    }),
    t,
  )
}
