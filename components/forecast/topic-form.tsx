import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { addTopic } from '@/lib/actions/meetings'
import { weekKey } from '@/lib/domain/meeting/week'
import { isoWeekOf, type PlainDate } from '@/lib/domain/plain-date'
import { wayText } from '@/lib/i18n/forecast-text'
import { listed } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { ProjectForecast } from '@/lib/schemas/forecast'
import { ASK_MAX, TITLE_MAX } from '@/lib/schemas/meeting'

/** Brings the chosen ways before the next meeting 提成议题, for whoever makes its agenda. */
export function TopicForm({
  forecast,
  place,
  formKey,
  locale,
}: {
  forecast: ProjectForecast
  place: Readonly<{ weekOf: PlainDate; week: number; there: boolean }> | null
  formKey: () => string
  locale: Locale
}) {
  const t = translator(locale)
  const chosen = forecast.ways.filter(({ taken }) => taken)
  const { together } = forecast
  if (!together) return null
  if (!place) return <p className="text-sm text-ink-2">{t('forecast.topic.none')}</p>
  if (place.there)
    return (
      <Link href={`/meetings/${weekKey(isoWeekOf(place.weekOf))}/agenda`} className="btn">
        {t('forecast.topic.there', { week: place.week })}
      </Link>
    )
  const ways = listed(
    chosen.map((way) => wayText(way, locale)),
    t,
  )
  return (
    <Form action={addTopic} formKey={formKey()}>
      <input type="hidden" name="weekOf" value={place.weekOf} />
      <input type="hidden" name="projectId" value={forecast.project.id} />
      <input
        type="hidden"
        name="title"
        value={t('forecast.topic.title', { name: forecast.project.name }).slice(0, TITLE_MAX)}
      />
      <input
        type="hidden"
        name="ask"
        value={t(`forecast.topic.ask.${together.target}`, { ways, n: together.days }).slice(0, ASK_MAX)}
      />
      <Submit>{t('forecast.topic.doN', { n: chosen.length })}</Submit>
    </Form>
  )
}
