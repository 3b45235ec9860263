import { Lamp } from '@/components/level/lamp'
import type { Translator } from '@/lib/i18n/translator'
import type { TaskDetail } from '@/lib/schemas/task'

/** What proves a result: its name as a way in, and of a procedure its colour, state and number; or that nothing could be named. */
export function Proof({ task, t }: { task: Pick<TaskDetail, 'evidence' | 'unproven'>; t: Translator }) {
  const { evidence } = task
  if (!evidence) return task.unproven ? t('task.detail.unproven') : null
  const name = evidence.open ? (
    <a
      href={evidence.kind === 'procedure' ? `/procedures/${evidence.id}` : `/api/files/${evidence.id}`}
      className="text-link underline"
    >
      {evidence.name}
    </a>
  ) : (
    evidence.name
  )
  if (!evidence.state) return name
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      {name}
      {evidence.level && <Lamp level={evidence.level} quiet t={t} />}
      <span>{t(`procedure.state.${evidence.state}`)}</span>
      {evidence.number && <span className="text-ink-2">{evidence.number}</span>}
    </span>
  )
}
