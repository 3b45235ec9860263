import type { Translator } from '@/lib/i18n/translator'
import type { RunningLine } from '@/lib/schemas/workbench'

/** How much of its promise a running clock has left. */
export function runningText(line: Pick<RunningLine, 'clock' | 'remaining'>, t: Translator): string {
  if (line.clock.paused || line.clock.whose !== 'AGENCY') return t('workbench.paused')
  return line.remaining < 0 ? t('workbench.over', { n: -line.remaining }) : t('workbench.left', { n: line.remaining })
}
