import 'server-only'
import type { AgendaProposal } from '@/lib/domain/meeting/agenda'
import type { Book } from '@/lib/domain/meeting/decision-mention'
import type { DecisionField } from '@/lib/schemas/sitting'
import type { AgendaItem, Decision } from '@/prisma/generated/client'
import { dayOrNull } from './date'
import type { Tx } from './db'
import { namesOfIds } from './names'

/** Level a topic's decisions get where nobody says another one: what the rules proposed, else the district's. */
export const tierOf = (item: Pick<AgendaItem, 'proposal'>) =>
  (item.proposal as unknown as AgendaProposal | null)?.tier ?? 'DISTRICT'

/** How the log tells a decision: names instead of ids. */
export async function toldOf(tx: Tx, facts: Readonly<Record<DecisionField, string>>, fields: readonly DecisionField[]) {
  const ids = fields.flatMap((field) => facts[field].split(','))
  const names = await namesOfIds(tx, ids)
  return Object.fromEntries(
    fields.map((field) => [
      field,
      facts[field]
        .split(',')
        .map((part) => names[part] ?? part)
        .join('、'),
    ]),
  )
}

/** A decision as its fields are compared: texts, ids, a list of ids joined. */
export const factsOf = (row: Decision): Record<DecisionField, string> => ({
  text: row.text,
  leadOrgId: row.leadOrgId ?? '',
  supportIds: [...row.supportIds].sort().join(','),
  ownerId: row.ownerId ?? '',
  dueOn: dayOrNull(row.dueOn) ?? '',
  tier: row.tier,
})

const knows = (rows: readonly Readonly<{ id: string }>[], id: string | null | undefined) =>
  !id || rows.some((row) => row.id === id)

/** Ids that are nobody of the book. */
export function strangers(book: Book, leadOrgId: string | null, ownerId: string | null, supportIds: readonly string[]) {
  if (!knows(book.units, leadOrgId)) return { code: 'LEAD_UNIT_MISSING', field: 'leadOrgId' }
  if (!knows(book.people, ownerId)) return { code: 'OWNER_UNKNOWN', field: 'ownerId' }
  return supportIds.every((id) => knows(book.units, id)) ? null : { code: 'INPUT_UNREADABLE', field: 'supportIds' }
}
