import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Figure, Period } from '@/lib/domain/figure'
import { loadDrive } from './drive'
import { count, type FigureScope, listHref } from './figure-scope'

/**
 * Figures of who drives the projects 双轮驱动: heads, leaders, task forces, stewards and those with too many projects.
 *
 * Who sees what: as the page each figure opens.
 */
export async function driveFigures(actor: Actor, _period: Period, scope: FigureScope): Promise<Figure[]> {
  const { heads, taskforces, leaders, stewards } = await loadDrive(actor, scope)
  const team = scope.taskforceId ? { taskforce: scope.taskforceId } : {}
  const href = (part: string) => `${listHref('/briefings/drive', team)}#${part}`
  const names = taskforces.map(({ name }) => name)
  return [
    { name: 'drive.heads', value: count(heads.length), href: href('heads') },
    { name: 'drive.taskforceCount', value: count(taskforces.length), href: href('taskforces') },
    { name: 'drive.taskforces', value: { kind: 'names', names }, href: href('taskforces') },
    { name: 'drive.leaders', value: count(leaders.length), href: href('leaders') },
    { name: 'stewards.count', value: count(stewards.length), href: href('stewards') },
    {
      name: 'stewards.overloaded',
      value: count(stewards.filter(({ over }) => over).length),
      href: href('stewards'),
    },
  ]
}
