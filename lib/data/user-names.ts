import 'server-only'
import { db } from './db'

/** Names of the people behind accounts, for the lines of a history. */
export async function namesOfUsers(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const users = await db.user.findMany({
    where: { id: { in: [...new Set(ids.flatMap((id) => id ?? []))] } },
    select: { id: true, person: { select: { name: true } } },
  })
  return new Map(users.map((user) => [user.id, user.person.name]))
}
