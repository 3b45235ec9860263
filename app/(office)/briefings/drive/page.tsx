import { forbidden } from 'next/navigation'
import { BriefingTabs } from '@/components/briefing/briefing-tabs'
import { DriveFigures } from '@/components/briefing/drive-figures'
import { DriveTable } from '@/components/briefing/drive-table'
import { StageChart } from '@/components/briefing/stage-chart'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { loadDrive } from '@/lib/data/drive'
import { projectFigures } from '@/lib/data/project-figures'
import { relationFor } from '@/lib/domain/access'
import { presetPeriod } from '@/lib/domain/briefing/period'
import { READS_BRIEFINGS } from '@/lib/domain/briefing/sight'
import { translator } from '@/lib/i18n/translator'
import { driveQuery } from '@/lib/schemas/briefing'
import { misread } from '@/lib/schemas/misread'

export const generateMetadata = pageTitle('briefing.drive.title')

/** Who drives the projects and how far they are 双轮驱动: figures, stages, heads, leaders, task forces, stewards. */
export default async function DrivePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!READS_BRIEFINGS.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const { taskforce } = driveQuery.parse(asks)
  const scope = { taskforceId: taskforce ?? null }
  const [drive, figures] = await Promise.all([
    loadDrive(actor, scope),
    projectFigures(actor, presetPeriod('YEAR', today), scope, today),
  ])
  const team: Readonly<Record<string, string>> = taskforce ? { taskforce } : {}
  return (
    <div className="page-lying-a4">
      <header className="flex flex-wrap items-end gap-x-6 border-b border-divider px-4 pt-2.5 sm:px-6">
        <h1 className="pb-2.5 text-xl font-semibold whitespace-nowrap">{t('briefing.drive.title')}</h1>
        <BriefingTabs here="drive" writes={relationFor(actor.role, 'briefing.create') !== null} t={t} />
      </header>
      <Misread parts={misread(driveQuery, asks)} words={(parts) => t('shell.misread', { parts })} />
      <div className="max-w-[1080px] space-y-8 px-4 py-4 sm:px-6">
        {taskforce && (
          <p>
            {drive.taskforces[0]?.name}{' '}
            <Link href="/briefings/drive" className="ml-2 text-link">
              {t('briefing.drive.all')}
            </Link>
          </p>
        )}
        <DriveFigures figures={figures} locale={locale} />
        <StageChart stages={drive.all.stages} team={team} t={t} />
        <section aria-labelledby="heads">
          <h2 id="heads" className="scroll-mt-16 text-lg font-semibold">
            {t('briefing.drive.heads', { n: drive.heads.length })}
          </h2>
          <ul>
            {drive.heads.map(({ id, name, title }) => (
              <li key={id} lang="zh-CN">
                {title} {name}
              </li>
            ))}
          </ul>
        </section>
        <DriveTable id="taskforces" by="taskforce" groups={drive.taskforces} team={{}} t={t} />
        <DriveTable id="leaders" by="leader" groups={drive.leaders} team={team} t={t} />
        <section aria-labelledby="stewards">
          <h2 id="stewards" className="scroll-mt-16 text-lg font-semibold">
            {t('briefing.drive.stewards', { n: drive.stewards.length })}
          </h2>
          <ul className="columns-2 gap-8 sm:columns-4">
            {drive.stewards.map(({ id, name, projects, over }) => (
              <li
                key={id}
                className="flex min-h-8 break-inside-avoid items-center justify-between gap-2 max-sm:min-h-11"
              >
                <Link
                  href={`/projects?${new URLSearchParams({ ...team, steward: id })}`}
                  className="text-link"
                  lang="zh-CN"
                >
                  {name}
                </Link>
                <span className={over ? 'font-semibold' : 'text-ink-2'}>
                  {t(over ? 'briefing.drive.over' : 'briefing.drive.load', { n: projects })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  )
}
