import type { TaskReason } from '@/lib/domain/meeting/task-level'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { TaskRow } from '@/lib/schemas/task'
import { dayIn } from './day'
import type { Translator } from './translator'

/** The number of a task, its hyphen one that no line ends at. */
export const numberText = (no: string): string => no.replaceAll('-', '\u2011')

/** Where a task stands; before its paper is issued it waits to be handed out 待交办. */
export const taskStateText = ({ state, handed }: Pick<TaskRow, 'state' | 'handed'>, t: Translator): string =>
  state === 'TO_SIGN' && !handed ? t('task.toHandOut') : t(`task.tab.${state}`)

/** How far a decided matter is: the same words on the agenda, a sheet, the wall and in the list of tasks. */
export const progressText = (
  { reason, closedOn }: Readonly<{ reason: TaskReason; closedOn: PlainDate | null }>,
  today: PlainDate,
  t: Translator,
): string =>
  closedOn ? t('meeting.decided.closed', { day: dayIn(closedOn, today) }) : t(`task.reason.${reason.code}`, reason)
