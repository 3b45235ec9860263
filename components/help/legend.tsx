import { Lamp } from '@/components/level/lamp'
import { EXAMPLE_DAY, RULER_EXAMPLES } from '@/components/level/legend'
import { RulerCell } from '@/components/level/ruler-cell'
import { GanttLegend } from '@/components/procedure/gantt-legend'
import { TaskRules } from '@/components/task/task-rules'
import { LEVELS } from '@/lib/domain/level-scale'
import type { Translator } from '@/lib/i18n/translator'

/** Every light, ruler and bar with what it means; tasks of meetings for whoever has to do with them. */
export function Legend({ tasks, t }: { tasks: boolean; t: Translator }) {
  return (
    <>
      <h3>{t('help.lights')}</h3>
      <ul>
        {LEVELS.toReversed().map((level) => (
          <li key={level} className="flex items-center gap-3 py-1">
            <span className="w-24 flex-none">
              <Lamp level={level} t={t} /> <span className="text-ink-2">{t(`level.word.${level}`)}</span>
            </span>
            {t(`help.light.${level}`)}
          </li>
        ))}
      </ul>
      <h3>{t('help.rulers')}</h3>
      <ul>
        {RULER_EXAMPLES.map(([name, example]) => (
          <li key={name} className="grid items-center gap-x-4 py-1 sm:grid-cols-[200px_1fr]">
            <RulerCell ruler={example} today={EXAMPLE_DAY} t={t} />
            <span className="text-ink-2">{t(`level.legend.${name}`)}</span>
          </li>
        ))}
      </ul>
      {tasks && (
        <>
          <h3>{t('ruleBook.tasks')}</h3>
          <TaskRules t={t} />
        </>
      )}
      <h3>{t('help.gantt')}</h3>
      <GanttLegend t={t} />
    </>
  )
}
