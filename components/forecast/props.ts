import type { PlainDate } from '@/lib/domain/plain-date'
import type { Locale } from '@/lib/i18n/locale'
import type { ProjectForecast } from '@/lib/schemas/forecast'

/** What every part of the page 开工预计 is drawn from. */
export type ForecastProps = Readonly<{ forecast: ProjectForecast; today: PlainDate; locale: Locale }>
