import { Lamp } from '@/components/level/lamp'
import { Phone } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import type { Locale } from '@/lib/i18n/locale'
import { reasonLine } from '@/lib/i18n/reason-line'
import { ownerText } from '@/lib/i18n/reason-text'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { RedProject } from '@/lib/schemas/day'
import { RedLadder } from './red-ladder'
import { Say } from './say'

type Shared = Readonly<{ role: 'LEADER' | 'HEAD'; formKey: () => string; locale: Locale }>

/** Red projects with what each asks of the reader: whom to call, the sheet to take along, a sentence to say. */
export function RedList({ projects, ...shared }: Shared & { projects: readonly RedProject[] }) {
  return (
    <ul className="border-control max-lg:-mx-4 max-lg:bg-page lg:border-t">
      {projects.map((project, i) => (
        <RedCard key={project.id} project={project} primary={i === 0} {...shared} />
      ))}
    </ul>
  )
}

function RedCard({ project, primary, role, formKey, locale }: Shared & { project: RedProject; primary: boolean }) {
  const t = translator(locale)
  const reason = project.reasons[0]
  const owner = (reason && ownerText(reason.owner, locale)) ?? t('level.nobody')
  return (
    <li className="border-divider max-lg:mb-2 max-lg:border-y max-lg:bg-card max-lg:px-4 max-lg:py-3.5 lg:grid lg:grid-cols-[max(76px,var(--col-lamp))_minmax(0,1fr)_212px] lg:gap-x-3 lg:border-b lg:py-4">
      <p className="flex items-center gap-2 lg:items-start">
        <Lamp level="RED" size="m" t={t} />
        <span className="why-RED text-lg lg:hidden">{reasonLine('RED', reason, project.lead, locale)}</span>
      </p>
      <div className="min-w-0">
        <p className="max-lg:mt-1.5">
          <Link href={`/projects/${project.id}`} className="text-xl font-semibold hover:text-link">
            {project.name}
          </Link>
        </p>
        <p className="why-RED max-lg:hidden">{reasonLine('RED', reason, project.lead, locale)}</p>
        <p className="flex justify-between gap-3 text-sm text-ink-2">
          <span>{t('day.leader.owner', { name: owner })}</span>
          <span className="whitespace-nowrap lg:hidden">{redText(project.redWd, t)}</span>
        </p>
        <div className="mt-2 lg:hidden">
          <RedLadder redWd={project.redWd} t={t} />
        </div>
        <p className="mt-1.5 text-lg max-lg:border-t max-lg:border-divider max-lg:pt-2">
          <b className="mr-2 font-semibold lg:font-normal lg:text-ink-3">{t('day.leader.please')}</b>
          {t(`day.leader.ask.${role}.${project.step}`, { owner })}
        </p>
        <div className="mt-2.5 grid grid-cols-2 items-start gap-2 lg:flex lg:flex-wrap">
          {project.callee?.phone && (
            <a
              href={`tel:${project.callee.phone}`}
              aria-label={t('day.leader.callLabel', { unit: project.callee.unit ?? '', name: project.callee.name })}
              className={`btn min-w-0 max-lg:btn-big ${primary ? 'btn-primary' : ''}`}
            >
              <Phone size={16} strokeWidth={1.5} aria-hidden="true" className="flex-none" />
              <span className="truncate">
                {t('day.leader.call', { unit: project.callee.unit ?? '', name: project.callee.name })}
              </span>
            </a>
          )}
          <Link
            href={`/projects/${project.id}/sheet`}
            aria-label={t('day.leader.sheetLabel', { project: project.name })}
            className="btn max-lg:btn-big"
          >
            {t('day.leader.sheet')}
          </Link>
          <Say project={project} formKey={formKey} t={t} />
        </div>
      </div>
      <div className="max-lg:hidden">
        <p className="mb-1 text-right font-semibold">{redText(project.redWd, t)}</p>
        <RedLadder redWd={project.redWd} t={t} />
      </div>
    </li>
  )
}

const redText = (redWd: number, t: Translator) =>
  redWd === 0 ? t('day.leader.redToday') : t('day.leader.redFor', { n: redWd })
