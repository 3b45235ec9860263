import clsx from 'clsx'
import type { Translator } from '@/lib/i18n/translator'
import type { Agenda } from '@/lib/schemas/meeting'

/** One cell a topic, as many as a meeting takes; what goes beyond stands out by its height. */
export function TopicBudget({ agenda, t }: { agenda: Agenda; t: Translator }) {
  const open = agenda.lines.filter((line) => line.state === 'OPEN')
  const units = new Set(open.flatMap((line) => line.orgs.map((org) => org.id)))
  const minutes = open.reduce((sum, line) => sum + line.minutes, 0)
  const settled = agenda.lines.filter((line) => line.state === 'SETTLED').length
  const cells = Math.max(agenda.maxTopics, open.length)
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-5 gap-y-1 text-ink-2">
      <span aria-hidden="true" className="flex items-center gap-0.5">
        {Array.from({ length: cells }, (_, i) => i + 1).map((nth) => (
          <span
            key={nth}
            className={clsx(
              'w-2.5',
              nth > agenda.maxTopics ? 'h-4 bg-ink' : 'h-2.5',
              nth <= agenda.maxTopics && (nth <= open.length ? 'bg-ink-2' : 'bg-divider'),
            )}
          />
        ))}
      </span>
      <span>{t('meeting.agenda.limit', { max: agenda.maxTopics })}</span>
      <span>{t('meeting.agenda.about', { n: minutes })}</span>
      <span>{t('meeting.agenda.units', { n: units.size })}</span>
      {settled > 0 && <span>{t('meeting.agenda.settled', { n: settled })}</span>}
    </div>
  )
}
