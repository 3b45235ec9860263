import { Lamp } from '@/components/level/lamp'
import type { Translator } from '@/lib/i18n/translator'
import type { ProjectDetail, Reachable, TeamAgency } from '@/lib/schemas/project-detail'

const SHOWN = 5

/** Who serves the project 1+1+N: one steward, one contact, N agencies with what each holds. */
export function TeamStrip({ project, t }: { project: ProjectDetail; t: Translator }) {
  const agencies = project.agencies
  const running = agencies.reduce((sum, a) => sum + a.running, 0)
  const paused = agencies.reduce((sum, a) => sum + a.paused, 0)
  const rest = agencies.slice(SHOWN)
  return (
    <section
      aria-label={t('projectPage.team')}
      className="grid grid-cols-[minmax(0,1fr)] border-b border-divider md:grid-cols-[auto_auto_minmax(0,1fr)]"
    >
      <Person title={t('projectPage.steward')} person={project.steward} t={t} />
      <Person
        title={t('projectPage.contact')}
        person={project.contact}
        t={t}
        className="md:border-l md:border-divider md:pl-7"
      />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1 py-2.5 md:border-l md:border-divider md:pl-7">
        <span className="text-2xl font-semibold">{agencies.length}</span>
        <div className="leading-5">
          <p className="text-xs leading-[18px] text-ink-3">{t('projectPage.agencies')}</p>
          <p className="whitespace-nowrap">{t('projectPage.agencyCounts', { running, paused })}</p>
        </div>
        <ul className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-5 gap-y-1 max-md:basis-full">
          {agencies.slice(0, SHOWN).map((agency) => (
            <Agency key={agency.name} agency={agency} t={t} />
          ))}
          {rest.length > 0 && (
            <li>
              <details>
                <summary className="leading-5 text-link">{t('projectPage.agencyRest', { n: rest.length })}</summary>
                <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
                  {rest.map((agency) => (
                    <Agency key={agency.name} agency={agency} t={t} />
                  ))}
                </ul>
              </details>
            </li>
          )}
        </ul>
      </div>
    </section>
  )
}

function Person({
  title,
  person,
  t,
  className = '',
}: {
  title: string
  person: Reachable | null
  t: Translator
  className?: string
}) {
  return (
    <div className={`flex items-center gap-3 py-2.5 pr-7 ${className}`}>
      <span className="text-2xl font-semibold">1</span>
      <div className="leading-5">
        <p className="text-xs leading-[18px] whitespace-nowrap text-ink-3">{title}</p>
        <p className="whitespace-nowrap">
          {person?.name ?? t('projectPage.noSteward')}
          {person?.phone &&
            (person.callable ? (
              <a href={`tel:${person.phone}`} className="ml-2 text-link">
                {person.phone}
              </a>
            ) : (
              <span className="ml-2 text-ink-3">{person.phone}</span>
            ))}
        </p>
      </div>
    </div>
  )
}

function Agency({ agency, t }: { agency: TeamAgency; t: Translator }) {
  const text =
    agency.running > 0
      ? t('projectPage.agencyRunning', { n: agency.running })
      : agency.paused > 0
        ? t('projectPage.agencyPaused', { n: agency.paused })
        : agency.finished > 0 && agency.finished === agency.total
          ? t('projectPage.agencyDone', { n: agency.finished })
          : agency.total > 0
            ? t('projectPage.agencyWaiting', { n: agency.total - agency.finished })
            : t('projectPage.agencyNone')
  return (
    <li className="leading-5 md:whitespace-nowrap">
      {agency.name} {agency.person && <span className="text-xs text-ink-3">{agency.person}</span>}
      <span className="flex items-center gap-1.5 text-xs leading-[18px] text-ink-2">
        <Lamp level={agency.level} quiet t={t} />
        {text}
      </span>
    </li>
  )
}
