import 'server-only'
import type { Answer, Merge } from '@/lib/domain/merge-fields'
import type { Tx } from './db'
import { type Author, lastAuthors } from './field-history'
import { namesOfIds } from './names'

type Terms = Readonly<{
  pick: Readonly<Record<string, 'mine' | 'theirs'>>
  seen: Readonly<Record<string, string>>
}>

/** What somebody answered about the clashes he was shown. */
export const answersOf = ({ pick, seen }: Terms): Readonly<Record<string, Answer>> =>
  Object.fromEntries(Object.entries(pick).map(([field, side]) => [field, { pick: side, seen: seen[field] ?? '' }]))

/** What a form is told about a conflict: both sides of each clash, what was taken over, who did it, names for ids. */
export type EditConflict = Readonly<{
  clashes: Readonly<Record<string, Readonly<{ base: string; theirs: string }> & Partial<Author>>>
  taken: Readonly<Record<string, Readonly<{ theirs: string }> & Partial<Author>>>
  names: Readonly<Record<string, string>>
}>

/** A conflict as its form shows it: who changed what and when; units and people by name. */
export async function conflictOf<F extends string>(tx: Tx, subject: string, merge: Merge<F>): Promise<EditConflict> {
  const clashes = Object.entries(merge.clashes) as [F, { base: string; theirs: string; mine: string }][]
  const authors = await lastAuthors(tx, subject, [...clashes.map(([field]) => field), ...merge.taken])
  const texts = [...clashes.flatMap(([, c]) => [c.base, c.theirs]), ...merge.taken.map((f) => merge.values[f])]
  return {
    clashes: Object.fromEntries(
      clashes.map(([field, { base, theirs }]) => [field, { base, theirs, ...authors[field] }]),
    ),
    taken: Object.fromEntries(merge.taken.map((field) => [field, { theirs: merge.values[field], ...authors[field] }])),
    names: await namesOfIds(tx, texts),
  }
}
