import { CountedDay } from '@/components/level/counted-day'
import { Provisional, ProvisionalNote } from '@/components/level/provisional'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn, monthOrDay } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { MilestoneOutlook, ProjectDetail } from '@/lib/schemas/project-detail'

/** When construction and production can begin: the promise, what the procedures and the works allow, and the difference. */
export function Forecast({ project, today, locale }: { project: ProjectDetail; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const name = (item: { nameZh: string; nameEn: string }) => (locale === 'en' ? item.nameEn : item.nameZh)
  const { outlook } = project
  if (!outlook) return null
  const { start, works, production } = outlook
  const provisional =
    start.lateOpen || production.lateOpen || [start.on, works?.end, production.on].some((day) => day?.provisional)
  return (
    <section className="mb-5">
      <div className="flex items-baseline justify-between gap-3">
        <h3>{t('projectPage.forecastTitle')}</h3>
        <Link
          href={`/projects/${project.id}/forecast`}
          className="no-print inline-flex min-h-6 items-center text-link max-sm:min-h-11"
        >
          {t('forecast.open')}
        </Link>
      </div>
      <dl className="mt-1.5 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 [&_dt]:text-ink-3">
        <dt>{t('project.milestone.START')}</dt>
        <dd>
          <Foreseen outlook={start} today={today} t={t} />
        </dd>
        <dt>{t('projectPage.works')}</dt>
        <dd>
          {works ? t('projectPage.worksDays', { n: works.days }) : t('projectPage.worksUnknown')}
          {works?.end && (
            <span className="block">
              {t('projectPage.worksEnd')} <CountedDay day={works.end} today={today} t={t} />
            </span>
          )}
        </dd>
        <dt>{t('project.milestone.PRODUCTION')}</dt>
        <dd>
          <Foreseen outlook={production} today={today} t={t} />
        </dd>
        {project.line && <HeldBy line={project.line} locale={locale} />}
      </dl>
      {project.impossible && (
        <p className="mt-1 text-sm text-ink-2">
          {t(project.impossible.what === 'SUBMIT' ? 'projectPage.impossibleStart' : 'projectPage.impossible', {
            item: name(project.impossible),
            plan: dayIn(project.impossible.plannedOn, today),
            earliest: dayIn(project.impossible.earliest.on, today),
          })}
          <Provisional when={project.impossible.earliest.provisional} t={t} />
        </p>
      )}
      <ProvisionalNote when={provisional} t={t} />
    </section>
  )
}

/** Items named behind the one that is first. */
const NAMED = 2

/** What the next thing ahead waits for: the first of the line, then what follows on it. */
function HeldBy({ line, locale }: { line: NonNullable<ProjectDetail['line']>; locale: Locale }) {
  const t = translator(locale)
  const names = line.items.map((item) => (locale === 'en' ? item.nameEn : item.nameZh))
  const [first, ...rest] = line.works ? [t('projectPage.works'), ...names] : names
  return (
    <>
      <dt>{t(`projectPage.heldUp.${line.to}`)}</dt>
      <dd>
        {first}
        {rest.length > 0 && (
          <span className="block text-sm text-ink-2">
            {t('projectPage.thenLine', {
              items: listed(rest.slice(0, NAMED), t),
              n: rest.length,
            })}
          </span>
        )}
      </dd>
    </>
  )
}

function Foreseen({ outlook, today, t }: { outlook: MilestoneOutlook; today: PlainDate; t: Translator }) {
  const { plannedOn, monthOnly, actualOn, on, lateWd, lateOpen } = outlook
  const planned = plannedOn
    ? t('projectPage.planned', { day: monthOrDay(plannedOn, monthOnly, today) })
    : t('projectPage.unplanned')
  if (actualOn)
    return (
      <>
        {t('projectPage.reached', { day: dayIn(actualOn, today) })}
        <span className="block text-sm text-ink-3">{planned}</span>
      </>
    )
  return (
    <>
      {on ? (
        <>
          {t('projectPage.foreseen')} <CountedDay day={on} today={today} t={t} />
        </>
      ) : (
        t('projectPage.unforeseen')
      )}
      <span className="block text-sm text-ink-2">
        {planned}
        {lateWd !== null && (
          <span className={lateWd > 0 ? 'ml-2 font-semibold text-ink' : 'ml-2'}>
            {t(lateWd > 0 ? 'projectPage.later' : lateWd < 0 ? 'projectPage.earlier' : 'projectPage.asPlanned', {
              n: Math.abs(lateWd),
            })}
            <Provisional when={lateOpen && !on?.provisional} t={t} />
          </span>
        )}
      </span>
    </>
  )
}
