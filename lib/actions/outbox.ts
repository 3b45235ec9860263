import 'server-only'
import { moveProcedure } from '@/lib/data/procedure-moves'
import { recordUnchanged, recordUpdate } from '@/lib/data/project-updates'
import { findOnWalk, recordWalkStep } from '@/lib/data/walk-writes'
import { procedureMove } from '@/lib/schemas/procedure'
import { projectUpdate, unchanged } from '@/lib/schemas/update'
import { walkFind, walkStep } from '@/lib/schemas/walk'
import { answering } from './define-action'
import { MOVE, UPDATE } from './rehearsals'

/**
 * The same writes as the forms', for what a device kept while it had no connection. The key of the form makes sure that one
 * which did arrive is not done again.
 */
export const KEPT = {
  move: answering(procedureMove, moveProcedure, { rehearsal: MOVE }),
  unchanged: answering(unchanged, recordUnchanged),
  progress: answering(projectUpdate, recordUpdate, { rehearsal: UPDATE }),
  walkStep: answering(walkStep, recordWalkStep),
  walkFinding: answering(walkFind, findOnWalk),
}
