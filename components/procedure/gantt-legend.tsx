import { markup } from '@/components/ui/markup'
import type { Translator } from '@/lib/i18n/translator'

/**
 * What the bars mean.
 *
 * @param to where the critical path leads, in the chart of a project
 */
export function GanttLegend({ to = null, t }: { to?: 'START' | 'PRODUCTION' | 'END' | null; t: Translator }) {
  return (
    <ul
      className="flex flex-wrap items-center gap-3.5 text-xs text-ink-3 [&>li]:inline-flex [&>li]:items-center [&>li]:gap-1.5"
      {...markup(
        <>
          <li>
            <svg width="18" height="9" aria-hidden="true">
              <rect width="18" height="9" fill="var(--rl-crit)" />
            </svg>
            {t(to ? `projectPage.legend.to.${to}` : 'projectPage.legend.critical')}
          </li>
          <li>
            <svg width="18" height="9" aria-hidden="true">
              <rect width="18" height="9" fill="var(--rl-done)" />
            </svg>
            {t('projectPage.legend.other')}
          </li>
          <li>
            <svg width="18" height="9" aria-hidden="true">
              <rect x=".5" y=".5" width="17" height="8" fill="url(#hatch-pause)" stroke="var(--rl-done)" />
            </svg>
            {t('projectPage.legend.paused')}
          </li>
          <li>
            <svg width="18" height="9" aria-hidden="true">
              <rect
                x=".75"
                y=".75"
                width="16.5"
                height="7.5"
                fill="none"
                stroke="var(--rl-crit)"
                strokeWidth="1.5"
                strokeDasharray="3 2"
              />
            </svg>
            {t('projectPage.legend.forecast')}
          </li>
          <li>
            <svg width="18" height="9" aria-hidden="true">
              <path d="M.5 2v5M17.5 2v5M0 4.5h18" stroke="var(--rl-done)" strokeWidth="1.6" />
            </svg>
            {t('projectPage.legend.plan')}
          </li>
        </>,
      )}
    />
  )
}
