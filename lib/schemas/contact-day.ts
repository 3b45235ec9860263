import { z } from 'zod'
import type { RecordedMove } from '@/lib/domain/desk'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ProcedureState } from '@/lib/domain/procedure'
import type { CountedDay } from '@/lib/domain/provisional'
import type { Owner, Reason } from '@/lib/domain/reason'
import type { Relay } from '@/lib/domain/relay'
import type { Turn } from '@/lib/domain/turn'
import type { Reachable } from './project-detail'

/** What the address of a contact's first page says: which of his projects, and what he has just recorded. */
export const contactAddress = z.object({
  project: z.preprocess((v) => (Array.isArray(v) ? v[0] : v), z.uuid().optional()).catch(undefined),
  done: z.preprocess((v) => (Array.isArray(v) ? v[0] : v), z.uuid().optional()).catch(undefined),
})

/** A step of the project as its own enterprise sees it: whose hands, how far; never who at the agency. */
export type ContactStep = Readonly<{
  id: string
  version: number
  nameZh: string
  nameEn: string
  agency: string
  state: ProcedureState
  level: Level
  reason: Reason | null
  owner: Owner | null
  finishedOn: PlainDate | null
  /** Where the graph says it will be finished. 预计 */
  forecast: CountedDay | null
  dueOn: PlainDate | null
  dueProvisional: boolean
  remaining: number | null
  nextLevelOn: PlainDate | null
  nextLevel: Level | null
  nextProvisional: boolean
  relay: Relay | null
  /** Papers to hand in: those a notice names, or those of the item. */
  papers: readonly string[]
  /** What he may record himself. */
  moves: readonly RecordedMove[]
  /** His own move of today, which he may take back. */
  mayTakeBack: boolean
}>

/** What a project unit's contact finds first. */
export type ContactDay = Readonly<{
  projects: readonly Readonly<{ id: string; name: string; level: Level }>[]
  project: Readonly<{
    id: string
    name: string
    level: Level
    steward: Reachable | null
    turn: Turn | 'SUSPENDED'
    /** The step the verdict speaks of. */
    lead: ContactStep | null
    /** Everything that waits for the enterprise, the most pressing first. */
    yours: readonly ContactStep[]
    running: readonly ContactStep[]
    finished: readonly ContactStep[]
    later: readonly ContactStep[]
    start: Readonly<{ plannedOn: PlainDate | null; forecast: CountedDay | null; actualOn: PlainDate | null }> | null
  }> | null
}>
