import type { Level } from '@/lib/domain/level-scale'
import type { Stage } from '@/lib/domain/project'
import type { Translator } from '@/lib/i18n/translator'
import type { ProjectGroup } from '@/lib/schemas/project'

/** What a group is called: a unit or person by name, a stage or colour by its word, and those without one. */
export function groupName(group: ProjectGroup, key: string, name: string | null, t: Translator): string {
  if (group === 'stage') return t(`project.stage.${key as Stage}`)
  if (group === 'level') return t(`level.full.${key as Level}`)
  return name ?? t(`projects.without.${group}`)
}
