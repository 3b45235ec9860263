import { Lamp } from '@/components/level/lamp'
import { NextTurn } from '@/components/level/next-turn'
import { Provisional } from '@/components/level/provisional'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Locale } from '@/lib/i18n/locale'
import { reasonLine } from '@/lib/i18n/reason-line'
import { ownerText, reasonText } from '@/lib/i18n/reason-text'
import { translator } from '@/lib/i18n/translator'
import { cureText } from '@/lib/i18n/verdict-text'
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
  return (
    <section
      aria-label={t('projectPage.why', { level: t(`level.short.${project.level}`) })}
      className="mt-3.5 grid grid-cols-[minmax(0,1fr)] border-t-2 border-b border-t-ink border-b-divider xl:grid-cols-[minmax(0,1fr)_598px]"
    >
      <div className="py-4">
        <h2 className="flex flex-wrap items-center gap-3 text-xl leading-8 font-semibold">
          <Lamp level={project.level} size="l" t={t} />
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
          <Provisional when={reason?.provisional} t={t} />
        </h2>
        {project.status !== 'ACTIVE' ? (
          <p className="mt-2 text-ink-2">{t(`projectPage.statusNote.${project.status}`)}</p>
        ) : (
          <dl className="mt-2 grid grid-cols-[var(--col-term)_1fr] gap-y-0.5 [&_dt]:text-ink-3">
            {reason && (
              <>
                <dt>{t('projectPage.owner')}</dt>
                <dd>{ownerLine(project, reason, locale)}</dd>
              </>
            )}
            <dt>{t('projectPage.ifNothing')}</dt>
            <dd className="font-semibold">
              <NextTurn turn={project} nextInWd={project.nextInWd} today={today} locale={locale} />
            </dd>
            {reason && (
              <>
                <dt>{t('projectPage.cure')}</dt>
                <dd>{cureLine(project, reason, locale)}</dd>
              </>
            )}
            {!reason && <dd className="col-span-2 text-ink-2">{t('projectPage.noReason')}</dd>}
          </dl>
        )}
        {project.reasons.length > 1 && (
          <details className="mt-2">
            <summary className="text-link">
              {t('projectPage.allReasons')} {project.reasons.length}
            </summary>
            <ul className="mt-1.5 space-y-1">
              {project.reasons.map((r) => (
                <li key={`${r.dimension}${r.subjectId}${r.code}`} className="flex flex-wrap items-baseline gap-x-2">
                  <Lamp level={r.level} quiet t={t} />
                  <span className="text-ink-3">{t(`project.dimension.${r.dimension}`)}</span>
                  <span>
                    {reasonLine(r.level, r, null, locale)}
                    <Provisional when={r.provisional} t={t} />
                  </span>
                  <span className="text-ink-3">{ownerText(r.owner, locale)}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
        <div className="no-print mt-3 flex flex-wrap gap-2">{actions}</div>
      </div>
      {project.relay && (
        <section
          tabIndex={0}
          aria-label={t('projectPage.relay')}
          className="min-w-0 overflow-x-auto pt-3 max-md:pb-3 md:pl-10"
        >
          <RelayRuler project={project} relay={project.relay} today={today} locale={locale} />
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
  return paused && project.relay ? t('projectPage.ownerPaused', { owner, agency: project.relay.agency }) : owner
}

function cureLine(project: ProjectDetail, reason: LiveReason, locale: Locale): string {
  const agency = project.procedures.find((p) => p.id === reason.subjectId)?.agency ?? null
  return cureText(reason, agency, project.procedures.find((p) => p.code === reason.params.by) ?? null, locale)
}

/** Link to the one procedure the colour speaks of. */
export function SubjectLink({ project, children }: { project: ProjectDetail; children: React.ReactNode }) {
  const subject = project.reasons[0]?.dimension === 'D1' ? project.reasons[0].subjectId : null
  return subject ? (
    <Link href={`/procedures/${subject}`} className="btn btn-primary">
      {children}
    </Link>
  ) : null
}

/** A reason said aloud, for lists of procedures. */
export const procedureReason = (line: ProjectDetail['procedures'][number], locale: Locale): string =>
  line.reason
    ? reasonText(line.reason, locale)
    : translator(locale)(line.level === 'GREY' ? 'level.noClock' : 'level.onPlan')
