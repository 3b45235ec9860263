import type { EnterpriseFacts, EnterpriseField } from './enterprise'

/** Fields in which two rows can disagree; what is ticked at one of them is ticked afterwards, nobody is asked. */
export const CHOSEN_FIELDS = [
  'name',
  'creditCode',
  'size',
  'industry',
  'streetId',
  'address',
  'foundedOn',
  'employees',
  'state',
] as const satisfies readonly EnterpriseField[]
export type ChosenField = (typeof CHOSEN_FIELDS)[number]
const TICKED = ['aboveScale', 'highTech', 'specialised'] as const

/** Which of the two a field is taken from: the one that stays, or the one that goes. */
export type Side = 'stays' | 'goes'

/** Fields both rows have something in, and not the same: a person says which holds 以哪个为准. */
export const disputed = (stays: EnterpriseFacts, goes: EnterpriseFacts): ChosenField[] =>
  CHOSEN_FIELDS.filter((field) => stays[field] !== '' && goes[field] !== '' && stays[field] !== goes[field])

/**
 * What the row that stays says after a merge: its own, what only the other had, and of what both have the chosen one.
 *
 * @example mergedFacts({ ...a, size: 'SMALL' }, { ...b, size: 'MICRO' }, { size: 'goes' }).size // 'MICRO'
 */
export function mergedFacts(
  stays: EnterpriseFacts,
  goes: EnterpriseFacts,
  chosen: Readonly<Partial<Record<ChosenField, Side>>>,
): EnterpriseFacts {
  const facts: Record<EnterpriseField, string> = { ...stays }
  for (const field of CHOSEN_FIELDS)
    if (stays[field] === '' || (goes[field] !== '' && chosen[field] === 'goes')) facts[field] = goes[field]
  for (const field of TICKED) facts[field] = stays[field] || goes[field]
  return facts
}

type Names = Readonly<{ name: string; aliases: readonly string[] }>

/** Every other name either row went by, so that ledgers and searches still find it. */
export const mergedAliases = (name: string, stays: Names, goes: Names): string[] =>
  [...new Set([...stays.aliases, ...goes.aliases, stays.name, goes.name])].filter((other) => other !== name)
