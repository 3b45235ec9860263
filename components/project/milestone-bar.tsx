import clsx from 'clsx'
import { Provisional } from '@/components/level/provisional'
import { markup } from '@/components/ui/markup'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn, monthOrDay } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { MilestoneLine } from '@/lib/schemas/project-detail'

/**
 * Nine milestones on one rule: what is reached is solid, what is forecast late says so. One whose day nobody gave is not
 * reached, though a later one is.
 */
export function MilestoneBar({
  milestones,
  today,
  t,
}: {
  milestones: readonly MilestoneLine[]
  today: PlainDate
  t: Translator
}) {
  const reached = milestones.reduce((last, m, i) => (m.actualOn ? i : last), -1)
  return (
    <ol
      aria-label={t('projectPage.milestones')}
      className="grid grid-cols-3 gap-y-3 py-4 md:grid-cols-9"
      {...markup(
        milestones.map((m, i) => (
          <li
            key={m.kind}
            className={clsx(
              'relative pt-[18px] pr-2 text-xs leading-[18px] text-ink-3 before:absolute before:inset-x-0 after:absolute after:top-0 after:left-0 after:h-3.5 after:w-0.5',
              i < reached
                ? 'before:top-1 before:h-1.5 before:bg-[var(--rl-used)]'
                : 'before:top-1.5 before:h-0.5 before:bg-[var(--rl-track)]',
              m.actualOn ? 'after:bg-[var(--rl-crit)]' : 'after:bg-[var(--rl-done)]',
            )}
          >
            {i === reached && <span className="absolute top-1 left-0 h-1.5 w-3/5 bg-[var(--rl-used)]" />}
            <b className={clsx('block text-base leading-5', m.actualOn ? 'text-ink' : 'font-normal text-ink-2')}>
              {t(`project.milestone.${m.kind}`)}
            </b>
            {m.actualOn
              ? dayIn(m.actualOn, today)
              : m.plannedOn
                ? t('projectPage.planned', { day: monthOrDay(m.plannedOn, m.monthOnly, today) })
                : t('projectPage.unplanned')}
            {m.moves > 0 && <span className="ml-1.5 whitespace-nowrap">{t('projectPage.moved', { n: m.moves })}</span>}
            {m.forecast && (
              <em className="block text-ink not-italic">
                {t('projectPage.forecast', { day: dayIn(m.forecast.on, today), n: m.lateWd })}
                <Provisional when={m.forecast.provisional} t={t} />
              </em>
            )}
          </li>
        )),
      )}
    />
  )
}
