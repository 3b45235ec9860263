import clsx from 'clsx'
import { Provisional } from '@/components/level/provisional'
import { itemName } from '@/components/procedure/queue-text'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { ContactDay, ContactStep } from '@/lib/schemas/contact-day'

type Project = NonNullable<ContactDay['project']>
type Mark = 'done' | 'now' | 'later'

/** Finished steps shown before they fold away, and steps to come. */
const LATEST = 3
const AHEAD = 6

/** How far the project has come 办到哪了: what is finished, what runs, what comes, and the day building can start. */
export function ContactProgress({ project, today, locale }: { project: Project; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const folded = project.finished.slice(0, -LATEST)
  const ready = project.yours.filter((step) => step.state !== 'SUPPLEMENT')
  const later = [...ready, ...project.later].slice(0, AHEAD)
  return (
    <section className="border-divider px-4 py-5 max-sm:border-b sm:px-6">
      <h2 className="mb-2 text-lg font-semibold">{t('contactDay.where')}</h2>
      {folded.length > 0 && (
        <details className="mb-1">
          <summary className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
            {t('contactDay.others', { n: folded.length })}
          </summary>
          <ol>
            {folded.map((step) => (
              <Line key={step.id} mark="done" step={step} note={doneOn(step, today)} locale={locale} />
            ))}
          </ol>
        </details>
      )}
      <ol>
        {project.finished.slice(-LATEST).map((step) => (
          <Line key={step.id} mark="done" step={step} note={doneOn(step, today)} locale={locale} />
        ))}
        {project.running.map((step) => (
          <Line key={step.id} mark="now" step={step} note={runningNote(step, locale)} locale={locale} />
        ))}
        {later.map((step) => (
          <Line
            key={step.id}
            mark="later"
            step={step}
            note={
              step.forecast ? (
                <>
                  {t(step.state === 'NOT_STARTED' ? 'contactDay.forecast' : 'contactDay.forecastReady', {
                    day: dayIn(step.forecast.on, today),
                  })}
                  <Provisional when={step.forecast.provisional} t={t} />
                </>
              ) : (
                t(step.state === 'NOT_STARTED' ? 'contactDay.later' : 'contactDay.ready')
              )
            }
            locale={locale}
          />
        ))}
        {project.start && (project.start.actualOn || project.start.plannedOn || project.start.forecast) && (
          <li className="relative flex items-baseline gap-3 py-2 pl-7">
            <Box mark={project.start.actualOn ? 'done' : 'later'} />
            <b className="flex-1">{t('contactDay.start')}</b>
            <span className="text-ink-2">
              {startNote(project.start, today, locale)}
              <Provisional when={!project.start.actualOn && project.start.forecast?.provisional} t={t} />
            </span>
          </li>
        )}
      </ol>
    </section>
  )
}

const doneOn = (step: ContactStep, today: PlainDate) => (step.finishedOn ? dayIn(step.finishedOn, today) : '')

/** What runs, in neutral words; nobody at the agency is named. */
function runningNote(step: ContactStep, locale: Locale): string {
  const t = translator(locale)
  if (step.state === 'SUPPLEMENT') return t('contactDay.nowPaused')
  if (step.state === 'SPECIAL') return t('contactDay.nowSpecial')
  if (step.state === 'RECEIVED') return t('contactDay.nowReceived')
  return t(step.remaining !== null && step.remaining < 0 ? 'contactDay.nowOver' : 'contactDay.now')
}

function startNote(start: NonNullable<Project['start']>, today: PlainDate, locale: Locale): string {
  const t = translator(locale)
  if (start.actualOn) return t('contactDay.startDone', { day: dayIn(start.actualOn, today) })
  const day = start.plannedOn && dayIn(start.plannedOn, today)
  const forecast = start.forecast && dayIn(start.forecast.on, today)
  if (day && forecast && day !== forecast) return t('contactDay.startForecast', { day, forecast })
  return day ? t('contactDay.startPlan', { day }) : t('contactDay.forecast', { day: forecast ?? '' })
}

function Line({ mark, step, note, locale }: { mark: Mark; step: ContactStep; note: React.ReactNode; locale: Locale }) {
  return (
    <li className="relative pl-7 before:absolute before:top-0 before:bottom-0 before:left-[7px] before:w-px before:bg-divider first:before:top-4">
      <Link href={`/procedures/${step.id}`} className="flex items-baseline gap-3 py-2 hover:text-link max-sm:min-h-11">
        <Box mark={mark} />
        <span className={clsx('min-w-0 flex-1', mark === 'now' && 'font-semibold')}>{itemName(step, locale)}</span>
        <span className={clsx('whitespace-nowrap', mark === 'now' ? `why-${step.level}` : 'text-ink-3')}>{note}</span>
      </Link>
    </li>
  )
}

const Box = ({ mark }: { mark: Mark }) => (
  <span
    aria-hidden="true"
    className={clsx(
      'absolute top-[13px] left-[2px] size-[11px]',
      mark === 'done' && 'bg-[var(--rl-done)]',
      mark === 'now' && 'border border-[var(--text-tertiary)] bg-[var(--rl-ent)]',
      mark === 'later' && 'border border-dashed border-[var(--rl-crit)] bg-card',
    )}
  />
)
