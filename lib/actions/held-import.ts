import 'server-only'
import { type DraftState, draftState } from '@/lib/data/import-drafts'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, type Result } from '@/lib/domain/result'
import { keptBy } from './kept'
import { type OpenImport, openImport } from './read-import'

type Held = Readonly<{ open: Promise<Result<OpenImport>>; state: DraftState; today: PlainDate; at: number }>

const IDLE_MS = 600_000
/** Rows of all drafts together: three ledgers as large as they may be. */
const MOST_ROWS = 15_000
/** As long as others may change the library before a preview is decided anew: what is written is decided when it is written. */
const FRESH_MS = 300_000

const held = keptBy<Held>('heldImports', { most: MOST_ROWS, idleMs: IDLE_MS })
const rowsOf = (read: Result<OpenImport>): number =>
  read.ok ? read.value.grids.reduce((sum, { rows }) => sum + rows.length, 0) : 0

function stillHolds({ state, today, at }: Held, now: Readonly<{ state: DraftState; today: PlainDate; at: number }>) {
  if (state.version !== now.state.version || today !== now.today || state.own !== now.state.own) return false
  return state.all === now.state.all || now.at - at < FRESH_MS
}

/**
 * What a step of an import shows 看导入. Decided about thousands of rows it takes seconds, so what was decided is kept with
 * the draft: until an answer or a mended cell changes it, until its owner has written anything elsewhere, and a few minutes
 * longer than anybody else has. Who confirms what others have changed meanwhile is told, and asks for it `fresh`.
 *
 * @returns as `openImport`
 */
export async function viewImport(
  actor: Actor,
  draftId: string,
  today: PlainDate,
  { fresh = false }: Readonly<{ fresh?: boolean }> = {},
): Promise<Result<OpenImport>> {
  const state = await draftState(actor, draftId)
  if (!state) return err({ code: 'NOT_FOUND' })
  const now = { state, today, at: performance.now() }
  const known = held.get(draftId)
  if (known && !fresh && stillHolds(known, now)) return known.open
  const open = openImport(actor, draftId, today)
  const entry = { ...now, open }
  held.set(draftId, entry, 0)
  try {
    const done = await open
    // Another one may have been asked for since, fresher than this.
    if (held.get(draftId) === entry)
      if (done.ok) held.set(draftId, entry, rowsOf(done))
      else held.drop(draftId)
    return done
  } catch (error) {
    held.drop(draftId)
    throw error
  }
}
