import { ClockRuler } from '@/components/level/clock-ruler'
import { Lamp } from '@/components/level/lamp'
import { TASK_NUMBERS, TASK_RULES } from '@/lib/domain/meeting/task-rules'
import type { Translator } from '@/lib/i18n/translator'

/** How what meetings decided is timed and coloured: light, sentence, and the clock as the list of tasks draws it. */
export function TaskRules({ t }: { t: Translator }) {
  return (
    <ul className="mt-2 max-w-[960px] border-t border-divider">
      {TASK_RULES.map(({ id, level, clock }) => (
        <li
          key={id}
          className="grid items-center gap-x-6 gap-y-1 border-b border-divider py-2 sm:grid-cols-[64px_200px_minmax(0,1fr)]"
        >
          <span>{level && <Lamp level={level} t={t} />}</span>
          <span>{clock && <ClockRuler clock={clock} t={t} />}</span>
          <span>{t(`ruleBook.task.${id}`, TASK_NUMBERS)}</span>
        </li>
      ))}
    </ul>
  )
}
