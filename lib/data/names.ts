import 'server-only'
import type { Tx } from './db'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Names of the units and people among some texts, by id; other texts are left out. */
export async function namesOfIds(tx: Tx, texts: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const ids = texts.filter((text) => UUID.test(text))
  if (ids.length === 0) return {}
  const [orgs, people] = await Promise.all([
    tx.org.findMany({ where: { id: { in: ids } }, select: { id: true, shortName: true } }),
    tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
  ])
  return Object.fromEntries([...orgs.map((o) => [o.id, o.shortName]), ...people.map((p) => [p.id, p.name])])
}
