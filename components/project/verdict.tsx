import { ClearingList } from '@/components/level/clearing'
import { Lamp } from '@/components/level/lamp'
import { NextTurn } from '@/components/level/next-turn'
import { Provisional } from '@/components/level/provisional'
import { WaivedLamp } from '@/components/level/waived-lamp'
import { WhyLevel } from '@/components/level/why'
import { RelayStrip } from '@/components/procedure/relay-strip'
import { markup } from '@/components/ui/markup'
import type { PlainDate } from '@/lib/domain/plain-date'
import { standingState } from '@/lib/domain/remaining'
import { agencyText } from '@/lib/i18n/agency-text'
import type { Locale } from '@/lib/i18n/locale'
import { reasonLine, withMark } from '@/lib/i18n/reason-line'
import { ownerText, reasonText } from '@/lib/i18n/reason-text'
import { standingReason } from '@/lib/i18n/standing-text'
import { translator } from '@/lib/i18n/translator'
import { causeText, cureText } from '@/lib/i18n/verdict-text'
import { rawText } from '@/lib/i18n/waived-text'
import { arithmeticText } from '@/lib/i18n/why-text'
import type { ProjectDetail } from '@/lib/schemas/project-detail'
import type { LiveReason } from '@/lib/schemas/project-row'
import { RelayRuler } from './relay-ruler'

/** Why the project has its colour, whose move it is, what happens next 判断. */
export function Verdict({
  project,
  today,
  locale,
  actions,
}: {
  project: ProjectDetail
  today: PlainDate
  locale: Locale
  actions: React.ReactNode
}) {
  const t = translator(locale)
  const reason = project.reasons[0]
  const { relay } = project
  const rawWords = rawText(project.level, project.waived, locale)
  const own = project.procedures.find(({ id }) => id === reason?.subjectId)
  const standing = relay && standingState(relay.of.state)
  const itemOf = (item: { nameZh: string; nameEn: string }) => (locale === 'en' ? item.nameEn : item.nameZh)
  // The sentence beside it names the procedure, unless it speaks of something else.
  const relayTitle =
    relay && relay.of.id !== reason?.subjectId ? t('projectPage.relay', { item: itemOf(relay.of) }) : null
  return (
    <section
      aria-label={t('projectPage.why', { level: t(`level.short.${project.level}`) })}
      className="mt-3.5 grid grid-cols-[minmax(0,1fr)] border-b border-b-divider max-sm:mt-2 max-sm:border-b-8 max-sm:border-b-page max-sm:px-4 sm:border-t-2 sm:border-t-ink xl:grid-cols-[minmax(0,1fr)_598px]"
    >
      <div className="py-4 max-sm:pt-1">
        <div
          {...markup(
            <>
              <h2 className="flex items-start gap-x-3 gap-y-1 text-xl sm:flex-wrap sm:items-center leading-8 font-semibold">
                <Lamp level={project.level} size="l" t={t} />
                <WaivedLamp level={project.level} waived={project.waived} size="l" t={t} />
                <span className={`why-${project.level} font-semibold!`}>
                  {reason?.item ? (
                    <>
                      {locale === 'en' ? `${reason.item.nameEn}:` : reason.item.nameZh}{' '}
                      <span className="inline-block">{reasonText(reason, locale)}</span>
                    </>
                  ) : (
                    reasonLine(project.level, reason, null, locale)
                  )}
                </span>
                {reason?.item && <Provisional when={reason.provisional} t={t} />}
              </h2>
              {rawWords && <p className="mt-1 text-ink-2">{rawWords}</p>}
              {project.status !== 'ACTIVE' ? (
                <p className="mt-2 text-ink-2">{t(`projectPage.statusNote.${project.status}`)}</p>
              ) : (
                <dl className="mt-2 gap-y-0.5 max-sm:flex max-sm:flex-col sm:grid sm:grid-cols-[var(--col-term)_1fr] [&_dt]:text-ink-3 [&>div]:max-sm:flex [&>div]:max-sm:gap-2 [&>div]:sm:contents [&>div>dt]:flex-none">
                  {reason && (
                    <div>
                      <dt>{t('projectPage.owner')}</dt>
                      <dd>{ownerLine(project, reason, locale)}</dd>
                    </div>
                  )}
                  <div className="max-sm:-order-1 max-sm:block!">
                    {/* On a phone the sentence says itself what it is about. */}
                    <dt className="max-sm:sr-only">{t('projectPage.ifNothing')}</dt>
                    <dd className="font-semibold max-sm:text-lg">
                      <NextTurn turn={project} nextInWd={project.nextInWd} today={today} locale={locale} />
                      {project.turnsBy && (
                        <span className="font-normal text-ink-2">{causeText(project.turnsBy, locale)}</span>
                      )}
                    </dd>
                    {!reason && (
                      <dd className="col-span-2 text-ink-2">
                        {relay && standing
                          ? t(`projectPage.standing.${standing}`, {
                              item: itemOf(relay.of),
                              agency: agencyText(relay.of.agency, locale),
                            })
                          : t('projectPage.noReason')}
                      </dd>
                    )}
                  </div>
                  {reason && (
                    <div>
                      <dt>{t('projectPage.cure')}</dt>
                      <dd>
                        {project.clearing ? (
                          <ClearingList ways={project.clearing} today={today} locale={locale} />
                        ) : (
                          cureLine(project, reason, locale)
                        )}
                      </dd>
                    </div>
                  )}
                </dl>
              )}
              {reason?.code === 'TREND' && own && (
                <p className="mt-1.5 text-sm text-ink-2">
                  {t('projectPage.trendNote', { item: itemOf(own), level: t(`level.short.${own.level}`) })}
                </p>
              )}
              {reason?.level === project.level && (
                <WhyLevel
                  level={project.level}
                  why={reason.why}
                  money={project.yearPlan}
                  today={today}
                  locale={locale}
                />
              )}
              {project.reasons.length > 1 && (
                <details className="mt-2">
                  <summary className="text-link">
                    {t('projectPage.allReasons')} {project.reasons.length}
                  </summary>
                  <ul className="mt-1.5 space-y-1">
                    {project.reasons.map((r) => (
                      <li
                        key={`${r.dimension}${r.subjectId}${r.code}`}
                        className="flex flex-wrap items-baseline gap-x-2"
                      >
                        <Lamp level={r.level} quiet t={t} />
                        <span className="text-ink-3">{t(`project.dimension.${r.dimension}`)}</span>
                        <span>{reasonLine(r.level, r, null, locale)}</span>
                        <span className="text-ink-3">{ownerText(r.owner, locale)}</span>
                        {r.why?.arithmetic && (
                          <span className="w-full text-sm text-ink-2">
                            {arithmeticText(r.why.arithmetic, project.yearPlan, today, locale)}
                          </span>
                        )}
                      </li>
                    ))}
                  </ul>
                </details>
              )}
              {relay && (
                <div className="mt-3 md:hidden">
                  {relayTitle && <p className="mb-1 text-sm text-ink-3">{relayTitle}</p>}
                  <RelayStrip relay={relay} of={relay.of} own={t('projectPage.applicant')} today={today} t={t} />
                </div>
              )}
            </>,
          )}
        />
        <div className="no-print mt-3 flex flex-wrap gap-2 max-sm:mt-4 max-sm:flex-col">{actions}</div>
      </div>
      {relay && (
        <section
          tabIndex={0}
          aria-label={t('projectPage.relay', { item: itemOf(relay.of) })}
          className="hidden min-w-0 overflow-x-auto pt-3 md:block md:pl-10"
        >
          {relayTitle && <p className="text-sm text-ink-3">{relayTitle}</p>}
          <div {...markup(<RelayRuler relay={relay} today={today} locale={locale} />)} />
        </section>
      )}
    </section>
  )
}

