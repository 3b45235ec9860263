import { Lamp } from '@/components/level/lamp'
import { ChevronDown, Phone } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { markup } from '@/components/ui/markup'
import type { PlainDate } from '@/lib/domain/plain-date'
import { agencyText } from '@/lib/i18n/agency-text'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import type { Translator } from '@/lib/i18n/translator'
import type { ProjectDetail, Reachable, TeamAgency } from '@/lib/schemas/project-detail'

const SHOWN = 5

/** Who serves the project 1+1+N: one steward, one contact, N agencies with what each holds. */
export function TeamStrip({
  project,
  today,
  locale,
  t,
}: {
  project: ProjectDetail
  today: PlainDate
  locale: Locale
  t: Translator
}) {
  const agencies = project.agencies
  const running = agencies.reduce((sum, a) => sum + a.running, 0)
  const paused = agencies.reduce((sum, a) => sum + a.paused, 0)
  const rest = agencies.slice(SHOWN)
  return (
    <section
      aria-label={t('projectPage.team')}
      className="grid grid-cols-[minmax(0,1fr)] border-b border-divider max-sm:border-b-8 max-sm:border-b-page max-sm:px-4 max-sm:pt-4 max-sm:pb-1 md:grid-cols-[auto_auto_minmax(0,1fr)]"
      {...markup(
        <>
          <h2 className="text-lg font-semibold sm:hidden">{t('projectPage.teamOf', { n: agencies.length })}</h2>
          <Person title={t('projectPage.steward')} person={project.steward} t={t} />
          <StewardNotes project={project} today={today} t={t} />
          <Person
            title={t('projectPage.contact')}
            person={project.contact}
            t={t}
            className="max-sm:border-t max-sm:border-divider md:border-l md:border-divider md:pl-7"
          />
          <details className="group border-t border-divider sm:hidden">
            <summary className="flex min-h-15 list-none items-center gap-3 py-2 [&::-webkit-details-marker]:hidden">
              <span className={NUMERAL}>{agencies.length}</span>
              <span className="min-w-0 flex-1 leading-6">
                <span className="block truncate">
                  {agencies
                    .slice(0, 2)
                    .map((agency) => nameOf(agency, locale))
                    .join(t('shell.comma'))}
                </span>
                <span className="block text-sm leading-[18px] text-ink-3">
                  {t('projectPage.agencies')}
                  {t('shell.comma')}
                  {t('projectPage.agencyCounts', { running, paused })}
                </span>
              </span>
              <span className="grid size-11 flex-none place-items-center rounded-md border border-divider text-link">
                <ChevronDown size={20} strokeWidth={1.5} aria-hidden="true" className="group-open:rotate-180" />
              </span>
            </summary>
            <ul className="grid grid-cols-2 gap-x-4 gap-y-2.5 pb-3">
              {agencies.map((agency) => (
                <Agency key={agency.name} agency={agency} locale={locale} t={t} />
              ))}
            </ul>
          </details>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-1 py-2.5 max-sm:hidden md:border-l md:border-divider md:pl-7">
            <span className="text-2xl font-semibold">{agencies.length}</span>
            <div className="leading-5">
              <p className="text-xs leading-[18px] text-ink-3">{t('projectPage.agencies')}</p>
              <p className="whitespace-nowrap">{t('projectPage.agencyCounts', { running, paused })}</p>
            </div>
            <ul className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-5 gap-y-1 max-md:basis-full">
              {agencies.slice(0, SHOWN).map((agency) => (
                <Agency key={agency.name} agency={agency} locale={locale} t={t} />
              ))}
              {rest.length > 0 && (
                <li>
                  <details>
                    <summary className="leading-5 text-link">{t('projectPage.agencyRest', { n: rest.length })}</summary>
                    <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
                      {rest.map((agency) => (
                        <Agency key={agency.name} agency={agency} locale={locale} t={t} />
                      ))}
                    </ul>
                  </details>
                </li>
              )}
            </ul>
          </div>
        </>,
      )}
    />
  )
}

