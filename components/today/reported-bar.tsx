import type { Translator } from '@/lib/i18n/translator'

const CELLS = 24

/** How many of the projects that report have reported this week, as cells and as words. */
export function ReportedBar({ done, of, t }: { done: number; of: number; t: Translator }) {
  const filled = of === 0 ? 0 : Math.floor((done / of) * CELLS)
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 pt-2.5 pb-5 text-ink-2">
      <span
        role="img"
        aria-label={t('day.reportedLabel', { n: done, of })}
        className="inline-flex items-center gap-[3px]"
      >
        {Array.from({ length: CELLS }, (_, i) => (
          <i
            key={`c${i.toString()}`}
            className={
              i < filled
                ? 'inline-block h-3 w-[7px] bg-[var(--rl-used)]'
                : 'inline-block h-2 w-[7px] bg-[var(--rl-track)]'
            }
          />
        ))}
      </span>
      <span>{t('day.reported', { n: done, of })}</span>
    </p>
  )
}
