import { ClockRuler } from '@/components/level/clock-ruler'
import { Lamp } from '@/components/level/lamp'
import { SlipForms } from '@/components/task/slip-forms'
import { DecideExtension } from '@/components/task/task-forms'
import { slipsHref, tasksHref } from '@/components/task/task-link'
import { WaitForm } from '@/components/task/wait-form'
import { DaySection } from '@/components/today/day-section'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { businessDay } from '@/lib/clock'
import { loadTaskDay, watchesTasks } from '@/lib/data/task-day'
import { SEES_TASKS } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import type { TodayProps } from './props'

/** What the meetings' decisions want of somebody today, each with its action in the row; nothing when they want nothing. */
export async function TaskLines({ actor, locale }: Pick<TodayProps, 'actor' | 'locale'>) {
  if (!SEES_TASKS.has(actor.role)) return null
  const t = translator(locale)
  const today = businessDay()
  const { counts, rows, drafts } = await loadTaskDay(actor, today)
  const formKey = () => issueFormKey(actor.userId)
  const late = watchesTasks(actor) ? tasksHref({ late: '1' }) : tasksHref({ late: '1', mine: '1' })
  const figures = [
    { n: counts.sign, text: t('task.today.sign', { n: counts.sign }), href: tasksHref({ wait: 'sign' }) },
    { n: counts.hand, text: t('task.today.hand', { n: counts.hand }), href: tasksHref({ wait: 'hand' }) },
    { n: counts.late, text: t('task.today.late', { n: counts.late }), href: late },
    { n: counts.confirm, text: t('task.today.confirm', { n: counts.confirm }), href: tasksHref({ wait: 'confirm' }) },
    {
      n: counts.extension,
      text: t('task.today.extension', { n: counts.extension }),
      href: tasksHref({ wait: 'extension' }),
    },
    {
      n: counts.objection,
      text: t('task.today.objection', { n: counts.objection }),
      href: tasksHref({ wait: 'objection' }),
    },
    {
      n: counts.unsigned,
      text: t('task.today.unsigned', { n: counts.unsigned }),
      href: tasksHref({ wait: 'unsigned' }),
    },
    { n: counts.slips, text: t('task.today.slips', { n: counts.slips }), href: slipsHref({ state: 'draft' }) },
    {
      n: counts.colours,
      text: t('task.today.colours', { n: counts.colours }),
      href: slipsHref({ of: 'colour', state: 'draft' }),
    },
  ]
  if (figures.every(({ n }) => n === 0)) return null
  return (
    <DaySection id="tasks" title={t('task.today.title')} figures={figures} locale={locale}>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-start gap-x-3 gap-y-1 border-b border-divider py-2">
            <span className="w-(--col-lamp-quiet) flex-none pt-1">
              <Lamp level={row.level} quiet t={t} />
            </span>
            <div className="min-w-0 flex-1 basis-64">
              <p>
                <Link href={`/tasks/${row.id}`} className="font-semibold hover:text-link">
                  <span lang="zh-CN">{row.text}</span>
                  <span className="sr-only">{`${t('shell.comma')}${row.no}`}</span>
                </Link>
                <span className={`ml-3 text-sm why-${row.level}`}>
                  {t(`task.reason.${row.reason.code}`, row.reason)}
                </span>
              </p>
              <p className="truncate text-sm text-ink-2">
                {[row.project?.name, row.lead?.name].filter(Boolean).join(' ')}
              </p>
            </div>
            {row.clock && <ClockRuler clock={row.clock} t={t} />}
            {row.wait === 'extension' ? (
              <DecideExtension task={row} formKey={formKey} today={today} t={t} />
            ) : (
              <WaitForm row={row} formKey={formKey} t={t} />
            )}
          </li>
        ))}
        {drafts.map((row) => (
          <li key={row.id} className="flex flex-wrap items-start gap-x-3 gap-y-1 border-b border-divider py-2">
            <div className="min-w-0 flex-1 basis-64">
              <p>
                <b>{t(`task.slip.kind.${row.kind}`)}</b>
                <Link href={`/tasks/slips/${row.id}`} className="ml-2 hover:text-link">
                  {row.no}
                </Link>
              </p>
              <p className="truncate text-sm text-ink-2">{[row.lead, row.text].filter(Boolean).join(' ')}</p>
            </div>
            <SlipForms row={row} office={actor.role === 'OFFICE'} formKey={formKey} t={t} />
          </li>
        ))}
      </ul>
    </DaySection>
  )
}