/** Who stands in for the steward, and to whom the project is to pass: whoever calls him must know. */
function StewardNotes({ project, today, t }: { project: ProjectDetail; today: PlainDate; t: Translator }) {
  const { deputies, openHandover } = project
  if (deputies.length === 0 && !openHandover) return null
  return (
    <ul className="space-y-0.5 border-divider pb-2.5 text-sm text-ink-2 max-sm:pl-11 md:order-last md:col-span-full md:border-t md:pt-2">
      {deputies.map((deputy) => (
        <li key={deputy.name}>
          {t('projectPage.deputy', { name: deputy.name, day: dayIn(deputy.until, today) })}
          {deputy.callable && deputy.phone ? (
            <a
              href={`tel:${deputy.phone}`}
              aria-label={t('projectPage.callLabel', { name: deputy.name })}
              className="ml-2 inline-flex min-h-6 items-center text-link max-sm:min-h-11"
            >
              {deputy.phone}
            </a>
          ) : (
            deputy.phone && <span className="ml-2 text-ink-3">{deputy.phone}</span>
          )}
        </li>
      ))}
      {openHandover && (
        <li>
          {openHandover.mine ? (
            <Link href="/#handover" className="text-link">
              {t('projectPage.handoverMine', { day: dayIn(openHandover.on, today) })}
            </Link>
          ) : (
            t('projectPage.handoverOpen', { name: openHandover.toName, day: dayIn(openHandover.on, today) })
          )}
        </li>
      )}
    </ul>
  )
}

const NUMERAL = 'text-2xl font-semibold max-sm:w-8 max-sm:flex-none max-sm:text-right'

const nameOf = ({ name, person }: TeamAgency, locale: Locale): string =>
  person ? `${agencyText(name, locale)} ${person.name}` : agencyText(name, locale)

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
  const name = person?.name ?? t('projectPage.noSteward')
  const call = person?.callable ? person.phone : null
  return (
    <div className={`flex items-center gap-3 py-2.5 max-sm:min-h-15 max-sm:py-2 sm:pr-7 ${className}`}>
      <span className={NUMERAL}>{person ? 1 : 0}</span>
      <div className="min-w-0 leading-5 max-sm:flex max-sm:flex-1 max-sm:flex-col-reverse">
        <p className="text-xs leading-[18px] whitespace-nowrap text-ink-3">{title}</p>
        <p className="whitespace-nowrap max-sm:text-lg max-sm:leading-6">
          {name}
          {call ? (
            <a href={`tel:${call}`} className="ml-2 text-link max-sm:hidden">
              {call}
            </a>
          ) : (
            person?.phone && <span className="ml-2 text-ink-3 max-sm:text-sm">{person.phone}</span>
          )}
        </p>
      </div>
      {call && (
        <a
          href={`tel:${call}`}
          aria-label={t('projectPage.callLabel', { name })}
          className="grid size-11 flex-none place-items-center rounded-md border border-divider text-link sm:hidden"
        >
          <Phone size={20} strokeWidth={1.5} aria-hidden="true" />
        </a>
      )}
    </div>
  )
}

function Agency({ agency, locale, t }: { agency: TeamAgency; locale: Locale; t: Translator }) {
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
  const { person } = agency
  return (
    <li className="leading-5 md:whitespace-nowrap">
      {agencyText(agency.name, locale)}{' '}
      {person &&
        (person.callable && person.phone ? (
          <a
            href={`tel:${person.phone}`}
            aria-label={t('projectPage.callLabel', { name: person.name })}
            title={person.phone}
            className="inline-flex min-h-6 items-center text-xs text-link max-sm:min-h-11"
          >
            {person.name}
          </a>
        ) : (
          <span className="text-xs text-ink-3">{person.name}</span>
        ))}
      <span className="flex items-center gap-1.5 text-xs leading-[18px] text-ink-2">
        <Lamp level={agency.level} quiet t={t} />
        {text}
      </span>
    </li>
  )
}