/** The owner with the person behind it; an agency whose clock stands is said to stand. */
function ownerLine(project: ProjectDetail, reason: LiveReason, locale: Locale): string {
  const t = translator(locale)
  const person =
    reason.owner?.kind === 'ENTERPRISE'
      ? project.contact?.name
      : reason.owner?.kind === 'STEWARD'
        ? project.steward?.name
        : null
  const owner = [ownerText(reason.owner, locale), person].filter(Boolean).join(' ')
  const paused = reason.code === 'SUPPLEMENT_OVER' || reason.code === 'SUPPLEMENT_LEFT'
  return paused && project.relay ? t('projectPage.ownerPaused', { owner, agency: project.relay.of.agency }) : owner
}

function cureLine(project: ProjectDetail, reason: LiveReason, locale: Locale): string {
  const agency = project.procedures.find((p) => p.id === reason.subjectId)?.agency ?? null
  return cureText(reason, agency, project.procedures.find((p) => p.code === reason.params.by) ?? null, locale)
}

/** A reason said aloud, for lists of procedures. */
export const procedureReason = (line: ProjectDetail['procedures'][number], locale: Locale): string =>
  line.reason
    ? withMark(standingReason(line.reason, line.state, locale), line.reason, locale)
    : translator(locale)(line.level === 'GREY' ? 'level.noClock' : 'level.onPlan')
