import 'server-only'
import { type Action, type Actor, allows } from '@/lib/domain/access'
import { db } from './db'
import { scopeColumns, scopeOf } from './lock-project'
import { visibleProjects } from './visible'

/** A project in the library at which the actor may do something; null where it is out of sight, has left, or he may not. */
export async function mayAtProject(actor: Actor, id: string, action: Action) {
  const project = await db.project.findFirst({
    where: { AND: [{ id, status: 'ACTIVE' }, visibleProjects(actor)] },
    select: { id: true, name: true, ...scopeColumns },
  })
  return project && allows(actor, action, scopeOf(project)) ? { id: project.id, name: project.name } : null
}
