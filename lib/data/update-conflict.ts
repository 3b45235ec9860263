import 'server-only'
import { mergeFields } from '@/lib/domain/merge-fields'
import { exactWan, fenOfWan } from '@/lib/domain/money'
import { moneySentence } from '@/lib/domain/update-text'
import type { ProjectUpdateInput } from '@/lib/schemas/update'
import type { Tx } from './db'
import { answersOf, type EditConflict } from './edit-conflict'

/** What of an update is still to be written once it has met those of others. */
export type SettledUpdate = Readonly<{
  text: string
  nextPlan: string
  /** The week's new figure; null when it stays what it is. */
  weekFen: bigint | null
  nothing: boolean
}>

const FIELDS = ['text', 'nextPlan', 'completedWan'] as const

/** A week's figure as its field shows it: empty when nothing was completed yet. */
export const weekWan = (fen: bigint | null | undefined): string => (fen ? exactWan(fen) : '')

/** A week's sentence as its field shows it: empty where the money made it, which has a field of its own. */
export const weekWords = (text: string | null | undefined, weekFen: bigint): string =>
  text && text !== moneySentence(weekWan(weekFen)) ? text : ''

/**
 * Brings an update together with those others recorded for the same week since its form was opened.
 *
 * Sentences and the week's figure are one or the other's: two people may have the same money in mind, so it never adds up
 * by itself.
 *
 * @param wasFen what the week has now
 */
export async function meetOthers(
  tx: Tx,
  project: { id: string; nextPlanText: string | null },
  input: ProjectUpdateInput,
  weekOf: Date,
  wasFen: bigint,
): Promise<SettledUpdate | EditConflict> {
  const looked = input.began !== undefined
  const others = looked ? await recordedSince(tx, project.id, weekOf, input.began ?? '') : []
  const last = others.at(-1)
  const mine = { text: input.text, nextPlan: input.nextPlan ?? '', completedWan: input.completedWan }
  const text = input.base.text ?? ''
  const nextPlan = last ? (input.base.nextPlan ?? project.nextPlanText ?? '') : mine.nextPlan
  const theirs = {
    text: last ? weekWords(last.text, wasFen) : text,
    nextPlan: last ? (project.nextPlanText ?? '') : mine.nextPlan,
    completedWan: weekWan(wasFen),
  }
  const base = { text, nextPlan, completedWan: input.base.completedWan ?? (looked ? '' : theirs.completedWan) }
  const merge = mergeFields(FIELDS, base, theirs, mine, answersOf(input))
  if (Object.keys(merge.clashes).length > 0) {
    const author = last ? { who: await nameOf(tx, last.actorId), at: last.at.toISOString() } : {}
    return {
      clashes: Object.fromEntries(
        Object.entries(merge.clashes).map(([field, clash]) => [
          field,
          { base: clash.base, theirs: clash.theirs, ...author },
        ]),
      ),
      taken: Object.fromEntries(merge.taken.map((field) => [field, { theirs: merge.values[field], ...author }])),
      names: {},
    }
  }
  const { completedWan } = merge.values
  const weekFen = completedWan === theirs.completedWan ? null : (fenOfWan(completedWan || '0') ?? null)
  const nothing = last !== undefined && FIELDS.every((field) => merge.values[field] === theirs[field])
  return {
    text: merge.values.text || moneySentence(completedWan || '0'),
    nextPlan: merge.values.nextPlan,
    weekFen,
    nothing,
  }
}

/** Updates of the week after the one the form began with, oldest first. */
async function recordedSince(tx: Tx, projectId: string, weekOf: Date, began: string) {
  const ofWeek = await tx.weeklyUpdate.findMany({
    where: { projectId, weekOf, kind: 'CHANGED' },
    select: { id: true, text: true, actorId: true, at: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return ofWeek.slice(ofWeek.findIndex((update) => update.id === began) + 1)
}

const nameOf = async (tx: Tx, userId: string | null): Promise<string | undefined> =>
  userId
    ? (await tx.user.findUnique({ where: { id: userId }, select: { person: { select: { name: true } } } }))?.person.name
    : undefined
