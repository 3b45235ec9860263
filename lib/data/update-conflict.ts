import 'server-only'
import { mergeFields } from '@/lib/domain/merge-fields'
import { exactWan, fenOfWan } from '@/lib/domain/money'
import type { ProjectUpdateInput } from '@/lib/schemas/update'
import type { Tx } from './db'
import { answersOf, type EditConflict } from './edit-conflict'

/** What of an update is still to be written once it has met those of others. */
export type SettledUpdate = Readonly<{ text: string; nextPlan: string; addedFen: bigint | null; nothing: boolean }>

const SAID = ['text', 'nextPlan'] as const

/**
 * Brings an update together with those others recorded for the same week since its form was opened.
 *
 * Sentences are one or the other's. Money adds up, so a second amount is asked about before it is counted: two people may
 * have the same one in mind.
 */
export async function meetOthers(
  tx: Tx,
  project: { id: string; nextPlanText: string | null },
  input: ProjectUpdateInput,
  weekOf: Date,
): Promise<SettledUpdate | EditConflict> {
  const typedFen = input.completedWan ? fenOfWan(input.completedWan) : null
  const mine = { text: input.text, nextPlan: input.nextPlan ?? '' }
  const others = input.began === undefined ? [] : await recordedSince(tx, project.id, weekOf, input.began)
  const last = others.at(-1)
  if (!last) return { ...mine, addedFen: typedFen, nothing: false }
  const theirs = { text: last.text ?? '', nextPlan: project.nextPlanText ?? '' }
  const base = { text: '', nextPlan: input.base.nextPlan ?? theirs.nextPlan }
  const answers = answersOf(input)
  const merge = mergeFields(SAID, base, theirs, mine, answers)
  const theirFen = others.reduce((sum, other) => sum + (other.completedFen ?? 0n), 0n)
  const counted = exactWan(theirFen)
  const asked = typedFen !== null && theirFen > 0n
  const clashes = {
    ...merge.clashes,
    ...(asked && answers.completedWan?.seen !== counted ? { completedWan: { base: '', theirs: counted } } : {}),
  }
  const author = { who: await nameOf(tx, last.actorId), at: last.at.toISOString() }
  if (Object.keys(clashes).length > 0)
    return {
      clashes: Object.fromEntries(
        Object.entries(clashes).map(([field, clash]) => [field, { base: clash.base, theirs: clash.theirs, ...author }]),
      ),
      taken: Object.fromEntries(merge.taken.map((field) => [field, { theirs: merge.values[field], ...author }])),
      names: {},
    }
  const addedFen = asked && answers.completedWan?.pick === 'theirs' ? null : typedFen
  const nothing = addedFen === null && SAID.every((field) => merge.values[field] === theirs[field])
  return { ...merge.values, addedFen, nothing }
}

/** Updates of the week after the one the form began with, oldest first. */
async function recordedSince(tx: Tx, projectId: string, weekOf: Date, began: string) {
  const ofWeek = await tx.weeklyUpdate.findMany({
    where: { projectId, weekOf, kind: 'CHANGED' },
    select: { id: true, text: true, completedFen: true, actorId: true, at: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return ofWeek.slice(ofWeek.findIndex((update) => update.id === began) + 1)
}

const nameOf = async (tx: Tx, userId: string | null): Promise<string | undefined> =>
  userId
    ? (await tx.user.findUnique({ where: { id: userId }, select: { person: { select: { name: true } } } }))?.person.name
    : undefined
