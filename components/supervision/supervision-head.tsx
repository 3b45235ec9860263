import { TaskTabs } from '@/components/task/task-tabs'
import type { Role } from '@/lib/domain/access'
import { SUPERVISION_ROOMS, type SupervisionRoom } from '@/lib/domain/supervision-sight'
import type { Translator } from '@/lib/i18n/translator'

type Place = SupervisionRoom | 'overview'

/** What stands above every page of supervision: its name, its rooms side by side, and what can be begun there. */
export function SupervisionHead({
  title,
  at,
  role,
  t,
  children,
}: {
  title: string
  at: Place
  role: Role
  t: Translator
  children?: React.ReactNode
}) {
  const rooms = Object.entries(SUPERVISION_ROOMS) as [SupervisionRoom, ReadonlySet<Role>][]
  const places: readonly Place[] = ['overview', ...rooms.flatMap(([room, sees]) => (sees.has(role) ? [room] : []))]
  return (
    <header className="flex flex-wrap items-end gap-x-6 border-b border-divider px-4 pt-2.5 max-sm:justify-between sm:px-6">
      <h1 className="pb-2.5 text-xl font-semibold whitespace-nowrap">{title}</h1>
      <TaskTabs
        label={t('supervision.rooms')}
        tabs={places.map((place) => ({
          name: place,
          text: t(`supervision.room.${place}`),
          href: place === 'overview' ? '/supervision' : `/supervision/${place}`,
          on: place === at,
        }))}
      />
      {children}
    </header>
  )
}
