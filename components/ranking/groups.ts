import { groupText } from '@/lib/i18n/ranking-text'
import type { Translator } from '@/lib/i18n/translator'
import type { ProjectRow, RankedRow } from '@/lib/schemas/ranking'

/** A group a table can be cut down to, with how many rows it has. */
export type Group = Readonly<{ key: string; name: string; n: number }>

/** Groups in the order they first appear. */
function counted(rows: readonly Readonly<{ key: string | null; name: string }>[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const { key, name } of rows) if (key !== null) groups.set(key, { key, name, n: (groups.get(key)?.n ?? 0) + 1 })
  return [...groups.values()]
}

/** How the rows of a scored table are grouped: stewards by how many projects they have, units by their kind. */
export const rowGroups = (rows: readonly RankedRow[], t: Translator): readonly Group[] =>
  counted(rows.map(({ group }) => ({ key: group, name: group === null ? '' : groupText(group, t) })))

/** Projects are grouped by their task force. */
export const projectGroups = (rows: readonly ProjectRow[]): readonly Group[] =>
  counted(rows.map(({ taskforceId, taskforce }) => ({ key: taskforceId, name: taskforce ?? '' })))
