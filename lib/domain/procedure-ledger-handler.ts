import { readPerson } from './ledger-person'
import type { LedgerNote } from './ledger-row'
import { nameKey } from './ledger-text'

/** A colleague of an agency a procedure can be given to. */
export type KnownHandler = Readonly<{ id: string; name: string; phone: string | null; agencyId: string }>

/** Whom a cell of 经办人 means: null where it says nothing new, else the colleague, or why it is nobody. */
export type FoundHandler = Readonly<{ id: string | null; notes: readonly LedgerNote[] }>

const NOBODY: FoundHandler = { id: null, notes: [] }

/**
 * Finds the handler a ledger names among the colleagues of the procedure’s agency 经办人: by number and name, else by a name
 * only one of them bears. Somebody who is not there is not made: whoever has a procedure must be able to see it.
 *
 * @param now who has it; the same person again is no change, whoever he is
 * @param answers whom the office has said a text means, by `nameKey`
 * @returns a warning and nobody where it cannot be told; the rest of the row goes in
 */
export function findHandler(
  said: string | null,
  now: Readonly<{ id: string; name: string; phone: string | null }> | null,
  agencyId: string | null,
  handlers: readonly KnownHandler[],
  answers: ReadonlyMap<string, string>,
): FoundHandler {
  const person = said === null ? null : readPerson(said)
  if (said === null || person === null) return NOBODY
  const { name, phone } = person
  const words = phone ? `${name} ${phone}` : name
  const same = (one: Readonly<{ name: string; phone: string | null }>) =>
    nameKey(one.name) === nameKey(name) && (phone === null || one.phone === null || one.phone === phone)
  if (now && same(now)) return NOBODY
  const colleagues = handlers.filter((handler) => handler.agencyId === agencyId)
  const answered = answers.get(nameKey(words)) ?? answers.get(nameKey(name))
  const named = colleagues.filter(same)
  // “吴科长” with a number is whoever has the number and the surname.
  const ofNumber = () =>
    colleagues.filter((one) => person.unnamed && phone !== null && one.phone === phone && one.name[0] === name[0])
  const fitting = answered ? colleagues.filter(({ id }) => id === answered) : named.length > 0 ? named : ofNumber()
  const [found] = fitting
  if (found && fitting.length === 1) return { id: found.id === now?.id ? null : found.id, notes: [] }
  const params = { field: 'procedure.handler', name, text: words }
  return { id: null, notes: [{ severity: 'warning', code: 'HANDLER_UNKNOWN', params }] }
}
